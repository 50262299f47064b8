import MarkingGrammar
import MarkingModel

// What the candidates are, by each other and by their places.
extension MarkedReader {
  /// From how many marks inside lines on a text is one about markings: its examples are not its own.
  private static let mentionLimit = 8

  var isAboutMarkings: Bool { mentions >= Self.mentionLimit }

  /// Leaves only the candidates that are markings of this document.
  mutating func settle(in source: Span<UInt8>) -> MarkedPages {
    closeBlock()
    dropExamples(in: source)
    let pages = MarkedPages(breaks, &banners, total: text)
    let isAboutMarkings = isAboutMarkings || showsExamples(in: source)
    keepRepeatedBanners(in: source)
    settleLetters()
    let overall = overallBanner?.written.classification
    if isAboutMarkings {
      let rank = overall?.rank ?? 1
      portions.removeAll { $0.isBehindText || ($0.mark?.classification?.rank ?? 0) > rank }
      if overall?.isClassified != true {
        blocks.removeAll { $0.isAuthority }
        notices.removeAll()
      }
    }
    for index in portions.indices { portions[index].page = pages.page(of: portions[index].start) }
    for index in notices.indices { notices[index].page = pages.page(of: notices[index].start) }
    for index in statements.indices { statements[index].page = pages.page(of: statements[index].start) }
    for index in releases.indices { releases[index].page = pages.page(of: releases[index].range.start) }
    for index in exemptions.indices { exemptions[index].page = pages.page(of: exemptions[index].code.range.start) }
    for index in redactions.indices { redactions[index].page = pages.page(of: redactions[index].range.start) }
    // Away from the first and the last page of a document that is not classified a block is an example.
    if overall?.isClassified != true {
      blocks.removeAll { block in
        let page = pages.page(of: block.fields[0].start)
        return block.isAuthority && page > 1 && page < pages.count
      }
    }
    return pages
  }

  /// The banner of the whole document: the header of its first page, or else the first that there is.
  var overallBanner: BannerEntry? {
    banners.first { $0.page == 1 && $0.spot == .header } ?? banners.first
  }

  /// Whether marking lines stand between the lines of an unclassified text that speaks of markings or is for training:
  /// they are examples, and so are the marks below them.
  private func showsExamples(in source: Span<UInt8>) -> Bool {
    guard let overall = overallBanner?.written.classification, !overall.isClassified else { return false }
    let higher = banners.contains { $0.spot == nil && $0.written.classification?.isClassified == true }
    return higher && source.names(["MARKING", "EXAMPLE", "TRAINING", "EXERCISE"], within: 16_000) > 0
  }

  /// Drops the examples of a text about markings. Three lines in a row that say different things are a list: a footer and
  /// the header below it are two. Where text stands above the first of its marks, and it speaks of banners and portion
  /// marks, nothing in it is its own.
  private mutating func dropExamples(in source: Span<UInt8>) {
    var index = 0
    while index < banners.count {
      var end = index + 1
      var different = 1
      while end < banners.count, banners[end].text == banners[index].text {
        if !source.isSame(banners[end].written.range, banners[end - 1].written.range) { different += 1 }
        end += 1
      }
      if different > 2 { banners.removeSubrange(index..<end) } else { index = end }
    }
    guard !banners.isEmpty || !portions.isEmpty, banners.first?.text != 0, speaksOfMarkings(in: source) else { return }
    banners.removeAll()
    portions.removeAll()
    notices.removeAll()
    blocks.removeAll { $0.isAuthority }
  }

  /// Whether a text names the parts of a marking twice, near its beginning.
  private func speaksOfMarkings(in source: Span<UInt8>) -> Bool {
    source.names(
      ["BANNER LINE", "PORTION MARK", "AUTHORITY BLOCK", "CLASSIFICATION MARKING", "OVERALL MARKING"], within: 16_000)
      > 1
  }

  /// A line between lines of text is a banner where it says what a header or footer says, and an example elsewhere.
  private mutating func keepRepeatedBanners(in source: Span<UInt8>) {
    var known: [ByteRange] = []
    for banner in banners where banner.spot != nil && known.count < 16 {
      if !known.contains(where: { source.isSame($0, banner.written.range) }) { known.append(banner.written.range) }
    }
    for index in banners.indices where banners[index].spot == nil {
      let range = banners[index].written.range
      if known.contains(where: { source.isSame($0, range) }) { banners[index].spot = .line }
    }
    banners.removeAll { $0.spot == nil }
  }

  /// `(A)`, `(B)`, `(C)`: where other letters begin lines as well, the letters that are levels are none.
  private mutating func settleLetters() {
    guard listLetters > 0 else { return }
    let letters = portions.count { $0.isLetter }
    if listLetters * 2 >= letters { portions.removeAll { $0.isLetter } }
  }

  /// Whether two of the banners have the same level.
  private func areLike(_ banners: [BannerEntry]) -> Bool {
    Set(banners.map(\.written.classification)).count < banners.count
  }

  /// Whether it is a marked document: what was found could not stand there by chance.
  var isMarked: Bool {
    let clean = banners.filter { !$0.banner.isDamaged && $0.spot != .line }
    if clean.contains(where: { $0.banner.hasSlashes || $0.written.system == .cui }) { return true }
    // Level words that all differ are the headings of a text about levels.
    if clean.count >= 2, clean[0].text == 0 || areLike(clean) { return true }
    let marks = portions.filter { $0.mark != nil }
    let certain = marks.count { !$0.isLetter }
    let authority = blocks.contains { $0.isAuthority && ($0.has(.classifiedBy) || $0.has(.derivedFrom)) }
    let indicator = blocks.contains { $0.has(.controlledBy) && $0.fields.count > 1 }
    if let banner = clean.first {
      // One letter in parentheses below a line of text that is a level might be anything.
      let isPlaced = banner.text == 0 || marks.contains { $0.kind == .item || $0.kind == .subject }
      if certain > 0 || isPlaced && !marks.isEmpty { return true }
      if authority || indicator || !statements.isEmpty { return true }
    }
    if certain >= 2 || certain == 1 && marks.count >= 2 { return true }
    if marks.count >= 3, marks.count * 2 >= portions.count { return true }
    if blocks.contains(where: { $0.isAuthority && $0.has(.declassifyOn) && $0.fields.count > 1 }) { return true }
    return indicator || !statements.isEmpty || releases.contains { $0.isRelease }
  }

  /// Whether the text is a scan that a program has read: words are broken by marks that no one types.
  func isScan(in source: Span<UInt8>) -> Bool {
    if banners.contains(where: { $0.banner.isDamaged }) { return true }
    var strange = 0
    var words = 0
    let end = min(source.count, 6000)
    var i = 0
    var isRow = false
    while i < end {
      while i < end, source[i] <= 0x20 {
        if source[i] == 0x0A || source[i] == 0x0D { isRow = source.isRow(source.skipBlanks(i + 1, end), end) }
        i += 1
      }
      let start = i
      var letters = 0
      var marks = 0
      while i < end, source[i] > 0x20 {
        if source[i].isLetterOrDigit { letters += 1 } else if source.isOdd(i) { marks += 1 }
        i += 1
      }
      guard i > start else { continue }
      words += 1
      // Rows of tables, addresses and emphasis are typed.
      if marks > 0, isRow || source.isTyped(start, i) { continue }
      if marks > 0, letters > 0 || i - start <= 2 { strange += 1 }
    }
    return words >= 40 && strange >= 3 && strange * 60 > words
  }

  /// Whether an undated document may be one of today: its marks are of a kind that is, and it speaks of no earlier years
  /// alone.
  func looksCurrent(in source: Span<UInt8>) -> Bool {
    let hasSlashes =
      banners.contains { $0.banner.hasSlashes || $0.written.system == .cui }
      || portions.contains { ($0.mark?.tokens.isEmpty ?? true) == false }
    if hasSlashes || !statements.isEmpty || !blocks.isEmpty { return true }
    if banners.isEmpty { return false }
    var latest = 0
    var i = 0
    let end = min(source.count, 6000)
    while i < end {
      let number = source[i].isDigit ? source.number(at: i, end: end) : (value: 0, digits: 0, end: i + 1)
      if number.digits == 4, (1900...2099).contains(number.value) { latest = max(latest, number.value) }
      i = number.end
    }
    return latest == 0 || latest >= 2010
  }

  /// Whether an agency or office is named at the head of the document.
  func head(in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 600)
    words.add(ByteRange(0, min(source.count, 700)), in: source)
    return words
  }
}

extension UInt8 {
  /// A character that readers of scans put where there is none, and people hardly inside words.
  @inline(__always)
  fileprivate var isOdd: Bool {
    isOne(of: "~", "^", "\\", "{", "}", "=") || isOne(of: "_", "<", "*", "`", "|") || self == 0xAB || self == 0xBB
  }
}

extension Span where Element == UInt8 {
  /// Whether an odd character stands at a byte: not one that is the end of another, such as ë or a byte order mark.
  @inline(__always)
  fileprivate func isOdd(_ at: Int) -> Bool {
    self[at].isOdd && (self[at] < 0x80 || at == 0 || self[at - 1] < 0x80 || self[at - 1] == 0xC2)
  }

  /// Whether a line begins and goes on as the row of a table: `| May | 12 |`.
  fileprivate func isRow(_ start: Int, _ end: Int) -> Bool {
    guard start < end, self[start] == 0x7C else { return false }
    var i = start + 1
    while i < end, self[i] != 0x0A, self[i] != 0x0D {
      if self[i] == 0x7C { return true }
      i += 1
    }
    return false
  }

  /// Whether a word with odd characters is an address or has them around it in pairs: `jane_roe@…`, `**bold**`.
  fileprivate func isTyped(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i] == 0x40 || self[i] == 0x3A && i + 1 < end && self[i + 1] == 0x2F { return true }
    return end - start > 2 && self[start].isOne(of: "*", "_", "`") && self[start] == self[end - 1]
  }

  /// How often phrases begin at words near the beginning.
  fileprivate func names(_ phrases: [String], within limit: Int) -> Int {
    var count = 0
    var at = 0
    let end = Swift.min(self.count, limit)
    while at < end {
      for phrase in phrases where self[at].capital == phrase.utf8.first && hasAnyCase(phrase, at: at, end: end) {
        count += 1
      }
      at = Swift.max(at + 1, wordEnd(at, end))
    }
    return count
  }

  /// Whether two ranges hold the same bytes.
  func isSame(_ a: ByteRange, _ b: ByteRange) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where self[a.start + k] != self[b.start + k] { return false }
    return true
  }
}
