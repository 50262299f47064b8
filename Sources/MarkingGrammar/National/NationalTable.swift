/// A word of the marking system of the United Kingdom, Australia or New Zealand (`national.tsv`).
package struct NationalWord: Sendable, Hashable {
  /// As it is called everywhere.
  package var name: String
  package var scheme: NationalMarking.Scheme
  package var kind: NationalMarking.Part.Kind
  /// How it is written: in Australia first the form of an e-mail and then that of a text.
  package var forms: [String]
  /// How high a level stands among those of its scheme.
  package var rank: Int
  /// The rank of the lowest level that it may stand with.
  package var least: Int
  package var period: Period
  package var source: String
}

/// The words of the national schemes.
package struct NationalTable: Sendable {
  package private(set) var rows: [NationalWord] = []
  private var indexes: [WordIndex]

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "national.tsv", columns: ["name", "scheme", "kind", "forms", "rank", "least", "from", "to", "source"],
      bytes: bytes)
    indexes = NationalMarking.Scheme.allCases.map { _ in table.index(expecting: 64) }
    while try table.advance() {
      let scheme: NationalMarking.Scheme = try table.word(1)
      try table.insertParts(3, into: &indexes[scheme.number], value: rows.count)
      rows.append(
        NationalWord(
          name: table.text(0), scheme: scheme, kind: try table.word(2), forms: table.texts(3),
          rank: try table.number(4), least: try table.number(5),
          period: Period(from: try table.day(6), to: try table.day(7)), source: table.text(8)))
    }
  }

  /// The index of the row that a whole range is in a scheme, capital and small letters the same.
  func find(_ scheme: NationalMarking.Scheme, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    indexes[scheme.number].find(bytes, from, to)
  }

  /// The longest word of a scheme that begins at `at`: the index of its row and the offset after it.
  func longest(
    _ scheme: NationalMarking.Scheme, in bytes: Span<UInt8>, at: Int, end: Int
  ) -> (row: Int, end: Int)? {
    indexes[scheme.number].longest(in: bytes, at: at, end: end).map { ($0.value, $0.end) }
  }
}

extension NationalMarking.Scheme {
  fileprivate var number: Int {
    switch self {
    case .uk: 0
    case .au: 1
    case .nz: 2
    }
  }
}
