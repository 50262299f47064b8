import MarkingGrammar
import MarkingModel

/// The label of the E.O. line with the order's number: `E.O. 12958:`, also damaged (`E.OM 11652`, `MO. 11652`,
/// `EO 12065;`, `E.0.`, `E. O. 11652`).
struct ExecutiveOrderLabel: Sendable {
  var range: ByteRange
  /// The number of the order; nil where none stands.
  var number: Int?
  /// Where the value begins.
  var value: Int
  /// Whether the label was damaged and repaired, or lacks its punctuation.
  var slip: Bool
  /// Whether a colon ends it.
  var hasColon = true
  /// Whether the number is that of an order about classification.
  var isKnown = true

  /// Whether what follows it says nothing that an E.O. line says, with no colon before it: the label is then words of a
  /// line, `E.O. 13224 DESIGNATIONS`, where more speaks for that.
  func isText(_ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard !hasColon else { return false }
    let said = DeclassificationValue.read(ByteRange(min(value, end), end), in: source, vocabulary)
    switch said.kind {
    case .empty, .unknown: return said.keyword == nil
    default: return false
    }
  }

  /// The label at the start of a line, or nil. Constant time.
  static func read(
    from start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ExecutiveOrderLabel? {
    guard start < end,
      source[start].capital.isOne(of: "E", "M", "B", "F", "O") || source[start].capital.isOne(of: "0", ".")
    else { return nil }
    let letters = prefix(start, end, in: source, vocabulary)
    guard let letters, let number = orderNumber(letters.end, end, in: source, vocabulary) else {
      return letters.flatMap { withoutNumber(start, $0, end, in: source) }
    }
    guard letters.whole || number.known, !isSection(number.end, end, in: source) else { return nil }
    var at = afterAmendment(number.end, end, in: source)
    let next = source.skipBlanks(at, min(end, at + 3))
    let colon = next < end && source[next] == 0x3A
    if next < end, source[next].isOne(of: ":", ";", ".", ",", "-") { at = next + 1 }
    return ExecutiveOrderLabel(
      range: ByteRange(start, at), number: number.value, value: source.skipBlanks(at, end),
      slip: !(letters.exact && colon && number.exact), hasColon: colon, isKnown: number.known)
  }

  /// Whether a section of the order about releases stands behind its number: a stamp, `EO 13526 3.5(c)`,
  /// `E.O. 13526, section 3.3(h)(2)`.
  private static func isSection(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var start = source.skipBlanks(at, end)
    if start < end, source[start] == 0x2C { start = source.skipBlanks(start + 1, end) }
    for word in ["AS AMENDED,", "SECTIONS ", "SECTION ", "SEC.", "SEC ", "\u{A7}\u{A7}", "\u{A7}"]
    where source.hasAnyCase(word, at: start, end: end) {
      start = source.skipBlanks(start + word.utf8.count, end)
    }
    return start > at && start + 3 < end && source[start] == 0x33 && source[start + 1] == 0x2E
      && source[start + 2].isDigit && source[source.skipBlanks(start + 3, end - 1)] == 0x28
  }

  /// E and O with points and blanks between and after them, or what a copy has made of that: at most eight bytes.
  private static func prefix(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (end: Int, whole: Bool, exact: Bool)? {
    if source.has("E.O. ", at: start, end: end) { return (start + 5, true, true) }
    if source.hasAnyCase("EXECUTIVE ORDER ", at: start, end: end) { return (start + 16, true, false) }
    var at = start
    // The letters one after the other, in the order of their places.
    var letters: UInt64 = 0
    var count = 0
    var hasO = false
    while at < end, at - start < 8, !source[at].isDigit || source[at] == 0x30 {
      let byte = source[at].capital
      // The number may begin with a letter that stands for its 1.
      if hasO, byte == 0x49 || byte == 0x4C, orderNumber(at, end, in: source, vocabulary)?.known == true { break }
      if byte.isCapital || byte == 0x30 {
        letters = letters << 8 | UInt64(byte == 0x30 ? 0x4F : byte)
        hasO = hasO || letters & 0xFF == 0x4F
        count += 1
      } else if byte > 0x20, byte != 0x2E, byte != 0x2C, byte != 0x3A, byte != 0x3B {
        return nil
      }
      at += 1
    }
    guard (1...3).contains(count), hasO else { return nil }
    return (at, letters == 0x454F, false)
  }

  /// Five digits; a sixth may be what recognition made of the colon (`116528`).
  private static func orderNumber(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (value: Int, end: Int, known: Bool, exact: Bool)? {
    let start = source.skipBlanks(at, end)
    var after = start
    while after < end, after - start < 7, OCR.digit(source[after]) != nil { after += 1 }
    guard after - start >= 5, let number = OCR.number(ByteRange(start, start + 5), in: source) else { return nil }
    let known = vocabulary.orders.isKnown(number.value)
    if after - start == 5 { return (number.value, after, known, !number.repaired) }
    return known && after - start == 6 ? (number.value, after, true, false) : nil
  }

  /// The offset after `, AS AMENDED`, `(AS AMENDED)` or the mark of the line, `(U)`, where it stands.
  private static func afterAmendment(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var start = at
    while start < end, source[start] == 0x2C || source[start] == 0x20 { start += 1 }
    guard start < end, source[start] == 0x28 else {
      return source.hasWordAnyCase("AS AMENDED", at: start, end: end) ? start + 10 : at
    }
    for words in ["(AS AMENDED)", "(AMENDED)", "(U)"] where source.hasAnyCase(words, at: start, end: end) {
      return start + words.utf8.count
    }
    return at
  }

  /// `E.O.:` (SMART) or a label whose number is lost.
  private static func withoutNumber(
    _ start: Int, _ letters: (end: Int, whole: Bool, exact: Bool), _ end: Int, in source: Span<UInt8>
  ) -> ExecutiveOrderLabel? {
    guard letters.whole, source[start].capital == 0x45 else { return nil }
    var at = start
    var colon = false
    while at < letters.end, at < end, !colon {
      colon = source[at] == 0x3A
      at += 1
    }
    guard colon else { return nil }
    let number = source.skipBlanks(at, end)
    let digits = source.number(at: number, end: end)
    // The number may stand after the colon.
    guard digits.digits == 5 else {
      return ExecutiveOrderLabel(range: ByteRange(start, at), number: nil, value: number, slip: false)
    }
    var value = digits.end
    if value < end, source[value].isOne(of: ":", ";", ",") { value += 1 }
    return ExecutiveOrderLabel(
      range: ByteRange(start, at), number: digits.value, value: source.skipBlanks(value, end), slip: false)
  }
}
