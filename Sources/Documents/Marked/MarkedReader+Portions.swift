import MarkingGrammar
import MarkingModel

// Where portions begin.
extension MarkedReader {
  mutating func takePortion(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let prefix = ItemPrefix.read(start, end, in: source)
    let isItem = prefix.kind != .none && prefix.kind != .heading && (prefix.isSure || mayBegin)
    let at = prefix.next
    if source[start] == 0x7C { return takeCells(line, end, in: source, vocabulary) }
    if DisguisedMark.mayBegin(at, end, in: source) {
      if let mark = PortionStart.seen(at, end, inMarked: !banners.isEmpty, &marks, in: source, vocabulary),
        isNoTitle(mark, end)
      {
        // A mark may end on the next line.
        let behind = min(mark.end, end)
        guard
          isItem || mayBegin || !mark.isLetter && marks[mark.mark].hasSlashes
            || (!mark.isLetter || !banners.isEmpty) && isBehindTitle(ByteRange(behind, end), in: source)
            || isNextRow(line)
        else {
          takeHead(source.skipBlanks(behind, end), end, isItem: isItem, in: source, vocabulary)
          return
        }
        guard !mark.isLetter || !isCopyright(behind, end, in: source) else { return }
        let kind: PortionEntry.Kind =
          isLink(behind, end, alone: isItem, in: source)
          ? .link : isItem ? .item : prefix.kind == .heading ? .title : .paragraph
        closePortion(in: source, vocabulary)
        takeHead(source.skipBlanks(behind, end), end, isItem: isItem, in: source, vocabulary)
        var portion = PortionEntry(kind: kind, depth: prefix.depth, line: line, start: at, mark: mark)
        // `(S) b. The gate`: the letter stands behind the mark.
        let number = isItem ? prefix : ItemPrefix.read(source.skipBlanks(behind, end), end, in: source)
        if !isItem, number.isSure, number.kind == .number || number.kind == .letter { portion.depth = number.depth }
        portion.isTitle = !isItem && source.isTitle(behind, end)
        place(&portion, start, prefix, in: source)
        portion.isDamaged = mark.isForeign
        let hadMarks = hasMarks
        add(portion)
        // Those that follow show whether the first letter of another alphabet is a mark.
        if mark.isForeign { hasMarks = hadMarks }
        takeStatement(source.skipBlanks(behind, end), end, line, in: source, vocabulary)
        return
      }
    }
    if takeDamaged(prefix, line, end, in: source, vocabulary) { return }
    if prefix.kind == .heading { takeHeading(at, end, line, in: source) }
    if references.take(start, end, prefix, isAfterBlank: isAfterBlank, in: source) {
      closePortion(in: source, vocabulary)
      if ClosingLine.begins(at, end, in: source) { isClosed = true }
      return
    }
    let stranger = isItem || mayBegin ? StrangeLetters.read(at, end, in: source) : nil
    if let stranger { strangers.add(stranger) }
    // `2. Map (U)` is an entry of a list.
    if let caption = CaptionLabel.read(at, end, in: source), !isItem || CaptionLabel.isNumbered(at, caption, in: source)
    {
      if caption < end, source[caption] == 0x28,
        let mark = PortionStart.read(caption, end, inMarked: !banners.isEmpty, &marks, in: source, vocabulary)
      {
        add(PortionEntry(kind: .caption, depth: 0, line: line, start: caption, mark: mark))
        return
      }
      if isAfterBlank, !banners.isEmpty, CaptionLabel.isNumbered(at, caption, in: source), caption < end {
        closePortion(in: source, vocabulary)
        portions.append(PortionEntry(kind: .caption, depth: 0, line: line, start: at, mark: nil))
        return
      }
    }
    if isItem || isAfterBlank, !banners.isEmpty, let mark = PortionStart.bare(at, end, &marks, in: source, vocabulary) {
      closePortion(in: source, vocabulary)
      add(PortionEntry(kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: mark))
      return
    }
    let isQuestion = mayBegin && QuestionLabel.end(at, end, in: source) != nil
    guard isItem || isAfterBlank || isQuestion || stranger != nil && !banners.isEmpty else { return }
    if !isItem, goesOn(line, start, in: source) { return }
    closePortion(in: source, vocabulary)
    if ClosingLine.begins(at, end, in: source) { isClosed = true }
    guard !isClosed else { return }
    if let text = noteText(at, end, in: source) {
      portions.append(PortionEntry(kind: .paragraph, depth: 0, line: line, start: text, mark: nil))
      return
    }
    let isProse =
      (source.isProse(at, end, isItem: isItem) || isSentence(at, end, isItem: isItem, in: source))
      && !source.isByline(at, end)
    let isShort = !isProse && stranger == nil && mayBeShort(prefix, at, in: source)
    if !isProse, !isItem { takeBrief(at, end, line, in: source) }
    guard isProse || isShort || stranger != nil && !banners.isEmpty else { return }
    if !isItem, isQuotation(line, start, in: source) { return }
    var portion = PortionEntry(
      kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: nil)
    portion.stranger = stranger == nil ? .none : isProse ? .beforeText : .alone
    portion.isShort = isShort
    place(&portion, start, prefix, in: source)
    if isProse { paragraphs += 1 }
    if isProse, !isItem, HandlingStatement.begins(at, in: source) { portion.kind = .statement }
    portions.append(portion)
  }

  /// Says of a portion how it hangs on what stands above it: `closePortion` has left the last line of text.
  private func place(_ portion: inout PortionEntry, _ start: Int, _ prefix: ItemPrefix, in source: Span<UInt8>) {
    (portion.outerDepth, portion.indent) = (prefix.outerDepth, start - portion.line.start)
    guard let above = lineAbove else { return }
    let end = source.trimmedEnd(above.start, above.end)
    portion.isBelowColon = end > above.start && source[end - 1] == 0x3A
  }

  /// What a marked portion says may be a distribution statement or a notice.
  private mutating func takeStatement(
    _ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if at < end, let statement = DistributionStatement.read(behindMark: at, end, line, in: source, vocabulary) {
      statements.append(statement)
    } else {
      takeNotice(at, end, line, in: source, vocabulary)
    }
  }

  /// Whether a paragraph is a quotation, set in below a marked portion that ends with a colon, or one more of it: it is
  /// part of that portion.
  private mutating func isQuotation(_ line: SourceLine, _ start: Int, in source: Span<UInt8>) -> Bool {
    guard let lead = portions.last, lead.mark != nil, let above = lineAbove,
      source[start].isOne(of: "\"", "'") || source.has("\u{201C}", at: start, end: line.end)
        || source.has("\u{2018}", at: start, end: line.end),
      start - line.start > source.skipBlanks(lead.line.start, lead.line.end) - lead.line.start
    else {
      isInQuotation = false
      return false
    }
    let end = source.trimmedEnd(above.start, above.end)
    isInQuotation = isInQuotation || end > above.start && source[end - 1] == 0x3A
    return isInQuotation
  }

  /// Whether a bullet of few words stands below another one.
  private func mayBeShort(_ prefix: ItemPrefix, _ at: Int, in source: Span<UInt8>) -> Bool {
    guard !banners.isEmpty, prefix.kind == .bullet, source[at].isLetterOrDigit, let last = portions.last else {
      return false
    }
    return last.depth == prefix.depth && last.kind == .item
  }

  /// What a marked portion begins with may be the date of the document: `(U) 3 May 2016`.
  private mutating func takeHead(
    _ start: Int, _ end: Int, isItem: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard start < end else { return }
    if source.isProse(start, end, isItem: false) {
      paragraphs += 1
    } else if !isItem {
      takeHeadDate(start, end, in: source, vocabulary)
    }
  }

  /// A level that is spelled out marks the text that follows it; alone on its line it is a heading.
  private func isNoTitle(_ mark: PortionStart, _ end: Int) -> Bool {
    mark.end < end || marks[mark.mark].length < 8 || marks[mark.mark].hasSlashes
  }

  /// Whether the line before is a title, in capitals above text that is not.
  private func isBehindTitle(_ text: ByteRange, in source: Span<UInt8>) -> Bool {
    guard let title = lastLine, !isAfterBlank, source.hasSmallLetters(text.start, text.end) else { return false }
    return !source.hasSmallLetters(title.start, title.end)
      && (title.start..<title.end).contains { source[$0].isCapital }
  }

  /// Whether the line before begins with a mark, too: rows of a table. Without a banner it may be a list of words.
  private func isNextRow(_ line: SourceLine) -> Bool {
    guard !banners.isEmpty, let last = portions.last else { return false }
    return last.mark != nil && !last.isBehindText && last.line.number == line.number - 1
  }

  mutating func add(_ portion: PortionEntry) {
    portions.append(portion)
    (hasMarks, isClosed, isInQuotation) = (true, false, false)
  }

  /// `(C) 2019`, `(C) Copyright`.
  func isCopyright(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    let number = source.number(at: next, end: end)
    return number.digits == 4 && (1900...2100).contains(number.value)
      || source.hasAnyCase("COPYRIGHT", at: next, end: end)
  }

  /// Whether the address of a page begins there, and where it stands `alone` nothing else follows.
  private func isLink(_ at: Int, _ end: Int, alone: Bool, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    guard source.has("http://", at: next, end: end) || source.has("https://", at: next, end: end) else { return false }
    return !alone || !(next..<end).contains { source[$0] <= 0x20 } && source.lineBelow(end) == nil
  }
}

extension Span where Element == UInt8 {
  /// Whether the text of a line is all of its paragraph and no sentence ends it: a title.
  fileprivate func isTitle(_ start: Int, _ end: Int) -> Bool {
    let text = skipBlanks(start, end)
    return text < end && end - text <= 120 && !self[end - 1].isOne(of: ".", "?", "!", ":", ";")
      && lineBelow(end) == nil
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
  package func isProse(_ start: Int, _ end: Int, isItem: Bool) -> Bool {
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
