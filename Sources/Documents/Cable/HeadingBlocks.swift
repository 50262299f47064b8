import MarkingGrammar
import MarkingModel

// Which lines continue a labelled one, and what becomes of it when it ends.
extension CableReader {
  /// Whether a line without a label belongs to the open block.
  mutating func continues(
    _ block: HeadingState.OpenBlock, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    // A paragraph ends every block, but for the letters and numbers of references.
    if block.kind != .references, source.isParagraphStart(start, end) { return false }
    switch block.kind {
    case .executiveOrder:
      let value = DeclassificationValue.read(ByteRange(start, end), in: source, vocabulary)
      if !block.hasValue { return blanks <= 2 && value.kind != .unknown && value.kind != .control }
      guard blanks == 0, let last = block.lines.last, !last.isEmpty else { return false }
      let mark = source[source.trimmedEnd(last.start, last.end) - 1]
      return mark == 0x3A || mark == 0x2C || source[start] == 0x28
        || value.kind != .unknown && value.kind != .control && value.kind != .na
    case .tags:
      guard Self.isTagsLike(start, end, in: source), vocabulary.captions.find(source, start, end) == nil else {
        return false
      }
      return blanks == 0 || blanks <= 2 && (!block.hasValue || Self.isListOpen(block, in: source))
    case .subject:
      if block.hasValue || blanks == 0 { return blanks == 0 }
      // Below a blank line the value is a title; a sentence is the text, and the SUBJECT line empty.
      return blanks <= 2 && source[end - 1] != 0x2E && end - start <= 80
    case .references:
      if source.isLetteredReference(start, end) {
        // Below references without letters it is the mark of the text.
        if source[start] == 0x28, source[start + 1].isOne(of: "U", "C", "S"), block.hasValue,
          !ReferenceLabel.areLettered(block.lines, in: source)
        {
          return false
        }
        // After a blank line only the letter that follows: anything else is a heading or a mark of the text.
        return blanks == 0 || blanks <= 2 && ReferenceLabel.follows(at: start, end, block.lines, in: source)
      }
      if source.isParagraphStart(start, end) {
        return blanks == 0 && ReferenceLabel.areNumbered(block.lines, in: source)
      }
      return block.hasValue ? blanks == 0 : blanks <= 2
    case .authority:
      return blanks == 0 || blanks <= 2 && goesOn(with: start, end, block, in: source)
    }
  }

  /// Whether words like the label of the E.O. line are the text of the open block, or of an instruction: an order is
  /// spoken of (`SUBJECT: … THE` / `E.O. 13224 DESIGNATIONS`, `for reasons` / `E.O. 12958 1.4 (b)`). The telegram has its
  /// E.O. line, or the order is none about classification.
  func isTextOfHeading(
    _ label: ExecutiveOrderLabel, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard label.isText(end, in: source, vocabulary) else { return false }
    guard let block = heading.block else {
      return !label.isKnown && source.isWord(at: label.value, end)
    }
    guard block.hasValue, blanks == 0, !label.isKnown || !executiveOrders.isEmpty else { return false }
    switch block.kind {
    case .subject, .references, .authority: return true
    case .executiveOrder, .tags: return false
    }
  }

  /// Whether a line consists of codes and persons: short words in capitals, or parentheses.
  static func isTagsLike(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var at = start
    var depth = 0
    var codes = 0
    while at < end {
      let byte = source[at]
      if byte == 0x28 || byte == 0x5B { depth += 1 }
      if byte == 0x29 || byte == 0x5D { depth = max(0, depth - 1) }
      if byte.isLetter, depth == 0 {
        let after = source.wordEnd(at, end)
        guard after - at <= 8, byte.isCapital else { return false }
        codes += 1
        at = after
        continue
      }
      at += 1
    }
    // Two or three words that are captions or a person's name are no codes.
    return codes > 0 || source[start] == 0x28
  }

  /// Whether the last line of a block ends with a comma, so that more is to come.
  private static func isListOpen(_ block: HeadingState.OpenBlock, in source: Span<UInt8>) -> Bool {
    guard let last = block.lines.last(where: { !$0.isEmpty }) else { return true }
    let end = source.trimmedEnd(last.start, last.end)
    return end > last.start && (source[end - 1] == 0x2C || source[end - 1] == 0x3B)
  }

  /// Ends the open block and reads it.
  mutating func closeBlock(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard var block = heading.block.take() else { return }
    if block.lines.count > 1, block.lines[0].isEmpty { repairs.add(.wrappedLabel, at: block.label) }
    Self.trim(&block.lines, in: source)
    if block.kind == .executiveOrder {
      addExecutiveOrder(block, in: source, vocabulary)
    } else {
      let field = FieldBlock(
        label: block.label, lines: block.lines, section: heading.section, order: block.kind.order, after: block.after)
      add(field, block.kind, in: source, vocabulary)
    }
    spareLines = block.lines
  }

  private static func trim(_ lines: inout [SourceLine], in source: Span<UInt8>) {
    for i in lines.indices { lines[i].end = max(lines[i].start, source.trimmedEnd(lines[i].start, lines[i].end)) }
  }

  private mutating func addExecutiveOrder(
    _ block: HeadingState.OpenBlock, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let first = block.lines.first { !$0.isEmpty } ?? block.lines[0]
    let end = block.lines.last?.end ?? first.end
    let value = DeclassificationValue.read(ByteRange(first.start, max(first.start, end)), in: source, vocabulary)
    if block.slip || value.repaired { repairs.add(.ocr, at: block.label) }
    executiveOrders.append(
      ExecutiveOrderLine(
        place: Place(ByteRange(block.label.range.start, max(block.label.range.end, end)), block.label.position),
        after: block.after, section: heading.section, number: block.number, value: value, slip: block.slip))
  }
}

extension Span where Element == UInt8 {
  /// Where OFF-LINE stands in a line.
  func offlineWord(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, let found = TextScan.next(from: at, to: end, in: self) {
      if case .offline = found.trigger { return found.at }
      at = wordEnd(found.at, end)
    }
    return nil
  }

  /// Whether a word of three letters or more stands at `at`.
  fileprivate func isWord(at start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, self[at].isLetter { at += 1 }
    return at - start >= 3
  }

  /// The offset after a link at `at`, `[X](#)` or `<a …>`; nil where none stands there. Not more than 200 bytes are
  /// looked at.
  func linkEnd(_ at: Int, _ end: Int) -> Int? {
    let limit = Swift.min(end, at + 200)
    if self[at] == 0x3C {
      guard at + 2 < limit, self[at + 1].capital == 0x41, self[at + 2] == 0x20 else { return nil }
      var i = at + 1
      while i < limit, self[i] != 0x3E, self[i] != 0x3C { i += 1 }
      return i < limit && self[i] == 0x3E ? i + 1 : nil
    }
    var close = at + 1
    while close < limit, self[close] != 0x5D, self[close] != 0x5B { close += 1 }
    guard close > at + 1, close + 1 < limit, self[close] == 0x5D, self[close + 1] == 0x28 else { return nil }
    var i = close + 2
    while i < limit, self[i] != 0x29, self[i] != 0x5B { i += 1 }
    return i < limit && self[i] == 0x29 ? i + 1 : nil
  }

  /// The offset after a pilcrow anchor (`[1](#)`) at `at`.
  func skipAnchor(_ at: Int, _ end: Int) -> Int {
    guard at + 5 < end, self[at] == 0x5B else { return at }
    let number = number(at: at + 1, end: end)
    guard number.digits > 0, has("](", at: number.end, end: end) else { return at }
    var close = number.end + 2
    while close < end, close - at < 40, self[close] != 0x29 { close += 1 }
    return close < end && self[close] == 0x29 ? skipBlanks(close + 1, end) : at
  }

  /// Whether a numbered paragraph begins at `at`: `1.`, `2)`, `(SBU) 1.`, a pilcrow before the number.
  func isParagraphStart(_ at: Int, _ end: Int) -> Bool {
    var i = skipPilcrow(at, end)
    if i < end, self[i] == 0x28 {
      var close = i + 1
      while close < end, close - i < 12, self[close] != 0x29 { close += 1 }
      guard close < end, self[close] == 0x29 else { return false }
      i = skipBlanks(close + 1, end)
    }
    let number = number(at: i, end: end)
    guard (1...3).contains(number.digits), number.end < end else { return false }
    guard self[number.end] == 0x2E || self[number.end] == 0x29 else { return false }
    return number.end + 1 >= end || !self[number.end + 1].isDigit
  }

  /// Whether a lettered reference begins at `at`: `B.`, `(B)`, `B)`, a pilcrow before it.
  func isLetteredReference(_ at: Int, _ end: Int) -> Bool {
    var i = skipPilcrow(at, end)
    let open = i < end && self[i] == 0x28
    if open { i += 1 }
    guard i + 1 < end, self[i].isLetter, !self[i + 1].isLetterOrDigit else { return false }
    return open ? self[i + 1] == 0x29 : self[i + 1] == 0x2E || self[i + 1] == 0x29 || self[i + 1] == 0x3A
  }

  func hasSmallLetters(_ at: Int, _ end: Int) -> Bool {
    var i = at
    while i < end {
      if self[i].isSmall { return true }
      i += 1
    }
    return false
  }
}
