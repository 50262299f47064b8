import MarkingModel

/// A text that was typed or copied in double spacing: no two lines of it stand together. It is read as it would stand in
/// single spacing, where blank lines part paragraphs and nothing else.
struct DoubleSpacing: Sendable {
  private(set) var copy = CopiedText()

  /// So many lines show that the spacing is no accident.
  private static let fewest = 12
  /// Of so many gaps one is wider than that between two lines.
  private static let gapsOfParagraph = 12
  /// Of so many lines at the narrow gap no more than one stands behind the end of a sentence or begins with a mark: else
  /// they are paragraphs of one line each.
  private static let linesOfParagraph = 3

  /// Nil where lines stand together, as in most texts: that is seen in the first of them. Time: linear.
  init?(_ source: Span<UInt8>, from start: Int) {
    guard Self.isDoubleSpaced(source, from: start) else { return nil }
    copy = CopiedText(reserving: source.count)
    var at = start
    var kept = start
    while let line = source.filledLine(from: at) {
      // The gap before a line: what is left of it stands behind the line above.
      let blanks = source.blankLines(at, line.start)
      var first = at
      for _ in 0..<(blanks - blanks / 2) where first < line.start { first = source.lineStart(after: first) }
      if at > start, first > at {
        copy.copy(ByteRange(kept, at), of: source)
        kept = first
      }
      at = line.next
    }
    copy.copy(ByteRange(kept, source.count), of: source)
  }

  private static func isDoubleSpaced(_ source: Span<UInt8>, from start: Int) -> Bool {
    var (lines, wide, paragraphs) = (0, 0, 0)
    var at = start
    var above = ByteRange(start, start)
    while let line = source.filledLine(from: at) {
      let text = source.trimmed(ByteRange(line.start, line.next))
      if lines > 0 {
        let blanks = source.blankLines(at, line.start)
        if blanks == 0 { return false }
        if blanks > 1 {
          wide += 1
        } else {
          if BodyReader.endsSentence(above, in: source) || source.isMarked(text) { paragraphs += 1 }
        }
      }
      lines += 1
      at = line.next
      above = text
    }
    return lines >= fewest && wide * gapsOfParagraph >= lines && paragraphs * linesOfParagraph <= lines - wide
  }
}

extension Span where Element == UInt8 {
  /// Whether a parenthesis stands first in a line, or behind the number of a paragraph: `2. (S)`.
  fileprivate func isMarked(_ line: ByteRange) -> Bool {
    let number = number(at: line.start, end: line.end)
    let isNumber = number.digits > 0 && number.end < line.end && self[number.end].isOne(of: ".", ")")
    let at = isNumber ? skipBlanks(number.end + 1, line.end) : line.start
    return at < line.end && self[at] == 0x28
  }

  /// The first line from an offset on that is not blank: where it begins, and where the next one does. The offset is the
  /// beginning of a line.
  fileprivate func filledLine(from at: Int) -> (start: Int, next: Int)? {
    var start = at
    var i = at
    while i < count, self[i] <= 0x20, self[i] != 0x0C {
      if self[i] == 0x0A || self[i] == 0x0D {
        i = nextLine(after: i)
        start = i
      } else {
        i += 1
      }
    }
    return i < count ? (start, lineStart(after: i)) : nil
  }

  /// How many lines stand between two beginnings of lines.
  fileprivate func blankLines(_ start: Int, _ end: Int) -> Int {
    var lines = 0
    var at = start
    while at < end {
      lines += 1
      at = lineStart(after: at)
    }
    return lines
  }

  /// Where the line behind that of an offset begins.
  fileprivate func lineStart(after at: Int) -> Int {
    var end = at
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return end < count ? nextLine(after: end) : count
  }
}
