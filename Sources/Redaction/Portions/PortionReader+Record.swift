import Documents
import MarkingGrammar
import MarkingModel

// The page of attributes that a database prints below a telegram.
extension PortionReader {
  /// Takes the page as lines of the form, but for the subject, which it repeats: that goes by the mark that it has, or by that
  /// of the telegram's own.
  mutating func takeRecord(_ index: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let node = document.nodes[index]
    guard let subject = Self.subject(in: node.range, source) else { return addForm(index, in: source) }
    let text = ByteRange(source.skipBlanks(Self.afterLabel(subject, in: source), subject.end), subject.end)
    let own = TextMarks.whole(text.start, Self.line(around: text.start, in: source).end, in: source, vocabulary)
    let telegrams = starts.last { $0.isOfHeading && $0.name == "subject" }
    guard !text.isEmpty, own != nil || telegrams != nil else { return addForm(index, in: source) }
    for range in [ByteRange(node.range.start, subject.start), ByteRange(subject.end, node.range.end)] {
      form.append(range)
      formNames[range.start] = .record
      ofPages.insert(range.start)
    }
    var counter = counter
    starts.append(
      Start(
        range: subject, text: own?.range.end ?? text.start, mark: own?.range ?? telegrams?.mark, name: "subject",
        position: counter.position(of: subject.start, in: source), end: subject.end, isOfHeading: true))
  }

  /// The line of the subject with those that go on with it; nil where there is none.
  private static func subject(in page: ByteRange, _ source: Span<UInt8>) -> ByteRange? {
    var start: Int?
    var at = page.start
    while at < page.end {
      let end = min(source.lineEnd(from: at), page.end)
      let isLabel = isLabelled(ByteRange(at, end), in: source)
      if let start, isLabel || source.skipBlanks(at, end) == end {
        return ByteRange(start, source.trimmedEnd(start, at))
      }
      if start == nil, source.has("Subject:", at: source.skipBlanks(at, end), end: end) { start = at }
      at = source.nextLine(behind: end)
    }
    return start.map { ByteRange($0, source.trimmedEnd($0, page.end)) }
  }

  /// `TAGS: EAIR`, `Review Date:`: a few words that begin with capitals, and a colon.
  private static func isLabelled(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    var at = source.skipBlanks(line.start, line.end)
    guard at < line.end, source[at].isCapital else { return false }
    let limit = min(line.end, at + 40)
    while at < limit, source[at].isLetter || source[at] == 0x20 || source[at] == UInt8(ascii: "/") { at += 1 }
    return at < limit && source[at] == UInt8(ascii: ":")
  }
}
