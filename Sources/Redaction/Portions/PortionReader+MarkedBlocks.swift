import Documents
import MarkingGrammar
import MarkingModel

// Blocks that begin with a mark where no portion can begin for a reader: `Ref: (a) (U) Harbor guide`, `Issue: (U) The quay`,
// `[1] (U) Yearbook`, `3.(U)End`.
extension PortionReader {
  /// Adds a portion for each.
  mutating func addMarkedBlocks(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var blocks = TextBlocks(from: whole.start, to: whole.end)
    var counter = counter
    var known = starts[...]
    var added: [Start] = []
    var list = LetterList()
    while let block = blocks.next(in: source) {
      while let start = known.first, start.reach < block.range.start { known.removeFirst() }
      let isItem = list.takes(block.range.start, block.firstLine.end, in: source)
      if let start = known.first, start.range.start < block.firstLine.end { continue }
      let label = Self.labelEnd(block.firstLine, in: source)
      let lead = label ?? BlockLead.end(of: block.firstLine, in: source)
      guard let lead, let mark = Self.lastMark(lead, block.firstLine.end, in: source, vocabulary),
        label != nil || BlockLead.isMark(mark, behind: block.firstLine.start, in: source) && !isItem
      else { continue }
      var start = Start(
        range: ByteRange(block.range.start, mark.end), text: mark.end, mark: mark,
        name: label == nil ? "marked block" : "reference",
        position: counter.position(of: block.range.start, in: source), end: label == nil ? nil : block.range.end)
      // A label goes with what it heads.
      let isPlain = MarkStatement.read(mark, in: source, vocabulary)?.level == .unclassified
      if label == nil, !isPlain, ListLabel.markStart(block.firstLine, in: source) == nil,
        !ListLabel.isTime(ByteRange(block.range.start, mark.start), in: source),
        Self.holdsLetters(ByteRange(block.range.start, mark.start), in: source),
        ItemPrefix.read(block.range.start, block.firstLine.end, in: source).next < mark.start
      {
        var heading = start
        heading.range = ByteRange(block.range.start, block.range.start)
        heading.text = ItemPrefix.read(block.range.start, block.firstLine.end, in: source).next
        heading.end = mark.start
        added.append(heading)
        start.range = mark
      }
      added.append(start)
    }
    if !added.isEmpty { starts = (starts + added).sorted { $0.range.start < $1.range.start } }
  }

  private static let labels = [
    "REFERENCES", "REFERENCE", "REFS", "REF", "ENCLOSURES", "ENCLOSURE", "ENCLS", "ENCL", "ATTACHMENTS", "ATTACHMENT",
    "TABS", "TAB",
  ]

  /// Whether references are told in sentences: the names of papers need no mark, and what is said of them does.
  static func isProseOfReferences(_ block: TextBlocks.Block, in source: Span<UInt8>) -> Bool {
    guard labelEnd(block.firstLine, in: source) != nil else { return false }
    var line = block.range.start
    while line < block.range.end {
      let end = min(source.lineEnd(from: line), block.range.end)
      let start = source.skipBlanks(line, end)
      if start < end {
        let prefix = ItemPrefix.read(start, end, in: source)
        if source.isProse(prefix.next, end, isItem: prefix.kind != .none) { return true }
      }
      line = end + 1
    }
    return false
  }

  static func labelEnd(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    for label in labels where source.hasAnyCase(label, at: line.start, end: line.end) {
      let next = source.skipBlanks(line.start + label.utf8.count, line.end)
      return next < line.end && source[next] == UInt8(ascii: ":") ? next + 1 : nil
    }
    return nil
  }

  /// The mark behind a label, and behind the letter or number of a list where there is one: of `(a) (U)` the second.
  private static func lastMark(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ByteRange? {
    var mark: ByteRange?
    var at = source.skipBlanks(start, end)
    for _ in 0..<2 where at < end && source[at] == UInt8(ascii: "(") {
      var close = at
      while close < min(end, at + 80), source[close] != UInt8(ascii: ")") { close += 1 }
      guard close < end, source[close] == UInt8(ascii: ")") else { break }
      let range = ByteRange(at, close + 1)
      if MarkStatement.read(range, in: source, vocabulary) != nil {
        mark = range
      } else if mark != nil || range.count > 4 {
        break
      }
      at = source.skipBlanks(close + 1, end)
    }
    return mark
  }
}
