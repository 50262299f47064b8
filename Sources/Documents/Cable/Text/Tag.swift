package import MarkingModel

/// One TAGS of a telegram.
package struct Tag: Sendable, Hashable {
  /// What its code resolves to, as the contract names it.
  package enum Kind: Sendable, Hashable {
    case subject, historical, program, geo, region, organization, person, text, glued, iso, repaired, unknown

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .subject: .subject
      case .historical: .historical
      case .program: .program
      case .geo: .geo
      case .region: .region
      case .organization: .organization
      case .person: .person
      case .text: .text
      case .glued: .glued
      case .iso: .iso
      case .repaired: .repaired
      case .unknown: .unknown
      }
    }
  }

  package var place: Place
  package var kind: Kind
  /// The code as read, in capitals; empty for persons and free text.
  package var code = ""
  /// Of a glued one, the codes it splits into.
  package var parts: [String] = []
  /// Of an ISO code or a repaired one, the code that is meant.
  package var suggestion: String?
  package var isDuplicate = false
  /// Whether a person's name is expected after it.
  package var needsPerson = false
  /// Whether a person follows.
  package var hasPerson = false
  /// For persons: SURNAME, FIRST.
  package var isWellFormed = true

  /// The codes that it stands for.
  var codes: [String] {
    switch kind {
    case .glued: parts
    case .iso, .repaired: suggestion.map { [$0] } ?? []
    case .person, .text, .unknown: []
    default: [code]
    }
  }

  /// Whether it stands for one of some codes.
  func isOne(of others: [String]) -> Bool {
    switch kind {
    case .glued: parts.contains(where: others.contains)
    case .iso, .repaired: suggestion.map(others.contains) ?? false
    case .person, .text, .unknown: false
    default: others.contains(code)
    }
  }

  func write(into document: inout DocumentWriter, parent: Int) {
    // A code of the vocabulary may be shown; anything else may be a word of the document.
    let isCode = kind != .person && kind != .text && kind != .unknown
    document.add(
      .tag, to: parent, at: place.range, place.position, excerpt: isCode ? place.range : ByteRange(0, 0))
    document.set(.code, code)
    document.set(.kind, kind.word)
    if kind == .glued { document.set(.parts, parts.joined(separator: " ")) }
    document.set(.suggestion, suggestion)
    document.set(.duplicate, isDuplicate)
    document.set(.personRequired, needsPerson)
    document.set(.personPresent, hasPerson)
    document.set(.wellFormed, isWellFormed)
  }
}
