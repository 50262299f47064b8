import MarkingGrammar
import MarkingModel

// The marking document of what was read.
extension MarkedReader {
  /// What a letterhead names, the Department of Defense and its components last.
  private static let offices = PhraseList([
    "DEPARTMENT OF", "AGENCY", "OFFICE OF", "BUREAU OF", "EMBASSY OF", "COMMAND", "DIRECTORATE",
    "DEPARTMENT OF DEFENSE", "DEPARTMENT OF THE ARMY", "DEPARTMENT OF THE NAVY", "DEPARTMENT OF THE AIR FORCE",
    "SECRETARY OF DEFENSE", "JOINT STAFF", "MARINE CORPS", "DEFENSE INTELLIGENCE AGENCY",
  ])
  private static let firstOfDefense = 7

  /// What the other parts are compared with.
  struct Facts {
    var form: Form
    var day: CalendarDay?
    var released: CalendarDay?
    var isScan = false
    /// Whether it is judged by the orders of today: dated since E.O. 13526 took effect, or undated and no scan.
    var isCurrent = true
    var level: Classification?
    var portionLevel: Classification?
    /// Whether the first lines name an office, and one of the Department of Defense.
    var hasLetterhead = false
    var isOfDefense = false
  }

  /// Reads a document; nil where it is none that is marked.
  ///
  /// `marks` are those of documents before, and of this one after it.
  static func document(
    from start: Int, form: Form?, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument? {
    // A listing holds the markings of others.
    if form == nil, source.isListing(from: start) { return nil }
    marks.begin()
    var reader = MarkedReader()
    swap(&reader.marks, &marks)
    defer { swap(&reader.marks, &marks) }
    reader.read(from: start, in: source, vocabulary)
    let pages = reader.settle(in: source)
    guard form != nil || reader.isMarked else { return nil }
    return reader.document(pages, form: form ?? (reader.mail.isMail ? .email : .marked), in: source, vocabulary)
  }

  private mutating func document(
    _ pages: MarkedPages, form: Form, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    let marked = portions.count { $0.mark != nil }
    let markings = banners.count + marked
    var document = DocumentWriter(
      reservingNodes: 32 + 2 * markings, attributes: 256 + 16 * markings, texts: 64)
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    let facts = facts(form, in: source)
    writeRoot(facts, pages, in: source, to: &document)
    writeMarkings(facts, to: &document, in: source, vocabulary)
    writeSheets(pages, to: &document, in: source)
    if marked > 0 { writeUnmarked(to: &document, in: source) }
    // What a scan garbles, and what older orders required otherwise, is not rolled up.
    if marked > 0, facts.isCurrent, !facts.isScan { writeRollUps(facts, to: &document, in: source, vocabulary) }
    writeBlocks(facts, pages, to: &document, in: source, vocabulary)
    writeNotices(to: &document, in: source)
    writeRelease(facts, to: &document, in: source)
    return document.finish()
  }

  private func facts(_ form: Form, in source: Span<UInt8>) -> Facts {
    var facts = Facts(form: form, day: dates.day)
    facts.released = releases.lazy.compactMap(\.day).first
    facts.isScan = isScan(in: source)
    facts.isCurrent = dates.day.map { $0.number >= 20_100_627 } ?? (!facts.isScan && looksCurrent(in: source))
    facts.portionLevel = portions.lazy.compactMap { level(of: $0) }.max()
    facts.level = overallBanner.map { marks[$0.mark].classification } ?? facts.portionLevel
    let named = Self.offices.found(in: head(in: source).bytes.span)
    facts.isOfDefense = named.contains { $0 >= Self.firstOfDefense }
    facts.hasLetterhead = !named.isEmpty
    return facts
  }

  private func writeRoot(
    _ facts: Facts, _ pages: MarkedPages, in source: Span<UInt8>, to document: inout DocumentWriter
  ) {
    var root = MarkedRoot(form: facts.form, day: facts.day?.number, level: facts.level)
    root.dateSource = "text"
    root.banners = banners.count
    root.portions = portions.count { $0.mark != nil }
    root.write(to: &document)
    document.set(.pages, pages.count)
    document.set(.era, facts.isCurrent ? Word.current : .historic)
    document.set(.ocr, facts.isScan)
    document.set(.released, releases.contains { $0.isRelease })
    document.set(.agency, facts.isOfDefense || !statements.isEmpty ? Word.dod : .other)
    document.set(.letterhead, facts.hasLetterhead)
    document.set(.portionRank, facts.portionLevel?.rank ?? 0)
    document.set(.cui, overallBanner.map { marks[$0.mark].isCUI } ?? false)
    document.set(.struck, overallBanner?.isStruck ?? false)
    document.set(.waiver, has(.waiver))
    document.set(.compilation, has(.compilation))
    document.set(.sourceList, has(.sources))
    document.set(.decontrolled, has(.decontrolled))
    document.set(.enclosures, has(.enclosure))
    document.set(.textLines, text)
    document.set(.old, isOld(facts))
  }

  func has(_ kind: Notice.Kind) -> Bool { notices.contains { $0.kind == kind } }

  /// Whether it was 25 years old when it was released.
  private func isOld(_ facts: Facts) -> Bool {
    guard let day = facts.day, let released = facts.released else { return false }
    return AuthorityBlock.years(from: day, to: released) > 25
  }

  // MARK: Markings

  private mutating func writeMarkings(
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
          place: entry.spot?.word ?? .line, isOverall: entry.line.start == overall, isStruck: entry.isStruck)
        writer.add(
          entry.mark, at: entry.start, n: banner, page: entry.page, on: entry.line, spot, to: &document, &ruler,
          in: source, vocabulary)
      } else {
        let entry = portions[portion]
        portion += 1
        guard let mark = entry.mark else { continue }
        writer.portions += 1
        let spot = MarkingSpot(place: entry.isBehind ? .behind : entry.kind.word, isOverall: false, isStruck: false)
        writer.add(
          mark.mark, at: mark.start, n: writer.portions, page: entry.page, on: entry.line, spot, to: &document, &ruler,
          in: source, vocabulary)
      }
    }
  }

  /// A page each, with what its header and footer say of each other and of its portions.
  private mutating func writeSheets(_ pages: MarkedPages, to document: inout DocumentWriter, in source: Span<UInt8>) {
    guard let overall = overallBanner else { return }
    var highest = [Int](repeating: 0, count: pages.count + 1)
    for portion in portions {
      highest[portion.page] = max(highest[portion.page], level(of: portion)?.rank ?? 0)
    }
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
      let line = first?.line ?? overall.line
      let place = ruler.place(range(of: first ?? overall), on: line, in: source)
      document.add(.sheet, to: 0, at: place.range, place.position)
      document.set(.n, page)
      document.set(.header, header != nil)
      document.set(.footer, footer != nil)
      document.set(.same, agree(header, footer, in: source))
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
  private mutating func writeUnmarked(to document: inout DocumentWriter, in source: Span<UInt8>) {
    let tree = PortionTree(portions)
    for (index, portion) in portions.enumerated() where portion.mark == nil {
      let place = ruler.place(ByteRange(portion.start, portion.line.end), on: portion.line, in: source)
      document.add(.unmarked, to: 0, at: place.range, place.position)
      document.set(.kind, portion.kind.word)
      document.set(.page, portion.page)
      document.set(.covered, tree.isCovered[index])
      document.set(.mixed, tree.isMixed[index])
    }
  }

  // MARK: Blocks, statements, notices

  private mutating func writeBlocks(
    _ facts: Facts, _ pages: MarkedPages, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var first: LabelBlock?
    for block in blocks {
      let page = pages.page(of: block.fields[0].start)
      if block.isAuthority {
        var authority = AuthorityBlock(block, vocabulary)
        authority.page = page
        let below = text - block.text
        let place = below <= 4 && below <= block.text ? "end" : block.text <= 3 ? "head" : "text"
        authority.write(
          into: &document, &ruler, day: facts.day, released: facts.released, place: place,
          isDuplicate: first.map { !$0.says(the: block) } ?? false, in: source)
        first = first ?? block
      } else {
        var indicator = DesignationIndicator(block: block)
        indicator.page = page
        indicator.write(into: &document, &ruler, released: facts.released, in: source, vocabulary)
      }
    }
    for (index, statement) in statements.enumerated() {
      statement.write(into: &document, &ruler, n: index + 1, in: source)
    }
  }

  private mutating func writeNotices(to document: inout DocumentWriter, in source: Span<UInt8>) {
    for notice in notices where notice.kind != .enclosure {
      let place = ruler.place(ByteRange(notice.start, notice.line.end), on: notice.line, in: source)
      document.add(.notice, to: 0, at: place.range, place.position)
      document.set(.kind, notice.kind.rawValue)
      document.set(.page, notice.page)
      document.set(.complete, notice.isComplete)
    }
  }

  private mutating func writeRelease(_ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>) {
    for release in releases { release.write(into: &document, &ruler, in: source) }
    let keyed = Set(exemptions.lazy.filter { $0.spot == .key }.map(\.code.key))
    let usual = exemptions.first { $0.code.scheme == .foia && $0.spot == .redaction }?.code.spelling
    for entry in exemptions {
      let code = entry.code
      let place = ruler.place(code.range, on: entry.line, in: source)
      document.add(.exemption, to: 0, at: place.range, place.position, excerpt: place.range)
      document.set(.scheme, code.scheme.rawValue)
      document.set(.place, entry.spot.rawValue)
      document.set(.page, entry.page)
      document.set(.number, code.number)
      document.set(.hasPart, code.part != nil)
      document.set(.letter, code.part.map(\.asText))
      document.set(.legal, code.isLegal)
      document.set(.partLegal, code.isPartLegal)
      document.set(.reference, code.hasReference)
      document.set(.usual, code.scheme != .foia || entry.spot != .redaction || usual == code.spelling)
      document.set(.explained, keyed.isEmpty || keyed.contains(code.key))
    }
    for redaction in redactions {
      let place = ruler.place(redaction.range, on: redaction.line, in: source)
      document.add(.redaction, to: 0, at: place.range, place.position)
      document.set(.kind, redaction.kind.rawValue)
      document.set(.page, redaction.page)
      document.set(.coded, redaction.isCoded)
    }
  }
}

extension ExemptionCode {
  /// What a key explains: scheme, section, number.
  var key: Int { (Int(section) << 16) | number << 4 | (scheme == .foia ? 0 : scheme == .privacy ? 1 : 2) }
}
