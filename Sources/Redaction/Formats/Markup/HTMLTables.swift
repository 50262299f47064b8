internal import HTMLKit
import MarkingModel

/// The tables of a page, while it is read: the columns and rows of their cells, as the HTML standard finds them (4.9.12).
/// A cell is the pieces of the text that stand in it.
struct HTMLTables {
  fileprivate struct Table {
    var caption: Range<Int>?
    var rows: [Row] = []
    /// The cell that is open.
    var cell: Cell?
    var isInHead = false
    /// Columns of cells that go on from rows above, in order, and their last row.
    var spans: [(columns: Range<Int>, lastRow: Int)] = []
    /// Those of the row that is open, for the rows below.
    var begun: [(columns: Range<Int>, lastRow: Int)] = []
    /// The next of the spans, and the column behind the last cell.
    var nextSpan = 0
    var column = 0
  }

  fileprivate struct Row {
    var cells: [Cell] = []
    var width = 0
    var isHead: Bool
    var isOfHeads = true
  }

  fileprivate struct Cell {
    var pieces: Range<Int>
    var column: Int
    var width: Int
    var height: Int
    var holdsMore = false
  }

  /// What a browser takes at most.
  fileprivate static let mostColumns = 1000
  fileprivate static let mostRows = 65534
  /// Each row is held against all of them.
  fileprivate static let mostSpans = 1000

  private var open: [Table] = []
  private var closed: [Table] = []

  mutating func open(_ element: HTMLElement, at piece: Int) throws(Refusal) {
    if element.name == "table" { return open.append(Table()) }
    guard !open.isEmpty else { return }
    switch element.name {
    case "caption": open[open.count - 1].caption = piece..<piece
    case "thead", "tbody", "tfoot":
      open[open.count - 1].endGroup()
      open[open.count - 1].isInHead = element.name == "thead"
    case "tr": try open[open.count - 1].beginRow()
    case "td", "th": try open[open.count - 1].openCell(element, at: piece)
    default: break
    }
  }

  /// Something with words of its own stands here beside the text.
  mutating func takeMore() {
    for table in open.indices { open[table].cell?.holdsMore = true }
  }

  mutating func close(_ name: String, at piece: Int) {
    guard !open.isEmpty else { return }
    let table = open.count - 1
    switch name {
    case "table": closed.append(open.removeLast())
    case "caption": open[table].caption = open[table].caption.map { $0.lowerBound..<piece }
    case "thead", "tbody", "tfoot":
      open[table].endGroup()
      open[table].isInHead = false
    case "td", "th":
      guard var cell = open[table].cell else { return }
      open[table].cell = nil
      cell.pieces = cell.pieces.lowerBound..<piece
      open[table].rows[open[table].rows.count - 1].cells.append(cell)
    default: break
    }
  }

  /// The tables as places in the text.
  func structures(in pieces: [ByteRange]) -> [TableStructure] {
    closed.map { table in
      let rows = table.rows.map { row in
        let cells = row.cells.compactMap { cell in
          Self.range(of: cell.pieces, in: pieces).map { range in
            TableRow.Cell(
              range: range, column: cell.column, width: cell.width, height: cell.height, holdsMore: cell.holdsMore)
          }
        }
        return TableRow(cells: cells, width: row.width, isHead: row.isHead || row.isOfHeads && !row.cells.isEmpty)
      }
      return TableStructure(caption: table.caption.flatMap { Self.range(of: $0, in: pieces) }, rows: rows)
    }
  }

  /// The text of some pieces; nil where nothing is shown of them.
  static func range(of indices: Range<Int>, in pieces: [ByteRange]) -> ByteRange? {
    guard let first = indices.first(where: { !pieces[$0].isEmpty }) else { return nil }
    return ByteRange(pieces[first].start, pieces[indices.upperBound - 1].end)
  }
}

extension HTMLTables.Table {
  mutating func beginRow() throws(Refusal) {
    let all = (spans + begun).filter { $0.lastRow >= rows.count }
    spans = []
    for span in all.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      if let last = spans.last, last.lastRow == span.lastRow, last.columns.upperBound >= span.columns.lowerBound {
        let end = max(last.columns.upperBound, span.columns.upperBound)
        spans[spans.count - 1].columns = last.columns.lowerBound..<end
      } else {
        spans.append(span)
      }
    }
    guard spans.count <= HTMLTables.mostSpans else {
      throw .structure("a table of it has more than \(HTMLTables.mostSpans) cells beside each other over several rows")
    }
    let width = spans.map(\.columns.upperBound).max() ?? 0
    begun = []
    (nextSpan, column) = (0, 0)
    rows.append(HTMLTables.Row(width: width, isHead: isInHead))
  }

  /// No cell reaches over the end of a group of rows.
  mutating func endGroup() { (spans, begun) = ([], []) }

  mutating func openCell(_ element: HTMLElement, at piece: Int) throws(Refusal) {
    if rows.isEmpty { try beginRow() }
    while nextSpan < spans.count, spans[nextSpan].columns.lowerBound <= column {
      column = max(column, spans[nextSpan].columns.upperBound)
      nextSpan += 1
    }
    let width = min(max(Self.number(element.attribute("colspan")) ?? 1, 1), HTMLTables.mostColumns)
    // Of 0 rows, to the end of the group.
    let height = Self.number(element.attribute("rowspan")).map { $0 == 0 ? HTMLTables.mostRows : $0 } ?? 1
    let opened = HTMLTables.Cell(
      pieces: piece..<piece, column: column, width: width, height: min(height, HTMLTables.mostRows))
    cell = opened
    column += width
    if opened.height > 1 { begun.append((opened.column..<column, rows.count - 1 + opened.height - 1)) }
    rows[rows.count - 1].width = max(rows[rows.count - 1].width, column)
    if element.name == "td" { rows[rows.count - 1].isOfHeads = false }
  }

  /// The number that a value begins with.
  private static func number(_ value: [UInt8]?) -> Int? {
    guard let digits = value?.drop(while: { $0 <= 0x20 || $0 == UInt8(ascii: "+") }).prefix(while: { $0 &- 0x30 < 10 }),
      !digits.isEmpty
    else { return nil }
    return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), HTMLTables.mostRows) }
  }
}

extension HTMLReader {
  /// What the tables of the page and its raised signs say of the text.
  var structure: TextStructure {
    var structure = TextStructure()
    structure.tables = tables.structures(in: text.pieces)
    structure.raised = raised.compactMap { HTMLTables.range(of: $0, in: text.pieces) }
    structure.ruby = ruby.texts(in: text.pieces)
    structure.boxes = boxes.boxes(in: text.pieces)
    return structure
  }
}
