/// A category of the CUI Registry (`cui.tsv`).
package struct CUICategory: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case basic, specified
    /// Specified under some of its authorities only.
    case both
  }

  package enum Status: String, Sendable, Hashable { case active, provisional }

  /// As it stands in a marking, without `SP-`.
  package var code: String
  package var name: String
  package var kind: Kind
  package var group: String
  package var status: Status
  package var period: Period
  package var source: String
}

/// The categories of CUI.
package struct CategoryTable: Sendable {
  package private(set) var rows: [CUICategory] = []
  private var index: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "cui.tsv", columns: ["code", "name", "type", "group", "status", "from", "to", "source"], bytes: bytes)
    index = table.index(expecting: 160)
    while try table.advance() {
      try table.insert(0, into: &index, value: rows.count)
      rows.append(
        CUICategory(
          code: table.text(0), name: table.text(1), kind: try table.word(2), group: table.text(3),
          status: try table.word(4), period: Period(from: try table.day(5), to: try table.day(6)),
          source: table.text(7)))
    }
  }

  /// The index of the row that a whole range is.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? { index.find(bytes, from, to) }
  package func find(_ code: String) -> CUICategory? { index.find(code).map { rows[$0] } }
}
