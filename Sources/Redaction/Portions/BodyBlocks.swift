import Documents
import MarkingGrammar
import MarkingModel

/// Lines of a telegram's text between blank lines, each item apart, with the marks in them.
struct BodyBlocks {
  struct Block {
    var range: ByteRange
    var firstLine: ByteRange
    var marks: [TextMark]
  }

  private var at: Int
  private let end: Int
  /// Whether the first block is the text of an item.
  private var isItem: Bool

  init(from start: Int, to end: Int, isItem: Bool) {
    at = start
    self.end = end
    self.isItem = isItem
  }

  /// - Parameters:
  ///   - places: the places of the form, in order; those that were passed are taken off.
  ///   - quoted: the same of telegrams within this one.
  mutating func next(
    _ marks: inout TextMarks, _ places: inout ArraySlice<ByteRange>, _ quoted: inout ArraySlice<ByteRange>,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Block? {
    var block: Block?
    let isOfItem = isItem
    isItem = false
    var indent: ItemIndent?
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      if line.isEmpty {
        at = stop + 1
        if block != nil { break }
        continue
      }
      while let place = quoted.first, place.end <= line.start { quoted.removeFirst() }
      if let place = quoted.first, place.start <= line.start {
        at = place.end
        if block != nil { break }
        continue
      }
      while let place = places.first, place.end <= line.start { places.removeFirst() }
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
      let isForm = places.first.map { $0.start < line.end && !$0.isEmpty } ?? false
      var found: [TextMark] = []
      if !isForm {
        found = marks.read(line, in: source, vocabulary)
      } else if block == nil, marks.amongMarks, isAbove(stop, places, in: source),
        let level = DamagedMark.alone(line, in: source)
      {
        // A level over the text of a block is no banner of a page.
        found = [level]
      }
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

  /// Whether text stands on the line below, and nothing of the form.
  private func isAbove(_ stop: Int, _ places: ArraySlice<ByteRange>, in source: Span<UInt8>) -> Bool {
    var start = stop + 1
    if start < end, source[stop] == 0x0D, source[start] == 0x0A { start += 1 }
    guard start < end else { return false }
    let below = Pieces.trimmed(ByteRange(start, min(source.lineEnd(from: start), end)), in: source)
    return !below.isEmpty && !places.prefix(4).contains { $0.start >= below.start && $0.start < below.end }
  }
}
