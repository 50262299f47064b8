import Documents
import MarkingGrammar
import MarkingModel

/// Tables in a text that have marks at their heads: cells between strokes, as in Markdown, or between tabs. O(text).
struct PlainTables {
  private(set) var tables: [TableStructure] = []

  init(in part: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var at = part.start
    var open: (table: TableStructure, border: UInt8, isRuled: Bool)?
    while at < part.end {
      let line = Self.line(from: at, part.end, in: source)
      at = max(source.nextLine(behind: source.lineEnd(from: line.end)), at + 1)
      if let table = open {
        if TableLine.isRuling(source, line), !line.isEmpty { continue }
        if let row = Self.row(line, table.border, table.table.rows[0].width, isRuled: table.isRuled, in: source) {
          open?.table.rows.append(row)
          continue
        }
        tables.append(table.table)
        open = nil
      }
      for border in [UInt8(ascii: "|"), 0x09] where Self.holds(border, line, in: source) {
        let cells = Self.cells(of: line, border, in: source)
        guard cells.count > 1, Self.isMarked(cells, in: source, vocabulary) else { continue }
        let below = Self.line(from: min(at, part.end), part.end, in: source)
        let isRuled = Self.isRuling(below, border, in: source)
        guard
          isRuled
            || Self.areHeads(cells, in: source) && Self.cells(of: below, border, in: source).count == cells.count
        else { continue }
        open = (TableStructure(rows: [Self.row(of: cells)]), border, isRuled)
        break
      }
    }
    if let open { tables.append(open.table) }
  }

  /// A line without blanks around it, and the signs of a quotation.
  private static func line(from start: Int, _ end: Int, in source: Span<UInt8>) -> ByteRange {
    guard start < end else { return ByteRange(end, end) }
    let stop = min(source.lineEnd(from: start), end)
    var at = start
    while at < stop, source[at] == 0x20 || source[at] == UInt8(ascii: ">") { at += 1 }
    return ByteRange(at, max(at, source.trimmedEnd(at, stop)))
  }

  private static func holds(_ border: UInt8, _ line: ByteRange, in source: Span<UInt8>) -> Bool {
    (line.start..<line.end).contains { source[$0] == border }
  }

  /// The line between the heads and the rows of Markdown.
  private static func isRuling(_ line: ByteRange, _ border: UInt8, in source: Span<UInt8>) -> Bool {
    !line.isEmpty && TableLine.isRuling(source, line) && holds(UInt8(ascii: "-"), line, in: source)
  }

  /// What stands between the borders; those around a row of strokes part nothing, and neither does one behind `\`.
  static func cells(of line: ByteRange, _ border: UInt8, in source: Span<UInt8>) -> [ByteRange] {
    var cells: [ByteRange] = []
    var start = line.start
    for at in line.start..<line.end where source[at] == border {
      if at > line.start, source[at - 1] == UInt8(ascii: "\\") { continue }
      if at > line.start || border == 0x09 { cells.append(Pieces.trimmed(ByteRange(start, at), in: source)) }
      start = at + 1
    }
    if start < line.end || border == 0x09 { cells.append(Pieces.trimmed(ByteRange(start, line.end), in: source)) }
    return cells
  }

  private static func row(of cells: [ByteRange]) -> TableRow {
    TableRow(
      cells: cells.enumerated().filter { !$1.isEmpty }.map { TableRow.Cell(range: $1, column: $0) }, width: cells.count)
  }

  /// The row that a line is in a table; nil where it is none. Of a row with other cells than the heads nobody can tell which
  /// belongs to which: each stands in all columns.
  private static func row(
    _ line: ByteRange, _ border: UInt8, _ width: Int, isRuled: Bool, in source: Span<UInt8>
  ) -> TableRow? {
    guard holds(border, line, in: source) else { return nil }
    let cells = cells(of: line, border, in: source)
    var row = row(of: cells)
    // In Markdown those at the end may be missing.
    if cells.count != width, !(isRuled && cells.count < width) {
      let widest = max(width, cells.count)
      for index in row.cells.indices { (row.cells[index].column, row.cells[index].width) = (0, widest) }
    }
    return row
  }

  private static func isMarked(
    _ cells: [ByteRange], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard cells.contains(where: { holds(UInt8(ascii: ")"), $0, in: source) }) else { return false }
    return CellMark.read(cells, in: source, vocabulary).contains { $0 != nil }
  }

  /// Whether cells may head columns: they are short, no sentences and no labels, and no item begins with them.
  private static func areHeads(_ cells: [ByteRange], in source: Span<UInt8>) -> Bool {
    guard let first = cells.first, first.isEmpty || PortionReader.holdsWord(first, in: source) else { return false }
    return cells.allSatisfy { cell in
      cell.isEmpty
        || cell.count <= 80 && TableLine.words(source, cell) <= 8
          && !source[cell.end - 1].isOne(of: ".", ":", ";", ",", "?", "!")
    }
  }
}

extension PortionReader {
  /// Whether two letters stand beside each other, as in no number or letter of an item.
  fileprivate static func holdsWord(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    (range.start..<range.end).contains {
      source[$0] >= 0x80 || source[$0].isLetter && $0 + 1 < range.end && source[$0 + 1].isLetter
    }
  }
}
