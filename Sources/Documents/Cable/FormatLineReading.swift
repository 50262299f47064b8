import MarkingGrammar
import MarkingModel

// The format lines, by their first bytes.
extension CableReader {
  /// Takes the words of the current line where they are a format line of the header. `key` is that of the line: each
  /// format line begins in its own way.
  mutating func takeFormatLine(
    _ key: LineKey, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard words.count > 0 else { return false }
    let first = words[0]
    switch key.first {
    case 0x56:  // V
      return takeTransmissionID(first, line, in: source)
    case 0x5A:  // Z
      if key.begins("Z", "C", "Z", "C") { return takeTransmissionID(first, line, in: source) }
      if takeSecurity(line, in: source) { return true }
    case 0x2A, 0x32:  // *ZNY, and 2 for Z
      if takeSecurity(line, in: source) { return true }
    case 0x44 where first.count == 2:  // DE
      if let originator = OriginatorLine.read(words, in: source) {
        let place = ruler.place(words.range, on: line, in: source)
        if originator.repaired { repairs.add(.ocr, at: place) }
        transmissions[open(fl: 3)].add(originator, words, at: place, &ruler, in: source)
        addressList.role = nil
        return true
      }
    case 0x46, 0x54, 0x49, 0x58:  // FM, TO, INFO, XMT
      if takeAddress(first, line, in: source, vocabulary) { return true }
    case 0x42, 0x23, 0x4E:  // BT, #, NNNN
      if takeClosing(first, line, in: source) { return true }
    default:
      break
    }
    return takeRoutingOrGroup(line, in: source)
  }

  private mutating func takeSecurity(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard let security = SecurityLine.read(words, in: source) else { return false }
    let place = ruler.place(words.range, on: line, in: source)
    if security.repaired { repairs.add(.ocr, at: place) }
    add(.security(security), fl: 4, at: place)
    addressList.role = nil
    return true
  }

  /// Format lines 2 and 5, which begin with prosigns.
  private mutating func takeRoutingOrGroup(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    if let routing = RoutingLine.read(words, in: source) {
      let place = ruler.place(words.range, on: line, in: source)
      transmissions[open(fl: 2)].add(routing, words, at: place, &ruler, in: source)
    } else if phase == .header, isTransmissionOpen, let last = transmissions.indices.last,
      transmissions[last].extendRouting(words, &ruler, in: source)
    {
      return true
    } else if !(isTransmissionOpen && transmissions.last?.dtg != nil), let group = DateTimeGroup.read(words, in: source)
    {
      // The first group of a transmission only: others belong to the print around it.
      let place = ruler.place(words.range, on: line, in: source)
      if group.repaired { repairs.add(.ocr, at: place) }
      add(.dtg(group), fl: 5, at: place)
      if context.day == nil { context.day = group.day?.number }
    } else {
      return false
    }
    addressList.role = nil
    return true
  }

  /// Adds a line to the transmission, which begins here where none is open.
  mutating func add(_ content: HeaderLine.Content, fl: Int, at place: Place) {
    transmissions[open(fl: fl)].add(content, fl: fl, at: place)
  }

  /// The index of the transmission to which a format line belongs, which begins here where none is open.
  mutating func open(fl: Int) -> Int {
    var begins = !isTransmissionOpen
    if let last = transmissions.indices.last {
      begins = begins || transmissions[last].complete || fl == 1 && transmissions[last].highest > 1
    }
    if begins {
      if let last = transmissions.indices.last { transmissions[last].complete = true }
      transmissions.append(spareTransmission.take() ?? Transmission())
      isTransmissionOpen = true
    }
    if !furniture.isEmpty { furniture.removeAll(keepingCapacity: true) }
    phase = .header
    return transmissions.count - 1
  }

  /// Format line 1: `VZCZC…`, also damaged.
  private mutating func takeTransmissionID(_ first: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    let whole = source.has("VZCZC", at: first.start, end: first.end)
    guard
      whole || source.has("ZCZC", at: first.start, end: first.end)
        || source.has("VZCZ", at: first.start, end: first.end) || source.has("VZC", at: first.start, end: first.end)
    else { return false }
    var letters = 0
    var at = first.start + (whole ? 5 : 0)
    while at < first.end, source[at].isCapital {
      letters += 1
      at += 1
    }
    let digits = source.number(at: at, end: first.end)
    let wellFormed =
      whole && words.count == 1 && (2...4).contains(letters) && (3...12).contains(digits.digits)
      && digits.end == first.end
    add(.transmissionID(wellFormed: wellFormed), fl: 1, at: ruler.place(words.range, on: line, in: source))
    addressList.role = nil
    return true
  }

  /// FM, TO, INFO and XMT.
  private mutating func takeAddress(
    _ first: ByteRange, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    switch source[first.start] {
    case 0x46:
      guard Self.isLabel(first, "FM", in: source) else { return false }
      joinFromLine(line, in: source, vocabulary)
      guard let from = FromLine.read(words, in: source, vocabulary) else { return false }
      let place = ruler.place(words.range, on: line, in: source)
      if from.repaired { repairs.add(.ocr, at: place) }
      transmissions[open(fl: 6)].add(from, at: place)
      addressList.role = nil
      if mrn.sender == nil {
        mrn.sender = from.post
        mrn.writtenSender = from.post == nil ? nil : words.range(from: 1)
      }
      if let post = from.post { context.post = post }
    case 0x54 where Self.isLabel(first, "TO", in: source) || OCR.word(first, "TO", in: source)?.repaired == true:
      // A TO line of an e-mail has no telegram's header before it.
      guard isTransmissionOpen else { return false }
      if source[first.start + 1] == 0x30 { repairs.add(.ocr, at: ruler.place(first, on: line, in: source)) }
      addAddressee(from: 1, role: .action, in: source, vocabulary)
    case 0x49 where Self.isLabel(first, "INFO", in: source) || OCR.word(first, "INFO", in: source)?.repaired == true:
      guard isTransmissionOpen, !isDistribution(in: source) else { return false }
      if !source[first.end - 1].isOne(of: "O", ":") { repairs.add(.ocr, at: ruler.place(first, on: line, in: source)) }
      addAddressee(from: 1, role: .info, in: source, vocabulary)
    case 0x58 where Self.isLabel(first, "XMT", in: source):
      guard isTransmissionOpen else { return false }
      addAddressee(from: 1, role: .exempt, in: source, vocabulary)
    default:
      return false
    }
    return true
  }

  mutating func addAddressee(
    from first: Int, role: Addressee.Role, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    addressList = AddressList(role: role)
    guard
      let found = Addressee.read(words, from: first, role: role, &ruler, in: source, vocabulary)
    else { return }
    add(.addressee(found.addressee), fl: role.formatLine, at: found.place)
  }

  private static func isLabel(_ word: ByteRange, _ label: String, in source: Span<UInt8>) -> Bool {
    guard source.has(label, at: word.start, end: word.end) else { return false }
    let rest = word.count - label.utf8.count
    return rest == 0 || rest == 1 && source[word.end - 1] == 0x3A
  }

  /// `INFO OCT-01 ISO-00`: the Department's distribution on a database print, not addressees.
  private mutating func isDistribution(in source: Span<UInt8>) -> Bool {
    guard words.count > 1 else { return transmissions.last.map { $0.highest < 6 } ?? true }
    let word = words[1]
    guard word.count >= 4, source[word.end - 1].isDigit, source[word.end - 2].isDigit, source[word.end - 3] == 0x2D
    else { return false }
    return true
  }

  /// BT, #serial and NNNN.
  mutating func takeClosing(_ first: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard words.count == 1 else { return false }
    let place = ruler.place(words.range, on: line, in: source)
    switch source[first.start] {
    case 0x42 where source.equals(first, "BT"):
      takeSeparator(place)
      return true
    case 0x23 where isTransmissionOpen || body.hasBegun:
      let number = source.number(at: first.start + 1, end: first.end)
      guard number.digits >= 3, number.end == first.end, let last = transmissions.indices.last else { return false }
      transmissions[last].add(.validation(serial: number.value), fl: 15, at: place)
      transmissions[last].complete = true
      close()
      return true
    case 0x4E:
      var letters = 0
      while first.start + letters < first.end, source[first.start + letters] == 0x4E { letters += 1 }
      // NNNNVV belongs to the message before this one.
      if letters >= 4, letters < first.count, source.areCapitals(first) { return true }
      guard letters >= 3, letters == first.count, letters <= 6 else { return false }
      if let last = transmissions.indices.last, body.hasBegun || phase == .heading || phase == .closed {
        transmissions[last].add(.end(letters: letters), fl: 16, at: place)
        transmissions[last].complete = true
        isTransmissionOpen = false
      }
      if body.hasBegun || phase == .heading { close() }
      return true
    default:
      return false
    }
  }

  /// BT before the text is format line 11, after it 13.
  private mutating func takeSeparator(_ place: Place) {
    addressList.role = nil
    if phase == .header || phase == .prelude {
      add(.separator, fl: 11, at: place)
    } else if let last = transmissions.indices.last {
      let opens = phase == .heading && !heading.hasLabel && !transmissions[last].lines.contains { $0.fl == 11 }
      transmissions[last].add(.separator, fl: opens ? 11 : 13, at: place)
      guard !opens else { return }
      transmissions[last].complete = true
      close()
    }
  }

  /// The text of the transmission is over.
  private mutating func close() {
    phase = .closed
    blanks = 0
  }
}
