import Documents
import MarkingGrammar
import MarkingModel

/// Lines of a telegram's text between blank lines, each item apart, with the marks in them.
struct BodyBlocks {
  struct Block {
    var range: ByteRange
    var firstLine: ByteRange
    var marks: [TextMark]
    /// The banner of a quoted document that it is, without any text.
    var banner: QuotedBanner?
  }

  private var at: Int
  private var end: Int
  /// Whether the first block is the text of an item.
  private var isItem: Bool

  init(from start: Int, to end: Int, isItem: Bool) {
    at = start
    self.end = end
    self.isItem = isItem
  }

  /// Goes on behind the end that was given.
  mutating func goOn(to end: Int) { self.end = max(self.end, end) }

  /// - Parameter places: what is no text of the telegram.
  mutating func next(
    _ marks: inout TextMarks, _ places: inout BodyPlaces, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Block? {
    var block: Block?
    let isOfItem = isItem
    isItem = false
    var indent: ItemIndent?
    var quotation: Int?
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      if line.isEmpty {
        at = stop + 1
        if block != nil { break }
        continue
      }
      if let end = places.endOfTelegram(around: line) {
        at = end
        if block != nil { break }
        continue
      }
      let isForm = places.isForm(line)
      if block != nil, let end = quotation, line.start >= end { break }
      quotation = places.endOfQuotation(around: line)
      if marks.amongMarks,
        let banner = places.banner(line, isForm: isForm, isFirst: block == nil, to: end, in: source, vocabulary)
      {
        if block != nil { break }
        at = stop + 1
        return Block(range: line, firstLine: line, marks: [], banner: banner)
      }
      let isItem = TextMarks.itemEnd(line, in: source) > line.start
      if let block {
        if isItem { break }
        // Behind an item the text around it goes on, where its quotation ends or it stands further to the left.
        if isOfItem || block.marks.first?.isOfItem ?? false,
          TextMarks.endsQuotation(line, in: source)
            || indent?.isLeft(line, behind: block.range.end, in: source) ?? false
        {
          break
        }
        indent?.take(line, in: source)
      } else {
        indent = ItemIndent(of: line, in: source)
      }
      let found = isForm ? [] : marks.read(line, in: source, vocabulary)
      // In place: the marks of all lines are in one block.
      if block == nil {
        block = Block(range: line, firstLine: line, marks: found)
      } else {
        block?.range.end = line.end
        block?.marks += found
      }
      at = max(stop, found.last?.range.end ?? 0) + 1
    }
    return block
  }
}
