import MarkingGrammar
import MarkingModel

// The values of the fields.
extension CableReader {
  /// `11 PORT AU PRINCE 504`: two digits of the year, the post, the serial.
  mutating func readSmartMRN(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var first = 0
    if words.count > 2, source.areDigits(words[0]), words[0].count == 2 { first = 1 }
    guard words.count >= first + 2, let serial = OCR.number(words[words.count - 1], in: source) else { return }
    let name = ByteRange(words[first].start, words[words.count - 2].end)
    let post = vocabulary.posts.post(mrn: source, name.start, name.end, sender: mrn.sender)
    mrn.post = post
    mrn.serial = serial.value
    if context.post == nil { context.post = post }
  }

  /// `Aug 03, 2010 / 031406Z AUG 10`. Recognition makes a 1 of the slash: `1031406Z`.
  mutating func readSmartDate(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    smart.day = WrittenDate.read(at: words.range.start, words.range.end, in: source, vocabulary)?.day
    // The group is the first word of six digits or more; a year has four.
    guard let index = words.words.firstIndex(where: { isGroup($0, in: source) }) else { return }
    var range = words.range(from: index)
    let digits = source.number(at: range.start, end: range.end)
    let glued = digits.digits == 7
    if glued || source[range.start] == 0x2F { range.start += 1 }
    guard var group = DateTimeGroup.read(range, in: source, prosign: false) else { return }
    let place = ruler.place(range, on: line, in: source)
    if glued {
      group.repaired = true
      repairs.add(.ocr, at: place)
    }
    add(.dtg(group), fl: 5, at: place)
    phase = .heading
    if context.day == nil { context.day = group.day?.number ?? smart.day?.number }
  }

  private func isGroup(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    let start = source[word.start] == 0x2F ? word.start + 1 : word.start
    return source.number(at: start, end: word.end).digits >= 6
  }

  /// Addressees separated by semicolons. The end of one that a line end breaks gives its precedence.
  mutating func readSmartAddressees(
    _ field: SmartState.OpenField, role: Addressee.Role, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var isBroken = false
    for line in field.lines.prefix(2000) where !line.isEmpty {
      var start = line.start
      while start < line.end {
        var end = start
        while end < line.end, source[end] != 0x3B { end += 1 }
        let at = source.skipBlanks(start, end)
        let part = ruler.rest(of: line, from: at, to: end, in: source)
        start = end + 1
        guard at < end else { continue }
        words.split(part, in: source, limit: 64)
        guard words.count > 0 else { continue }
        if isBroken {
          setPrecedence(of: words[words.count - 1], in: source, vocabulary)
        } else if let found = Addressee.read(words, from: 0, role: role, &ruler, in: source, vocabulary) {
          add(.addressee(found.addressee), fl: role.formatLine, at: found.place)
        }
        isBroken = end >= line.end
      }
    }
    phase = .heading
  }

  /// Gives the last addressee the precedence that a word says.
  private mutating func setPrecedence(
    of word: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let row = vocabulary.precedences.row(source, word.start, word.end),
      let last = transmissions.indices.last, let index = transmissions[last].lines.indices.last,
      case .addressee(var addressee) = transmissions[last].lines[index].content, addressee.role != .exempt
    else { return }
    addressee.precedence = row
    addressee.isNight = false
    addressee.rank = vocabulary.precedences.rows[row].rank
    transmissions[last].lines[index].content = .addressee(addressee)
  }

  mutating func readSmartCaptions(
    _ field: SmartState.OpenField, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    for line in field.lines where !line.isEmpty {
      words.split(line, in: source, limit: 64)
      var found: [CaptionMatch] = []
      if !CaptionLine.read(words, isField: true, into: &found, &ruler, in: source, vocabulary) {
        found = CaptionLine.readUnknown(words, &ruler, in: source, vocabulary).map { [$0] } ?? []
      }
      addCaptions(found, spot: .record)
    }
  }

  mutating func readSmartPassing(_ field: SmartState.OpenField, in source: Span<UInt8>) {
    for line in field.lines where !line.isEmpty {
      words.split(line, in: source, limit: 512)
      passings.append(
        PassingLine.read(words, strict: false, &ruler, in: source)
          ?? PassingLine(place: ruler.place(words.range, on: line, in: source), kind: .other))
    }
  }

  /// E.O., TAGS, Subject, Reference and the Classified-By block, which are read as in any other form.
  mutating func readSmartBlock(
    _ field: SmartState.OpenField, _ first: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let kind: FieldLabel.Kind
    switch field.field {
    case .executiveOrder:
      readSmartOrder(field, first, in: source, vocabulary)
      return
    case .tags: kind = .tags
    case .subject: kind = .subject
    case .reference, .references, .ref: kind = .references
    case .classifiedBy, .derivedFrom, .reason, .declassifyOn: kind = .authority
    default: return
    }
    heading.block = HeadingState.OpenBlock(
      kind: kind, label: field.label, lines: field.lines, after: heading.order, slip: false, number: nil,
      hasValue: field.hasValue)
    heading.order = max(heading.order, kind.order)
    closeBlock(in: source, vocabulary)
  }

  /// `E.O.: 13526`, seldom with a value after the number.
  private mutating func readSmartOrder(
    _ field: SmartState.OpenField, _ first: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // The field may have the name of the order as well: `E.O.: E.O. 13526`.
    let start =
      ["E.O.", "EO "].first { source.hasAnyCase($0, at: first.start, end: first.end) }
      .map { source.skipBlanks(first.start + $0.utf8.count, first.end) } ?? first.start
    var after = start
    while after < first.end, after - start < 5, OCR.digit(source[after]) != nil { after += 1 }
    let number = OCR.number(ByteRange(start, after), in: source)
    let rest = number == nil ? start : after
    let value = DeclassificationValue.read(ByteRange(rest, first.end), in: source, vocabulary)
    executiveOrders.append(
      ExecutiveOrderLine(
        place: Place(ByteRange(field.label.range.start, max(field.label.range.end, first.end)), field.label.position),
        after: heading.order, section: 1, number: number?.value, value: value, valueSource: .smart,
        slip: number?.repaired ?? false))
    heading.order = max(heading.order, FieldLabel.Kind.executiveOrder.order)
  }
}
