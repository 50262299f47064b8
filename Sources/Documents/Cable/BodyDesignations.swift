import MarkingGrammar
import MarkingModel

// Which lines of the text that are only a level are marks of a page, and which are words of the text.
extension CableReader {
  /// Takes a level alone on a line of the text as the mark of a page, or of the copy.
  mutating func takeBodyDesignation(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !isSaid(line, end, in: source) else { return false }
    return takeDesignation(line, start, end, spot: furnitureSpot(), in: source, vocabulary)
  }

  /// Whether a level alone on its line is a word of the text: the sentence before it goes on in it, announces it, or
  /// ends with it, and neither the head of a page nor a second level follows. In a scan, whose pages break anywhere and
  /// whose page heads may be lost, it is the mark of a page.
  private mutating func isSaid(_ line: SourceLine, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard !form.isScan, furniture.isEmpty, let last = body.lastLine, last.end > last.start else { return false }
    let sign = source[last.end &- 1]
    let isContinued = last.number &+ 1 == line.number && Self.isOpenSentence(last, in: source)
    guard isContinued || sign == 0x3A || source[end &- 1] == 0x2E else { return false }
    return !source.isPageMark(after: line.end)
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
  /// BEGIN TEXT and END TEXT: they are the quoted paper's. Those beside the head of a page are the telegram's.
  mutating func dropQuotedDesignations() {
    guard !designations.isEmpty else { return }
    var quotations = Quotations(of: text.passages)
    designations.removeAll { quotations.hold($0.place.range.start) && !$0.isOnPage }
  }
}

extension Span where Element == UInt8 {
  /// Whether the next line that is not blank is the head of a page, a level, or the end of the transmission; so is the
  /// end of the document.
  fileprivate func isPageMark(after end: Int) -> Bool {
    var start = end
    while start < count, self[start] <= 0x20 { start &+= 1 }
    guard start < count else { return true }
    var next = start
    while next < count, next &- start <= 100, self[next] != 0x0A, self[next] != 0x0D { next &+= 1 }
    next = trimmedEnd(start, next)
    if has("PAGE ", at: start, end: next) || PageHeading.mayEnd(at: next, from: start, in: self) { return true }
    return mayBeLevel(start, next) && !hasSmallLetters(start, next) || has("BT", at: start, end: next) && next &- start == 2
      || self[start] == 0x23 || has("NNN", at: start, end: next)
  }
}
