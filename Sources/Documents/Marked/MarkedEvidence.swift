import MarkingGrammar
import MarkingModel

// What the candidates are, by each other and by their places.
extension MarkedReader {
  /// From how many marks inside lines on a text is one about markings: its examples are not its own.
  private static let mentionLimit = 8

  var isAboutMarkings: Bool { mentions >= Self.mentionLimit }

  /// Leaves only the candidates that are markings of this document.
  mutating func settle(in source: Span<UInt8>) -> MarkedPages {
    takeColumnBlock(in: source)
    takeOtherBrackets(in: source)
    settleCodes()
    dropExamples(in: source)
    breakAtMessages(in: source)
    let pages = MarkedPages(breaks, &banners, total: text)
    closeThread(in: source)
    let isAboutMarkings = isAboutMarkings || showsExamples(in: source)
    keepTearLineBanners()
    keepRepeatedBanners(in: source)
    settleLetters(in: source)
    dropLoneLetters()
    settleCandidates(in: source)
    let overall = overallBanner.flatMap { marks[$0.mark].classification }
    if isAboutMarkings {
      let rank = overall?.rank ?? 1
      let marks = marks
      portions.removeAll { portion in
        portion.isBehindText || portion.isInner || portion.isDamaged || portion.isShort
          || (portion.mark.flatMap { marks[$0.mark].classification }?.rank ?? 0) > rank
      }
      if overall?.isClassified != true {
        blocks.removeAll { $0.isAuthority }
        notices.removeAll()
      }
    }
    for index in portions.indices { portions[index].page = pages.page(of: portions[index].start) }
    settleShortItems(in: source)
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

  /// `CONTROLLED` or `cui` alone on a line is a word of the text, but where something else shows that it is about CUI.
  mutating func dropWords(in source: Span<UInt8>) {
    let marks = marks
    guard banners.contains(where: { marks[$0.mark].isWord }), !hasControlledPortion,
      !blocks.contains(where: { $0.has(.controlledBy) }),
      !banners.contains(where: { marks[$0.mark].isCUI && !marks[$0.mark].isWord }), !frameOfControl(in: source)
    else { return }
    banners.removeAll { marks[$0.mark].isWord }
  }

  /// Whether `CONTROLLED`, in capitals, is both the first and the last line of a paper of the Government, as 32 CFR
  /// 2002.20(b)(1) has it: one that names an office, or says what it is without what it encloses.
  private func frameOfControl(in source: Span<UInt8>) -> Bool {
    guard let first = banners.first, let last = banners.last, banners.count > 1, first.text == 0, last.text == text,
      text > 0, banners.allSatisfy({ isSame($0, first, in: source) }),
      !source.hasSmallLetters(first.start, range(of: first).end)
    else { return false }
    return has(.transmittal) || namesOffice(in: source)
  }

  private var hasControlledPortion: Bool {
    portions.contains { portion in portion.mark.map { marks[$0.mark].isCUI } ?? false }
  }

  /// Whether a paper without a banner is one of CUI: by its block, or by its portions where it is plainly a paper.
  func isControlled(_ facts: Facts) -> Bool {
    guard facts.portionLevel?.isClassified != true else { return false }
    return blocks.contains { $0.has(.controlledBy) && ($0.has(.category) || hasControlledPortion) }
      || hasControlledPortion && (facts.hasLetterhead || facts.form == .email)
  }

  /// The level of a portion's mark.
  func level(of portion: PortionEntry) -> Classification? { portion.mark.flatMap { marks[$0.mark].classification } }

  /// The range of a banner.
  func range(of banner: BannerEntry) -> ByteRange { marks[banner.mark].range(at: banner.start) }

  /// Whether two banners are written alike, wherever their lines end.
  func isSame(_ a: BannerEntry, _ b: BannerEntry, in source: Span<UInt8>) -> Bool {
    a.mark == b.mark || source.isSameInLines(range(of: a), range(of: b))
  }

  /// The banner of the whole document: the header of its first page, or else the first that there is.
  var overallBanner: BannerEntry? {
    banners.first { $0.page == 1 && $0.spot == .header } ?? banners.first
  }

  /// A line between lines of text is a banner where it says what a header or footer says, and an example elsewhere.
  private mutating func keepRepeatedBanners(in source: Span<UInt8>) {
    var known: [BannerEntry] = []
    for banner in banners where banner.spot != nil && known.count < 16 {
      if !known.contains(where: { isSame($0, banner, in: source) }) { known.append(banner) }
    }
    for index in banners.indices where banners[index].spot == nil {
      let banner = banners[index]
      if known.contains(where: { isSame($0, banner, in: source) }) { banners[index].spot = .line }
    }
    banners.removeAll { $0.spot == nil }
  }

  /// The parts below tear lines, by where they begin and end: from one to the next, or to the end of the document.
  var tearSections: [ByteRange] {
    let lines = notices.filter { $0.kind == .tearLine }.map(\.start)
    return stride(from: 0, to: lines.count, by: 2).map { first in
      ByteRange(lines[first], first + 1 < lines.count ? lines[first + 1] : .max)
    }
  }

  /// What stands below a tear line has a banner of its own.
  private mutating func keepTearLineBanners() {
    guard has(.tearLine) else { return }
    let sections = tearSections
    for index in banners.indices where banners[index].spot == nil {
      let start = banners[index].line.start
      if sections.contains(where: { $0.start < start && start < $0.end }) { banners[index].spot = .line }
    }
  }

  /// `(A)`, `(B)`, `(C)`: where other letters begin lines as well, the letters that are levels are none. Below a banner
  /// that is classified, among marks, a few letters that begin no list are slips: `(V)`.
  private mutating func settleLetters(in source: Span<UInt8>) {
    // `Answer: (A)`, `Answer: (C)`.
    if hasStrangeLabels { portions.removeAll { $0.isLabelled && $0.isLetter } }
    // A paper without a classified banner that speaks of marks shows what they are like.
    if !hasClassifiedBanner, portions.contains(where: { $0.isLabelled && level(of: $0)?.isClassified == true }),
      speaksOfMarkings(in: source)
    {
      portions.removeAll { $0.isLabelled }
    }
    guard strangers.count > 0 else { return }
    let letters = portions.count { $0.isLetter }
    let isClassified = overallBanner.flatMap { marks[$0.mark].classification }?.isClassified == true
    let marked = portions.count { $0.mark != nil }
    if isClassified, !strangers.beginList, marked > 1, strangers.count * 2 <= marked { return }
    portions.removeAll { $0.stranger == .alone }
    for index in portions.indices { portions[index].stranger = .none }
    guard strangers.count * 2 >= letters else { return }
    portions.removeAll { portion in
      guard portion.isLetter, let mark = portion.mark else { return false }
      return !strangers.areRoman || marks[mark.mark].classification == .confidential
    }
  }

  /// Whether the text is a scan that a program has read: words are broken by marks that no one types.
  ///
  /// A slip that stands everywhere alike, or once among banners without one, is the typist's.
  func isScan(in source: Span<UInt8>) -> Bool {
    if source.looksScanned(to: min(source.count, 6000)) { return true }
    let damaged = banners.filter { marks[$0.mark].isDamaged }
    guard !damaged.isEmpty else { return false }
    let isMarked = portions.contains { portion in portion.mark.map { !marks[$0.mark].isDamaged } ?? false }
    return Set(damaged.map(\.mark)).count > 1 || damaged.count * 2 > banners.count && !isMarked
  }

  /// Whether an undated document may be one of today: its marks are of a kind that is, and it speaks of no earlier years
  /// alone.
  func looksCurrent(in source: Span<UInt8>) -> Bool {
    let hasSlashes =
      banners.contains(where: isPlainly)
      || portions.contains { portion in portion.mark.map { marks[$0.mark].hasTokens } ?? false }
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

  /// The words at the head of the document, where a letterhead stands.
  func head(in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 600)
    words.add(ByteRange(0, min(source.count, 700)), in: source)
    return words
  }

  /// The same without the lines of authority blocks: an agency whose guide is a source need not be that of the classifier.
  func headBesidesBlocks(in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 600)
    let end = min(source.count, 700)
    var start = 0
    for block in blocks where block.isAuthority && block.fields[0].line.start < end && block.end > start {
      words.add(ByteRange(start, max(start, block.fields[0].line.start)), in: source)
      start = min(block.end, end)
    }
    words.add(ByteRange(start, end), in: source)
    return words
  }

  /// Those on lines that may be of a letterhead: not the lines of text, nor those that say who writes to whom about what.
  func letterhead(in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 600)
    let end = min(source.count, 700)
    var start = 0
    while start < end {
      var stop = start
      while stop < end, source[stop] != 0x0A, source[stop] != 0x0D { stop += 1 }
      let first = source.skipBlanks(start, stop)
      let isOfNames = !source.hasSmallWord(first, stop) && !isInBlock(start)
      if isOfNames, !Self.addressees.contains(where: { source.hasAnyCase($0, at: first, end: stop) }) {
        words.add(ByteRange(start, stop), in: source)
      }
      start = stop + 1
    }
    return words
  }

  private func isInBlock(_ at: Int) -> Bool {
    blocks.contains { $0.isAuthority && $0.fields[0].line.start <= at && at < $0.end }
  }

  private static let addressees = [
    "FROM:", "TO:", "THRU:", "THROUGH:", "VIA:", "CC:", "ATTN:", "FOR:", "SUBJECT:", "SUBJ:", "RE:", "MEMORANDUM FOR",
    "MEMORANDUM TO", "MEMO FOR",
  ]
}

extension Span where Element == UInt8 {
  /// Whether a word of four letters or more begins small: names have smaller ones alone (`of`, `the`, `and`).
  func hasSmallWord(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end {
      let first = i
      while i < end, self[i].isLetterOrDigit { i += 1 }
      if i - first >= 4, self[first].isSmall { return true }
      if i == first { i += 1 }
    }
    return false
  }
}
