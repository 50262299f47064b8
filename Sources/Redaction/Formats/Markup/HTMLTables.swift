internal import HTMLKit
import MarkingModel

/// The rows of the tables of a page, while it is read. A cell is the pieces of the text that stand in it.
struct HTMLTables {
  private struct Table {
    var rows: [[Cell]] = []
    /// The cell that is open.
    var cell: Cell?
  }

  private struct Cell {
    var pieces: Range<Int>
    var column: Int
    var span: Int
  }

  /// That a cell is looked at in.
  private static let mostColumns = 16

  private var open: [Table] = []
  private var closed: [Table] = []

  mutating func open(_ element: HTMLElement, at piece: Int) {
    switch element.name {
    case "table": open.append(Table())
    case "tr" where !open.isEmpty: open[open.count - 1].rows.append([])
    case "td" where !open.isEmpty, "th" where !open.isEmpty: openCell(element, at: piece)
    default: break
    }
  }

  private mutating func openCell(_ element: HTMLElement, at piece: Int) {
    let table = open.count - 1
    if open[table].rows.isEmpty { open[table].rows.append([]) }
    let before = open[table].rows[open[table].rows.count - 1].last
    let span = element.attribute("colspan").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    open[table].cell = Cell(
      pieces: piece..<piece, column: before.map { $0.column + $0.span } ?? 0, span: min(max(span, 1), 1000))
  }

  mutating func close(_ name: String, at piece: Int) {
    guard !open.isEmpty else { return }
    let table = open.count - 1
    switch name {
    case "table": closed.append(open.removeLast())
    case "td", "th":
      guard var cell = open[table].cell else { return }
      open[table].cell = nil
      cell.pieces = cell.pieces.lowerBound..<piece
      open[table].rows[open[table].rows.count - 1].append(cell)
    default: break
    }
  }

  /// The rows of each table, as places in the text.
  func rows(in pieces: [ByteRange]) -> [[TableRow]] {
    closed.map { table in
      table.rows.map { row in
        // One that spans columns stands in each of them.
        let cells = row.flatMap { cell in
          Self.range(of: cell.pieces, in: pieces).map { range in
            (cell.column..<(cell.column + min(cell.span, Self.mostColumns))).map { .init(range: range, column: $0) }
          } ?? [TableRow.Cell]()
        }
        return TableRow(cells: cells, width: row.last.map { $0.column + $0.span } ?? 0)
      }
    }
  }

  /// The text of some pieces; nil where nothing is shown of them.
  static func range(of indices: Range<Int>, in pieces: [ByteRange]) -> ByteRange? {
    guard let first = indices.first(where: { !pieces[$0].isEmpty }) else { return nil }
    return ByteRange(pieces[first].start, pieces[indices.upperBound - 1].end)
  }
}

extension HTMLReader {
  /// What the tables of the page and its raised signs say of the text.
  var structure: TextStructure {
    var structure = TextStructure()
    structure.tables = tables.rows(in: text.pieces)
    structure.raised = raised.compactMap { HTMLTables.range(of: $0, in: text.pieces) }
    return structure
  }
}
