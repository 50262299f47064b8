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
    // A date, number or title may stand at the other end of the line.
    guard range.count >= 2, let part = bannerPart(of: range, line, in: source) else {
      return from > start || range.isEmpty && end - start >= 3
    }
    let text = BannerLine.withoutFurniture(part, in: source)
    let longer = text.end == end ? BannerLine.continued(text, &marks, in: source, vocabulary) : nil
    let read = longer.map { (mark: $0.mark, start: $0.start) } ?? BannerLine.read(text, &marks, in: source, vocabulary)
    guard let banner = read, !marks[banner.mark].isOdd || standsAlone(line, in: source) else { return from > start }
    taken = longer?.lineEnd ?? taken
    let closesStrike = longer.map { $0.lineEnd > $0.end && source[from] == UInt8(ascii: "~") } ?? false
    let other = source.skipBlanks(part.end, range.end)
    let isFar =
      range.end - part.end > 60 && WrittenDate.read(at: other, range.end, in: source, vocabulary)?.day == nil
    if isFar || isRow(part, range.end, in: source) { return from > start }
    if self.text < 20 {
      dates.takeBesideBanner(other, range.end, in: source, vocabulary)
      if part.start > range.start { dates.takeBesideBanner(range.start, part.start, in: source, vocabulary) }
    }
    closeBlock()
    banners.append(
      BannerEntry(
        mark: banner.mark, start: banner.start, isStruck: isStruck || closesStrike, line: line, text: self.text))
    if marks[banner.mark].classification?.isClassified == true { hasClassifiedBanner = true }
    return true
  }

  /// The part of a line that may be a banner: the first, or on a line that stands alone or at the edge of a page one behind
  /// others, `DGW/16-0123     SECRET//NOFORN     3 May 2016`. The rows of a table do not stand so.
  private func bannerPart(of range: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> ByteRange? {
    let mayBegin =
      BannerLine.mayBegin(range.start, range.end, in: source) || source.has("DRAFT ", at: range.start, end: range.end)
      || source.has("DRAFT//", at: range.start, end: range.end)
    if range.count <= 160, standsAlone(line, in: source), let part = levelPart(of: range, in: source) { return part }
    return mayBegin ? ByteRange(range.start, source.wideGap(range.start, range.end) ?? range.end) : nil
  }

  /// The first of up to four parts of a line that begins with a level, where the others can stand beside a banner.
  private func levelPart(of range: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    var at = range.start
    var found: ByteRange?
    for _ in 0..<4 {
      let part = ByteRange(at, source.partEnd(at, range.end))
      if found == nil, source.beginsWithLevelWord(part) {
        found = part
      } else if !isBesideBanner(part, in: source) {
        return nil
      }
      at = part.end
      while at < range.end, source[at] <= 0x20 || source[at] == 0x7C { at += 1 }
      if at >= range.end { return found }
    }
    return nil
  }

  /// Whether a part of a line may be the number, date or title of a document: a few words that are no label.
  private func isBesideBanner(_ part: ByteRange, in source: Span<UInt8>) -> Bool {
    guard part.count <= 48, part.isEmpty || source[part.end - 1] != 0x3A, part.isEmpty || source[part.start] != 0x28
    else { return false }
    for i in part.start..<part.end where source.hasAnyCase("CLASSIF", at: i, end: part.end) { return false }
    return true
  }

  /// Whether a line is the first or the last of a page, or stands between blank ones.
  private func standsAlone(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    if text == breaks.last?.text ?? 0 { return true }
    guard source.lineBelow(line.end) == nil else { return false }
    if isAfterBlank { return true }
    var at = line.end
    while at < source.count, source[at] <= 0x20, source[at] != 0x0C { at += 1 }
    return at >= source.count || source[at] == 0x0C
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
  /// Whether a part of a line begins with a level, in capitals throughout but for a page.
  fileprivate func beginsWithLevelWord(_ part: ByteRange) -> Bool {
    let words = ["SECRET", "TOP SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "CUI", "CONTROLLED", "NATO", "COSMIC", "//"]
    let start = has("DRAFT ", at: part.start, end: part.end) ? skipBlanks(part.start + 6, part.end) : part.start
    for word in words where has(word, at: start, end: part.end) {
      let end = start + word.utf8.count
      return end == part.end || !self[end].isLetterOrDigit || word == "//"
    }
    return false
  }

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
