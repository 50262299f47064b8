import Documents
import MarkingGrammar
import MarkingModel

// A telegram of several sections repeats its heading at the start of each: the paragraph that it cuts goes on behind it.
extension PortionReader {
  /// Adds the rest of a portion behind each subject or authority that stands behind the first text. A repeated subject is
  /// the line of the heading and no portion that text behind it could go by.
  mutating func addContinuations(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let first = starts.firstIndex(where: { !$0.isOfHeading }) else { return }
    let textStart = starts[first].range.start
    guard let bodyEnd = document.nodes.map(\.range.end).max(),
      document.nodes(named: .subject).contains(where: { document.nodes[$0].range.start > textStart })
        || starts[first...].contains(where: \.isOfHeading)
    else { return }
    var added: [Start] = []
    var counter = counter
    var owner = starts[first]
    for place in cutSubjects(behind: textStart, in: source) {
      guard let owner = starts.last(where: { $0.range.start < place && !$0.isOfHeading }) else { continue }
      added.append(Self.rest(of: owner, from: place, bodyEnd, &counter, in: source))
    }
    for index in starts.indices.dropFirst(first) {
      let start = starts[index]
      guard start.isOfHeading else {
        owner = start
        continue
      }
      // Another subject than that of the first section may be a line of the text.
      if let mark = start.mark, start.name == "subject", !isRepeated(start, in: source) {
        starts[index].inner = MarkStatement.read(mark, in: source, vocabulary)
        starts[index].isInner = starts[index].inner != nil
      }
      let place = max(start.reach, start.end ?? start.range.end)
      added.append(Self.rest(of: owner, from: place, bodyEnd, &counter, in: source))
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }

  /// The same portion from a place behind its beginning.
  private static func rest(
    of owner: Start, from place: Int, _ end: Int, _ counter: inout LineCounter, in source: Span<UInt8>
  ) -> Start {
    var rest = owner
    rest.range = ByteRange(place, place)
    (rest.text, rest.isBehind, rest.continues) = (place, false, true)
    rest.end = owner.end.map { $0 > place ? $0 : end }
    rest.position = counter.position(of: place, in: source)
    return rest
  }

  /// What stands below a repeated subject without a blank line between is text: the subject ends where the first one does.
  ///
  /// - Returns: where those without marks end that were cut.
  private mutating func cutSubjects(behind textStart: Int, in source: Span<UInt8>) -> [Int] {
    guard let first = firstSubject(in: source) else { return [] }
    var ends: [Int] = []
    let headings = Dictionary(
      starts.indices.filter { starts[$0].isOfHeading }.map { (starts[$0].range.start, $0) }, uniquingKeysWith: { $1 })
    let lines = Dictionary(form.indices.map { (form[$0], $0) }, uniquingKeysWith: { $1 })
    for index in document.nodes(named: .subject) {
      let range = document.nodes[index].range
      guard range.start > textStart else { continue }
      if let at = headings[range.start], !starts[at].isBehind {
        guard let end = Self.end(of: first, at: starts[at].text, range.end, in: source) else { continue }
        (starts[at].end, starts[at].range.end) = (end, end)
      } else if let at = lines[range],
        let end = Self.end(of: first, at: Self.afterLabel(range, in: source), range.end, in: source)
      {
        if end < range.end { ends.append(end) }
        form[at].end = end
      }
    }
    return ends
  }

  private func isRepeated(_ start: Start, in source: Span<UInt8>) -> Bool {
    guard let first = firstSubject(in: source) else { return false }
    let end = start.end ?? start.range.end
    return Self.end(of: first, at: start.text, end, in: source) == source.trimmedEnd(start.text, end)
  }

  /// The text of the first subject, without label and mark.
  private func firstSubject(in source: Span<UInt8>) -> ByteRange? {
    guard let index = document.nodes(named: .subject).first else { return nil }
    let range = document.nodes[index].range
    let start = starts.first { $0.isOfHeading && $0.range.start == range.start }
    let text =
      start.map { ByteRange($0.text, $0.end ?? range.end) } ?? ByteRange(Self.afterLabel(range, in: source), range.end)
    let trimmed = Pieces.trimmed(text, in: source)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Where a text ends that stands again at `start`, however its lines are broken; nil where another one does.
  private static func end(of text: ByteRange, at start: Int, _ limit: Int, in source: Span<UInt8>) -> Int? {
    var (there, here) = (text.start, start)
    while there < text.end {
      if source[there] <= 0x20 {
        there += 1
        continue
      }
      while here < limit, source[here] <= 0x20 { here += 1 }
      guard here < limit, source[here].capital == source[there].capital else { return nil }
      there += 1
      here += 1
    }
    return here
  }
}
