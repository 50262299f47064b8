import MarkingGrammar
import MarkingModel

/// Where the reader is in the text.
struct BodyState: Sendable {
  var hasBegun = false
  /// Lines of text that were handed on since the last heading.
  var lines = 0
  /// The last line of text that is not blank.
  var lastLine: SourceLine?
}

// The text: page headings, furniture, stamps and further sections are taken out, the rest is handed on.
extension CableReader {
  mutating func enterBody(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    closeBlock(in: source, vocabulary)
    settleForm()
    phase = .body
    furniture.removeAll(keepingCapacity: true)
    beginText()
    if !body.hasBegun || heading.continues { body.lines = 0 }
    body.hasBegun = true
  }

  /// Takes lines as long as they are text and nothing else, as most are, and returns the first that may be another; nil
  /// after the last. `take` would do the same with each of them.
  mutating func takeTextLines(
    _ scanner: inout LineScanner, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> SourceLine? {
    if linesTaken > 0 { passTakenLines(&scanner, in: source) }
    guard phase == .body, form != .smart, !isReleaseBroken, quoting.isEmpty else {
      return scanner.line(in: source)
    }
    let before = text.metrics.textLines
    let next = text.takeLines(&scanner, blanks: &blanks, isScan: form.isScan, in: source, vocabulary)
    if text.metrics.textLines > before, let last = text.state.last {
      note(last.line, last.text.start, last.text.end)
      body.lines += text.metrics.textLines &- before &- 1
    }
    return next
  }

  mutating func takeBody(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // Most lines are told to be text by their first two bytes and their last two.
    let mayBeMarker =
      source.mayBeginMarker(start, end) || PageHeading.mayEnd(at: end, from: start, in: source) || form == .smart
      || isReleaseBroken
    if mayBeMarker, takeMarker(line, start, end, in: source, vocabulary) { return }
    if !quoting.isEmpty {
      takeQuoted(line, start, end, in: source, vocabulary)
      return
    }
    guard form.isScan else {
      takeText(line, start, end, in: source, vocabulary)
      return
    }
    takeScannedText(line, start, end, in: source, vocabulary)
  }

  /// Lines of the body that are no text. What is looked at are the first bytes, and the last ones for a page heading.
  private mutating func takeMarker(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let key = LineKey(source, start, end)
    if key.begins("P", "A", "G", "E") || PageHeading.mayEnd(at: end, from: start, in: source) {
      words.split(line, in: source, limit: 32)
      if let page = pageHeading(line, in: source, vocabulary) {
        if isOfQuoted(page) { return false }
        takeBodyPage(page, in: source, vocabulary)
        return true
      }
    }
    if takeRelease(key, line, start, end, in: source, vocabulary) { return true }
    if form == .smart, takeSmartField(line, start, end, in: source, vocabulary) { return true }
    if key.begins("M", "R", "N"), takeSmartTelegram(line, start, end, in: source, vocabulary) { return true }
    // Small letters and signs begin nothing but text.
    guard source[start] &- 0x23 < 0x38 || form == .smart else { return false }
    if Self.mayOpenQuote(key), quoting.isEmpty,
      takeQuoteOpening(line, start, end, in: source, vocabulary)
    {
      return true
    }
    switch key.first {
    case 0x55, 0x43, 0x53, 0x54, 0x4C, 0x46:
      return source.mayBeLevel(start, end) && takeLevel(line, start, end, in: source, vocabulary)
        || takeEarlyLabel(line, start, end, in: source, vocabulary)
    case 0x42, 0x23, 0x4E:
      guard end - start <= 8 else { return false }
      words.split(line, in: source, limit: 32)
      return !closesQuoted(words[0], in: source) && takeClosing(words[0], line, in: source)
    case 0x4F:
      return source.mayBeLevel(start, end) && takeLevel(line, start, end, in: source, vocabulary)
        || takeNextHeader(key, line, start, end, in: source, vocabulary)
    case 0x56, 0x5A, 0x44, 0x50, 0x52, 0x2A:
      return takeNextHeader(key, line, start, end, in: source, vocabulary)
        || takeEarlyLabel(line, start, end, in: source, vocabulary)
    case 0x45, 0x41:
      return takeEarlyLabel(line, start, end, in: source, vocabulary)
    case 0x30...0x39:
      return takeEditedTelegram(line, start, end, in: source, vocabulary)
    default:
      return false
    }
  }

  /// Whether a line can be the first of a quoted telegram: FM, DE, a transmission identifier, a date-time group, an
  /// E.O. line.
  @inline(__always)
  private static func mayOpenQuote(_ key: LineKey) -> Bool {
    key.first.isDigit || key.second == 0x20 || key.begins("F", "M", " ") || key.begins("D", "E", " ")
      || key.begins("V", "Z", "C") || key.begins("E", ".") || key.begins("E", "O")
  }

  /// A level, alone or as a classification line: furniture, a further section, or a quoted telegram.
  private mutating func takeLevel(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard end - start <= 120 else { return false }
    // The commonest case first: a level alone.
    if source[end - 1].isLetter, quoting.isEmpty || form.isScan,
      takeBodyDesignation(line, start, end, in: source, vocabulary)
    {
      return true
    }
    words.split(
      line.upTo(end), in: source, limit: 64)
    if let found = readClassification(in: source, vocabulary), found.hasMRN, found.strangers == 0 {
      if takeNumberedMark(found, line, start, end, in: source, vocabulary) { return true }
      if isPrintHeading(found, in: source) {
        takePrintHeading(found)
        return true
      }
      if !quoting.isEmpty { return false }
      if isOwn(found), !isQuoteOpen(in: source) {
        add(found, in: source, vocabulary)
        phase = .heading
        return true
      }
      guard found.post?.isKnown == true || found.section != nil || isQuoteOpen(in: source), depth < Self.deepest else {
        return false
      }
      if takeAnother(found, line, in: source, vocabulary) { return true }
      beginQuoted(line, in: source, vocabulary)
      return true
    }
    return (quoting.isEmpty || form.isScan) && takeBodyDesignation(line, start, end, in: source, vocabulary)
  }

  /// Whether a classification line in the text is this telegram's: a further section, or a repeated one.
  private mutating func isOwn(_ line: ClassificationLine) -> Bool {
    if mrn.serial == nil, classifications.isEmpty { return true }
    if line.serial == mrn.serial, line.post?.name == mrn.post?.name || line.post == nil { return true }
    return line.section.map { $0.sections == sections.total && sections.total > 1 } ?? false
  }

  /// The level over the MRN of a print: `UNCLAS  SECSTATE 53577`, where the telegram's own line says STATE.
  mutating func isPrintHeading(_ line: ClassificationLine, in source: Span<UInt8>) -> Bool {
    guard line.section == nil, !classifications.isEmpty, line.serial == mrn.serial, let name = line.post?.name,
      name == mrn.post?.name
    else { return false }
    // The print names the office as the FM line does.
    let range = line.place.range
    var at = range.start
    while at + 8 <= range.end {
      if source.hasWord("SECSTATE", at: at, end: range.end) { return true }
      at += 1
    }
    return false
  }

  mutating func takePrintHeading(_ line: ClassificationLine) {
    furniture.removeAll(keepingCapacity: true)
    designations.append(
      Designation(place: line.place, spot: .print, level: line.level, control: .none))
  }

  /// A header in the text: the next transmission begins. Only what cannot be text is taken for one.
  private mutating func takeNextHeader(
    _ key: LineKey, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let certain = Self.isHeaderLine(key, start, end, in: source) || isFirstLine(key, line, in: source)
    guard certain, quoting.isEmpty, end - start >= 6, end - start <= 2048, openFence(in: source) == nil,
      !isQuoteOpen(in: source)
    else { return false }
    if form == .smart, takeOther(line, start, end, in: source, vocabulary) { return true }
    words.split(line, in: source, limit: 512)
    isTransmissionOpen = false
    return takeFormatLine(key, line, in: source, vocabulary)
  }

  /// A label so early in the text that the text was begun too soon: back to the heading.
  private mutating func takeEarlyLabel(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard body.lines <= 12, quoting.isEmpty, form != .smart, !isQuoteOpen(in: source) else { return false }
    if let label = FieldLabel.read(line, from: start, end, in: source, vocabulary) {
      guard label.kind != .authority, label.kind != .references || !heading.hasLabel || isBehindTitle(label),
        label.kind.order > heading.order
      else { return false }
    } else {
      guard heading.order < 1, ExecutiveOrderLabel.read(from: start, end, in: source, vocabulary) != nil else {
        return false
      }
    }
    phase = .heading
    takeHeading(line, start, end, in: source, vocabulary)
    return true
  }

  /// Whether nothing but the end of a title stands above a label: a SUBJECT of two lines with a blank one between.
  private func isBehindTitle(_ label: FieldLabel) -> Bool {
    !label.slip && body.lines <= 1 && text.paragraphs.isEmpty && !subjects.isEmpty
  }

  /// A page heading inside the text, or before the header of the next transmission.
  mutating func takeBodyPage(_ page: PageHeading, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let begins = page.style == .nineteenSeventies && page.page == 1
    guard body.hasBegun, !begins else {
      if phase == .heading { closeBlock(in: source, vocabulary) }
      add(page, bodyIndex: nil)
      if let section = page.ownSection { context.section = section }
      if begins {
        if let last = transmissions.indices.last { transmissions[last].complete = true }
        isTransmissionOpen = false
        phase = .header
      }
      return
    }
    closeBlock(in: source, vocabulary)
    add(page, bodyIndex: text.takePage())
    if let section = page.ownSection, section != context.section {
      context.section = section
      text.beginSection(section)
    }
    phase = .body
  }
}
