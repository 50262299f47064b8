import MarkingGrammar
import MarkingModel

/// Reads a document that is no telegram for its markings: candidates first, line by line, then what they are by their
/// place on the page and by each other.
///
/// A line of prose costs a look at its first bytes and, sixteen bytes at a time, one for the characters that can begin
/// a mark inside it. Time and memory: linear.
struct MarkedReader: Sendable {
  var ruler = Ruler()
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
  var metadata: [Metadata] = []
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
  /// The last line of text, at whose end the mark of a portion may stand.
  private var lastLine: SourceLine?
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
    while at < count {
      number += 1
      hits.removeAll(keepingCapacity: true)
      var begin = at
      var end = source.nextMark(from: at)
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
        end = source.nextMark(from: end + 1)
      }
      let column = begin == at ? 1 : begin - at + 1
      take(SourceLine(start: begin, end: end, number: number, column: column), in: source, vocabulary)
      at = end + 1 < count && source[end] == 0x0D && source[end + 1] == 0x0A ? end + 2 : end + 1
    }
    closePortion(in: source, vocabulary)
  }

  /// Takes the next line, or the part of it after a form feed.
  private mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let start = source.skipBlanks(line.start, line.end)
    guard start < line.end else {
      closePortion(in: source, vocabulary)
      takeBlank()
      return
    }
    // A line of a paragraph that runs on: nothing begins on it.
    let first = source[start]
    if first.isSmall, !isAfterBlank, start &+ 1 < line.end, source[start &+ 1].isSmall || source[start &+ 1] == 0x20,
      first != 0x6F, first != 0x62 && first != 0x65 && first != 0x70
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

  /// A line of text: what stands inside it.
  private mutating func takeText(_ line: SourceLine, in source: Span<UInt8>) {
    text += 1
    lastLine = line
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
    let speaks = words.contains(oneOf: [
      "EXEMPTION", "EXEMPTIONS", "SECTION", "SUBSECTION", "PARAGRAPH", "UNDER", "U.S.C.", "AND", "OR", "SEE",
      "PURSUANT",
    ])
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
    guard let banner = BannerLine.read(part, struck: isStruck, in: source, vocabulary) else { return from > start }
    if part.end < range.end, range.end - part.end > 60 || isRow(part, range.end, in: source) { return from > start }
    closeBlock()
    banners.append(BannerEntry(banner: banner, line: line, text: text))
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

  // MARK: Portions

  private mutating func takePortion(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let prefix = ItemPrefix.read(start, end, in: source)
    let isItem = prefix.kind != .none && prefix.kind != .heading
    let at = prefix.next
    if source[start] == 0x7C { return takeCells(line, end, in: source, vocabulary) }
    if source[at] == 0x28 {
      if let mark = PortionStart.read(at, end, inMarked: !banners.isEmpty, in: source, vocabulary) {
        guard isItem || mayBegin || !mark.isLetter && source.holdsSlashes(at, mark.written.range.end) else { return }
        guard !mark.isLetter || !isCopyright(mark.written.range.end, end, in: source) else { return }
        let kind: PortionEntry.Kind =
          isItem
          ? .item
          : prefix.kind == .heading
            ? .title
            : isLink(mark.written.range.end, end, in: source)
              ? .link
              : .paragraph
        closePortion(in: source, vocabulary)
        add(
          PortionEntry(
            kind: kind, depth: prefix.depth, line: line, start: at, mark: mark.written, isLetter: mark.isLetter))
        takeNotice(source.skipBlanks(mark.written.range.end, end), end, line, in: source, vocabulary)
        return
      }
      if mayBegin, at + 2 < end, source[at + 2] == 0x29, source[at + 1].isCapital { listLetters += 1 }
    }
    if let caption = CaptionLabel.read(at, end, in: source) {
      if caption < end, source[caption] == 0x28,
        let mark = PortionStart.read(caption, end, inMarked: !banners.isEmpty, in: source, vocabulary)
      {
        add(
          PortionEntry(
            kind: .caption, depth: 0, line: line, start: caption, mark: mark.written, isLetter: mark.isLetter))
        return
      }
    }
    guard isItem || isAfterBlank else { return }
    closePortion(in: source, vocabulary)
    if !banners.isEmpty, let mark = PortionStart.bare(at, end, in: source, vocabulary) {
      add(PortionEntry(kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: mark))
      return
    }
    if ClosingLine.begins(at, end, in: source) { isClosed = true }
    guard !isClosed, source.isProse(at, end, isItem: isItem), !source.isByline(at, end) else { return }
    portions.append(
      PortionEntry(
        kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: nil))
  }

  /// Ends a portion without a mark at its beginning: one may stand at its end, where it does not belong (C16 p25).
  private mutating func closePortion(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let line = lastLine.take(), !banners.isEmpty, let last = portions.indices.last, portions[last].mark == nil,
      portions[last].line.number <= line.number
    else { return }
    let end = source.trimmedEnd(line.start, line.end)
    guard end > line.start, source[end - 1] == 0x29, let open = source.lastOpening(line.start, end), open > line.start,
      source[open - 1] == 0x20, let mark = PortionStart.read(open, end, inMarked: true, in: source, vocabulary),
      mark.written.range.end == end
    else { return }
    portions[last].mark = mark.written
    portions[last].isLetter = mark.isLetter
    portions[last].isBehindText = true
    portions[last].line = line
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
      guard at < end, source[at] == 0x28,
        let mark = PortionStart.read(at, end, inMarked: !banners.isEmpty, in: source, vocabulary)
      else { continue }
      add(PortionEntry(kind: .cell, depth: 0, line: line, start: at, mark: mark.written, isLetter: mark.isLetter))
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

  /// Whether a line says who wrote or approved the document: a title page has such lines, and they are no portions.
  func isByline(_ start: Int, _ end: Int) -> Bool {
    for words in ["PREPARED", "SUBMITTED", "APPROVED", "REVIEWED", "WRITTEN", "DRAFTED", "PUBLISHED", "PRODUCED"]
    where self[start].capital == words.utf8.first && hasAnyCase(words, at: start, end: end) {
      let next = skipBlanks(start + words.utf8.count, end)
      return hasWordAnyCase("BY", at: next, end: end) || hasWordAnyCase("FOR", at: next, end: end)
    }
    return false
  }

  /// Whether a line that begins a paragraph or an item is text that has to be marked: several words, some of them in
  /// small letters.
  func isProse(_ start: Int, _ end: Int, isItem: Bool) -> Bool {
    guard self[start].isLetterOrDigit || self[start] == 0x28 || self[start] == 0x22 || self[start] >= 0x80 else {
      return false
    }
    var words = 0
    var (small, other) = (0, 0)
    // A title page and a letterhead have capitals: `Office of Lamps, Department of Good Works`.
    var isSentence = isItem
    var i = start
    while i < end {
      let word = i
      while i < end, self[i] != 0x20 {
        if self[i].isSmall { small += 1 } else if self[i] >= 0x80 { other += 1 }
        i += 1
      }
      words += 1
      if i - word > 3, self[word].isSmall { isSentence = true }
      while i < end, self[i] == 0x20 { i += 1 }
    }
    return isSentence && words >= (isItem ? 3 : 7) && small * 2 > end - start - other
  }
}
