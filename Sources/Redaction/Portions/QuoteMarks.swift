import Documents
import MarkingModel

/// The signs before a line that is quoted from another message: `> > `.
struct QuoteMarks {
  private(set) var count = 0
  /// Where the text behind them begins.
  private(set) var end: Int

  init(of line: ByteRange, in source: Span<UInt8>) {
    end = line.start
    while end < line.end, source[end] == UInt8(ascii: ">") {
      count += 1
      end = source.skipBlanks(end + 1, line.end)
    }
  }

  /// Whether the line is no part of the block above it: it is quoted more or less deeply, so that somebody else wrote it.
  /// The end of a full line that a program broke lost its signs; the sentence goes on there.
  ///
  /// - Parameter above: how many signs the line above has.
  func parts(_ line: ByteRange, from block: TextBlocks.Block, _ above: Int, in source: Span<UInt8>) -> Bool {
    if count == above { return false }
    if count > above { return true }
    let last = PortionReader.line(around: block.range.end - 1, in: source)
    return last.count < Self.full || !source[end].isSmall
      || source[block.range.end - 1].isOne(of: ".", "?", "!", ":", ";")
  }

  /// As long are the lines that programs break.
  private static let full = 60
}
