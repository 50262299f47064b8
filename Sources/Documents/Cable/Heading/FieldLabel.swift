import MarkingGrammar
import MarkingModel

/// A label of the heading (reference sections 3 and 9), also where a copy has damaged it.
struct FieldLabel: Sendable {
  enum Kind: Sendable {
    case executiveOrder, tags, subject, references, authority

    /// Its place in the customary order: E.O., TAGS, SUBJECT, REF; 0 for the Classified-By block, which has none.
    var order: Int {
      switch self {
      case .executiveOrder: 1
      case .tags: 2
      case .subject: 3
      case .references: 4
      case .authority: 0
      }
    }
  }

  var kind: Kind
  /// The label with its punctuation.
  var range: ByteRange
  /// Where the value begins: the first byte after the label that is no blank.
  var value: Int
  /// Whether letters had to be repaired or the punctuation is missing.
  var slip: Bool
}

extension FieldLabel {
  /// The label at the start of a line, or nil. Constant time: no more than the first bytes are looked at.
  static func read(
    _ line: SourceLine, from start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> FieldLabel? {
    guard start + 3 < end else { return nil }
    switch source[start].capital {
    case 0x54, 0x41:  // TAGS, and AGS that has lost its T
      return tags(start, end, in: source) ?? authority(start, end, in: source)
    case 0x53:
      return subject(start, end, in: source)
    case 0x52:
      return references(start, end, in: source) ?? authority(start, end, in: source)
    case 0x43, 0x44, 0x28, 0x30...0x39:
      return authority(start, end, in: source)
    case 0x55, 0x58:  // USBJ, XIBJ
      return subject(start, end, in: source)
    default:
      return nil
    }
  }

  private static func tags(_ start: Int, _ end: Int, in source: Span<UInt8>) -> FieldLabel? {
    var at = start
    while at < end, at - start < 6, source[at].isLetterOrDigit { at += 1 }
    let word = ByteRange(start, at)
    let whole = source.equals(word, "TAGS")
    guard whole || source.equals(word, "TAG") || source.equals(word, "AGS") || source.equals(word, "TAG5") else {
      return nil
    }
    guard let after = punctuation(at, end, in: source) else {
      // Without punctuation only the whole word in capitals: `TAGS SINR, PDIP`.
      guard whole, source.has("TAGS", at: start, end: end), at < end, source.blank(at: at, end: end) > 0 else {
        return nil
      }
      return label(.tags, word, at, end, slip: true, in: source)
    }
    return label(.tags, ByteRange(start, after), after, end, slip: !whole || source[at] != 0x3A, in: source)
  }

  private static func subject(_ start: Int, _ end: Int, in source: Span<UInt8>) -> FieldLabel? {
    var at = start
    while at < end, at - start < 10, source[at].isLetter { at += 1 }
    let word = ByteRange(start, at)
    let whole = source.equals(word, "SUBJECT") || source.equals(word, "SUBJ")
    guard whole || isDamagedSubject(word, in: source) else { return nil }
    if let after = punctuation(at, end, in: source) {
      return label(.subject, ByteRange(start, after), after, end, slip: !whole || source[at] != 0x3A, in: source)
    }
    // Without punctuation only the whole word in capitals.
    guard whole, source[start + 1].isCapital, at >= end || source.blank(at: at, end: end) > 0 else { return nil }
    return label(.subject, word, at, end, slip: true, in: source)
  }

  /// `USBJ`, `XIBJ`, `SUBJCT`, `SUJBECT`: the letters B and J side by side.
  private static func isDamagedSubject(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard (4...9).contains(word.count), word.end < source.count, source[word.end] == 0x3A || source[word.end] == 0x3B
    else { return false }
    for i in word.start..<(word.end - 1) {
      let pair = (source[i].capital, source[i + 1].capital)
      if pair == (0x42, 0x4A) || pair == (0x4A, 0x42) { return true }
    }
    return false
  }

  private static func references(_ start: Int, _ end: Int, in source: Span<UInt8>) -> FieldLabel? {
    var at = start
    while at < end, at - start < 11, source[at].isLetter { at += 1 }
    let word = ByteRange(start, at)
    let short = source.equals(word, "REF") || source.equals(word, "REFS")
    guard
      short || source.equals(word, "REFERENCE") || source.equals(word, "REFERENCES") || source.equals(word, "REFTEL")
        || source.equals(word, "REFTELS")
    else { return nil }
    if let after = punctuation(at, end, in: source) {
      return label(.references, ByteRange(start, after), after, end, slip: source[at] != 0x3A, in: source)
    }
    // Each reference with a label of its own: `REF A: …`.
    let letter = source.skipBlanks(at, end)
    if short, letter > at, letter + 1 < end, source[letter].isCapital, source[letter + 1] == 0x3A {
      return label(.references, word, at, end, slip: false, in: source)
    }
    // Without punctuation only REF in capitals, before a number or a letter in parentheses.
    guard short, source[start + 1].isCapital, at < end, source.blank(at: at, end: end) > 0,
      hasDigit(at, end, in: source)
    else { return nil }
    return label(.references, word, at, end, slip: true, in: source)
  }

  private static func hasDigit(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    for i in at..<min(end, at + 80) where source[i].isDigit { return true }
    return false
  }

  /// `(U) Classified by`, `1. (U) CLASSIFIED BY`, `DERIVED FROM`, `DECLASSIFY ON`, `REASON:`.
  private static func authority(_ start: Int, _ end: Int, in source: Span<UInt8>) -> FieldLabel? {
    var at = source.skipNumberAndMark(start, end)
    let first = at
    let length = source.authorityLabelLength(at, end)
    if length > 0 {
      at += length
      return label(.authority, ByteRange(first, at), at, end, slip: false, in: source)
    }
    guard source.hasAnyCase("REASON", at: at, end: end) else { return nil }
    at += 6
    while at < end, source[at].isLetter || source[at] == 0x28 || source[at] == 0x29 { at += 1 }
    // The word alone may begin a sentence: a colon or the number of the paragraph follows the label.
    let next = source.skipBlanks(at, end)
    guard next < end, at - first <= 9, source[next] == 0x3A || source.has("1.", at: next, end: end) else { return nil }
    return label(.authority, ByteRange(first, at), at, end, slip: false, in: source)
  }

  /// The offset after the punctuation of a label: blanks, then a colon or what a copy makes of it.
  private static func punctuation(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    let next = source.skipBlanks(at, min(end, at + 3))
    guard next < end, source[next].isOne(of: ":", ";", ".", "-", ",", "=") else { return nil }
    var after = next + 1
    while after < end, source[after].isOne(of: ":", ".", "-") { after += 1 }
    return after
  }

  static func label(
    _ kind: Kind, _ range: ByteRange, _ at: Int, _ end: Int, slip: Bool, in source: Span<UInt8>
  ) -> FieldLabel {
    FieldLabel(kind: kind, range: range, value: source.skipBlanks(at, end), slip: slip)
  }
}

extension Span where Element == UInt8 {
  /// The offset after a paragraph number (`1.`, `2)`) and a mark in parentheses, where they stand at `at`.
  func skipNumberAndMark(_ at: Int, _ end: Int) -> Int {
    var i = at
    let number = number(at: i, end: end)
    if number.digits > 0, number.digits <= 2, number.end < end, self[number.end] == 0x2E || self[number.end] == 0x29 {
      i = skipBlanks(number.end + 1, end)
    }
    guard i < end, self[i] == 0x28 else { return i }
    var close = i + 1
    while close < end, close - i < 20, self[close] != 0x29 { close += 1 }
    guard close < end, self[close] == 0x29 else { return at }
    return skipBlanks(close + 1, end)
  }
}
