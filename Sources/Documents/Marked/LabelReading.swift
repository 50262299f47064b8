import MarkingGrammar
import MarkingModel

// Lines that begin with a label or with the words of a notice or stamp.
extension MarkedReader {
  /// Takes a line that is no text of a portion. False where it is something else.
  mutating func takeLabel(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if source[start] == 0x7C || source[start] == 0x2B || source.isDrawn(start, end) {
      return takeBoxed(line, start, end, in: source, vocabulary)
    }
    if source.withinSides(start, end) != nil, source.tearLine(start, end) == nil,
      takeBoxed(line, start, end, in: source, vocabulary)
    {
      return true
    }
    guard source[start].isLetter || source[start] == 0x31 || source[start] == 0x32 else {
      if let (label, from, value) = BlockLabel.readBehindSigns(start, end, in: source),
        takeBlockLabel(label, line, from, value, end, in: source)
      {
        return true
      }
      if source[start] == 0x2A, let (field, next) = MailHeader.field(start, end, in: source) {
        return takeField(field, line, next, end, in: source, vocabulary)
      }
      if let words = source.tearLine(start, end), takeNotice(words, end, line, in: source, vocabulary) { return true }
      return takeDate(start, end, in: source, vocabulary)
        || takeContinuation(ByteRange(start, end), on: line, in: source, vocabulary)
    }
    if let (label, value) = BlockLabel.read(start, end, in: source) {
      if label == .distribution, let statement = DistributionStatement.read(start, end, line, in: source, vocabulary),
        open == nil || open?.isAuthority == true
      {
        statements.append(statement)
        closeBlock()
        return true
      }
      if takeBlockLabel(label, line, start, value, end, in: source) { return true }
    } else if source[start].capital == 0x44,
      let statement = DistributionStatement.read(start, end, line, in: source, vocabulary)
    {
      statements.append(statement)
      return true
    }
    if let (field, next) = MailHeader.field(start, end, in: source) {
      return takeField(field, line, next, end, in: source, vocabulary)
    }
    if takeStamp(line, start, end, in: source, vocabulary) { return true }
    if takeDate(start, end, in: source, vocabulary) { return true }
    if isAfterBlank || mayBegin, takeNotice(start, end, line, in: source, vocabulary) { return true }
    return takeContinuation(ByteRange(start, end), on: line, in: source, vocabulary)
  }

  /// A label of a block; false where it would open one and does not speak of one alone: `Category:`, `Reason:`, `POC:`.
  mutating func takeBlockLabel(
    _ label: BlockLabel, _ line: SourceLine, _ start: Int, _ value: Int, _ end: Int, in source: Span<UInt8>
  ) -> Bool {
    // A second Classified By below a blank line begins another block.
    if let block = open, block.isAfterBlank, label == .classifiedBy || label == .controlledBy, block.has(label) {
      closeBlock()
    }
    if let isAuthority = open?.isAuthority, isAuthority == label.isAuthority {
      // In place: a copy for each label would make many of them slow.
      open?.add(label, start, value, line, end, in: source)
      return true
    }
    switch label {
    case .classifiedBy, .derivedFrom, .declassifyOn, .controlledBy, .category, .decontrolOn:
      if label == .category, !source.hasAnyCase("CUI", at: start, end: end) { return false }
    case .reason
    where source.hasAnyCase("REASON", at: start, end: end) && FoldedWords.speaksOfReason(value, end, in: source): break
    default: return false
    }
    closeBlock()
    if goesOn(with: label, line) {
      open = blocks.removeLast()
      open?.add(label, start, value, line, end, in: source)
      return true
    }
    if label == .declassifyOn, isOfSource(in: source) { return true }
    var block = LabelBlock(text: text, end: end)
    block.add(label, start, value, line, end, in: source)
    open = block
    return true
  }

  /// Whether a label goes on with the last authority block, which a line behind a blank one has ended: the block lacks it,
  /// and nothing but a line or two of a value stands between.
  private func goesOn(with label: BlockLabel, _ line: SourceLine) -> Bool {
    guard label.isAuthority, label != .classifiedBy, let last = blocks.last, last.isAuthority, !last.has(label),
      let above = last.fields.last?.parts.last?.line, line.number - above.number <= 5, text - last.text <= 2
    else { return false }
    return max(banners.last?.start ?? 0, portions.last?.start ?? 0, header?.offset ?? 0) < last.end
  }

  /// Whether an instruction stands on the line below a source of a list: it is that of the source, which `SourceList`
  /// reads (32 CFR 2001.22(e)(4)).
  private func isOfSource(in source: Span<UInt8>) -> Bool {
    guard !isAfterBlank, let list = notices.last, list.isSourceList(in: source) else { return false }
    return text > list.text && blocks.last?.end ?? 0 < list.start
  }

  /// A line that continues the last value of a block.
  mutating func takeContinuation(_ range: ByteRange, on line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard open != nil else { return false }
    guard open?.isAfterBlank == false, open?.lines ?? 0 < 16, range.count < 200,
      open?.isWhole(above: range, in: source) == false
    else {
      closeBlock()
      return false
    }
    open?.add(range, on: line, in: source)
    return true
  }

  /// The same, unless a portion with a mark begins on the line: it ends the block that no blank line parts from it.
  private mutating func takeContinuation(
    _ range: ByteRange, on line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard open != nil else { return false }
    let at = ItemPrefix.read(range.start, range.end, in: source).next
    if at < range.end,
      let mark = PortionStart.seen(at, range.end, inMarked: !banners.isEmpty, &marks, in: source, vocabulary),
      case let text = source.skipBlanks(min(mark.end, range.end), range.end), text < range.end,
      // `(C) and (D)` goes on with a reason.
      mark.isLetter ? source[text].isCapital : source[text].isLetterOrDigit
    {
      closeBlock()
      return false
    }
    return takeContinuation(range, on: line, in: source)
  }

  mutating func closeBlock() {
    guard let block = open else { return }
    blocks.append(block)
    open = nil
  }

  // MARK: Headers and subjects

  private mutating func takeField(
    _ field: MailHeader.Field, _ line: SourceLine, _ next: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    closeBlock()
    let before = mail.messages
    mail.take(field, endingAt: line.end)
    if field == .from {
      header = PageBreak(offset: line.start, text: text)
      mail.namesAgency = mail.namesAgency || Letterhead.isAddress(next, end, in: source)
    }
    if before > 0, mail.messages > before, let header { messages.append(header) }
    switch field {
    case .date, .sent:
      if !isOfStamp(line, in: source) { dates.takeLabelled(next, end, in: source, vocabulary) }
    case .subject, .shortSubject, .about: takeSubject(field, line, next, end, in: source, vocabulary)
    case .attachments:
      if let entry = Metadata.read(.attachment, ByteRange(next, end), line, in: source) { metadata.append(entry) }
      takeAttachments(line, next, end, in: source, vocabulary)
    default: break
    }
    return true
  }

  /// The mark of a subject stands before it; a mark behind it is read too, so that a rule can say so.
  private mutating func takeSubject(
    _ field: MailHeader.Field, _ line: SourceLine, _ next: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    guard field != .about || text < 30 else { return }
    let at = SubjectLead.end(next, end, in: source)
    guard at < end else { return }
    var entry = PortionEntry(kind: .subject, depth: 0, line: line, start: at)
    let inMarked = !banners.isEmpty
    if let mark = PortionStart.seen(at, end, inMarked: inMarked, &marks, in: source, vocabulary) {
      entry.mark = mark
    } else if source[end - 1] == 0x29, let opening = source.lastOpening(at, end),
      let mark = PortionStart.read(opening, end, inMarked: inMarked, &marks, in: source, vocabulary), mark.end == end
    {
      (entry.mark, entry.isBehind) = (mark, true)
    }
    if entry.mark != nil { hasMarks = true }
    portions.append(entry)
  }

  /// A line that is nothing but a date. One that holds a date beside other words stays what it is.
  private mutating func takeDate(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard text < 30, end - start >= 6 else { return false }
    // A line of prose above it may have been broken before a date.
    if !isAfterBlank, let above = lastLine, source.isProse(above.start, above.end, isItem: false) { return false }
    if dates.takeBare(start, end, in: source, vocabulary) { return true }
    takeHeadDate(start, end, in: source, vocabulary)
    return false
  }

  /// The date that a line at the head of the document holds, before the second paragraph of its text.
  mutating func takeHeadDate(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard text < 20, paragraphs < 2, paragraphs == 0 || isAfterBlank, open == nil || isAfterBlank,
      !references.isOpen
    else { return }
    let above = isAfterBlank ? nil : lastLine
    dates.takeHead(start, end, below: above, in: source, vocabulary)
  }
}

extension FoldedWords {
  private static let reasons = PhraseList(["1.4", "1.5", "E.O.", "EO"])
  /// Whether a reason of the order stands in a range: `1.4(c)`.
  static func speaksOfReason(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var words = FoldedWords(limit: 120)
    words.add(ByteRange(start, end), in: source)
    return words.contains(oneOf: Self.reasons)
  }
}

extension Span where Element == UInt8 {
  /// The last `(`, or bracket of another kind, of a range, among its last 80 bytes.
  func lastOpening(_ start: Int, _ end: Int, _ bracket: UInt8 = 0x28) -> Int? {
    var i = end - 1
    while i >= Swift.max(start, end - 80) {
      if self[i] == bracket { return i }
      i -= 1
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Where the words of a tear line begin, which is drawn: `------ TEAR LINE ------`.
  fileprivate func tearLine(_ start: Int, _ end: Int) -> Int? {
    guard self[start].isOne(of: "-", "=", "*", "_") else { return nil }
    var at = start
    while at < end, self[at].isOne(of: "-", "=", "*", "_") || self[at] == 0x20 { at += 1 }
    return hasAnyCase("TEAR", at: at, end: end) ? at : nil
  }
}
