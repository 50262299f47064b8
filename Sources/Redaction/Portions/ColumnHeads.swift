import Documents
import MarkingModel

/// The heads of columns above the first row of a table: `Item     Date     Remark`.
enum ColumnHeads {
  /// Whether a block is one line of as many columns as the line below it, of which one begins with a mark; none of them
  /// reads like text. A line may be drawn between them.
  static func areOne(_ block: TextBlocks.Block, in source: Span<UInt8>) -> Bool {
    guard block.range.end == block.firstLine.end, let below = lineBelow(block.range.end, in: source),
      beginsMark(below, in: source)
    else { return false }
    let columns = count(block.firstLine, in: source)
    return columns > 1 && columns == count(below, in: source) && !HeadText.isText(block.range, in: source)
  }

  private static func lineBelow(_ end: Int, in source: Span<UInt8>) -> ByteRange? {
    guard let line = nextLine(end, in: source), TableLine.isRuling(source, line) else {
      return nextLine(end, in: source)
    }
    return nextLine(line.end, in: source)
  }

  private static func nextLine(_ end: Int, in source: Span<UInt8>) -> ByteRange? {
    let start = source.nextLine(behind: source.lineEnd(from: end))
    guard start < source.count else { return nil }
    let line = Pieces.trimmed(ByteRange(start, source.lineEnd(from: start)), in: source)
    return line.isEmpty ? nil : line
  }

  /// Whether a cell begins with a parenthesis.
  private static func beginsMark(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    (line.start..<line.end).contains {
      source[$0] == UInt8(ascii: "(") && ($0 == line.start || source[$0 - 1].isOne(of: " ", "\t", "|"))
    }
  }

  /// How many cells a line has: what tabs, borders or two blanks part.
  private static func count(_ line: ByteRange, in source: Span<UInt8>) -> Int {
    var columns = 1
    var at = line.start
    while at < line.end {
      var next = at
      while next < line.end, source[next].isOne(of: " ", "\t", "|") { next += 1 }
      if next - at > 1 || next > at && source[at] != 0x20 { columns += 1 }
      at = max(next, at + 1)
    }
    return columns
  }
}
