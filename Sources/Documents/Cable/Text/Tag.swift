package import MarkingModel

/// One TAGS of a telegram.
package struct Tag: Sendable, BitwiseCopyable {
  /// What its code resolves to, as the contract names it.
  package enum Kind: Sendable, Hashable, BitwiseCopyable {
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
  /// Where its code stands; empty for persons and free text.
  var code = ByteRange(0, 0)
  /// Where the codes that it stands for are kept (`TagsPart.meant`), of a glued, an ISO or a repaired one; -1 for others.
  var meant = -1
  package var isDuplicate = false
  /// Whether a person's name is expected after it.
  package var needsPerson = false
  /// Whether a person follows.
  package var hasPerson = false
  /// For persons: SURNAME, FIRST.
  package var isWellFormed = true

  /// Whether its code, which is one of the vocabulary, is one of some codes.
  func isOne(of codes: [String], in source: Span<UInt8>) -> Bool {
    switch kind {
    case .glued, .iso, .repaired, .person, .text, .unknown: false
    default: codes.contains { source.equals(code, $0) }
    }
  }

  /// Adds its node. `meant` are the codes that it stands for.
  func write(into document: inout DocumentWriter, parent: Int, meant: [String], in source: Span<UInt8>) {
    // A code of the vocabulary may be shown; anything else may be a word of the document.
    let isCode = kind != .person && kind != .text && kind != .unknown
    document.add(
      .tag, to: parent, at: place.range, place.position, excerpt: isCode ? place.range : ByteRange(0, 0))
    source.set(.code, nameOf: code, in: &document)
    document.set(.kind, kind.word)
    if kind == .glued {
      document.set(.parts, meant.joined(separator: " "))
    } else {
      document.set(.suggestion, meant.first)
    }
    document.set(.duplicate, isDuplicate)
    document.set(.personRequired, needsPerson)
    document.set(.personPresent, hasPerson)
    document.set(.wellFormed, isWellFormed)
  }
}
