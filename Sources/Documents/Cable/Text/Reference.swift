package import MarkingModel

/// One reference of a REF block.
package struct Reference: Sendable, Hashable {
  package enum Kind: Sendable {
    case telegram, other

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .telegram: .telegram
      case .other: .other
      }
    }
  }

  package var place: Place
  /// Its letter (a capital); nil without.
  package var letter: UInt8?
  /// The letter with its punctuation, for reports; empty without.
  var label: ByteRange
  /// The letter after that of the one before it; nil where the block has no letters.
  package var expectedLetter: UInt8?
  package var kind: Kind
  /// For telegrams: [yy] POST serial.
  package var isWellFormed: Bool
  /// Two digits.
  package var year: Int?
  package var serial: Int?
  /// Whether the text cites it.
  package var isCited = false
  package var isNotal: Bool

  func write(into document: inout DocumentWriter, parent: Int) {
    document.add(.reference, to: parent, at: place.range, place.position, excerpt: label)
    document.set(.letter, letter: letter)
    document.set(.expectedLetter, letter: expectedLetter)
    document.set(.kind, kind.word)
    document.set(.wellFormed, isWellFormed)
    document.set(.year, year)
    document.set(.serial, serial)
    document.set(.cited, isCited)
    document.set(.notal, isNotal)
  }
}

/// The REF block.
package struct ReferencesPart: Sendable {
  package var place: Place
  /// The highest order of a labelled line before it.
  package var after: Int
  package var section: Int
  package var references: [Reference]
  /// What had to be repaired in its letters.
  package var anchors: (first: Place, count: Int)?
  package var misread: (first: Place, count: Int)?

  /// Whether the references carry letters.
  package var isLettered: Bool { references.contains { $0.letter != nil } }

  package func write(into document: inout DocumentWriter) {
    let label = ByteRange(place.range.start, min(place.range.end, place.range.start + 3))
    let node = document.add(.references, to: 0, at: place.range, place.position, excerpt: label)
    document.set(.order, 4)
    document.set(.after, after)
    document.set(.count, references.count)
    document.set(.lettered, isLettered)
    document.set(.section, section)
    for reference in references { reference.write(into: &document, parent: node) }
  }
}
