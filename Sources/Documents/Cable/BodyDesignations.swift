import MarkingGrammar
import MarkingModel

// Which lines of the text that are only a level are marks of a page, and which are words of the text.
extension CableReader {
  /// Takes a level alone on a line of the text as the mark of a page, or of the copy.
  mutating func takeBodyDesignation(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !isSaid(line, end, in: source, vocabulary) else { return false }
    return takeDesignation(line, start, end, spot: furnitureSpot(), in: source, vocabulary)
  }

  /// Whether a level alone on its line is a word of the text: the sentence before it goes on in it, announces it, or
  /// ends with it, and neither the head of a page nor a second level follows. In a scan, whose pages break anywhere and
  /// whose page heads may be lost, it is the mark of a page.
  private mutating func isSaid(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !form.isScan, furniture.isEmpty, let last = body.lastLine, last.end > last.start else { return false }
    let sign = source[last.end &- 1]
    let isContinued = last.number &+ 1 == line.number && Self.isOpenSentence(last, in: source)
    guard isContinued || sign == 0x3A || source[end &- 1] == 0x2E else { return false }
    return !isPageMark(after: line, in: source, vocabulary)
  }

  /// Whether the next line that is not blank is the head of a page, a level or the end of the transmission; so is the end
  /// of the document.
  mutating func isPageMark(
    after line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var start = line.end
    while start < source.count, source[start] <= 0x20 { start &+= 1 }
    guard start < source.count else { return true }
    var end = start
    // A mark is short.
    while end < source.count, end &- start <= 100, source[end] != 0x0A, source[end] != 0x0D { end &+= 1 }
    end = source.trimmedEnd(start, end)
    switch source[start] {
    case 0x23: return true
    case 0x42 where end &- start == 2: return source[start &+ 1] == 0x54
    case 0x4E where source.has("NNN", at: start, end: end): return true
    case 0x50 where source.has("PAGE ", at: start, end: end): return true
    default:
      if PageHeading.mayEnd(at: end, from: start, in: source) { return true }
      let next = SourceLine(start: start, end: end, number: line.number)
      return source.mayBeLevel(start, end)
        && Designation.read(next, start, end, spot: .body, &ruler, in: source, vocabulary) != nil
    }
  }

  /// Whether a line is the beginning of a sentence and no name below the text: four words, and no sign at their end.
  private static func isOpenSentence(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard !source[line.end &- 1].isOne(of: ".", "?", "!", ")", "\"", "-") else { return false }
    var words = 1
    var i = line.start
    while i < line.end, words < 4 {
      if source[i] == 0x20, source[i &+ 1] > 0x20 { words &+= 1 }
      i &+= 1
    }
    return words == 4
  }

  /// Leaves out the levels alone on a line that stand in a passage with an end, as the banner of a letter does between
  /// BEGIN TEXT and END TEXT, or BEGIN LETTER and END LETTER: they are the quoted paper's. Those beside the head of a page are the telegram's.
  mutating func dropQuotedDesignations() {
    guard !designations.isEmpty else { return }
    var quotations = Quotations(of: text.passages, papers: text.fences.closed)
    designations.removeAll { quotations.hold($0.place.range.start) && !$0.isOnPage }
  }
}
