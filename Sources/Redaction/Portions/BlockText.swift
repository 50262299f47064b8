import Documents
import MarkingModel

/// The lines of a block and the words of a line.
enum BlockText {
  /// Those with anything on them, without the blanks at their ends.
  static func lines(of block: ByteRange, in source: Span<UInt8>) -> [ByteRange] {
    var lines: [ByteRange] = []
    var at = block.start
    while at < block.end {
      var end = at
      while end < block.end, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let line = Pieces.trimmed(ByteRange(at, end), in: source)
      if !line.isEmpty { lines.append(line) }
      at = end + 1
    }
    return lines
  }

  /// Runs of letters, digits and whatever is beyond ASCII.
  static func words(of line: ByteRange, in source: Span<UInt8>) -> [ByteRange] {
    var words: [ByteRange] = []
    var i = line.start
    while i < line.end {
      guard source[i].isLetterOrDigit || source[i] >= 0x80 else {
        i += 1
        continue
      }
      let start = i
      while i < line.end, source[i].isLetterOrDigit || source[i] >= 0x80 || source[i] == 0x27 { i += 1 }
      words.append(ByteRange(start, i))
    }
    return words
  }
}
