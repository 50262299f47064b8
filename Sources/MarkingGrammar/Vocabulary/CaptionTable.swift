package import MarkingModel

/// A caption or channel designator (reference section 4).
package struct CaptionWord: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case specialHandling = "special-handling"
    case distribution, dissemination, sensitivity, channel, addressee, routing, intelligence, series, unknown

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .specialHandling: .specialHandling
      case .distribution: .distribution
      case .dissemination: .dissemination
      case .sensitivity: .sensitivity
      case .channel: .channel
      case .addressee: .addressee
      case .routing: .routing
      case .intelligence: .intelligence
      case .series: .series
      case .unknown: .unknown
      }
    }
  }

  /// Its canonical name.
  package var name: String
  package var kind: Kind
  /// 1 the most restrictive; 99 for those that have no place in the order.
  package var order: Int
  /// Whether it limits distribution inside the Government.
  package var isRestrictive: Bool
  /// Whether no other caption may stand with it.
  package var isAlone: Bool
  package var period: Period

  /// Whether it says how the telegram is to be passed on.
  package var isRouting: Bool { if case .routing = kind { true } else { false } }
}

/// The captions (`captions.tsv`) in all their written forms.
package struct CaptionTable: Sendable {
  package private(set) var rows: [CaptionWord] = []
  private var index: WordIndex
  /// The row for what is no known caption.
  package private(set) var other: CaptionWord

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "captions.tsv",
      columns: ["name", "variants", "type", "order", "restrictive", "alone", "from", "to", "source"], bytes: bytes)
    index = table.index(expecting: 120)
    var other: CaptionWord?
    while try table.advance() {
      let row = CaptionWord(
        name: table.text(0), kind: try table.word(2), order: try table.number(3), isRestrictive: try table.flag(4),
        isAlone: try table.flag(5), period: Period(from: try table.day(6), to: try table.day(7)))
      if row.kind == .unknown {
        other = row
      } else {
        try table.insert(0, into: &index, value: rows.count)
        try table.insertParts(1, into: &index, value: rows.count)
      }
      rows.append(row)
    }
    guard let other else { throw .value(file: "captions.tsv", line: table.line, column: "type") }
    self.other = other
  }

  /// The caption that a whole range is.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> CaptionWord? {
    if let row = index.find(bytes, from, to) { rows[row] } else { nil }
  }

  package func find(_ name: String) -> CaptionWord? {
    if let row = index.find(name) { rows[row] } else { nil }
  }

  /// The longest caption that begins at `at`, and the offset after it.
  package func longest(in bytes: Span<UInt8>, at: Int, end: Int) -> (caption: CaptionWord, end: Int)? {
    if let match = index.longest(in: bytes, at: at, end: end) { (rows[match.value], match.end) } else { nil }
  }
}
