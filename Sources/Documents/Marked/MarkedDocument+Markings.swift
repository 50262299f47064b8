import MarkingGrammar
import MarkingModel

// The markings of a document and what its pages and portions say of them.
extension MarkedReader {
  mutating func writeMarkings(
    _ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let overall = overallBanner?.line.start
    var writer = KnownMarkWriter(marks, day: facts.day?.number)
    // A scan garbles tokens, and older documents have others: their levels are read and nothing more.
    writer.isLevelOnly = facts.isScan || !facts.isCurrent
    var (banner, portion) = (0, 0)
    while banner < banners.count || portion < portions.count {
      let isBanner =
        portion >= portions.count || banner < banners.count && banners[banner].line.start < portions[portion].start
      if isBanner {
        let entry = banners[banner]
        banner += 1
        let spot = MarkingSpot(
          place: entry.spot?.word ?? .line, isOverall: entry.line.start == overall, isStruck: entry.isStruck,
          isWithheld: false)
        writer.add(
          entry.mark, at: entry.start, n: banner, page: entry.page, on: entry.line, spot, to: &document, &ruler,
          in: source, vocabulary)
      } else {
        let entry = portions[portion]
        portion += 1
        guard let mark = entry.mark else { continue }
        writer.portions += 1
        let spot = MarkingSpot(
          place: entry.isBehindText ? .behindText : entry.isBehind ? .behind : entry.kind.word, isOverall: false,
          isStruck: false,
          isWithheld: WithheldText.isAll(
            of: entry, upTo: end(of: entry, beforePortion: portion, beforeBanner: banner, in: source), in: source))
        writer.add(
          mark.mark, at: mark.start, n: writer.portions, page: entry.page, on: entry.line, spot, to: &document, &ruler,
          in: source, vocabulary)
      }
    }
  }

  /// Where the next portion or banner begins; the next cell of a table stands on the same line.
  private func end(
    of entry: PortionEntry, beforePortion portion: Int, beforeBanner banner: Int, in source: Span<UInt8>
  ) -> Int {
    var end = source.count
    if banner < banners.count { end = min(end, banners[banner].line.start) }
    if portion < portions.count {
      let next = portions[portion]
      end = min(end, next.line.start > entry.line.start ? next.line.start : next.start)
    }
    return entry.kind == .subject ? min(end, Self.field(below: entry.line, in: source) ?? end) : end
  }

  /// Where the next field of a header begins; a subject goes on on few lines.
  private static func field(below line: SourceLine, in source: Span<UInt8>) -> Int? {
    var end = line.end
    for _ in 0..<4 {
      guard let below = source.lineBelow(end) else { return nil }
      var start = below.start
      while start < below.end, source[start] == 0x3E || source[start] == 0x20 { start += 1 }
      if MailHeader.field(start, below.end, in: source) != nil { return below.start }
      end = below.end
    }
    return nil
  }

  /// A page each, with what its header and footer say of each other and of its portions.
  mutating func writeSheets(
    _ pages: MarkedPages, _ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    guard let overall = overallBanner else { return }
    var highest = [Int](repeating: 0, count: pages.count + 1)
    for portion in portions {
      highest[portion.page] = max(highest[portion.page], level(of: portion)?.rank ?? 0)
    }
    var odd: OddBanner?
    var index = 0
    for page in 1...pages.count {
      var header: BannerEntry?
      var footer: BannerEntry?
      var first: BannerEntry?
      while index < banners.count, banners[index].page <= page {
        let banner = banners[index]
        first = first ?? banner
        if banner.spot == .header, header == nil { header = banner }
        if banner.spot == .footer { footer = banner }
        index += 1
      }
      let isSame = agree(header, footer, in: source)
      if !isSame, odd == nil { odd = OddBanner(self, facts) }
      let shown = isSame ? first ?? overall : odd?.choose(header, footer, &self, vocabulary) ?? overall
      let place = ruler.place(range(of: shown), on: shown.line, in: source)
      document.add(.sheet, to: 0, at: place.range, place.position)
      document.set(.n, page)
      document.set(.header, header != nil)
      document.set(.footer, footer != nil)
      document.set(.same, isSame)
      document.set(.agrees, agree(header ?? footer, overall, in: source))
      document.set(.rank, first.flatMap { marks[$0.mark].classification?.rank } ?? 0)
      document.set(.portionRank, highest[page])
    }
  }

  /// Whether two banners say the same; true where one is missing.
  private func agree(_ a: BannerEntry?, _ b: BannerEntry?, in source: Span<UInt8>) -> Bool {
    guard let a, let b else { return true }
    if isSame(a, b, in: source) { return true }
    guard marks[a.mark].isDamaged || marks[b.mark].isDamaged else { return false }
    return marks[a.mark].classification == marks[b.mark].classification
  }

  /// Portions without a mark, where others have one.
  mutating func writeUnmarked(to document: inout DocumentWriter, in source: Span<UInt8>) {
    let tree = PortionTree(portions)
    for (index, portion) in portions.enumerated() where portion.mark == nil {
      let place = ruler.place(ByteRange(portion.start, portion.line.end), on: portion.line, in: source)
      document.add(.unmarked, to: 0, at: place.range, place.position)
      document.set(.kind, portion.kind.word)
      document.set(.page, portion.page)
      document.set(.covered, tree.isCovered[index])
      document.set(.mixed, tree.isMixed[index])
      if portion.stranger != .none { document.set(.markLegal, false) }
    }
  }
}
