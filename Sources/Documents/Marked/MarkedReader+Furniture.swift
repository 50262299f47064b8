import MarkingGrammar
import MarkingModel

// What stands on a page besides its text.
extension MarkedReader {
  /// A banner, a page number, a page marker. False where the line is something else.
  mutating func takeFurniture(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var from = start
    if let marker = PageMarker.read(start, end, in: source) {
      if marker.isBreak { breaks.append(PageBreak(offset: line.start, text: text)) }
      guard marker.next < end else { return true }
      from = marker.next
    }
    // What lines a marking through stands behind its label.
    let level = BannerLine.afterLabel(from, end, in: source)
    guard level < end else { return from > start }
    let (range, isStruck) =
      source[level].isCapital || source[level] == 0x2F
      ? (ByteRange(level, end), false) : source.undecorated(level, end)
    guard range.count >= 2, BannerLine.mayBegin(range.start, range.end, in: source) else {
      return from > start || range.isEmpty && end - start >= 3
    }
    // A date, number or title may stand at the other end of the line.
    let part = ByteRange(range.start, source.wideGap(range.start, range.end) ?? range.end)
    let longer = part.end == end ? BannerLine.continued(part, &marks, in: source, vocabulary) : nil
    let read = longer.map { (mark: $0.mark, start: $0.start) } ?? BannerLine.read(part, &marks, in: source, vocabulary)
    guard let banner = read else { return from > start }
    taken = longer?.lineEnd ?? taken
    let closesStrike = longer.map { $0.lineEnd > $0.end && source[from] == UInt8(ascii: "~") } ?? false
    let other = source.skipBlanks(part.end, range.end)
    let isFar =
      range.end - part.end > 60 && WrittenDate.read(at: other, range.end, in: source, vocabulary)?.day == nil
    if isFar || isRow(part, range.end, in: source) { return from > start }
    if text < 20 { dates.takeBesideBanner(other, range.end, in: source, vocabulary) }
    closeBlock()
    banners.append(
      BannerEntry(
        mark: banner.mark, start: banner.start, isStruck: isStruck || closesStrike, line: line, text: text))
    if marks[banner.mark].classification?.isClassified == true { hasClassifiedBanner = true }
    return true
  }

  /// Whether a line is the row of a table: another cell that can be a marking stands behind the first, and one more.
  private func isRow(_ first: ByteRange, _ end: Int, in source: Span<UInt8>) -> Bool {
    let second = source.skipBlanks(first.end, end)
    guard second < end, BannerLine.mayBegin(second, end, in: source), let gap = source.wideGap(second, end) else {
      return false
    }
    return source.skipBlanks(gap, end) < end
  }
}

extension Span where Element == UInt8 {
  /// Where three blanks or a tab begin in a range: what stands after them is another part of the line.
  func wideGap(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i + 2 < end {
      if self[i] == 0x09 || self[i] == 0x20 && self[i + 1] == 0x20 && self[i + 2] == 0x20 { return i }
      i += 1
    }
    return nil
  }
}
