import MarkingGrammar
import MarkingModel

// Marks at the end of a portion, where they do not belong (C16 p25), or did before 2010.
extension MarkedReader {
  /// Ends a portion without a mark at its beginning: one may stand at its end.
  mutating func closePortion(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let line = lastLine.take() else { return }
    lineAbove = line
    guard !banners.isEmpty else { return }
    let end = source.trimmedEnd(line.start, line.end)
    // The mark of an entry in a list of attachments is that of what is attached.
    guard end > line.start, !isClosed || !isItem(line, in: source),
      let mark = closingMark(line, end, in: source, vocabulary)
    else { return }
    if isOfEnclosure(mark, line, in: source) {
      if let last = portions.last, last.mark == nil, last.line.number == line.number { portions.removeLast() }
      return
    }
    let isDamaged = source[end - 1] != 0x29
    if let last = portions.indices.last, portions[last].line.number >= block {
      guard portions[last].mark == nil, portions[last].line.number <= line.number else { return }
      portions[last].mark = mark
      portions[last].isBehindText = true
      portions[last].isDamaged = isDamaged
      portions[last].line = line
      return
    }
    guard marks[mark.mark].hasSlashes || isHeading(line, mark, in: source), isShortParagraph(line, mark, in: source)
    else { return }
    let start = source.skipBlanks(line.start, end)
    let isSentence = source[source.trimmedEnd(start, mark.start) - 1].isOne(of: ".", "?", "!")
    var portion = PortionEntry(kind: isSentence ? .paragraph : .title, depth: 0, line: line, start: start, mark: mark)
    (portion.isBehindText, portion.isDamaged) = (true, isDamaged)
    let wasClosed = isClosed
    add(portion)
    isClosed = wasClosed
  }

  private func isItem(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    let prefix = ItemPrefix.read(source.skipBlanks(line.start, line.end), line.end, in: source)
    return prefix.kind != .none && prefix.kind != .heading
  }

  private static let enclosed = PhraseList(["TAB", "ANNEX", "APPENDIX", "ATTACHMENT", "ENCLOSURE", "ENCL", "EXHIBIT"])

  /// Whether a line names something enclosed, by its letter or number, and what it is classified in words, as a banner says
  /// it: `Tab A - Annual Report (SECRET//NOFORN)`. A portion has the abbreviation.
  private func isOfEnclosure(_ mark: PortionStart, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    let start = source.skipBlanks(line.start, line.end)
    guard line.number == block || lineAbove.map({ $0.number == line.number }) ?? false,
      let name = Self.enclosed.firstAnyCase(at: start, end: mark.start, in: source)
    else { return false }
    let number = source.skipBlanks(name.end, mark.start)
    let end = source.wordEnd(number, mark.start)
    guard number > name.end, (1...2).contains(end - number) else { return false }
    let next = source.skipBlanks(end, mark.start)
    return source[next].isOne(of: ":", "-", ".", ",", ")") || source[next] >= 0x80
      ? ["SECRET", "TOP SECRET", "CONFIDENTIAL", "UNCLASSIFIED"].contains { word in
        source.has(word, at: mark.start + 1, end: mark.end)
      } : false
  }

  /// The mark that a line ends with, behind a blank. One in other brackets has slashes.
  private mutating func closingMark(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    let (opening, isWhole) = (source[end - 1] == 0x5D ? UInt8(ascii: "[") : UInt8(ascii: "("), source[end - 1] == 0x29)
    guard isWhole || source[end - 1] == 0x5D,
      let open = source.lastOpening(line.start, end, opening), open > line.start, source[open - 1] == 0x20
    else { return nil }
    let mark =
      isWhole
      ? PortionStart.read(open, end, inMarked: true, &marks, in: source, vocabulary)
      : PortionStart.damaged(open, end, amongMarks: false, &marks, in: source, vocabulary)
    return mark.flatMap { $0.end == end ? $0 : nil }
  }

  /// Whether a line of a few words between blank ones is the heading of a part of a marked paper, with the letter of a level
  /// behind it: `Outlook (U)`. `(C)` and `(S)` may be units or letters of a list, and numbers are those of a drawing.
  private func isHeading(_ line: SourceLine, _ mark: PortionStart, in source: Span<UInt8>) -> Bool {
    guard hasMarks, hasClassifiedBanner, marks[mark.mark].classification == .unclassified || mark.end - mark.start > 3
    else { return false }
    let start = source.skipBlanks(line.start, line.end)
    return mark.start - start <= 60 && source.lineBelow(mark.end) == nil
      && Self.enclosed.firstAnyCase(at: start, end: mark.start, in: source) == nil
      && (start..<mark.start).allSatisfy { source[$0].isLetter || source[$0].isOne(of: " ", "-", ",", "'", "&") }
  }

  /// Whether a line is a paragraph of its own of a few words, a title or a short sentence, and no entry of a list of papers.
  private func isShortParagraph(_ line: SourceLine, _ mark: PortionStart, in source: Span<UInt8>) -> Bool {
    let start = source.skipBlanks(line.start, line.end)
    return line.number == block && !references.isOpen && !isClosed && source[start].isCapital
      && source.hasSmallLetters(start, mark.start) && marks[mark.mark].classification != nil
      && !(start..<mark.start).contains { source[$0] == 0x3A && source[$0 + 1] == 0x20 && source[$0 + 2] == 0x28 }
  }
}
