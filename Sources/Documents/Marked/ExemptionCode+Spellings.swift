import MarkingModel

// How codes are written.
extension ExemptionCode {
  /// The code at `at`, or nil. `inLine`: whether text may stand around it, so that only parentheses are certain.
  package static func read(_ at: Int, _ end: Int, inLine: Bool, in source: Span<UInt8>) -> ExemptionCode? {
    guard at < end else { return nil }
    var code: ExemptionCode?
    switch source[at] {
    case 0x28: code = parenthesised(at, end, inLine: inLine, in: source)
    case 0x62 where !inLine, 0x42 where !inLine: code = compact(at, end, in: source)
    case 0x50 where !inLine: return presidential(at, end, in: source)
    case 0x32 where !inLine: code = automatic(at, end, in: source)
    case 0x31 where !inLine: code = order(at, end, in: source)
    case 0x45 where !inLine, 0x65 where !inLine: code = word(at, end, in: source)
    default: return nil
    }
    code?.readReference(end, in: source)
    return code
  }

  /// `(b)(6)`, `(b) (7)(C)`, `(k)(2)`; where no text stands around it also `(b)7`, `(b)7(C)`.
  private static func parenthesised(
    _ at: Int, _ end: Int, inLine: Bool, in source: Span<UInt8>
  ) -> ExemptionCode? {
    guard at + 3 < end, source[at + 2] == 0x29 else { return nil }
    let section = source[at + 1] | 0x20
    guard section == 0x62 || section == 0x64 || section == 0x6A || section == 0x6B else { return nil }
    var next = source[at + 3] == 0x20 ? at + 4 : at + 3
    let isOpen = next < end && source[next] == 0x28
    guard isOpen || !inLine && section == 0x62 && next == at + 3 else { return nil }
    let number = source.number(at: isOpen ? next + 1 : next, end: end)
    guard (1...2).contains(number.digits) else { return nil }
    next = number.end
    if isOpen {
      guard next < end, source[next] == 0x29 else { return nil }
      next += 1
    }
    if section == 0x64 && number.value != 5 { return nil }
    var code = ExemptionCode(
      scheme: section == 0x62 ? .foia : .privacy, section: section, number: number.value, spelling: .parentheses,
      range: ByteRange(at, next))
    if section == 0x62 {
      code.readPart(next < end && source[next] == 0x20 ? next + 1 : next, end, isAlone: !inLine, in: source)
    }
    return inLine || !source.goesOn(at: code.range.end, end) ? code : nil
  }

  /// `(d)(6)`, which the Privacy Act does not have: taken for a code beside others alone, as any text has such paragraphs.
  static func access(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    guard source.has("(d)(", at: at, end: end) else { return nil }
    let number = source.number(at: at + 4, end: end)
    guard number.digits == 1, number.end < end, source[number.end] == 0x29 else { return nil }
    return ExemptionCode(
      scheme: .privacy, section: 0x64, number: number.value, spelling: .parentheses,
      range: ByteRange(at, number.end + 1))
  }

  /// `b6`, `B6`, `b7C`, `b(6)`, `b7(C)`, `b(7)(C)`, and with what the FBI numbers: `b6 -1`.
  private static func compact(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    let isBracketed = at + 1 < end && source[at + 1] == 0x28
    let number = source.number(at: isBracketed ? at + 2 : at + 1, end: end)
    guard (1...2).contains(number.digits) else { return nil }
    var next = number.end
    if isBracketed {
      guard next < end, source[next] == 0x29 else { return nil }
      next += 1
    }
    var code = ExemptionCode(
      scheme: .foia, section: 0x62, number: number.value, spelling: source[at] == 0x62 ? .small : .capital,
      range: ByteRange(at, next))
    code.readPart(next, end, isAlone: true, in: source)
    guard !source.goesOn(at: code.range.end, end) else { return nil }
    if let index = indexEnd(code.range.end, end, in: source) {
      code.hasIndex = true
      code.range.end = index
    }
    return code
  }

  /// The sub-part at a place: `(C)`, and of a code that stands alone `C`.
  private mutating func readPart(_ at: Int, _ end: Int, isAlone: Bool, in source: Span<UInt8>) {
    if at + 2 < end, source[at] == 0x28, source[at + 1].isLetter, source[at + 2] == 0x29,
      !beginsCode(at, end, in: source)
    {
      part = source[at + 1]
      range.end = at + 3
    } else if isAlone, number == 7, at == range.end, at < end, source[at].isLetter, !source.goesOn(at: at + 1, end) {
      part = source[at]
      range.end = at + 1
    }
  }

  /// Whether parentheses with a letter begin the next code: `(b)(1) (b)(6)`, `(b)(6)(k)(2)`.
  private func beginsCode(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = at + 3 < end && source[at + 3] == 0x20 ? at + 4 : at + 3
    return next + 1 < end && source[next] == 0x28 && source[next + 1].isDigit
  }

  /// Where the numbers of the reasons end behind a code: ` -1`, `-1, 2`. Nil where none stand: what goes on behind them is
  /// another thing, `b3 -50 U.S.C. 3024`.
  private static func indexEnd(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var i = at
    while i < end, source[i] == 0x20, i - at < 2 { i += 1 }
    guard i < end, source[i] == 0x2D else { return nil }
    i += 1
    var found: Int?
    while true {
      if i < end, source[i] == 0x20 { i += 1 }
      let number = source.number(at: i, end: end)
      guard (1...2).contains(number.digits), endsIndex(number.end, end, in: source) else { return found }
      found = number.end
      guard number.end < end, source[number.end] == 0x2C else { return found }
      i = number.end + 1
    }
  }

  private static func endsIndex(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at < end else { return true }
    if source[at] <= 0x20 {
      let next = source.skipBlanks(at, end)
      return next >= end || next > at + 2 || source[next].isOne(of: "b", "B", "(", "]")
    }
    return source[at].isOne(of: ",", ";", "/", "]", ")")
  }

  /// `P5`, `P1/b(1)`. `P-1` is the number of a page, but where an exemption stands with it.
  private static func presidential(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    let hasHyphen = at + 1 < end && source[at + 1] == 0x2D
    let number = source.number(at: hasHyphen ? at + 2 : at + 1, end: end)
    guard number.digits == 1, !source.goesOn(at: number.end, end) else { return nil }
    var code = ExemptionCode(
      scheme: .presidential, number: number.value, spelling: .capital, range: ByteRange(at, number.end))
    code.readPair(end, in: source)
    return hasHyphen && code.pair == nil ? nil : code
  }

  private static func automatic(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    guard source.has("25X", at: at, end: end) else { return nil }
    let number = source.number(at: at + 3, end: end)
    guard number.digits > 0 else { return nil }
    return ExemptionCode(scheme: .automatic, number: number.value, spelling: .capital, range: ByteRange(at, number.end))
  }

  /// `1.4(D)`, `1.4 (b)`, and as scans have it `1 .4(D)`.
  private static func order(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    let isWhole = source.has("1.4", at: at, end: end)
    guard isWhole || source.has("1 .4", at: at, end: end) else { return nil }
    let open = source.skipBlanks(isWhole ? at + 3 : at + 4, end)
    guard open + 2 < end, source[open] == 0x28, source[open + 1].isLetter, source[open + 2] == 0x29 else { return nil }
    return ExemptionCode(
      scheme: .order, number: 14, part: source[open + 1], spelling: .parentheses, range: ByteRange(at, open + 3))
  }

  /// `Ex. 6`, `Exemption 6`, `Exemption 7(C)`.
  private static func word(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    var next = at
    for word in ["EXEMPTION ", "EX. "] where next == at && source.hasAnyCase(word, at: at, end: end) {
      next = at + word.utf8.count
    }
    guard next > at else { return nil }
    let number = source.number(at: next, end: end)
    guard number.digits == 1 else { return nil }
    var code = ExemptionCode(
      scheme: .foia, section: 0x62, number: number.value, spelling: .word, range: ByteRange(at, number.end))
    code.readPart(number.end, end, isAlone: true, in: source)
    return source.goesOn(at: code.range.end, end) ? nil : code
  }
}

extension Span where Element == UInt8 {
  /// Whether a word goes on at a place.
  fileprivate func goesOn(at: Int, _ end: Int) -> Bool { at < end && self[at].isLetterOrDigit }
}
