import Documents
import MarkingGrammar
import MarkingModel

// What stands below a subject with a mark in a paper and is none of it: the text of a message, or of the page on which the
// subject is repeated.
extension PortionReader {
  /// Parts what does not belong to a subject from it.
  mutating func addTextBelowSubjects(
    in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let isMessage = document.word(.form, of: 0) == "email"
    var counter = counter
    var line = MarkLine()
    // Places of the form that do not stand above the subject at hand.
    var places = form[...]
    var added: [Start] = []
    // The portion above, where one stands there: the subject is no longer the first thing that the paper says.
    var above: Start?
    for (index, start) in starts.enumerated() {
      line.move(to: start.range.start, in: source)
      guard start.isSubject || isMessage && Self.isField(line.range, in: source), let mark = start.mark, !start.isBehind
      else {
        if start.mark != nil, !start.isInner { above = start }
        continue
      }
      let next = index + 1 < starts.count ? starts[index + 1].range.start : whole.end
      while let place = places.first, place.end <= line.range.end { places.removeFirst() }
      guard let text = Self.textBelow(line.range, to: next, beside: places, isRepeated: above != nil, in: source)
      else { continue }
      var below = Start(
        range: ByteRange(text, text), text: text, mark: nil, name: "text below a subject",
        position: counter.position(of: text, in: source))
      if !isMessage, let above, source[text].isSmall {
        // A sentence that the end of the page cuts.
        let subject = MarkStatement.read(mark, in: source, vocabulary)
        let cut = above.statement ?? above.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
        below.statement = cut.flatMap { cut in subject.map { cut.joined(with: $0) } }
      }
      added.append(below)
    }
    if !added.isEmpty { starts = (starts + added).sorted { $0.range.start < $1.range.start } }
  }

  /// `Attachments: (U) plan.doc`: below it the text of a message begins as well.
  private static func isField(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    source.hasAnyCase("ATTACH", at: source.skipBlanks(line.start, line.end), end: line.end)
      && afterLabel(line, in: source) > line.start
  }

  /// Where text begins that is not the subject's, before the next portion.
  ///
  /// A subject goes on on the next line where that is set in or had no room above; one that is not the paper's first is not
  /// followed by text without a mark that begins with a small letter.
  ///
  /// - Parameter form: the places of the form from there on, in order.
  private static func textBelow(
    _ subject: ByteRange, to end: Int, beside form: ArraySlice<ByteRange>, isRepeated: Bool, in source: Span<UInt8>
  ) -> Int? {
    var last = subject
    var places = form
    var isBelowBlank = false
    var at = source.nextLine(behind: last.end)
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      at = source.nextLine(behind: stop)
      if line.isEmpty {
        isBelowBlank = true
        continue
      }
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      if places.first.map({ $0.start < line.end }) ?? false || HeadText.hasLabel(line, in: source) { continue }
      if isBelowBlank { return isRepeated && source[line.start].isSmall ? line.start : nil }
      let indent = TextMarks.indent(of: line.start, in: source)
      let isSentence = HeadText.isText(line, in: source) && source[line.end - 1].isOne(of: ".", "!", "?")
      if ItemIndent.hasRoom(last.count, for: line, in: source), isSentence || isRepeated && indent < 2 {
        return line.start
      }
      last = ByteRange(line.start - indent, line.end)
    }
    return nil
  }
}
