import Documents
import MarkingGrammar
import MarkingModel

/// The rows of a table that say their level in a cell of its own without parentheses:
///
///     Class   Quay    Depth
///     S       North   12
///     U       South   9
///
/// The head of the column says so, or the letters of all rows, among them `U` and one that is classified.
struct LevelTable {
  struct Row {
    var line: ByteRange
    var statement: PortionStatement
  }

  /// None where a line begins no table.
  private(set) var rows: [Row] = []
  /// Where the line stands below the lines that were looked at.
  private(set) var end: Int

  /// The table that begins with a line. O(table).
  init(at line: ByteRange, to limit: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let head = Self.head(line, in: source)
    end = line.start
    var below = head == nil ? line : Self.line(behind: line, to: limit, in: source)
    // A blank line may stand below the heads.
    if head != nil, below.isEmpty { below = Self.line(behind: below, to: limit, in: source) }
    while below.start < limit, !below.isEmpty {
      // No table begins with a drawn line, and none of many is looked at from each of them.
      if TableLine.isRuling(source, below) {
        if head == nil, rows.isEmpty { break }
      } else if let statement = Self.level(of: below, under: head, in: source, vocabulary) {
        rows.append(Row(line: below, statement: statement))
      } else if rows.isEmpty || head == nil && !Self.isSetIn(below, under: rows[0].line, in: source) {
        break
      }
      below = Self.line(behind: below, to: limit, in: source)
    }
    if rows.isEmpty { return }
    end = below.start
    let levels = rows.map(\.statement.level)
    if head == nil, !levels.contains(.unclassified) || !levels.contains(where: { $0 > .controlled }) { rows = [] }
  }

  /// Whether a line goes on with a row.
  private static func isSetIn(_ line: ByteRange, under row: ByteRange, in source: Span<UInt8>) -> Bool {
    TextMarks.indent(of: line.start, in: source) > TextMarks.indent(of: row.start, in: source)
  }

  /// The line below one without the blanks around it; empty where it is blank.
  private static func line(behind line: ByteRange, to limit: Int, in source: Span<UInt8>) -> ByteRange {
    let start = min(source.nextLine(behind: source.lineEnd(from: line.end)), limit)
    let text = Pieces.trimmed(ByteRange(start, min(source.lineEnd(from: start), limit)), in: source)
    return text.isEmpty ? ByteRange(start, start) : text
  }

  /// Where a line of heads has the one of the levels.
  private static func head(_ line: ByteRange, in source: Span<UInt8>) -> (index: Int, place: Int)? {
    let cells = cells(of: line, in: source)
    guard cells.count > 1, let index = cells.firstIndex(where: { isHead($0, in: source) }) else { return nil }
    return (index, place(of: cells[index], in: source))
  }

  /// Whether a cell says that levels stand below it.
  static func isHead(_ cell: ByteRange, in source: Span<UInt8>) -> Bool {
    heads.contains(source.bytes(cell).map(\.capital).filter(\.isLetter))
  }

  private static let heads: Set<[UInt8]> = Set(
    [
      "CLASS", "CLAS", "CLASSIF", "CLASSIFICATION", "CLASSIFICATIONLEVEL", "LEVEL", "MARK", "MARKING", "PORTIONMARK",
      "PORTIONMARKING",
    ].map { Array($0.utf8) })

  private static func place(of cell: ByteRange, in source: Span<UInt8>) -> Int {
    cell.start - PortionReader.line(around: cell.start, in: source).start
  }

  /// What the cell of the levels says; where no head tells which it is, the first.
  private static func level(
    of line: ByteRange, under head: (index: Int, place: Int)?, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    let cells = cells(of: line, in: source)
    guard cells.count > 1 else { return nil }
    guard let head else { return statement(of: cells[0], in: source, vocabulary) }
    // Cells may be missing before it.
    let besides = cells.first { abs(place(of: $0, in: source) - head.place) <= 3 }
    return besides.flatMap { statement(of: $0, in: source, vocabulary) }
      ?? (head.index < cells.count ? statement(of: cells[head.index], in: source, vocabulary) : nil)
  }

  /// What letters say that would be a mark in parentheses, or that are a banner.
  static func statement(
    of cell: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    guard cell.count <= 40, source[cell.start].isCapital,
      !(cell.start..<cell.end).contains(where: { source[$0].isSmall })
    else { return nil }
    let mark = [UInt8(ascii: "(")] + source.bytes(cell) + [UInt8(ascii: ")")]
    return MarkStatement.read(ByteRange(0, mark.count), in: mark.span, vocabulary)
      ?? MarkStatement.read(cell, kind: .banner, in: source, vocabulary)
  }

  /// What tabs, strokes or two blanks part; at most sixteen.
  static func cells(of line: ByteRange, in source: Span<UInt8>) -> [ByteRange] {
    var cells: [ByteRange] = []
    var at = line.start
    var start: Int?
    while at <= line.end, cells.count < 16 {
      let isEnd = at == line.end || source[at].isOne(of: "\t", "|") || source.has("  ", at: at, end: line.end)
      if isEnd, let begin = start {
        let cell = Pieces.trimmed(ByteRange(begin, at), in: source)
        if !cell.isEmpty { cells.append(cell) }
        start = nil
      } else if !isEnd, start == nil, source[at] != 0x20 {
        start = at
      }
      at += 1
    }
    return cells
  }
}

extension PortionReader {
  /// Parts the portions at the rows of such tables. O(text).
  mutating func addLevelRows(to end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard document.flag(.classified, of: 0), let first = starts.first(where: { $0.mark != nil }) else { return }
    var known = starts[...]
    var added: [Start] = []
    var counter = counter
    // The last that begins above a place.
    var before = first
    // Whether one with a mark does that was not passed.
    func hasMark(upTo place: Int) -> Bool {
      var has = false
      while let start = known.first, start.range.start < place {
        before = known.removeFirst()
        has = has || before.mark != nil
      }
      return has
    }
    var line = Pieces.trimmed(Self.line(around: first.range.start, in: source), in: source)
    while line.start < end {
      _ = hasMark(upTo: line.start)
      let table = LevelTable(at: line, to: end, in: source, vocabulary)
      if let row = table.rows.first { _ = hasMark(upTo: row.line.start) }
      let around = before
      var last: PortionStatement?
      for row in table.rows {
        // What has a mark of its own in it is told apart by that.
        if hasMark(upTo: row.line.end) {
          last = nil
          continue
        }
        added.append(
          Start(
            range: ByteRange(row.line.start, row.line.start), text: row.line.start, mark: nil, name: "row of a table",
            position: counter.position(of: row.line.start, in: source), isInner: true, inner: row.statement))
        last = row.statement
      }
      if let last, last.level > .unclassified, !hasMark(upTo: table.end + 1), table.end < end {
        var rest = Start(
          range: ByteRange(table.end, table.end), text: table.end, mark: nil, name: around.name,
          position: counter.position(of: table.end, in: source), isInner: true)
        rest.inner = around.isInner ? around.inner : PortionStatement(level: .unclassified)
        if rest.inner != nil { added.append(rest) }
      }
      line =
        table.end > line.end
        ? Pieces.trimmed(Self.line(around: table.end, in: source), in: source)
        : Self.lineBelow(line, in: source)
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }
}
