import MarkingGrammar
import MarkingModel

/// Reads a paper or an e-mail of the United Kingdom, Australia or New Zealand: the markings at the head and foot of its
/// pages, before its paragraphs, and in the header and subject of an e-mail. Time and memory: linear.
struct NationalPaper {
  /// A marking with the line that it stands on.
  private struct Entry {
    var marking: NationalMarking
    var line: SourceLine
    var continuation: [SourceLine] = []
    /// Of what is no banner.
    var place: Word?
  }

  private let scheme: NationalMarking.Scheme
  /// Every marking in order; banners refer to them by number.
  private var entries: [Entry] = []
  private var banners: [BannerEntry] = []
  /// Those of them that count only where another says the same.
  private var doubtful: Set<Int> = []
  private var breaks: [PageBreak] = []
  private var dates = DocumentDate()
  private var text = 0
  private var isAfterBlank = true
  /// Whether the header of an e-mail is being read.
  private var isInHeader = true

  private init(_ scheme: NationalMarking.Scheme) { self.scheme = scheme }

  /// Reads everything from `start` on as a paper of a country.
  static func document(
    from start: Int, _ scheme: NationalMarking.Scheme, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var paper = NationalPaper(scheme)
    paper.read(from: start, in: source, vocabulary)
    return paper.write(in: source, vocabulary)
  }

  // MARK: Lines

  private mutating func read(from start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var scan = MarkScan(from: start, linesAlone: true)
    var at = start
    var number = 0
    while at < source.count {
      number += 1
      let line = SourceLine(start: at, end: scan.next(in: source), number: number)
      at = source.nextLine(after: line.end)
      if at > line.end + 1 { _ = scan.next(in: source) }
      // What stands before a form feed is the last of its page.
      var part = line
      for i in line.start..<line.end where source[i] == 0x0C {
        take(part.upTo(i), in: source, vocabulary)
        breaks.append(PageBreak(offset: i, text: text))
        isAfterBlank = true
        part = SourceLine(start: i + 1, end: line.end, number: number, column: i + 1 - line.start + 1)
      }
      take(part, in: source, vocabulary)
    }
  }

  private mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var start = source.skipBlanks(line.start, line.end)
    guard start < line.end else {
      isAfterBlank = true
      if !entries.isEmpty || text > 0 { isInHeader = false }
      return
    }
    let end = source.trimmedEnd(start, line.end)
    if isInHeader, takeHeader(line, start, end, in: source, vocabulary) { return }
    if let marker = PageMarker.read(start, end, in: source) {
      if marker.isBreak { breaks.append(PageBreak(offset: line.start, text: text)) }
      guard marker.next < end else { return }
      start = marker.next
    }
    let part = ByteRange(start, source.wideGap(start, end) ?? end)
    if let found = banner(part, in: source, vocabulary), part.end == end || end - part.end <= 60 {
      add(found, on: line, in: source, vocabulary)
      isAfterBlank = true
      return
    }
    if isAfterBlank || ItemPrefix.read(start, end, in: source).kind != .none {
      takeParagraph(line, start, end, in: source, vocabulary)
    }
    if text < 12 { dates.takeBare(start, end, in: source, vocabulary) }
    if source.hasAnyCase("DATE:", at: start, end: end) {
      dates.takeLabelled(source.skipBlanks(start + 5, end), end, in: source, vocabulary)
    }
    text += 1
    isAfterBlank = false
  }

  /// A line that is a marking of the scheme, or of another country's: the level of another country is none here.
  private func banner(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> NationalLine? {
    if let own = NationalLine.read(range, scheme, in: source, vocabulary) { return own }
    for other in NationalMarking.Scheme.allCases where other != scheme {
      guard let foreign = NationalLine.read(range, other, in: source, vocabulary), !foreign.needsRepeat else {
        continue
      }
      let marking = NationalParser.parse(source, foreign.marking.range, scheme: scheme, vocabulary)
      return NationalLine(marking: marking, needsRepeat: true)
    }
    return nil
  }

  /// Adds a banner. What stands below a level without having one belongs to it: `Legal Privilege` below
  /// `OFFICIAL: Sensitive`.
  private mutating func add(
    _ found: NationalLine, on line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if let last = banners.last, last.text == text, found.marking.rank == 0, entries[last.mark].marking.rank > 0,
      line.number <= (entries[last.mark].continuation.last ?? last.line).number + 2
    {
      entries[last.mark].continuation.append(line)
      let whole = ByteRange(last.start, found.marking.range.end)
      entries[last.mark].marking = NationalParser.parse(source, whole, scheme: scheme, vocabulary)
      return
    }
    banners.append(
      BannerEntry(mark: entries.count, start: found.marking.range.start, isStruck: false, line: line, text: text))
    if found.needsRepeat { doubtful.insert(entries.count) }
    entries.append(Entry(marking: found.marking, line: line))
  }

  /// `(OFFICIAL-SENSITIVE) The bids …`: the marking of a paragraph, spelt out.
  private mutating func takeParagraph(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let at = ItemPrefix.read(start, end, in: source).next
    guard at < end, source[at] == 0x28 || source[at] == 0x5B else { return }
    var close = at + 1
    while close < end, source[close] != 0x29, source[close] != 0x5D { close += 1 }
    guard close + 1 < end,
      let found = NationalLine.read(ByteRange(at + 1, close), scheme, in: source, vocabulary), !found.needsRepeat
    else { return }
    entries.append(Entry(marking: found.marking, line: line, place: .paragraph))
  }

  /// A line of the header of an e-mail.
  private mutating func takeHeader(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    // A folded header goes on behind a blank.
    if start > line.start, let last = entries.indices.last, entries[last].place == .mail {
      entries[last].continuation.append(line)
      let whole = ByteRange(entries[last].line.start, end)
      entries[last].marking = NationalParser.parse(source, whole, scheme: scheme, vocabulary)
      return true
    }
    let range = ByteRange(start, end)
    if scheme == .au, source.isAustralianField(range) {
      let marking = NationalParser.parse(source, range, scheme: .au, vocabulary)
      entries.append(Entry(marking: marking, line: line, place: marking.style == .header ? .mail : .subject))
      return true
    }
    guard let (field, next) = MailHeader.field(start, end, in: source) else {
      return start == line.start && source.isFieldName(start, end)
        && NationalLine.read(range, scheme, in: source, vocabulary) == nil
    }
    if field == .date || field == .sent { dates.takeLabelled(next, end, in: source, vocabulary) }
    if field == .subject || field == .shortSubject { takeSubject(line, next, end, in: source, vocabulary) }
    return true
  }

  /// `Subject: OFFICIAL-SENSITIVE: Lamps`, `Subject: [OFFICIAL] Lamps`.
  private mutating func takeSubject(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard start < end else { return }
    let isBracket = source[start] == 0x5B
    let from = isBracket ? start + 1 : start
    var close = from
    while close < end, source[close] != (isBracket ? 0x5D : 0x3A) { close += 1 }
    guard close < end,
      let found = NationalLine.read(
        source.trimmed(ByteRange(from, close)), scheme, in: source, vocabulary), !found.needsRepeat
    else { return }
    entries.append(Entry(marking: found.marking, line: line, place: .subject))
  }

  // MARK: Nodes

  private mutating func write(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> MarkingDocument {
    dropDoubtful(in: source)
    let pages = MarkedPages(breaks, &banners, total: text)
    // Between lines of text a level is a heading, unless a page says the same.
    let known = Set(banners.filter { $0.spot != nil }.map { words(of: $0.mark, in: source) })
    banners = banners.filter { $0.spot != nil || known.contains(words(of: $0.mark, in: source)) }
    var document = MarkingDocument()
    var ruler = Ruler()
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    var root = MarkedRoot(form: scheme.paper, day: dates.day?.number, level: nil, banners: banners.count, portions: 0)
    root.dateSource = "text"
    root.write(to: &document)
    let overall = banners.first?.mark ?? entries.indices.first { entries[$0].place != nil }
    var next = 0
    for (index, entry) in entries.enumerated() {
      while next < banners.count, banners[next].mark < index { next += 1 }
      let banner = next < banners.count && banners[next].mark == index ? banners[next] : nil
      guard banner != nil || entry.place != nil else { continue }
      let place = entry.place ?? (banner?.spot ?? .line).word
      let page = banner?.page ?? pages.page(of: entry.line.start)
      var spot = NationalSpot(place: place, page: page, isOverall: index == overall)
      if let banner, banner.spot == .footer { spot.agrees = agrees(banner, in: source) }
      NationalWriter(line: entry.line, continuation: entry.continuation, day: dates.day?.number)
        .add(entry.marking, to: &document, &ruler, in: source, vocabulary, spot: spot)
    }
    return document
  }

  /// What is written in small letters, has unknown words or no level is a heading where nothing repeats it.
  private mutating func dropDoubtful(in source: Span<UInt8>) {
    guard !doubtful.isEmpty else { return }
    var counts: [[UInt8]: Int] = [:]
    for banner in banners { counts[words(of: banner.mark, in: source), default: 0] += 1 }
    banners = banners.filter { banner in
      !doubtful.contains(banner.mark) || counts[words(of: banner.mark, in: source), default: 0] > 1
    }
  }

  /// Whether the foot of a page says what its head says.
  private func agrees(_ footer: BannerEntry, in source: Span<UInt8>) -> Bool? {
    guard let header = banners.first(where: { $0.page == footer.page && $0.spot == .header }) else { return nil }
    return words(of: header.mark, in: source) == words(of: footer.mark, in: source)
  }

  /// The letters and digits of a marking: dashes and blanks say nothing.
  private func words(of mark: Int, in source: Span<UInt8>) -> [UInt8] {
    let range = entries[mark].marking.range
    return (range.start..<range.end).compactMap { source[$0].isLetterOrDigit ? source[$0] : nil }
  }
}

extension Span where Element == UInt8 {
  /// Whether a line begins with the name of a header field and a colon: `Received:`, `X-Mailer:`.
  fileprivate func isFieldName(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, self[i].isLetterOrDigit || self[i] == 0x2D { i += 1 }
    return i > start && i < end && self[i] == 0x3A && i + 1 < end && self[i + 1] == 0x20
  }
}
