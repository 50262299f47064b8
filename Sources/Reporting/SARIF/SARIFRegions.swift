import MarkingModel

/// Places of findings as SARIF counts them: columns in units of UTF-16, from 1.
///
/// The start of a line is looked for once; from there the findings of a line are reached one after the other, so that a
/// document of one long line costs no more than another.
struct SARIFRegions {
  struct Region {
    var start: Position
    /// Nil where the range is none of the document.
    var end: Position?
    var range: ByteRange

    func write(_ key: String, to out: inout JSONText) {
      out.open(.object, key, inline: true)
      out.member("startLine", start.line)
      out.member("startColumn", start.column)
      if let end {
        out.member("endLine", end.line)
        out.member("endColumn", end.column)
        out.member("byteOffset", range.start)
        out.member("byteLength", range.count)
      }
      out.close()
    }
  }

  private let units: TextUnits
  /// A place in the line of the last finding, and its column.
  private var last: (line: Int, offset: Int, column: Int)?

  init(_ bytes: Span<UInt8>) { units = TextUnits(of: bytes) }

  mutating func region(of finding: Finding, in bytes: Span<UInt8>) -> Region {
    let range = finding.range
    guard range.start >= 0, range.end >= range.start, range.end <= bytes.count else {
      return Region(start: finding.position, end: nil, range: range)
    }
    let column = column(of: range.start, line: finding.position.line, in: bytes)
    let start = Position(line: finding.position.line, column: column)
    return Region(start: start, end: end(of: range, from: start, in: bytes), range: range)
  }

  /// The places of the edits of a finding, each looked for from the beginning of the document.
  func regions(of edits: [TextEdit], in bytes: Span<UInt8>) -> [Region] {
    edits.filter { $0.range.start >= 0 && $0.range.start <= $0.range.end && $0.range.end <= bytes.count }.map { edit in
      let first = end(of: ByteRange(units.start, edit.range.start), from: Position(line: 1, column: 1), in: bytes)
      return Region(start: first, end: end(of: edit.range, from: first, in: bytes), range: edit.range)
    }
  }

  private mutating func column(of offset: Int, line: Int, in bytes: Span<UInt8>) -> Int {
    var from = offset
    var column = 1
    if let last, last.line == line, last.offset <= offset {
      (from, column) = (last.offset, last.column)
    } else {
      while !units.endsLine(bytes, from - units.size) { from -= units.size }
    }
    column += units.utf16Count(bytes, from, offset)
    last = (line, offset, column)
    return column
  }

  private func end(of range: ByteRange, from start: Position, in bytes: Span<UInt8>) -> Position {
    var (at, line, lineStart) = (range.start, start.line, range.start)
    while at < range.end {
      let unit = units.unit(bytes, at)
      at += units.size
      guard unit == 0x0A || unit == 0x0D else { continue }
      if unit == 0x0D, at < range.end, units.unit(bytes, at) == 0x0A { at += units.size }
      line += 1
      lineStart = at
    }
    let count = units.utf16Count(bytes, lineStart, range.end)
    return Position(line: line, column: (line == start.line ? start.column : 1) + count)
  }
}
