import MarkingModel

// What stands on the line of a banner besides it: who it is about, DRAFT, the number of the page, brackets.
extension BannerLine {
  private static let labelWords = [
    "THE", "THIS", "OVERALL", "HIGHEST", "DOCUMENT", "BRIEFING", "PAPER", "PAGE", "SLIDE", "PRESENTATION",
    "MEMORANDUM", "REPORT", "MESSAGE", "E-MAIL", "EMAIL", "CLASSIFICATION", "CLASSIFIED", "LEVEL", "OF", "IS",
  ]

  /// Behind `CLASSIFICATION:`, which heads the e-mails of some services, `Overall Classification:`, `THIS DOCUMENT IS
  /// CLASSIFIED`; the start where nothing of the kind stands there.
  static func afterLabel(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    guard start < end else { return start }
    let label = "CLASSIFICATION:"
    if source.hasAnyCase(label, at: start, end: end) { return source.skipBlanks(start + label.utf8.count, end) }
    // Lines of text end otherwise.
    guard source[end - 1].isCapital, source[start].isOne(of: "C", "T", "O", "H", "D", "B") else { return start }
    var at = start
    var (speaks, isClosed) = (false, false)
    for _ in 0..<9 {
      guard let word = labelWords.first(where: { source.hasWordAnyCase($0, at: at, end: end) }) else { break }
      speaks = speaks || word.hasPrefix("CLASSIF")
      isClosed = at > start && (word == "CLASSIFIED" || word == "IS")
      at = source.skipBlanks(at + word.utf8.count, end)
      guard at < end, source[at] == 0x3A else { continue }
      return speaks ? source.skipBlanks(at + 1, end) : start
    }
    return speaks && isClosed && at < end ? at : start
  }

  private static let drafts = ["CUI DRAFT", "CUI - DRAFT"]

  /// A range without DRAFT at either end, the number of a page or a full stop behind it.
  static func withoutFurniture(_ range: ByteRange, in source: Span<UInt8>) -> ByteRange {
    var (start, end) = (range.start, range.end)
    // DRAFT beside CUI is an administrative marking, which stands on a line of its own (32 CFR 2002.20(l)).
    let unpaged = ByteRange(start, withoutPage(start, end, in: source))
    if drafts.contains(where: { source.equals(unpaged, $0) }) { return unpaged }
    if source.has("DRAFT ", at: start, end: end) {
      start = source.skipBlanks(start + 5, end)
      while start + 1 < end, source[start].isOne(of: "-", ":"), source[start + 1] == 0x20 { start += 2 }
      if source.hasWord("CUI", at: start, end: end) || source.hasWord("CONTROLLED", at: start, end: end) {
        return unpaged
      }
    }
    end = withoutPage(start, end, in: source)
    if end - start > 6, source.has(" DRAFT", at: end - 6, end: end) {
      end = source.trimmedEnd(start, end - 6)
      while end - start > 2, source[end - 1].isOne(of: "-", ":"), source[end - 2] == 0x20 {
        end = source.trimmedEnd(start, end - 1)
      }
    }
    if end - start > 8, source[end - 1] == 0x2E, source.holdsSlashes(start, end) { end -= 1 }
    return ByteRange(start, end)
  }

  /// Where a range ends without `Page 1 of 3`, `- 1 -`. A number alone may be a compartment's.
  private static func withoutPage(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var at = end
    var (hasNumber, isPage) = (false, false)
    for _ in 0..<6 {
      let stop = source.trimmedEnd(start, at)
      var word = stop
      while word > start, source[word - 1] > 0x20 { word -= 1 }
      guard word > start, stop > word else { break }
      let isNumber = (word..<stop).allSatisfy { source[$0].isDigit } && stop - word < 5
      let isPart =
        isNumber || stop - word == 1 && source[word] == 0x2D || source.hasWordAnyCase("OF", at: word, end: stop)
      if source.hasWordAnyCase("PAGE", at: word, end: stop), stop - word == 4, hasNumber {
        return source.trimmedEnd(start, word)
      }
      guard isPart else { break }
      isPage = isPage || hasNumber && stop - word == 1 && source[word] == 0x2D
      hasNumber = hasNumber || isNumber
      at = word
      if isPage { return source.trimmedEnd(start, at) }
    }
    return end
  }
}

extension Span where Element == UInt8 {
  /// A range without the brackets or quotation marks around a banner that is all of it. What has no slashes may be a word
  /// that stands in brackets.
  func withoutBrackets(_ start: Int, _ end: Int) -> ByteRange {
    let range = ByteRange(start, end)
    guard end - start > 8 else { return range }
    let closing: UInt8
    switch self[start] {
    case 0x5B: closing = 0x5D
    case 0x3C: closing = 0x3E
    case 0x28 where lineBelow(end) == nil: closing = 0x29
    case 0x22, 0x7C: closing = self[start]
    case 0x26:
      guard has("&nbsp;", at: start, end: end) else { return range }
      let last = has("&nbsp;", at: end - 6, end: end) ? end - 6 : end
      return trimmed(ByteRange(start + 6, Swift.max(start + 6, last)))
    case 0xEF where has("\u{FEFF}", at: start, end: end): return trimmed(ByteRange(start + 3, end))
    default: return range
    }
    guard self[end - 1] == closing else { return range }
    let inner = trimmed(ByteRange(start + 1, end - 1))
    let isAlone = !(inner.start..<inner.end).contains { self[$0] == 0x7C }
    let isLong = wordEnd(inner.start, inner.end) - inner.start > 2
    return isAlone && isLong && (closing == 0x7C || holdsSlashes(inner.start, inner.end)) ? inner : range
  }

  /// Where the part of a line ends that begins at `start`: before a wide gap or a bar.
  func partEnd(_ start: Int, _ end: Int) -> Int {
    let gap = wideGap(start, end) ?? end
    for i in start..<gap where self[i] == 0x7C { return trimmedEnd(start, i) }
    return gap
  }
}
