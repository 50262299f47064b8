import Documents
import MarkingModel

/// Cuts a text into blocks: lines between blank lines and numbers of pages, and within them items that begin with a number,
/// letter or bullet, rows of tables, notes, and what is quoted more or less deeply than the line above.
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
      var quote = 0
      var holdsText = false
      while at < end {
        var stop = at
        while stop < end, source[stop] != 0x0A, source[stop] != 0x0D { stop += 1 }
        let line = Pieces.trimmed(ByteRange(at, stop), in: source)
        if stop + 1 < end, source[stop] == 0x0D, source[stop + 1] == 0x0A { stop += 1 }
        let marks = QuoteMarks(of: line, in: source)
        if marks.end >= line.end || PageNumber.isLine(line, in: source) {
          at = stop + 1
          if block != nil { break }
          continue
        }
        if let block,
          Self.beginsBlock(line, below: block.range.end, in: source)
            || marks.parts(line, from: block, quote, in: source)
        {
          break
        }
        quote = marks.count
        for i in line.start..<line.end where source[i].isLetterOrDigit || source[i] >= 0x80 { holdsText = true }
        block = Block(range: ByteRange(block?.range.start ?? line.start, line.end), firstLine: block?.firstLine ?? line)
        at = stop + 1
      }
      if let block, holdsText { return block }
    }
    return nil
  }

  private static func beginsBlock(_ line: ByteRange, below end: Int, in source: Span<UInt8>) -> Bool {
    source[line.start] == UInt8(ascii: "|") || mayBeginWithMark(line, below: end, in: source)
      || isNote(line, in: source) || ListLabel.markStart(line, in: source) != nil
      || QuestionLabel.end(line.start, line.end, in: source) != nil
      || ItemPrefix.read(line.start, line.end, in: source).kind != .none
  }

  /// Whether a mark, or what a scan or a slip has made of one, may stand in the parentheses that begin a line. `(as before)`
  /// is no mark, and `(Ref A).` and `(PA)` are none where the sentence above goes on.
  private static func mayBeginWithMark(_ line: ByteRange, below end: Int, in source: Span<UInt8>) -> Bool {
    guard source[line.start] == UInt8(ascii: "(") else { return false }
    var close = line.start + 1
    while close < line.end, source[close] != UInt8(ascii: ")") { close += 1 }
    let inner = ByteRange(line.start + 1, close)
    let first = source.skipBlanks(inner.start, inner.end)
    guard first < inner.end else { return true }
    if source.holdsSlashes(inner.start, inner.end) || inner.count == 1 { return true }
    if levels.contains(where: { source.hasAnyCase($0, at: first, end: inner.end) }) { return true }
    let isWritten = (inner.start..<inner.end).contains { source[$0].isSmall }
    if isWritten, inner.count > 4 { return false }
    if !isWritten, (inner.start..<inner.end).contains(where: { source[$0] == UInt8(ascii: "/") }) { return true }
    // What begins like a level is taken for one wherever it stands.
    return initials.contains(source[first].capital) || end > 0 && endings.contains(source[end - 1])
  }

  /// Of levels and controls, and the digits that scans make of them.
  private static let initials = Array("USCTLN01258$".utf8)
  private static let endings = Array(".?!:;)]\"".utf8)
  private static let levels = [
    "SECRET", "TOP SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "RESTRICTED", "LIMITED OFFICIAL",
  ]

  /// `[^1]: Yearbook, 2015.`: a note in Markdown, which may stand right below the text.
  private static func isNote(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard line.count > 4, source[line.start] == UInt8(ascii: "["), source[line.start + 1] == UInt8(ascii: "^") else {
      return false
    }
    var close = line.start + 2
    while close < line.end, source[close] > 0x20, source[close] != UInt8(ascii: "]") { close += 1 }
    return close + 1 < line.end && source[close] == UInt8(ascii: "]") && source[close + 1] == UInt8(ascii: ":")
  }
}
