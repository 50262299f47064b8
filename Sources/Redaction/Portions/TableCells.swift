import Documents
import MarkingModel

/// The cells of a line of a table, and what parts them.
struct TableCells {
  enum Form: Equatable {
    /// Strokes or tabs.
    case border(UInt8)
    /// Semicolons or commas (RFC 4180).
    case values(UInt8)
    /// Two blanks or more.
    case blanks
  }

  let form: Form
  /// Without blanks and quotes around them; empty ones only where something is drawn between them. One for a line that is none.
  let cells: [ByteRange]
  private let line: ByteRange

  /// - Parameter form: how the table parts cells; nil where that is to be told by the line.
  init(of line: ByteRange, as form: Form? = nil, in source: Span<UInt8>) {
    self.line = line
    self.form = form ?? Self.form(of: line, in: source)
    switch self.form {
    case .border(let sign): cells = PlainTables.cells(of: line, sign, in: source)
    case .blanks: cells = LevelTable.cells(of: line, in: source)
    case .values(let sign):
      let row = ValueRow(at: line.start, to: line.end, by: sign, in: source)
      cells = row.flatMap { $0.isTight ? $0.values : nil } ?? []
    }
  }

  private static func form(of line: ByteRange, in source: Span<UInt8>) -> Form {
    for sign in [UInt8(ascii: "|"), 0x09] where (line.start..<line.end).contains(where: { source[$0] == sign }) {
      return .border(sign)
    }
    if (line.start..<line.end).contains(where: { source.has("  ", at: $0, end: line.end) }) { return .blanks }
    let semicolon = UInt8(ascii: ";")
    let isBySemicolon = (line.start..<line.end).contains { source[$0] == semicolon }
    return .values(isBySemicolon ? semicolon : UInt8(ascii: ","))
  }

  /// A cell, what parts it from those beside it, what stands at the ends of the line, and every stroke.
  func borders(around cell: Int, in source: Span<UInt8>) -> [ByteRange] {
    let before = cell > 0 ? cells[cell - 1].end : line.start
    let after = cell + 1 < cells.count ? cells[cell + 1].start : line.end
    var places = [ByteRange(before, after)]
    if cell > 0 { places.insert(ByteRange(line.start, cells[0].start), at: 0) }
    if cell + 1 < cells.count { places.append(ByteRange(cells[cells.count - 1].end, line.end)) }
    if case .border(let sign) = form, sign != 0x09 {
      places += (line.start..<line.end).filter { source[$0] == sign }.map { ByteRange($0, $0 + 1) }
    }
    return places.filter { !$0.isEmpty }
  }
}
