import Documents
import MarkingModel

// Titles between the paragraphs of a telegram.
extension PortionReader {
  /// The title that stands between a paragraph and the next one, apart from both: a line or two in which no sentence
  /// ends, or what lines of dashes stand around. It says what the next paragraph is about.
  ///
  /// - Parameters:
  ///   - pieces: what stands between both, without page headings: a title may stand directly below one.
  ///   - mayBeAll: whether it may be all that stands there, below the heading of a section.
  func title(in pieces: [ByteRange], in source: Span<UInt8>, mayBeAll: Bool = false) -> ByteRange? {
    guard let text = pieces.last else { return nil }
    // Up to the blank line before the last block.
    var at = text.end
    var lines: [ByteRange] = []
    while at > text.start {
      let whole = Self.line(around: at - 1, in: source)
      let line = Pieces.trimmed(ByteRange(max(whole.start, text.start), whole.end), in: source)
      if line.isEmpty { break }
      lines.append(line)
      at = whole.start
      // Before the end of the line above.
      if at > text.start { at -= at > 1 && source[at - 1] == 0x0A && source[at - 2] == 0x0D ? 2 : 1 }
      if at > text.start, Self.isBlankLine(at, in: source) { break }
    }
    guard at > text.start || pieces.count > 1 || mayBeAll, let first = lines.last else { return nil }
    let words = lines.filter { !Self.isRule($0, in: source) }
    guard !words.isEmpty, words.count <= 2 else { return nil }
    let before = at > text.start ? source.trimmedEnd(text.start, at) : pieces.dropLast().last?.end ?? 0
    if words.count == lines.count, before > 0, source[before - 1] == UInt8(ascii: ":"),
      words.allSatisfy({ Self.isRow($0, in: source) })
    {
      return nil
    }
    if words.count == lines.count, Self.isBullet(first, in: source), Self.leads(text.start, before, in: source) {
      return nil
    }
    let endsSentence = words.contains { source[$0.end - 1].isOne(of: ".", ",", ";", "!", "?") }
    let isRuled = words.count < lines.count
    guard isRuled || !endsSentence && words.allSatisfy({ $0.count <= 70 }) else { return nil }
    return ByteRange(first.start, text.end)
  }

  private static func isBullet(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    ItemPrefix.read(line.start, line.end, in: source).kind == .bullet
  }

  /// Whether an item may follow a text: it ends with a colon, or its last block is one. An item of the paragraph above is
  /// no title of the next one.
  private static func leads(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard end > start else { return false }
    if source[end - 1] == UInt8(ascii: ":") { return true }
    var first = line(around: end - 1, in: source)
    while first.start > start + 1 {
      let isPair = source[first.start - 1] == 0x0A && source[first.start - 2] == 0x0D
      let above = line(around: first.start - (isPair ? 2 : 1), in: source)
      if source.skipBlanks(above.start, above.end) >= above.end { break }
      first = above
    }
    return isBullet(Pieces.trimmed(first, in: source), in: source)
  }

  /// Whether a line is one of a table or list, under the colon that announces it: `2007     44 tons`, `Oslo: the Consul`.
  private static func isRow(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    var blanks = 0
    var isLabelled = false
    for i in line.start..<line.end {
      if source[i] == 0x09 { return true }
      if source[i] == 0x20 {
        blanks += 1
        if i > line.start, source[i - 1] == UInt8(ascii: ":"), i + 1 < line.end { isLabelled = true }
      } else {
        if blanks > 2 { return true }
        blanks = 0
      }
    }
    return isLabelled && (line.start..<line.end).contains { source[$0].isSmall }
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
