package import MarkingModel

/// What the structure of a file says of its text beside the words: what names it, which cells are one column, what is
/// raised above the line.
package struct TextStructure: Sendable, Hashable {
  package var named: [LabelledText] = []
  package var tables: [TableStructure] = []
  /// Signs of notes, powers.
  package var raised: [ByteRange] = []
  /// Words with how they are said above them.
  package var ruby: [RubyText] = []
  /// What holds text together, in order, the outer ones first.
  package var boxes: [TextBox] = []

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
    structure.ruby = ruby.map {
      RubyText(range: moved($0.range), notes: $0.notes.map(moved), signs: $0.signs.map(moved))
    }
    structure.boxes = boxes.map { TextBox(kind: $0.kind, range: moved($0.range), lead: moved($0.lead)) }
    return structure
  }

  mutating func add(_ other: TextStructure) {
    named += other.named
    tables += other.tables
    raised += other.raised
    ruby += other.ruby
    boxes += other.boxes
  }
}

/// Words, and above each of them how it is said or what it means: `ruby` of HTML. The two stand by turns in the text, and
/// are read apart.
package struct RubyText: Sendable, Hashable {
  package var range: ByteRange
  /// What stands above the line (`rt`), in order.
  package var notes: [ByteRange]
  /// What is shown beside that where it cannot stand above (`rp`), in order.
  package var signs: [ByteRange]

  /// The words themselves.
  package var words: [ByteRange] {
    var words: [ByteRange] = []
    var at = range.start
    for other in (notes + signs).sorted(by: { $0.start < $1.start }) {
      if other.start > at { words.append(ByteRange(at, other.start)) }
      at = max(at, other.end)
    }
    if at < range.end { words.append(ByteRange(at, range.end)) }
    return words
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
    /// Whether words stand in it beside its text: those for a picture, the target of a link that shows nothing.
    package var holdsMore = false

    package var columns: Range<Int> { column..<(column + width) }
  }

  /// In order; a cell without text may be missing.
  package var cells: [Cell]
  /// How many columns it has.
  package var width: Int
  /// Whether the file says that its cells head their columns.
  package var isHead = false
}
