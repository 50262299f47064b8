import MarkingGrammar
import MarkingModel

// The labelled fields that SMART prints before and after the text, also inside an e-mail.
extension CableReader {
  mutating func takeSmart(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if takeRelease(LineKey(source, start, end), line, start, end, in: source, vocabulary)
      || takeSmartEdge(line, start, end, in: source, vocabulary)
    {
      smart.isAtPageEdge = true
      return
    }
    let label = SmartLabel.read(start, end, in: source)
    guard smart.hasBegun else {
      if let label, label.field.beginsTelegram {
        beginSmart()
        open(label, line, end, in: source, vocabulary)
      } else if isOfCover(label, start, end, in: source, vocabulary) {
        furniture.removeAll(keepingCapacity: true)
      }
      return
    }
    if let label, takeBelowSmart(label, line, start, end, in: source, vocabulary) { return }
    if smart.isOver, takeOther(line, start, end, in: source, vocabulary) { return }
    if smart.mail != nil {
      // The thread that the telegram stands in is none of its own.
      furniture.removeAll(keepingCapacity: true)
    } else if let label {
      open(label, line, end, in: source, vocabulary)
    } else if let open = smart.open, continues(open, line, start, end, in: source, vocabulary) {
      smart.open?.lines.append(line)
      smart.open?.hasValue = true
      smart.isAtPageEdge = false
    } else {
      closeField(in: source, vocabulary)
      guard !smart.isOver, smart.fields >= 2 else { return }
      enterBody(in: source, vocabulary)
      takeBody(line, start, end, in: source, vocabulary)
    }
  }

  /// Takes what a print has at the edge of a page: a level, the number of the page, or both on one line.
  private mutating func takeSmartEdge(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if source.isPageCount(start, end, isApart: blanks > 0 || smart.isAtPageEdge) { return true }
    guard source.mayBeLevel(start, end) else { return false }
    let end = source.endBeforePageCount(start, end)
    return takeDesignation(line, start, end, spot: .smart, in: source, vocabulary)
  }

  /// Whether a line above the first field is of a message or a letter around the telegram, to which a banner above it
  /// belongs as well. Below the fields of a message every line is; else those that are text, for the top of a print has
  /// short lines of its own: a date, `TELEGRAM`, `Archive Copy`.
  private mutating func isOfCover(
    _ label: SmartLabel?, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    switch label?.field {
    case .from, .sent, .subject: smart.hasCover = true
    default: break
    }
    if smart.hasCover { return end - start > 3 && !Self.isControls(start, end, in: source, vocabulary) }
    return end - start > 60 || source[end - 1] == 0x2E || source[end - 1] == 0x2C
  }

  /// Whether a line is nothing but captions, as below the banner: `NOFORN`, `SENSITIVE`.
  static func isControls(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = start
    while at < end {
      guard let caption = vocabulary.captions.longest(in: source, at: at, end: end) else { return false }
      at = caption.end
      while at < end, source[at] <= 0x20 || source[at].isOne(of: "/", ",") { at += 1 }
    }
    return true
  }

  /// Whether a line without a label belongs to the open field: it follows directly, goes on with a list over a page or
  /// a blank line, or the value is still to come.
  private mutating func continues(
    _ open: SmartState.OpenField, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if smart.isOver { return true }
    let isDirect = blanks == 0 && !smart.isAtPageEdge
    if source.isParagraphStart(start, end) {
      return isDirect && open.field.isReferences && ReferenceLabel.areNumbered(open.lines, in: source)
    }
    if isDirect || !open.hasValue { return true }
    switch open.field {
    case .action, .info, .xmt: return isSmartAddressee(line, end, in: source, vocabulary)
    case .tags: return Self.isTagsLike(start, end, in: source)
    case .reference, .references, .ref: return source.isLetteredReference(start, end)
    default: return false
    }
  }

  /// Whether a line is an addressee: a semicolon or a precedence ends it, or it is an office that is known.
  private mutating func isSmartAddressee(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if source[end - 1] == 0x3B { return true }
    words.split(line.upTo(end), in: source, limit: 64)
    let last = words[words.count - 1]
    if vocabulary.precedences.row(source, last.start, last.end) != nil { return true }
    guard let found = Addressee.read(words, from: 0, role: .info, &ruler, in: source, vocabulary) else { return false }
    return found.addressee.state != .unknown
  }

  /// Only the banner above the first field is the telegram's.
  private mutating func beginSmart() {
    smart.hasBegun = true
    smart.bannerLines = furniture.count
    designations = furniture.map { designations[$0] }
    furniture.removeAll(keepingCapacity: true)
    heading.begin(section: 1, continues: false)
    phase = .heading
  }

  private mutating func open(
    _ label: SmartLabel, _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // The further lines of the Classified-By block are one block.
    if let open = smart.open, open.field.isAuthority,
      label.field.isAuthority || label.field == .executiveOrder && isReason(label, end, in: source)
    {
      let more = ruler.rest(of: line, from: label.label.start, to: end, in: source)
      smart.open?.lines.append(more)
      smart.fields += 1
      smart.isAtPageEdge = false
      return
    }
    closeField(in: source, vocabulary)
    let value = ruler.rest(of: line, from: min(label.value, end), to: end, in: source)
    smart.open = SmartState.OpenField(
      field: label.field, label: ruler.place(label.label, on: line, in: source), lines: [value],
      hasValue: label.value < end)
    smart.fields += 1
    smart.isAtPageEdge = false
    furniture.removeAll(keepingCapacity: true)
  }

  /// `E.O.: 13526 Reasons: 1.4 (b)`: within the Classified-By block the order is that of the reasons.
  private func isReason(_ label: SmartLabel, _ end: Int, in source: Span<UInt8>) -> Bool {
    let number = source.number(at: label.value, end: end)
    guard !executiveOrders.isEmpty, number.digits == 5 else { return false }
    let next = DeclassificationValue.skipPunctuation(number.end, end, in: source)
    return source.hasAnyCase("REASON", at: next, end: end) || ReasonText.isNumber(source, next)
  }

  /// A label that ends the text, or one so early in it, before the SUBJECT, that the text was begun too soon.
  mutating func takeSmartField(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard form == .smart, let label = SmartLabel.read(start, end, in: source) else { return false }
    if label.field == .mrn || label.field == .from && !furniture.isEmpty,
      takeBelowSmart(label, line, start, end, in: source, vocabulary)
    {
      return true
    }
    let isEarly = label.field.isOfHeading && body.lines <= 12 && quoting.isEmpty && subjects.isEmpty
    guard label.field.endsText || isEarly else { return false }
    finishQuoted(in: source, vocabulary)
    phase = .heading
    smart.isOver = label.field.endsText
    open(label, line, end, in: source, vocabulary)
    return true
  }

  /// Takes the first field of a message, or of another telegram, below the text of this one.
  private mutating func takeBelowSmart(
    _ label: SmartLabel, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard body.hasBegun else { return false }
    if label.field == .mrn { return takeSmartTelegram(line, start, end, in: source, vocabulary) }
    guard label.field == .from, smart.mail == nil, source.messageFieldFollows(line.end) else { return false }
    finishQuoted(in: source, vocabulary)
    closeField(in: source, vocabulary)
    smart.mail = ruler.place(ByteRange(start, end), on: line, in: source)
    smart.isOver = true
    phase = .heading
    furniture.removeAll(keepingCapacity: true)
    return true
  }

  /// Ends the open field and reads it.
  mutating func closeField(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard var field = smart.open else { return }
    smart.open = nil
    for i in field.lines.indices {
      field.lines[i].end = source.trimmedEnd(field.lines[i].start, field.lines[i].end)
    }
    guard let first = field.lines.first(where: { !$0.isEmpty }) else {
      if field.field == .subject || field.field == .tags || field.field == .executiveOrder {
        readSmartBlock(field, field.lines[0], in: source, vocabulary)
      }
      return
    }
    words.split(first, in: source, limit: 512)
    switch field.field {
    case .mrn: readSmartMRN(in: source, vocabulary)
    case .date: readSmartDate(first, in: source, vocabulary)
    case .from:
      let post = vocabulary.posts.post(address: source, words.range.start, words.range.end)
      if mrn.sender == nil { mrn.sender = post }
      context.post = post
      let place = ruler.place(words.range, on: first, in: source)
      transmissions[open(fl: 6)].add(FromLine(post: post), at: place)
      phase = .heading
    case .action: readSmartAddressees(field, role: .action, in: source, vocabulary)
    case .info: readSmartAddressees(field, role: .info, in: source, vocabulary)
    case .xmt: readSmartAddressees(field, role: .exempt, in: source, vocabulary)
    case .captions: readSmartCaptions(field, in: source, vocabulary)
    case .passLine: readSmartPassing(field, in: source)
    case .signature: if !smart.isSigned { takeSmartSignature(first, in: source, vocabulary) }
    default: readSmartBlock(field, first, in: source, vocabulary)
    }
  }

  private mutating func takeSmartSignature(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    smart.isSigned = true
    guard body.hasBegun else { return }
    takeText(line, in: source, vocabulary)
  }
}

extension Span where Element == UInt8 {
  /// Whether the field of a message that no telegram has stands on the next line: `Sent:`, `To:`, `Cc:`.
  fileprivate func messageFieldFollows(_ at: Int) -> Bool {
    var start = at
    while start < count, start - at < 8, self[start] <= 0x20 { start += 1 }
    let end = Swift.min(count, start + 6)
    return ["SENT:", "TO:", "CC:", "DATE:", "BCC:"].contains { hasAnyCase($0, at: start, end: end) }
  }
}
