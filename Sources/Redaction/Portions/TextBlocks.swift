import Documents
import MarkingModel

/// Cuts a text into blocks: lines between blank lines and numbers of pages, and within them items that begin with a number, letter or bullet,
/// and rows of tables.
struct TextBlocks {
  struct Block {
    /// Without blanks at its ends.
    var range: ByteRange
    var firstLine: ByteRange
  }

  private var at: Int
  private let end: Int

  init(from start: Int, to end: Int) {
    at = start
    self.end = end
  }

  /// The next block that holds a letter, a digit or anything beyond ASCII.
  mutating func next(in source: Span<UInt8>) -> Block? {
    while at < end {
      var block: Block?
      var holdsText = false
      while at < end {
        var stop = at
        while stop < end, source[stop] != 0x0A, source[stop] != 0x0D { stop += 1 }
        let line = Pieces.trimmed(ByteRange(at, stop), in: source)
        if stop + 1 < end, source[stop] == 0x0D, source[stop + 1] == 0x0A { stop += 1 }
        if line.isEmpty || PageNumber.isLine(line, in: source) {
          at = stop + 1
          if block != nil { break }
          continue
        }
        if block != nil, Self.beginsBlock(line, in: source) { break }
        for i in line.start..<line.end where source[i].isLetterOrDigit || source[i] >= 0x80 { holdsText = true }
        block = Block(range: ByteRange(block?.range.start ?? line.start, line.end), firstLine: block?.firstLine ?? line)
        at = stop + 1
      }
      if let block, holdsText { return block }
    }
    return nil
  }

  private static func beginsBlock(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    source[line.start] == UInt8(ascii: "|") || ItemPrefix.read(line.start, line.end, in: source).kind != .none
      || source[line.start] == UInt8(ascii: "(")
  }
}
