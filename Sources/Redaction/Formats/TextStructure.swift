package import MarkingModel

/// What the structure of a file says of its text beside the words: what names it, which cells are one column, what is
/// raised above the line.
package struct TextStructure: Sendable, Hashable {
  package var named: [LabelledText] = []
  package var tables: [TableStructure] = []
  /// Signs of notes, powers.
  package var raised: [ByteRange] = []

  package init() {}

  /// The same of a text that begins later.
  func moved(by offset: Int) -> TextStructure {
    func moved(_ range: ByteRange) -> ByteRange { ByteRange(range.start + offset, range.end + offset) }
    var structure = TextStructure()
    structure.named = named.map { LabelledText(moved($0.range), label: $0.label) }
    structure.tables = tables
    for table in structure.tables.indices {
      structure.tables[table].caption = tables[table].caption.map(moved)
      for row in tables[table].rows.indices {
        for cell in tables[table].rows[row].cells.indices {
          structure.tables[table].rows[row].cells[cell].range = moved(tables[table].rows[row].cells[cell].range)
        }
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

/// A table: what stands over all of it, and its rows.
package struct TableStructure: Sendable, Hashable {
  package var caption: ByteRange?
  package var rows: [TableRow]
}

/// A row of a table.
package struct TableRow: Sendable, Hashable {
  package struct Cell: Sendable, Hashable {
    package var range: ByteRange
    package var column: Int
    /// How many columns and rows it stands in.
    package var width = 1
    package var height = 1

    package var columns: Range<Int> { column..<(column + width) }
  }

  /// In order; a cell without text may be missing.
  package var cells: [Cell]
  /// How many columns it has.
  package var width: Int
  /// Whether the file says that its cells head their columns.
  package var isHead = false
}
