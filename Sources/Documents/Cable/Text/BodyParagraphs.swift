import MarkingGrammar
import MarkingModel

// Paragraphs and sub-paragraphs of the text.
extension BodyReader {
  /// Adds a numbered paragraph.
  @inline(__always)
  mutating func add(
    _ begun: LineStart, _ number: LineStart.Number, _ reading: ParagraphSequence.Reading, _ line: SourceLine,
    _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard paragraphs.count < Self.limit else { return }
    if reading.replacesLast { withdrawParagraph() }
    closeParagraph()
    var label = begun.range
    if begun.mark?.isLegal != true { label.end = number.range.end }
    var paragraph = Paragraph(
      place: place(ByteRange(begun.range.start, end), on: line, in: source), label: label, number: reading.number,
      written: number.value, expected: reading.expected, isNumbered: true, restarts: reading.restarts,
      isInner: reading.isInner, restartsSection: reading.restartsSection, section: context.section)
    if reading.isPilcrow {
      paragraph.repair = .pilcrow
    } else if let pilcrow = begun.pilcrow, source[pilcrow.start] == 0x5B {
      paragraph.repair = .anchor
      let first = place(pilcrow, on: line, in: source)
      anchors = anchors.map { ($0.first, $0.count + 1) } ?? (first, 1)
    }
    if let mark = begun.mark {
      paragraph.mark = mark
      paragraph.markPlace = .after
      paragraph.markDefect = Self.defect(mark, begun)
      // `1. (C) ENTIRE TEXT.`
      if mark.isLegal, source.hasWordAnyCase("ENTIRE TEXT", at: begun.text, end: end) {
        paragraph.mark?.isEntireText = true
      }
    } else if let mark = begun.markBefore {
      paragraph.mark = mark
      paragraph.markPlace = .before
      paragraph.markDefect = Self.defect(mark, begun)
    } else if let mark = entireTextMark(begun.text, end, in: source, vocabulary) {
      paragraph.mark = mark
      paragraph.markPlace = .after
      paragraph.markDefect = .spacing
    } else if let mark = headingMark(begun.text, end, in: source, vocabulary) {
      paragraph.mark = mark
      paragraph.markPlace = .inside
      paragraph.markDefect = mark.defect == .letterCase ? .letterCase : .none
    } else if let bare = bareMark(begun.text, end, in: source, vocabulary) {
      bareMarks.append((paragraphs.count, bare))
    }
    paragraphs.append(paragraph)
    takeListLetter(in: source)
  }

  /// Takes back the last paragraph, which was none: what it has belongs to the one before.
  private mutating func withdrawParagraph() {
    guard let none = paragraphs.popLast() else { return }
    if let bare = bareMarks.last, bare.paragraph == paragraphs.count { bareMarks.removeLast() }
    if let parent = paragraphs.indices.last {
      paragraphs[parent].subparagraphCount += none.subparagraphCount
    } else {
      subparagraphs.removeLast(none.subparagraphCount)
      subparagraphCount -= none.subparagraphCount
    }
  }

  /// Letters in parentheses that run from paragraph to paragraph as (A), (B), (C) are those of a list.
  private mutating func takeListLetter(in source: Span<UInt8>) {
    let index = paragraphs.count - 1
    let letter = paragraphs[index].mark.flatMap { Self.listLetter($0, in: source) }
    if let letter, let before = listLetter, letter == before.letter + 1, let first = before.paragraph {
      paragraphs[first].isListLike = true
      paragraphs[index].isListLike = true
    }
    listLetter = letter.flatMap { letter in
      // A list begins with A.
      letter == 0x41 || paragraphs[index].isListLike ? (letter, index) : nil
    }
  }

  /// A mark behind the heading of a paragraph: `1. Summary: (SBU) …`, `2. BACKGROUND. (C) …`.
  private mutating func headingMark(
    _ from: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionMark? {
    let reach = min(end, from + 72)
    guard let open = source.first(0x28, from: from, to: reach), open > from,
      let mark = vocabulary.marks.mark(in: source, at: open, end: end, on: context.day), mark.isLegal
    else { return nil }
    let heading = source.trimmedEnd(from, open)
    guard heading > from else { return nil }
    // The heading ends before the mark (`Summary: (U)`), or behind it (`Summary (U):`), and has no end inside.
    let next = mark.range.end < end ? source[mark.range.end] : 0
    let isClosed = source[heading - 1].isOne(of: ":", ".", "-")
    guard isClosed || next == 0x3A || next == 0x2E else { return nil }
    for i in from..<(heading - 1) where source[i].isOne(of: ".", ":", ",", ";", "?", "!") { return nil }
    return mark
  }

  /// A mark without parentheses that says how far it reaches: `1. C - ENTIRE TEXT`.
  private mutating func entireTextMark(
    _ from: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionMark? {
    var i = from
    while i < min(end, from + 40), !source.hasWordAnyCase("ENTIRE TEXT", at: i, end: end) { i += 1 }
    guard i > from, i < min(end, from + 40) else { return nil }
    let mark = vocabulary.marks.mark(in: source, ByteRange(from, i + 11), on: context.day)
    return mark?.isEntireText == true ? mark : nil
  }

  /// A mark without parentheses directly behind the number: `1. U The …`.
  private mutating func bareMark(
    _ from: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ByteRange? {
    var i = from
    while i < end, i - from < 12, source[i].isCapital || source[i] == 0x2F { i += 1 }
    let range = ByteRange(from, i)
    guard !range.isEmpty, i + 1 < end, source[i] == 0x20, source[source.skipBlanks(i, end)].isCapital,
      vocabulary.marks.mark(in: source, range, on: context.day) != nil
    else { return nil }
    return range
  }

  /// Whether a letter behind a bullet stands in the place of a mark: the bullet above it has one. The letters of a list,
  /// which begins with A or in roman numerals, are none.
  mutating func isAmongMarks(_ mark: PortionMark, in source: Span<UInt8>) -> Bool {
    guard let parent = paragraphs.indices.last else { return false }
    if source[mark.range.start + 1].isOne(of: "A", "B", "I") { bulletList = parent }
    guard bulletList != parent, paragraphs[parent].subparagraphCount > 0, let above = subparagraphs.last else {
      return false
    }
    return above.label.isEmpty && above.mark.isLegal
  }

  /// Adds a sub-paragraph to the paragraph that is being read. Whether a portion begins.
  mutating func addSubparagraph(
    _ label: ByteRange, _ mark: PortionMark, _ begun: LineStart, _ line: SourceLine, in source: Span<UInt8>
  ) -> Bool {
    guard let parent = paragraphs.indices.last, subparagraphCount < Self.limit else { return false }
    subparagraphCount += 1
    paragraphs[parent].subparagraphCount += 1
    subparagraphs.append(
      Subparagraph(
        place: place(
          ByteRange(begun.text == label.start ? label.start : begun.range.start, mark.range.end), on: line, in: source),
        label: label, mark: mark))
    return true
  }
}
