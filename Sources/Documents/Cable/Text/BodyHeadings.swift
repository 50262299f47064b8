import MarkingGrammar
import MarkingModel

// Headings between the paragraphs that carry a mark at their end.
extension BodyReader {
  /// Takes a line as a heading with its mark at the end: `TWO BRIDGES (S)`. Whether it is one. What looks like a mark
  /// there is the letter of a list or of a party more often: a line of hyphens below shows a heading, or its place
  /// between the end of a paragraph and the number or mark of the next.
  @inline(__always)
  mutating func takeHeading(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard source[end &- 1] == 0x29, end &- start <= 80 else { return false }
    return takeMarkedHeading(line, start, end, in: source, vocabulary)
  }

  private mutating func takeMarkedHeading(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard isFresh() || isFreshOnPage(in: source) || isBehindRule(in: source), paragraphs.count < Self.limit,
      source[start].isCapital, let open = source.first(0x28, from: start, to: end), open > start,
      source[open - 1] <= 0x20,
      let mark = vocabulary.marks.mark(in: source, at: open, end: end, on: context.day), mark.isLegal,
      mark.range.end == end, mark.isInCapitals(in: source), !Self.isLettered(start, open, in: source),
      source.isRule(behind: line.end) || isBetweenParagraphs(line, in: source, vocabulary)
    else { return false }
    sequence.takeUnnumbered()
    closeParagraph()
    var heading = Paragraph(
      place: place(ByteRange(start, end), on: line, in: source), label: mark.range, number: 0, written: 0, expected: 0,
      isNumbered: false, section: context.section)
    heading.mark = mark
    heading.markPlace = .inside
    heading.markDefect = Self.defect(mark, LineStart(on: context.day, at: start))
    paragraphs.append(heading)
    listLetter = nil
    return true
  }

  /// Whether a sentence or nothing stands before a line, and the next line of text begins a paragraph with a number or
  /// mark.
  private mutating func isBetweenParagraphs(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard isBehindRule(in: source) || state.last.map({ Self.endsSentence($0.text, in: source) }) ?? true else {
      return false
    }
    // Blanks are the ends of the lines between as well.
    let start = source.skipBlanks(line.end, min(source.count, line.end + 32))
    var end = start
    while end < source.count, end - start < 80, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    guard start < end else { return false }
    var next = LineStart(on: context.day, at: start)
    guard next.read(end, in: source, vocabulary) else { return false }
    return next.number != nil || next.markBefore?.isLegal == true
  }

  /// Whether the mark behind the words is the letter of what the last of them names: `OPTION (C)`, `REASONS 1.4 (C)`.
  private static func isLettered(_ start: Int, _ open: Int, in source: Span<UInt8>) -> Bool {
    let end = source.trimmedEnd(start, open)
    guard source[end - 1].isLetter || source[end - 1].isOne(of: "\"", "'", "?", "!") else { return true }
    var word = end
    while word > start, source[word - 1].isLetter { word -= 1 }
    let names = [
      "AND", "ANNEX", "APPENDIX", "ARTICLE", "CATEGORY", "CLAUSE", "GROUP", "ITEM", "OPTION", "OR", "PARA", "PARAGRAPH",
      "PART", "PHASE", "REASON", "REASONS", "REF", "REFTEL", "SECTION", "SUBPARA", "TAB",
    ]
    return names.contains { $0.utf8.count == end - word && source.hasWordAnyCase($0, at: word, end: end) }
  }
}
