import Documents
import MarkingGrammar
import MarkingModel

// Marks in the text of a telegram's paragraphs: a second one in a line or at its start, and one at the end of an item.
extension PortionReader {
  /// Parts the portions of a telegram at the marks in their text. What stands behind a mark goes by it and by the mark of
  /// its portion; where a mark ends its line nobody can tell what it is about: its block goes by it, and what follows too.
  mutating func addTextMarks(to end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var marks = TextMarks(
      amongMarks: starts.contains { !$0.isOfHeading && $0.mark != nil },
      known: Set(starts.compactMap { $0.mark?.start }))
    var added: [Start] = []
    var counter = counter
    var places = BodyPlaces(self, to: end, in: source)
    // What stands around items and quoted paragraphs, and the text that was read last.
    var around: PortionText.Around?
    var text: PortionText?
    for index in starts.indices where !starts[index].isOfHeading {
      let start = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].range.start : max(end, start.end ?? start.range.end)
      var inner: PortionText
      if start.continues, let before = text {
        inner = before
        inner.goOn(&starts[index], counter)
      } else {
        let base = start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
        inner = PortionText(start, base, around: start.isItem ? around : nil, counter, in: source)
        marks.endList()
      }
      var blocks = BodyBlocks(
        from: start.text, to: max(start.text, min(start.end ?? end, next)), isItem: start.isItem && !start.continues)
      while let block = blocks.next(&marks, &places, in: source, vocabulary) { inner.take(block, in: source) }
      // The reader may end a paragraph above the banner of what it quotes.
      blocks.goOn(to: start.isBehind ? start.text : next)
      while let block = blocks.next(&marks, &places, in: source, vocabulary) {
        if block.banner != nil { inner.take(block, in: source) }
      }
      counter = inner.counter
      added += inner.starts
      if !start.isItem { around = inner.outermost }
      text = inner
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }
}
