import Documents
import MarkingGrammar
import MarkingModel

// Text in a paper that may be that of a portion around it again: behind an item and further to the left than it, and behind
// what it quotes.
extension PortionReader {
  /// What a portion says, and where it stands.
  private struct Level {
    var indent: Int
    var depth: Int
    var statement: PortionStatement?
    /// How long the longest of its lines is.
    var width = 0

    /// Whether another portion may stand in it.
    func holds(_ other: Level) -> Bool { indent < other.indent || indent == other.indent && depth < other.depth }

    /// Takes one of its lines. What stands in place of text says nothing of how wide that was.
    mutating func widen(_ line: ByteRange, in source: Span<UInt8>) {
      if (line.start..<line.end).contains(where: { WithheldLabel.read($0, in: source) != nil }) { return }
      width = max(width, TextMarks.indent(of: line.start, in: source) + line.count)
    }

    /// Further marks in its text hold to its end.
    mutating func join(_ inner: PortionStatement?) {
      statement = statement.flatMap { own in inner.map { own.joined(with: $0) } }
    }
  }

  /// Adds a portion where the text around an item or a quotation may go on below it, as layout and words alone show: it goes
  /// by the one and by all that it stands in.
  mutating func addReturns(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let first = starts.first(where: { $0.mark != nil }) else { return }
    var known = starts[...]
    var places = form[...]
    var counter = counter
    var added: [Start] = []
    // The portion at hand, behind those that it stands in.
    var levels: [Level] = []
    // How far the portion at hand is set in; nil where nothing goes back from it.
    var item: ItemIndent?
    var quotation = PaperQuotation()
    // What the next line goes by, behind a quotation.
    var behind: PaperQuotation.Around?
    var before = first.range.start
    var isBelowBlank = true
    var at = Self.line(around: first.range.start, in: source).start
    while at < whole.end {
      let stop = source.lineEnd(from: at)
      let line = Pieces.trimmed(ByteRange(at, min(stop, whole.end)), in: source)
      at = stop + 1
      if line.isEmpty {
        isBelowBlank = true
        continue
      }
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      var begun: Start?
      // Further marks on the line.
      var inner: [Start] = []
      while let start = known.first, start.range.start < line.end {
        known.removeFirst()
        if start.isInner { inner.append(start) } else { (begun, inner) = (start, []) }
      }
      if let begun {
        // A subject is no paragraph around the text, nor an item of one.
        if begun.isSubject { levels = [] }
        let level = Level(
          indent: begun.isSubject ? .max : TextMarks.indent(of: line.start, in: source),
          depth: ItemPrefix.read(line.start, line.end, in: source).depth,
          statement: statement(of: begun, in: source, vocabulary))
        while let last = levels.last, !last.holds(level) { levels.removeLast() }
        levels.append(level)
        quotation.begin(levels.map(\.statement))
        // A cell, a subject and what stands before its mark end where they are known to.
        item =
          begun.end == nil && levels.count > 1
          ? ItemIndent(of: line, width: levels[levels.count - 2].width, in: source) : nil
        behind = nil
      } else if places.first.map({ $0.start < line.end && !$0.isEmpty }) ?? false {
        continue
      } else if let around = behind {
        addReturn(
          line, around, own: levels.last?.statement, counter.position(of: line.start, in: source), to: &added)
        (behind, item) = (nil, nil)
      } else if item?.isLeft(line, behind: before, isBelowBlank, in: source) ?? false {
        item = nil
        addReturn(
          line, PaperQuotation.Around(levels.map(\.statement)), own: levels.last?.statement,
          counter.position(of: line.start, in: source),
          to: &added)
      } else {
        item?.take(line, in: source)
      }
      for start in inner where !levels.isEmpty {
        levels[levels.count - 1].join(statement(of: start, in: source, vocabulary))
        quotation.begin(levels.map(\.statement))
      }
      if let end = quotation.take(line, in: source) {
        let rest = Pieces.trimmed(ByteRange(end.start, line.end), in: source)
        if Self.holdsLetters(rest, in: source) {
          addReturn(
            rest, end.around, own: levels.last?.statement, counter.position(of: rest.start, in: source), to: &added)
        } else {
          behind = end.around
        }
      }
      if let last = levels.indices.last { levels[last].widen(line, in: source) }
      (before, isBelowBlank) = (line.end, false)
    }
    if !added.isEmpty { starts = (starts + added).sorted { $0.range.start < $1.range.start } }
  }

  private func statement(
    of start: Start, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    start.inner ?? start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
  }

  private func addReturn(
    _ line: ByteRange, _ around: PaperQuotation.Around, own: PortionStatement?, _ position: Position,
    to added: inout [Start]
  ) {
    guard let own else { return }
    var start = Start(
      range: ByteRange(line.start, line.start), text: line.start, mark: nil, name: "text without a mark",
      position: position)
    guard let all = around.statement?.joined(with: own) else {
      added.append(start)
      return
    }
    if all == own { return }
    (start.name, start.isInner, start.inner) = ("text beside a mark", true, all)
    added.append(start)
  }
}
