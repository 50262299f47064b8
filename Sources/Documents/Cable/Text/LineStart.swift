import MarkingGrammar
import MarkingModel

/// What a line of the text begins with: a number, a letter or a bullet, and a portion mark.
struct LineStart: Sendable {
  /// The document's day, which says what marks there were.
  private let day: Int?
  /// The number of a paragraph.
  struct Number: Sendable {
    var value: Int
    var digits: Int
    /// With its punctuation.
    var range: ByteRange
    /// What closes it: a point, a parenthesis; 0 where nothing does.
    var sign: UInt8
  }

  /// A link or sign that stands for a pilcrow.
  var pilcrow: ByteRange?
  var number: Number?
  /// The letter or number of a sub-paragraph; empty for a bullet; nil where none stands there.
  var label: ByteRange?
  /// The number of the paragraph that the number of a sub-paragraph names: 2 of `2.1`.
  var parent: Int?
  /// A mark before the number or, where there is no number, at the start of the line.
  var markBefore: PortionMark?
  /// A mark after the number, letter or bullet.
  var mark: PortionMark?
  /// Whether a blank stands between the number and the mark.
  var isSpaced = true
  /// Where the text begins.
  var text: Int

  /// What a line begins with, `start` its first byte that is no blank.
  init(on day: Int?, at start: Int) {
    self.day = day
    text = start
  }

  /// Its mark, behind the number or before it, where that is a legal one.
  var legalMark: PortionMark? { mark?.isLegal == true ? mark : markBefore?.isLegal == true ? markBefore : nil }

  /// Where the paragraph begins: at its number or at the mark before it.
  var range: ByteRange {
    let first = markBefore?.range ?? number?.range ?? label ?? mark?.range ?? ByteRange(text, text)
    let last = mark?.range ?? number?.range ?? label ?? markBefore?.range ?? first
    return ByteRange(first.start, max(first.end, last.end))
  }
}

extension LineStart {
  /// Whether a line can begin with a number, letter, bullet or mark: one that begins with a word cannot. A small `o` with
  /// a blank behind it is a bullet that has lost its shape.
  @inline(__always)
  static func mayBegin(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard source[start].isLetter else { return true }
    guard start + 1 < end, source[start + 1] <= 0x2F else { return false }
    return isLabelEnd(source[start + 1]) || source[start] == 0x6F && source[start + 1] <= 0x20
  }

  /// Whether a byte ends the letter or number of a sub-paragraph: `a.`, `a)`, `a/`.
  @inline(__always)
  private static func isLabelEnd(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x29 || byte == 0x2F }

  /// Reads it; false, and what was read counts for nothing, where the line begins with a word.
  @inline(__always)
  mutating func read(_ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    if let after = source.pilcrowEnd(text, end) {
      pilcrow = ByteRange(text, after)
      text = source.skipBlanks(after, end)
    }
    let at = text
    guard at < end else { return false }
    switch source[at] {
    case 0x30...0x39:
      return takeNumber(at, end, in: source, vocabulary)
    case 0x28, 0xEF:
      return takeParenthesis(at, end, in: source, vocabulary)
    case 0x2D, 0x2A, 0xC2, 0xE2:
      return takeBullet(at, end, in: source, vocabulary)
    default:
      guard source[at].isLetter, at + 1 < end else { return pilcrow != nil }
      if Self.isLabelEnd(source[at + 1]) {
        return takeMark(behind: ByteRange(at, at + 1), at + 2, end, in: source, vocabulary)
      }
      guard source[at] == 0x6F, source[at + 1] <= 0x20 else { return pilcrow != nil }
      return takeMark(behind: ByteRange(at, at), at + 1, end, in: source, vocabulary)
    }
  }

  /// `1.`, `2)`, `3 (SBU)`; no decimal number, no more than three digits.
  private mutating func takeNumber(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let read = source.number(at: at, end: end)
    guard read.digits <= 3 else { return false }
    if read.end < end, source[read.end].isLetter { return takeParts(at, end, in: source, vocabulary) }
    let next = source.blank(at: read.end, end: end) > 0 ? read.end + 1 : read.end
    var number = Number(value: read.value, digits: read.digits, range: ByteRange(at, read.end), sign: 0)
    var after = read.end
    if next < end, source[next] == 0x2E || source[next] == 0x29 {
      number.sign = source[next]
      number.range.end = next + 1
      after = next + 1
      if after < end, source[after].isDigit { return takeParts(at, end, in: source, vocabulary) }
      if after < end, source[after].isLetter, takeParts(at, end, in: source, vocabulary) { return true }
    }
    let first = source.skipBlanks(after, end)
    mark = markAt(first, end, in: source, vocabulary)
    if let mark {
      isSpaced = first > after
      text = source.skipBlanks(mark.range.end, end)
    } else {
      text = first
    }
    // Without a point only a legal mark makes a paragraph number of it.
    guard number.sign != 0 || mark?.isLegal == true else { return false }
    self.number = number
    return true
  }

  /// The number of a sub-paragraph that has several parts or a letter: `2.1`, `2.1.3.`, `2a.`, `2.a)`. A legal mark in
  /// capitals must stand behind it: amounts and the reasons of a classification, 1.4 (c), look the same.
  private mutating func takeParts(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let number = source.number(at: at, end: end)
    var i = number.end
    while i + 1 < end, i - at < 12, source[i] == 0x2E, source[i + 1].isDigit {
      i = source.number(at: i + 1, end: end).end
    }
    parent = i > number.end ? number.value : nil
    let letter = i < end && source[i] == 0x2E ? i + 1 : i
    if letter + 1 < end, source[letter].isLetter, !source[letter + 1].isLetterOrDigit {
      i = letter + 1
    } else if parent == nil {
      return false
    }
    let label = ByteRange(at, i)
    if i < end, Self.isLabelEnd(source[i]) { i += 1 }
    guard takeMark(behind: label, i, end, in: source, vocabulary), let mark else { return false }
    return mark.isLegal && mark.isInCapitals(in: source)
  }

  /// The mark at an offset. A letter with small ones glued to it is a part of a word: `(S)he`, `(C)ompanies`. Behind a number
  /// or a letter one may stand in brackets.
  @inline(__always)
  private func markAt(
    _ at: Int, _ end: Int, isBehindLabel: Bool = true, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionMark? {
    guard let mark = vocabulary.marks.mark(in: source, at: at, end: end, on: day) else {
      return DisguisedMark.portionMark(at, end, brackets: isBehindLabel, on: day, in: source, vocabulary)
    }
    let next = mark.range.end
    return next < end && source[next].isSmall && mark.range.count == 3 ? nil : mark
  }

  /// Whether a mark without a number is a pronoun or a sign of copyright: `(S)HE WHO SELLS`, `(C) 2009 Acme`,
  /// `(C) Copyright`.
  private static func isWord(_ mark: PortionMark, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard mark.range.count == 3, mark.range.end < end else { return false }
    if mark.level == .secret { return source.hasWordAnyCase("HE", at: mark.range.end, end: end) }
    guard mark.level == .confidential else { return false }
    let at = source.skipBlanks(mark.range.end, end)
    if source.hasWordAnyCase("COPYRIGHT", at: at, end: end) { return true }
    let year = source.number(at: at, end: end)
    guard year.digits == 4, year.value / 100 == 19 || year.value / 100 == 20 else { return false }
    // The holder follows the year; a sentence would go on with a small letter.
    let next = source.skipBlanks(year.end, end)
    return next >= end || source[next].isCapital || source[next].isOne(of: ",", "-")
      || source.hasWordAnyCase("BY", at: next, end: end)
  }

  /// A mark, with a number or nothing behind it; or the letter or number of a sub-paragraph in parentheses.
  private mutating func takeParenthesis(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let mark = markAt(at, end, isBehindLabel: false, in: source, vocabulary)
    if let mark, mark.isLegal, !Self.isWord(mark, end, in: source) {
      let next = source.skipBlanks(mark.range.end, end)
      markBefore = mark
      if let after = next < end ? source.pilcrowEnd(next, end) : nil {
        let digit = source.skipBlanks(after, end)
        if digit < end, source[digit].isDigit, takeNumber(digit, end, in: source, vocabulary) {
          pilcrow = ByteRange(next, after)
          return true
        }
      } else if next < end, source[next].isDigit, takeNumber(next, end, in: source, vocabulary) {
        return true
      }
      text = next
      return true
    }
    if takeLabel(at + 1, end, in: source, vocabulary) { return true }
    guard let mark, !mark.isLegal else { return false }
    markBefore = mark
    text = source.skipBlanks(mark.range.end, end)
    return true
  }

  /// `-`, `--`, `*` or a round bullet, and a mark behind it or behind the letter of a sub-paragraph.
  private mutating func takeBullet(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var i = at
    while i < end, i - at < 8, source[i].isOne(of: "-", "*") || source[i] >= 0x80 { i += 1 }
    if takeMark(behind: ByteRange(at, at), i, end, in: source, vocabulary) { return true }
    // `-- a. (C)`, `- (1) (C)`
    let first = source.skipBlanks(i, end)
    guard first < end else { return false }
    return takeLabel(source[first] == 0x28 ? first + 1 : first, end, in: source, vocabulary)
  }

  /// A letter or number of at most three signs, what closes it, and the mark behind: `(1) (C)`, `a. (C)`.
  private mutating func takeLabel(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var close = at
    while close < end, close - at < 3, source[close].isLetterOrDigit { close += 1 }
    guard close > at, close < end, Self.isLabelEnd(source[close]) else { return false }
    return takeMark(behind: ByteRange(at, close), close + 1, end, in: source, vocabulary)
  }

  private mutating func takeMark(
    behind label: ByteRange, _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let first = source.skipBlanks(at, end)
    guard let mark = markAt(first, end, in: source, vocabulary),
      mark.standing != .doubtful || label.isEmpty && mark.isOneCapital(in: source)
    else { return false }
    self.label = label
    self.mark = mark
    text = source.skipBlanks(mark.range.end, end)
    return true
  }
}

extension PortionMark {
  /// Whether it is one capital letter: `(X)`.
  func isOneCapital(in source: Span<UInt8>) -> Bool { range.count == 3 && source[range.start + 1].isCapital }

  /// Whether no small letter stands in it.
  func isInCapitals(in source: Span<UInt8>) -> Bool { !(range.start..<range.end).contains { source[$0].isSmall } }
}
