import Documents
import MarkingGrammar
import MarkingModel

/// The rows of a table of which one column has the marks, each of its row:
///
///     Ship         Cargo        Mark
///     Merlin       flour        (U)
///     Petrel       altimeters   (S)
///
/// The head of the column says so, and then levels may stand without parentheses too; or the last cell of all rows is a mark.
struct MarkedRows {
  struct Row {
    var line: ByteRange
    /// The cell with the mark; nil where it has none that can be read.
    var mark: ByteRange?
    /// What the row says; without a mark, what the row above says.
    var statement: PortionStatement
    /// Whether the mark stands in parentheses: letters alone may say less than the portion above does.
    var isSure = true
    /// What of it stays where the row goes: the mark, and what parts the cells around it.
    var kept: [ByteRange] = []
    /// Where the lines end that go on with it.
    var end: Int
  }

  private(set) var head: ByteRange?
  /// None where a line begins no table.
  private(set) var rows: [Row] = []

  /// The table that begins with a line. O(table).
  init(at line: ByteRange, to limit: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    // Of many lines that are drawn each would have all that follow looked at.
    if TableLine.isRuling(source, line) { return }
    let first = TableCells(of: line, in: source)
    guard first.cells.count > 1 else { return }
    let named = first.cells.firstIndex { LevelTable.isHead($0, in: source) }
    var below = line
    if named != nil || Self.mark(first.cells.last, isNamed: false, in: source, vocabulary) == nil {
      head = line
      below = Self.line(behind: line, to: limit, in: source)
      if !below.isEmpty, TableLine.isRuling(source, below) { below = Self.line(behind: below, to: limit, in: source) }
    }
    while !below.isEmpty {
      if TableLine.isRuling(source, below) {
        below = Self.line(behind: below, to: limit, in: source)
        continue
      }
      let row = TableCells(of: below, as: first.form, in: source)
      if let cell = Self.cell(of: row, under: named, in: first, in: source),
        let statement = Self.mark(row.cells[cell], isNamed: named != nil, in: source, vocabulary)
      {
        // Heads that do not say what they are head as many columns.
        if rows.isEmpty, named == nil, head != nil, row.cells.count != first.cells.count { break }
        rows.append(
          Row(
            line: below, mark: row.cells[cell], statement: statement,
            isSure: source[row.cells[cell].end - 1].isOne(of: ")", "*", "_", "`", "~"),
            kept: row.borders(around: cell, in: source), end: below.end))
      } else if rows.isEmpty {
        break
      } else if row.cells.count > 1, !(first.form == .blanks && Self.isSetIn(below, under: rows[0].line, in: source)) {
        rows.append(Row(line: below, statement: rows[rows.count - 1].statement, end: below.end))
      } else {
        rows[rows.count - 1].end = below.end
      }
      below = Self.line(behind: below, to: limit, in: source)
    }
    if rows.count(where: { $0.mark != nil }) < (named == nil ? 2 : 1) { (head, rows) = (nil, []) }
  }

  /// The cell of a row that the marks stand in: where heads say nothing, the last one; of a row with fewer cells than heads, as
  /// a copy has it, the one below its head.
  private static func cell(
    of row: TableCells, under named: Int?, in heads: TableCells, in source: Span<UInt8>
  ) -> Int? {
    guard row.cells.count > 1 else { return nil }
    guard let named, named < heads.cells.count - 1 else { return row.cells.count - 1 }
    guard heads.form == .blanks else { return named < row.cells.count ? named : nil }
    let place = place(of: heads.cells[named], in: source)
    return row.cells.indices.first { abs(Self.place(of: row.cells[$0], in: source) - place) <= 3 }
  }

  private static func place(of cell: ByteRange, in source: Span<UInt8>) -> Int {
    cell.start - PortionReader.line(around: cell.start, in: source).start
  }

  /// What a cell says that is a mark and nothing else.
  private static func mark(
    _ cell: ByteRange?, isNamed: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    guard let whole = cell, whole.count <= 80 else { return nil }
    var cell = whole
    while !cell.isEmpty, source[cell.start].isOne(of: "*", "_", "`", "~") { cell.start += 1 }
    while !cell.isEmpty, source[cell.end - 1].isOne(of: "*", "_", "`", "~") { cell.end -= 1 }
    if cell.isEmpty { return nil }
    if source[cell.start] == UInt8(ascii: "("), source[cell.end - 1] == UInt8(ascii: ")") {
      if (cell.start..<cell.end).contains(where: { source[$0].isSmall }) { return nil }
      return MarkStatement.read(cell, in: source, vocabulary)
    }
    return isNamed ? LevelTable.statement(of: cell, in: source, vocabulary) : nil
  }

  /// Whether a line goes on with a row.
  private static func isSetIn(_ line: ByteRange, under row: ByteRange, in source: Span<UInt8>) -> Bool {
    TextMarks.indent(of: line.start, in: source) > TextMarks.indent(of: row.start, in: source)
  }

  /// The line below one; empty where it is blank.
  private static func line(behind line: ByteRange, to limit: Int, in source: Span<UInt8>) -> ByteRange {
    let below = PortionReader.lineBelow(line, in: source)
    return below.start < limit ? below : ByteRange(limit, limit)
  }
}

extension PortionReader {
  /// Adds a portion for each row of such tables of which the reader of markings knows no mark. Their heads go with the portion
  /// above. O(text).
  mutating func addMarkedRows(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let first = starts.first(where: { $0.mark != nil }) else { return }
    var known = starts[...]
    var counter = counter
    var added: [Start] = []
    var replaced: Set<Int> = []
    var above = first
    var line = Pieces.trimmed(Self.line(around: first.range.start, in: source), in: source)
    while line.start < whole.end {
      let table = MarkedRows(at: line, to: whole.end, in: source, vocabulary)
      guard let last = table.rows.last else {
        line = Self.lineBelow(line, in: source)
        continue
      }
      while let start = known.first, start.reach < line.start {
        known.removeFirst()
        if start.mark != nil { above = start }
      }
      // What the reader knows of the table: rows with further marks are parted at these.
      let ofTable = known.prefix { $0.range.start < last.end }.filter { $0.reach > line.start }
      let marks = Set(ofTable.compactMap(\.mark?.start))
      let statement = above.statement ?? above.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
      if marks.isSubset(of: table.rows.compactMap(\.mark?.start)), marks.count < table.rows.count,
        statement?.level == .unclassified || table.rows.allSatisfy(\.isSure)
      {
        replaced.formUnion(ofTable.map(\.range.start))
        if let head = table.head { tableHeads.insert(head.start) }
        for row in table.rows {
          kept += row.kept
          var start = Start(
            range: ByteRange(row.line.start, row.mark?.end ?? row.line.start), text: row.line.start, mark: row.mark,
            name: row.mark == nil ? "row without a mark" : "row of a table",
            position: counter.position(of: row.line.start, in: source), end: row.end)
          if row.mark == nil { start.inner = row.statement } else { start.statement = row.statement }
          added.append(start)
        }
      }
      line = Self.lineBelow(ByteRange(last.end, last.end), in: source)
    }
    if added.isEmpty { return }
    kept.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    starts.removeAll { replaced.contains($0.range.start) }
    starts = (starts + added).sorted { $0.range.start < $1.range.start }
  }
}
