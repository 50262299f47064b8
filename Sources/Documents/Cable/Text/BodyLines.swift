package import MarkingGrammar
import MarkingModel

// The lines of the text, one after the other.
extension BodyReader {
  /// Counts a line of text.
  @inline(__always)
  mutating func count(_ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>) {
    let bytes = end &- line.start
    // Characters are counted only where the line may be the longest.
    metrics.count(line: bytes > metrics.longestLine ? source.scalars(line.start, end) : bytes)
    if state.start == nil { state.start = start }
  }

  /// Keeps a line as the last one.
  @inline(__always)
  mutating func keep(_ line: SourceLine, _ start: Int, _ end: Int) {
    state.previous = state.last?.text
    state.last = (line, ByteRange(start, end))
    state.blanks = 0
  }

  /// Takes a line of text. `start` and `end` are those of its text, without blanks; it must have some.
  package mutating func take(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // A note of the communications center below the signature.
    if source[start] == 0x4E, source.has("NOTE BY OC", at: start, end: end) { return }
    count(line, start, end, in: source)
    if !state.pages.isEmpty, let behind = repeatedEnd(start, end, in: source) {
      takeWords(line, start, end, text: behind, isParagraph: false, in: source)
    } else if LineStart.mayBegin(start, end, in: source) || openAuthority != nil || mayBeAuthority(start, in: source) {
      takeBeginning(line, start, end, in: source, vocabulary)
    } else {
      let isHeading = takeHeading(line, start, end, in: source, vocabulary)
      takeWords(line, start, end, text: start, isParagraph: isHeading, in: source)
    }
    if state.glued != nil { takeGlued(line, start, end, in: source, vocabulary) }
    keep(line, start, end)
    if !state.pages.isEmpty { state.pages.removeAll(keepingCapacity: true) }
  }

  /// The paragraphs that begin within a line, each behind the end of a passage.
  private mutating func takeGlued(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    while let glued = state.glued {
      state.glued = nil
      keep(line, start, glued)
      takeBeginning(line, glued, end, in: source, vocabulary)
    }
  }

  /// A line that may begin a paragraph or belong to a Classified-By block.
  private mutating func takeBeginning(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if let last = state.last?.text, last.count <= 60, source.isRule(ByteRange(start, end)) {
      state.underlined = last.start
    }
    var begun = LineStart(on: context.day, at: start)
    let hasBegun = begun.read(end, in: source, vocabulary)
    let text = hasBegun ? begun.text : start
    if openAuthority != nil || Self.isAuthorityLetter(source[text < end ? text : start]),
      takeAuthority(
        line, start, end, text: text, from: hasBegun ? begun.pilcrow?.end ?? start : start, hasBegun: hasBegun,
        isNumbered: hasBegun && begun.number != nil, in: source, vocabulary)
    {
      return
    }
    let isParagraph = hasBegun && takeStart(begun, line, end, in: source, vocabulary)
    let isHeading = !hasBegun && takeHeading(line, start, end, in: source, vocabulary)
    takeWords(
      line, start, end, text: isParagraph ? text : start, isParagraph: isParagraph || isHeading, in: source)
  }

  /// The words of a line from `text` on.
  private mutating func takeWords(
    _ line: SourceLine, _ start: Int, _ end: Int, text: Int, isParagraph: Bool, in source: Span<UInt8>
  ) {
    sequence.leaveSectionStart()
    if !state.pages.isEmpty { resolveSplits(start, isNew: isParagraph, in: source) }
    var rest = text
    if openEnd != nil || openCitation != nil { rest = takeOpenEnds(line, text, end, in: source) }
    // No word of the line matters to the reader of passages.
    guard line.trigger < end else { return }
    let isBlockStart = rest == text && (isParagraph || state.blanks > 0 || state.last == nil)
    scan(line, rest, end, isBlockStart: isBlockStart, in: source)
  }

  /// What a line begins with. Whether a paragraph begins.
  @inline(__always)
  private mutating func takeStart(
    _ begun: LineStart, _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if let number = begun.number {
      guard let reading = sequence.take(candidate(begun, number, line, in: source)) else { return false }
      add(begun, number, reading, line, end, in: source, vocabulary)
      return true
    }
    if let label = begun.label, let mark = begun.mark {
      // `2.1` stands in paragraph 2, at the start of a sentence.
      if let parent = begun.parent {
        guard parent == sequence.last, isFresh() || isAfterSign(in: source) else { return false }
      }
      if mark.standing == .doubtful, !isAmongMarks(mark, in: source) { return false }
      return addSubparagraph(label, mark, begun, line, in: source)
    }
    if let mark = begun.markBefore {
      return takeMark(mark, below: begun) || takeMarkedLine(begun, mark, line, in: source)
    }
    return false
  }

  @inline(__always)
  private mutating func candidate(
    _ begun: LineStart, _ number: LineStart.Number, _ line: SourceLine, in source: Span<UInt8>
  ) -> ParagraphSequence.Candidate {
    let mark = begun.legalMark
    return ParagraphSequence.Candidate(
      number: number.value, digits: number.digits, at: begun.range.start, indent: begun.range.start - line.start,
      sign: number.sign, isFresh: isFresh() || isFreshOnPage(in: source), isAfterSign: isAfterSign(in: source),
      isAfterSentence: state.last.map { Self.endsSentence($0.text, in: source) } ?? false,
      isAfterShort: isAfterShort(), hasMark: mark != nil,
      isInCapitals: mark.map { $0.isInCapitals(in: source) } ?? false, hasPilcrow: begun.pilcrow != nil,
      isBoxed: mark == nil && begun.pilcrow == nil && isBehindRule(in: source) && source.isRule(behind: line.end))
  }

  /// Whether the line before is a rule.
  @inline(__always)
  mutating func isBehindRule(in source: Span<UInt8>) -> Bool {
    state.last.map { source.isRule($0.text) } ?? false
  }

  /// Where what is new begins in the first line of a page that repeats the last one of the page before, as joined
  /// sections do (reference section 9); nil where it repeats nothing.
  private func repeatedEnd(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard let last = state.last?.text, last.count >= 8, end - start >= last.count else { return nil }
    for i in 0..<last.count where source[start + i] != source[last.start + i] { return nil }
    let behind = start + last.count
    return behind == end || source[behind] == 0x20 ? source.skipBlanks(behind, end) : nil
  }

  /// Whether a blank line, and no page heading, stands before this one.
  mutating func isFresh() -> Bool { state.last == nil || state.blanks > 0 && state.pages.isEmpty }

  /// The same below a page heading: the break may fall into a sentence, but not where the line before it ends one.
  mutating func isFreshOnPage(in source: Span<UInt8>) -> Bool {
    state.blanks > 0 && !state.pages.isEmpty && (isAfterSign(in: source) || isAfterShort())
  }

  /// Whether the line before ends a sentence or announces a list, or ends with the label for text that is withheld.
  mutating func isAfterSign(in source: Span<UInt8>) -> Bool {
    guard let last = state.last else { return true }
    return source[last.text.end - 1].isOne(of: ".", ":", ";", ")", "?", "!")
      || source[last.text.end - 1].isOne(of: "\"", "'", "-", "]")
  }

  /// Whether the line before is much shorter than the text is wide.
  private mutating func isAfterShort() -> Bool { state.last.map { $0.text.count < 40 } ?? true }

  /// A mark below the number that it belongs to, where that stands alone on its line. Whether it is one.
  private mutating func takeMark(_ mark: PortionMark, below begun: LineStart) -> Bool {
    guard mark.isLegal, let number = paragraphs.indices.last, paragraphs[number].isNumbered,
      paragraphs[number].mark == nil, let last = state.last, last.text.end == paragraphs[number].label.end
    else { return false }
    sequence.takeUnnumbered()
    paragraphs[number].mark = mark
    paragraphs[number].markPlace = .after
    let defect = Self.defect(mark, begun)
    paragraphs[number].markDefect = defect == .none ? .spacing : defect
    return true
  }

  /// A line that begins with a mark in parentheses and no number: a paragraph of its own after a blank line.
  private mutating func takeMarkedLine(
    _ begun: LineStart, _ mark: PortionMark, _ line: SourceLine, in source: Span<UInt8>
  ) -> Bool {
    guard isFresh(), paragraphs.count < Self.limit else { return false }
    let letter = Self.listLetter(mark, in: source)
    let continues = letter.map { listLetter?.letter == $0 - 1 } ?? false
    listLetter = letter.map { ($0, nil) }
    guard mark.isLegal, !continues else { return false }
    sequence.takeUnnumbered()
    closeParagraph()
    var paragraph = Paragraph(
      place: place(ByteRange(mark.range.start, line.end), on: line, in: source), label: mark.range, number: 0,
      written: 0, expected: 0, isNumbered: false, section: context.section)
    paragraph.mark = mark
    paragraph.markPlace = .before
    paragraph.markDefect = Self.defect(mark, begun)
    paragraphs.append(paragraph)
    return true
  }

  /// The letter of a mark that is one letter.
  static func listLetter(_ mark: PortionMark, in source: Span<UInt8>) -> UInt8? {
    guard mark.range.count == 3 else { return nil }
    let letter = source[mark.range.start + 1].capital
    return letter.isCapital ? letter : nil
  }

  static func defect(_ mark: PortionMark, _ begun: LineStart) -> Paragraph.MarkDefect {
    if let number = begun.number, number.sign != 0x2E { return .missingPeriod }
    switch mark.defect {
    case .none: return begun.isSpaced ? .none : .spacing
    case .spacing: return .spacing
    case .letterCase: return .letterCase
    case .doubled: return .doubled
    case .lookAlike: return .lookAlike
    case .brackets: return .brackets
    }
  }

  /// Ends the paragraph before: its text goes to the end of the last line.
  mutating func endOfText() -> Int? { state.last?.text.end }

  mutating func closeParagraph() {
    guard let last = paragraphs.indices.last, let end = endOfText(), end > paragraphs[last].place.range.start else {
      return
    }
    paragraphs[last].place.range.end = max(paragraphs[last].label.end, end)
  }

  /// What each page heading since the last line of text stands in the middle of.
  private mutating func resolveSplits(_ start: Int, isNew: Bool, in source: Span<UInt8>) {
    guard let last = state.last else { return }
    let end = source[last.text.end - 1]
    let split: PageSplit
    if isNew {
      split = .none
    } else if end == 0x2D, last.text.count > 1, source[last.text.end - 2].isLetter, source[start].isLetter {
      split = .word
    } else if end.isOne(of: ":", "]") || Self.endsSentence(last.text, in: source) {
      split = .paragraph
    } else {
      split = .sentence
    }
    for page in state.pages { splits[page] = split }
  }

  /// Whether a sentence ends with a line, before a closing sign too.
  static func endsSentence(_ text: ByteRange, in source: Span<UInt8>) -> Bool {
    let last = source[text.end - 1]
    return last.isOne(of: ".", "?", "!")
      || last.isOne(of: ")", "\"", "'") && text.count > 1 && source[text.end - 2].isOne(of: ".", "?", "!")
  }
}
