import Documents
import MarkingModel

// Titles between the paragraphs of a telegram.
extension PortionReader {
  /// The title that stands between a paragraph and the next one, apart from both: a line or two in which no sentence
  /// ends, or what lines of dashes stand around. It says what the next paragraph is about.
  static func title(from start: Int, to next: Int, in source: Span<UInt8>) -> ByteRange? {
    let text = Pieces.trimmed(ByteRange(start, next), in: source)
    // Up to the blank line before the last block.
    var at = text.end
    var lines: [ByteRange] = []
    while at > text.start {
      let whole = line(around: at - 1, in: source)
      let line = Pieces.trimmed(ByteRange(max(whole.start, text.start), whole.end), in: source)
      if line.isEmpty { break }
      lines.append(line)
      at = whole.start
      // Before the end of the line above.
      if at > text.start { at -= at > 1 && source[at - 1] == 0x0A && source[at - 2] == 0x0D ? 2 : 1 }
      if at > text.start, isBlankLine(at, in: source) { break }
    }
    guard at > text.start, let first = lines.last else { return nil }
    let words = lines.filter { !isRule($0, in: source) }
    guard !words.isEmpty, words.count <= 2 else { return nil }
    let endsSentence = words.contains { source[$0.end - 1].isOne(of: ".", ",", ";", "!", "?") }
    let isRuled = words.count < lines.count
    guard isRuled || !endsSentence && words.allSatisfy({ $0.count <= 70 }) else { return nil }
    return ByteRange(first.start, text.end)
  }

  /// Whether the line that ends at `at` is empty.
  private static func isBlankLine(_ at: Int, in source: Span<UInt8>) -> Bool {
    let whole = line(around: at, in: source)
    return source.skipBlanks(whole.start, whole.end) >= whole.end
  }

  /// A line of dashes, equals signs or the like.
  private static func isRule(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in line.start..<line.end where source[i].isLetterOrDigit || source[i] >= 0x80 { return false }
    return true
  }
}
