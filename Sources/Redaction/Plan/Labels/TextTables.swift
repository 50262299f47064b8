import Documents
import MarkingModel

/// Tables in plain text: rows of cells behind a row of headings, parted by blanks, tabs, strokes, commas or semicolons.
///
/// Only a table with a heading that detectors know is looked at. It goes on over empty lines and headings of pages, until
/// prose begins. O(text).
struct TextTables {
  private(set) var labelled: [LabelledText] = []
  private var labels = TableLabels()
  private var border = CellBorder.blanks
  /// Lines since the last row.
  private var idle = 0

  private static let mostIdle = 6
  /// A line with more words in a cell is prose.
  private static let wordsOfCell = 10

  init(_ source: Span<UInt8>, _ words: inout KnownLabels) {
    var start = 0
    while start < source.count {
      let end = source.lineEnd(from: start)
      let line = ByteRange(start, end)
      if !labels.isEmpty { read(line, source, &words) }
      if labels.isEmpty, let heading = heading(line, source, &words) {
        border = heading.border
        labels.add(headings: heading.row, source, &words)
        idle = 0
      }
      start = source.nextLine(behind: end)
    }
  }

  /// The row of headings that a line is, where the next line may be a row of its table.
  private func heading(
    _ line: ByteRange, _ source: Span<UInt8>, _ words: inout KnownLabels
  ) -> (row: TableRow, border: CellBorder)? {
    guard line.count <= 2000 else { return nil }
    let borders = CellBorders(of: line, source)
    if borders.isEmpty { return nil }
    for border in CellBorder.allCases where borders.contains(border) {
      let row = TableLine.row(source, line, border)
      guard row.cells.count > 1, row.cells.allSatisfy({ isHeading($0.range, source, border) }) else { continue }
      if border == .comma || border == .semicolon, nextWidth(behind: line, source, border) != row.width { continue }
      if TableLabels.isHeading(row, source, &words) { return (row, border) }
    }
    return nil
  }

  /// Whether a cell may be a heading and no piece of a sentence.
  private func isHeading(_ cell: ByteRange, _ source: Span<UInt8>, _ border: CellBorder) -> Bool {
    guard cell.count <= 60, TableLine.words(source, cell) <= (border == .comma ? 4 : 7) else { return false }
    let last = source[cell.end - 1]
    if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == UInt8(ascii: "?") { return false }
    // "Passport No." is a heading, "He was born." none.
    return last != UInt8(ascii: ".") || (border != .comma && TableLine.words(source, cell) <= 3)
  }

  private func nextWidth(behind line: ByteRange, _ source: Span<UInt8>, _ border: CellBorder) -> Int {
    var start = line.end + 1
    while start < source.count, source[start] <= 0x20 { start += 1 }
    guard start < source.count else { return 0 }
    let end = source.lineEnd(from: start)
    return end - start > 4000 ? 0 : TableLine.row(source, ByteRange(start, end), border).width
  }

  /// Takes a line of a table that was begun.
  private mutating func read(_ line: ByteRange, _ source: Span<UInt8>, _ words: inout KnownLabels) {
    if TableLine.isRuling(source, line) { return pass() }
    let row = TableLine.row(source, line, border)
    guard let first = row.cells.first else { return pass() }
    if row.cells.contains(where: { TableLine.words(source, $0.range) > longest(in: row) }) {
      labels = TableLabels()
    } else if row.cells.count > 1 || isIndented(line, source) {
      idle = 0
      if TableLabels.isHeading(row, source, &words) {
        labels.add(headings: row, source, &words)
      } else {
        labelled += labels.labelled(row, source, &words)
      }
    } else if NamedLists.isNamesAndValues(first.range, source) {
      labelled += labels.labelled(row, source, &words)
      pass()
    } else {
      pass()
    }
  }

  /// Prose has commas as well.
  private func longest(in row: TableRow) -> Int {
    (border == .comma || border == .semicolon) && !labels.fits(row) ? 4 : Self.wordsOfCell
  }

  private mutating func pass() {
    idle += 1
    if idle > Self.mostIdle { labels = TableLabels() }
  }

  private func isIndented(_ line: ByteRange, _ source: Span<UInt8>) -> Bool {
    line.count > 1 && source[line.start] <= 0x20 && source[line.start + 1] <= 0x20
  }
}
