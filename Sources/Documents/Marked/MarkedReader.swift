import MarkingGrammar
import MarkingModel

/// Reads a document that is no telegram for its markings: candidates first, line by line, then what they are by their
/// place on the page and by each other.
///
/// A line of prose costs a look at its first bytes and, sixteen bytes at a time, one for the characters that can begin
/// a mark inside it. Time and memory: linear.
struct MarkedReader: Sendable {
  private static let citations = PhraseList([
    "EXEMPTION", "EXEMPTIONS", "SECTION", "SUBSECTION", "PARAGRAPH", "UNDER", "U.S.C.", "AND", "OR", "SEE", "PURSUANT",
  ])
  var ruler = Ruler()
  var marks = KnownMarks()
  var banners: [BannerEntry] = []
  var portions: [PortionEntry] = []
  var breaks: [PageBreak] = []
  var notices: [Notice] = []
  /// Blocks of labels that were read to their end, and the one that is being read.
  var blocks: [LabelBlock] = []
  var open: LabelBlock?
  var statements: [DistributionStatement] = []
  var releases: [ReleaseMark] = []
  var exemptions: [ExemptionEntry] = []
  var redactions: [RedactionEntry] = []
  /// Whether the list that explains the exemption codes is being read.
  var isInKey = false
  var mail = MailHeader()
  var dates = DocumentDate()
  /// Lines of text so far: no banners, page numbers, stamps or headers of an e-mail.
  var text = 0
  /// Whether the line before was blank, or none.
  var isAfterBlank = true
  /// Whether the line before lets a portion begin on this one: it is blank, ends a sentence or is no text.
  var mayBegin = true
  /// Whether the end of the document has begun: greetings, attachments, sources.
  var isClosed = false
  /// Marks that stand inside lines of text, such as those of a manual that speaks of them.
  var mentions = 0
  /// Single capital letters in parentheses that begin lines and are no levels: a list of `(A)`, `(B)`.
  var listLetters = 0
  /// The offsets in the line at hand that the scan stopped at.
  private var hits: [Int] = []

  init() { hits.reserveCapacity(64) }

  /// Reads everything from `start` on.
  mutating func read(from start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var at = start
    var number = 0
    let count = source.count
    var scan = MarkScan(from: start)
    while at < count {
      number += 1
      hits.removeAll(keepingCapacity: true)
      var begin = at
      var end = scan.next(in: source)
      while end < count {
        let byte = source[end]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == 0x0C {
          // What stands before a form feed on its line is the last of the page.
          take(SourceLine(start: begin, end: end, number: number), in: source, vocabulary)
          hits.removeAll(keepingCapacity: true)
          breaks.append(PageBreak(offset: end, text: text))
          takeBlank()
          begin = end + 1
        } else if byte != 0x0B {
          hits.append(end)
        }
        end = scan.next(in: source)
      }
      let column = begin == at ? 1 : begin - at + 1
      take(SourceLine(start: begin, end: end, number: number, column: column), in: source, vocabulary)
      at = end + 1
      if at < count, source[end] == 0x0D, source[at] == 0x0A {
        _ = scan.next(in: source)
        at += 1
      }
    }
  }

  /// Takes the next line, or the part of it after a form feed.
  private mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let start = source.skipBlanks(line.start, line.end)
    guard start < line.end else {
      takeBlank()
      return
    }
    // A line of a paragraph that runs on: nothing begins on it.
    if source[start].isSmall, !isAfterBlank, start &+ 1 < line.end,
      source[start &+ 1].isSmall || source[start &+ 1] == 0x20, runsOn(start, line.end, in: source)
    {
      if open != nil { _ = takeContinuation(ByteRange(start, line.end), in: source) }
      takeText(line, in: source)
      return
    }
    let end = source.trimmedEnd(start, line.end)
    if takeFurniture(line, start, end, in: source, vocabulary) {
      mayBegin = true
      return
    }
    if takeLabel(line, start, end, in: source, vocabulary) {
      (isAfterBlank, mayBegin) = (false, true)
      takeHits(line, in: source)
      return
    }
    takePortion(line, start, end, in: source, vocabulary)
    takeText(line, in: source)
  }

  /// Whether a line that begins with a small letter belongs to the paragraph above it, whatever its words are: few
  /// letters begin a bullet, the marker of a page, a label or a notice that is written small.
  @inline(__always)
  private func runsOn(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    switch source[start] {
    case 0x62, 0x65, 0x6F, 0x70: open == nil && !Self.mayBeginSmall(LineKey(source, start, end))
    default: true
    }
  }

  private static func mayBeginSmall(_ key: LineKey) -> Bool {
    switch key.first {
    case 0x42: key.begins("B", "E", "G", "I", "N", " ") || key.begins("B", "C", "C")
    case 0x45:
      key.begins("E", "N", "D", " ") || key.begins("E", "N", "C", "L") || key.begins("E", "X", "P", "O")
        || key.begins("E", "X", "E", "M") || key.begins("E", "Y", "E", "S")
    case 0x4F: key.second == 0x20 || key.begins("O", "R", "I", "G") || key.begins("O", "C", "T")
    default:
      key.begins("P", "A", "G", "E") || key.begins("P", "O", "C") || key.begins("P", "O", "I", "N")
        || key.begins("P", "O", "R", "T") || key.begins("P", "R", "O", "T") || key.begins("P", "H", "O", "T", "O")
    }
  }

  /// A line of text: what stands inside it.
  private mutating func takeText(_ line: SourceLine, in source: Span<UInt8>) {
    text += 1
    isAfterBlank = false
    mayBegin = line.end > line.start && source[line.end - 1].isOne(of: ".", ":", ";", "?", "!", ")")
    if !hits.isEmpty { takeHits(line, in: source) }
  }

  private mutating func takeBlank() {
    (isAfterBlank, mayBegin) = (true, true)
    open?.isAfterBlank = true
  }

  /// What can stand inside a line: codes of exemptions, redactions, words about marks.
  private mutating func takeHits(_ line: SourceLine, in source: Span<UInt8>) {
    var taken = line.start
    for hit in hits where hit >= taken && hit + 3 < line.end {
      switch source[hit] {
      case 0x28:
        if source[hit + 1].isSmall || source[hit + 1] == 0x42 {
          if let code = exemption(at: hit, line, in: source) {
            exemptions.append(ExemptionEntry(code: code, spot: isInKey ? .key : .redaction, line: line))
            taken = code.range.end
          }
        } else if source[hit + 1].isCapital || source[hit + 1] == 0x2F, !isMark(hit),
          isMention(hit, line.end, in: source)
        {
          mentions += 1
        }
      case 0x5B, 0xE2:
        guard let redaction = RedactionEntry.read(hit, line, in: source) else { continue }
        redactions.append(redaction)
        if redaction.kind == .box { taken = redaction.range.end }
      default: break
      }
    }
  }

  /// A code in a line, unless the words before it speak of it.
  private func exemption(at hit: Int, _ line: SourceLine, in source: Span<UInt8>) -> ExemptionCode? {
    guard let code = ExemptionCode.read(hit, line.end, inLine: true, in: source) else {
      // `1.4(d)` behind the code that it belongs to.
      guard let last = exemptions.last?.code.range.end, last <= hit, hit - last < 16, hit - 3 >= line.start else {
        return nil
      }
      let start = source[hit - 1] == 0x20 ? hit - 4 : hit - 3
      return start >= line.start && last <= start
        ? ExemptionCode.read(start, line.end, inLine: false, in: source) : nil
    }
    guard hit == line.start || !source[hit - 1].isLetterOrDigit else { return nil }
    if isInKey { return code }
    var words = FoldedWords(limit: 32)
    words.add(ByteRange(max(line.start, hit - 24), hit), in: source)
    let speaks = words.contains(oneOf: Self.citations)
    return speaks && redactions.last?.range.end ?? 0 < line.start ? nil : code
  }

  /// Whether a mark that was taken for one begins at a byte. O(log portions).
  private func isMark(_ at: Int) -> Bool {
    var (low, high) = (0, portions.count)
    while low < high {
      let middle = (low + high) / 2
      if portions[middle].start < at { low = middle + 1 } else { high = middle }
    }
    return low < portions.count && portions[low].start == at
  }

  private func isMention(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var i = at + 1
    let limit = min(end, at + 40)
    while i + 1 < limit, source[i] != 0x29 {
      if source[i] == 0x2F, source[i + 1] == 0x2F { return true }
      i += 1
    }
    return false
  }

  // MARK: Page furniture

  /// A banner, a page number, a page marker. False where the line is something else.
  private mutating func takeFurniture(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var from = start
    if let marker = PageMarker.read(start, end, in: source) {
      if marker.isBreak { breaks.append(PageBreak(offset: line.start, text: text)) }
      guard marker.next < end else { return true }
      from = marker.next
    }
    let (range, isStruck) =
      source[from].isCapital || source[from] == 0x2F
      ? (ByteRange(from, end), false) : source.undecorated(from, end)
    guard range.count >= 2, BannerLine.mayBegin(range.start, range.end, in: source) else {
      return from > start || range.isEmpty && end - start >= 3
    }
    // A date, number or title may stand at the other end of the line.
    let part = ByteRange(range.start, source.wideGap(range.start, range.end) ?? range.end)
    guard let banner = BannerLine.read(part, &marks, in: source, vocabulary) else { return from > start }
    if part.end < range.end, range.end - part.end > 60 { return from > start }
    closeBlock()
    banners.append(
      BannerEntry(mark: banner.mark, start: banner.start, isStruck: isStruck, line: line, text: text))
    return true
  }

  // MARK: Portions

  private mutating func takePortion(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let prefix = ItemPrefix.read(start, end, in: source)
    let isItem = prefix.kind != .none && prefix.kind != .heading
    let at = prefix.next
    if source[start] == 0x7C { return takeCells(line, end, in: source, vocabulary) }
    if source[at] == 0x28 {
      if let mark = PortionStart.read(at, end, &marks, in: source, vocabulary) {
        guard isItem || mayBegin || !mark.isLetter && marks[mark.mark].hasSlashes else { return }
        guard !mark.isLetter || !isCopyright(mark.end, end, in: source) else { return }
        let kind: PortionEntry.Kind =
          isItem
          ? .item
          : prefix.kind == .heading
            ? .title
            : isLink(mark.end, end, in: source)
              ? .link
              : .paragraph
        add(PortionEntry(kind: kind, depth: prefix.depth, line: line, start: at, mark: mark))
        takeNotice(source.skipBlanks(mark.end, end), end, line, in: source, vocabulary)
        return
      }
      if mayBegin, at + 2 < end, source[at + 2] == 0x29, source[at + 1].isCapital { listLetters += 1 }
    }
    if let caption = CaptionLabel.read(at, end, in: source) {
      if caption < end, source[caption] == 0x28,
        let mark = PortionStart.read(caption, end, &marks, in: source, vocabulary)
      {
        add(PortionEntry(kind: .caption, depth: 0, line: line, start: caption, mark: mark))
        return
      }
    }
    guard isItem || isAfterBlank else { return }
    if ClosingLine.begins(at, end, in: source) { isClosed = true }
    guard !isClosed, source.isProse(at, end, isItem: isItem) else { return }
    portions.append(
      PortionEntry(
        kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: nil))
  }

  mutating func add(_ portion: PortionEntry) {
    portions.append(portion)
    isClosed = false
  }

  /// The cells of a row: `| (U) Harbour | (S//NF) Depth |`.
  private mutating func takeCells(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    for hit in hits where source[hit] == 0x7C {
      let at = source.skipBlanks(hit + 1, end)
      guard at < end, source[at] == 0x28, let mark = PortionStart.read(at, end, &marks, in: source, vocabulary) else {
        continue
      }
      add(PortionEntry(kind: .cell, depth: 0, line: line, start: at, mark: mark))
    }
  }

  /// `(C) 2019`, `(C) Copyright`.
  private func isCopyright(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    let number = source.number(at: next, end: end)
    return number.digits == 4 && (1900...2100).contains(number.value)
      || source.hasAnyCase("COPYRIGHT", at: next, end: end)
  }

  private func isLink(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    return source.has("http://", at: next, end: end) || source.has("https://", at: next, end: end)
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

  /// Whether a line that begins a paragraph or an item is text that has to be marked: several words, some of them in
  /// small letters.
  func isProse(_ start: Int, _ end: Int, isItem: Bool) -> Bool {
    guard self[start].isLetterOrDigit || self[start] == 0x28 || self[start] == 0x22 || self[start] >= 0x80 else {
      return false
    }
    var words = 0
    var small = 0
    var i = start
    while i < end {
      while i < end, self[i] != 0x20 {
        if self[i].isSmall { small += 1 }
        i += 1
      }
      words += 1
      while i < end, self[i] == 0x20 { i += 1 }
    }
    return words >= (isItem ? 3 : 7) && small * 2 > end - start
  }
}
