import MarkingModel

// Where a sentence goes on, and what is one though it is short.
extension MarkedReader {
  /// A line has so many bytes that a sentence can have been broken at its end.
  private static let fullLine = 40

  /// Whether a line behind a blank one goes on with a sentence: one that the end of a page has cut, or of a text that is set
  /// with a blank line between any two.
  mutating func goesOn(_ line: SourceLine, _ start: Int, in source: Span<UInt8>) -> Bool {
    guard let last = lastLine ?? lineAbove else { return false }
    let end = source.trimmedEnd(last.start, last.end)
    guard end > last.start, !source[end - 1].isOne(of: ".", "?", "!", ":", ";") else { return false }
    let isFull = end - last.start >= Self.fullLine
    guard source[start].isSmall else { return isFull && isDoubleSpaced(in: source) }
    let isNearBanner = banners.last.map { $0.start > last.start && line.number - $0.line.number <= 6 } ?? false
    return isNearBanner || breaks.last.map { $0.offset >= last.end } ?? false
      || isFull && isDoubleSpaced(in: source)
  }

  /// Whether the text is set with a blank line between any two: its full lines without the end of a sentence have one below
  /// them, and some of those that follow begin small. Looked at once; time: linear.
  private mutating func isDoubleSpaced(in source: Span<UInt8>) -> Bool {
    if let known = doubleSpacing { return known }
    var (joined, apart, small) = (0, 0, 0)
    var at = 0
    while at < source.count {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let text = source.trimmed(ByteRange(at, end))
      at = source.nextLine(after: end)
      guard text.count >= Self.fullLine, source[text.end - 1].isSmall || source[text.end - 1] == 0x2C else { continue }
      if source.lineBelow(text.end) != nil {
        joined += 1
      } else {
        let next = source.firstLetter(from: at)
        apart += next == nil ? 0 : 1
        small += next?.isSmall ?? false ? 1 : 0
      }
    }
    let isSo = small > 1 && joined * 3 <= apart
    doubleSpacing = isSo
    return isSo
  }

  /// Whether an unmarked paragraph of a marked paper is one short sentence (`The quay was closed in 2016.`), or an item one
  /// behind a heading in capitals (`4. LAMPS. The masters keep them.`).
  func isSentence(_ start: Int, _ end: Int, isItem: Bool, in source: Span<UInt8>) -> Bool {
    guard hasMarks, hasClassifiedBanner, source[start].isCapital else { return false }
    if isItem {
      guard let text = source.behindCapitals(start, end) else { return false }
      return source.isProse(text, end, isItem: true)
    }
    guard isAfterBlank, source[end - 1] == 0x2E, source[end - 2].isLetterOrDigit, source.lineBelow(end) == nil else {
      return false
    }
    var (words, lengths, small) = (0, 0, 0)
    var i = start
    while i < end {
      let word = i
      while i < end, source[i] > 0x20 {
        // A label, an address or a row of names is no sentence.
        if source[i].isOne(of: ":", "@", "(", "[", "|") { return false }
        small += source[i].isSmall ? 1 : 0
        i += 1
      }
      words += 1
      lengths += i - word > 2 && source[word].isSmall ? 1 : 0
      i = source.skipBlanks(i, end)
    }
    return words >= 5 && lengths * 2 >= words && small * 2 > end - start
      && !source.hasAnyCase("THIS PAGE ", at: start, end: end)
  }
}

extension Span where Element == UInt8 {
  /// The first byte from an offset on that is no blank.
  fileprivate func firstLetter(from at: Int) -> UInt8? {
    var i = at
    while i < count, self[i] <= 0x20 { i += 1 }
    return i < count ? self[i] : nil
  }

  /// Where the text begins behind a heading in capitals that a full stop or a colon ends; nil where none leads it.
  fileprivate func behindCapitals(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i < end, self[i].isCapital || self[i].isOne(of: " ", "-", "&", "/", ",") { i += 1 }
    guard i - start >= 4, i + 1 < end, self[i] == 0x2E || self[i] == 0x3A, self[i + 1] == 0x20 else { return nil }
    let text = skipBlanks(i + 1, end)
    return text < end && self[text].isCapital ? text : nil
  }
}
