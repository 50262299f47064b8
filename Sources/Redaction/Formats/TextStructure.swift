package import MarkingModel

/// What the structure of a file says of its text beside the words: what names it, which cells are one column, what is
/// raised above the line.
package struct TextStructure: Sendable, Hashable {
  package var named: [LabelledText] = []
  package var tables: [[TableRow]] = []
  /// Signs of notes, powers.
  package var raised: [ByteRange] = []

  package init() {}

  /// The same of a text that begins later.
  func moved(by offset: Int) -> TextStructure {
    func moved(_ range: ByteRange) -> ByteRange { ByteRange(range.start + offset, range.end + offset) }
    var structure = TextStructure()
    structure.named = named.map { LabelledText(moved($0.range), label: $0.label) }
    structure.tables = tables.map { rows in
      rows.map { row in
        TableRow(cells: row.cells.map { .init(range: moved($0.range), column: $0.column) }, width: row.width)
      }
    }
    structure.raised = raised.map(moved)
    return structure
  }

  mutating func add(_ other: TextStructure) {
    named += other.named
    tables += other.tables
    raised += other.raised
  }
}

/// A stretch of a reading text, and what names it: the heading of its column, its element.
package struct LabelledText: Sendable, Hashable {
  package var range: ByteRange
  /// UTF-8, as it is written.
  package var label: [UInt8]

  package init(_ range: ByteRange, label: [UInt8]) {
    self.range = range
    self.label = label
  }
}

/// A row of a table.
package struct TableRow: Sendable, Hashable {
  package struct Cell: Sendable, Hashable {
    package var range: ByteRange
    package var column: Int
  }

  /// In order; a cell without text may be missing.
  package var cells: [Cell]
  /// How many columns it has.
  package var width: Int
}
