package import MarkingModel

/// The code of an exemption that stands where something was withheld (5 U.S.C. 552(b), 552a; E.O. 13526; 44 U.S.C.
/// 2204(a)).
package struct ExemptionCode: Sendable {
  private static let categories = PhraseList(["1.4", "E.O.", "EO ", "3.3", "25X", "SEC. 1.4", "SECTION 1.4"])
  private static let statutes = PhraseList([
    "U.S.C.", "USC", "STATUTE", "ACT", "PUB.", "FED. R.", "P.L.", "PL", "PUBLIC LAW",
  ])
  package enum Scheme: String, Sendable {
    case foia
    case privacy
    /// The Presidential Records Act: P1 to P6.
    case presidential
    /// E.O. 13526: 1.4(a) to (h), 3.3(b).
    case order
    /// 25X1 to 25X9.
    case automatic = "25x"
  }

  /// How it is written: `(b)(6)`, `b6`, `B6`, `Ex. 6`.
  enum Spelling: String, Sendable { case parentheses, small, capital, word }

  package var scheme: Scheme
  /// The paragraph of Privacy Act codes: j of `(j)(2)`.
  package var section: UInt8 = 0
  package var number: Int
  /// The sub-part: C of `(b)(7)(C)`, d of `1.4(d)`.
  package var part: UInt8?
  var spelling: Spelling
  package var range: ByteRange
  /// Whether the statute stands behind a (b)(3), the category of the order behind a (b)(1).
  package var hasReference = false
  /// Whether "High 2" stands with a (b)(2): the use that Milner v. Navy ended in 2011.
  var isHigh = false
  /// Of a restriction of the Presidential Records Act: the exemption that stands with it, 1 of `P1/b(1)`.
  var pair: Int?

  /// Whether the scheme has such a number.
  package var isLegal: Bool {
    switch scheme {
    case .foia: (1...9).contains(number)
    case .privacy:
      section == 0x64 ? number == 5 : section == 0x6A ? (1...2).contains(number) : (1...7).contains(number)
    case .presidential: (1...6).contains(number)
    case .order: part.map { ($0 | 0x20) &- 0x61 < 8 } ?? true
    case .automatic: (1...9).contains(number)
    }
  }

  /// Whether the sub-part is one that the number has.
  package var isPartLegal: Bool {
    guard scheme == .foia, let part else { return true }
    return number == 7 && (part | 0x20) &- 0x61 < 6
  }

  /// The code at `at`, or nil. `inLine`: whether text may stand around it, so that only parentheses are certain.
  package static func read(_ at: Int, _ end: Int, inLine: Bool, in source: Span<UInt8>) -> ExemptionCode? {
    guard at < end else { return nil }
    var code: ExemptionCode?
    switch source[at] {
    case 0x28: code = parenthesised(at, end, in: source)
    case 0x62 where !inLine, 0x42 where !inLine: code = compact(at, end, in: source)
    case 0x50 where !inLine: code = presidential(at, end, in: source)
    case 0x32 where !inLine: code = automatic(at, end, in: source)
    case 0x31 where !inLine: code = order(at, end, in: source)
    case 0x45 where !inLine: code = word(at, end, in: source)
    default: return nil
    }
    guard var found = code else { return nil }
    if found.scheme == .foia, found.number == 1 || found.number == 3 { found.readReference(end, in: source) }
    if found.scheme == .foia, found.number == 2 { found.readHigh(end, in: source) }
    if found.scheme == .presidential { found.readPair(end, in: source) }
    return found
  }

  /// `(b)(6)`, `(b) (7)(C)`, `(k)(2)`.
  private static func parenthesised(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    guard at + 5 < end, source[at + 2] == 0x29 else { return nil }
    let section = source[at + 1] | 0x20
    guard section == 0x62 || section == 0x64 || section == 0x6A || section == 0x6B else { return nil }
    let open = source[at + 3] == 0x20 ? at + 4 : at + 3
    guard open < end, source[open] == 0x28 else { return nil }
    let number = source.number(at: open + 1, end: end)
    guard (1...2).contains(number.digits), number.end < end, source[number.end] == 0x29 else { return nil }
    if section != 0x62, section == 0x64 && number.value != 5 { return nil }
    var code = ExemptionCode(
      scheme: section == 0x62 ? .foia : .privacy, section: section, number: number.value, spelling: .parentheses,
      range: ByteRange(at, number.end + 1))
    let part = number.end + 1 < end && source[number.end + 1] == 0x20 ? number.end + 2 : number.end + 1
    if section == 0x62, part + 2 < end, source[part] == 0x28, source[part + 1].isLetter, source[part + 2] == 0x29 {
      code.part = source[part + 1]
      code.range.end = part + 3
    }
    return code
  }

  /// `b6`, `B6`, `b7C`, `b(6)`.
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
    if number.value == 7, next < end, source[next].isLetter, next + 1 >= end || !source[next + 1].isLetterOrDigit {
      code.part = source[next]
      next += 1
      code.range.end = next
    }
    return next >= end || !source[next].isLetterOrDigit ? code : nil
  }

  private static func presidential(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    let number = source.number(at: at + 1, end: end)
    guard number.digits == 1, number.end >= end || !source[number.end].isLetterOrDigit else { return nil }
    return ExemptionCode(
      scheme: .presidential, number: number.value, spelling: .capital, range: ByteRange(at, number.end))
  }

  private static func automatic(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    guard source.has("25X", at: at, end: end) else { return nil }
    let number = source.number(at: at + 3, end: end)
    guard number.digits > 0 else { return nil }
    return ExemptionCode(scheme: .automatic, number: number.value, spelling: .capital, range: ByteRange(at, number.end))
  }

  /// `1.4(D)`, `1.4 (b)`.
  private static func order(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    guard source.has("1.4", at: at, end: end) else { return nil }
    let open = source.skipBlanks(at + 3, end)
    guard open + 2 < end, source[open] == 0x28, source[open + 1].isLetter, source[open + 2] == 0x29 else { return nil }
    return ExemptionCode(
      scheme: .order, number: 14, part: source[open + 1], spelling: .parentheses, range: ByteRange(at, open + 3))
  }

  /// `Ex. 6`, `Exemption 6`.
  private static func word(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ExemptionCode? {
    var next = at
    if source.hasAnyCase("EXEMPTION ", at: at, end: end) {
      next = at + 10
    } else if source.hasAnyCase("EX. ", at: at, end: end) {
      next = at + 4
    }
    guard next > at else { return nil }
    let number = source.number(at: next, end: end)
    guard number.digits == 1 else { return nil }
    return ExemptionCode(
      scheme: .foia, section: 0x62, number: number.value, spelling: .word, range: ByteRange(at, number.end))
  }

  /// `(b)(3) 50 U.S.C. 3024(i)`, `(b)(3)-P.L. 86-36`, `(b)(1) 1.4(c)`, `B1,1.4(D)`.
  private mutating func readReference(_ end: Int, in source: Span<UInt8>) {
    let limit = min(end, range.end + 60)
    var i = range.end
    while i < limit, source[i].isOne(of: " ", ",", ":", "-", ";", "/") { i += 1 }
    guard i < limit else { return }
    var words = FoldedWords(limit: 60)
    words.add(ByteRange(i, limit), in: source)
    hasReference =
      number == 3
      ? words.contains(oneOf: Self.statutes)
        || source[i].isDigit && !source.has("1.4", at: i, end: limit)
      : words.begin(oneOf: Self.categories)
  }
}

extension ExemptionCode {
  /// `(b)(2) "High 2"`, `(b)(2) (High)`.
  fileprivate mutating func readHigh(_ end: Int, in source: Span<UInt8>) {
    var i = range.end
    let limit = min(end, range.end + 8)
    while i < limit, !source[i].isLetterOrDigit { i += 1 }
    isHigh = source.hasWordAnyCase("HIGH", at: i, end: end)
  }

  /// `P1/b(1)`, `P6 (b)(6)`.
  fileprivate mutating func readPair(_ end: Int, in source: Span<UInt8>) {
    var i = range.end
    while i < end, source[i].isOne(of: " ", "/", ",", ";"), i - range.end < 3 { i += 1 }
    guard i > range.end, i < end, let code = ExemptionCode.read(i, end, inLine: false, in: source), code.scheme == .foia
    else { return }
    pair = code.number
  }
}

/// A code where it stands.
struct ExemptionEntry: Sendable {
  enum Spot: String, Sendable { case redaction, key, stamp }

  var code: ExemptionCode
  var spot: Spot
  var line: SourceLine
  var page = 1
}
