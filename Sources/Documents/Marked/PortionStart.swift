import MarkingGrammar
import MarkingModel

/// A portion mark in parentheses where a portion begins.
struct PortionStart: Sendable {
  /// Its number among the marks of the document.
  var mark: Int
  /// Where its parenthesis opens.
  var start: Int
  /// Offset after it.
  var end: Int
  /// Whether it is a letter that also numbers a list or abbreviates a word: `(C)`, `(S)`, `(U)`.
  var isLetter: Bool
  /// Whether it has letters of another alphabet and no slashes, so that it is a mark only among others.
  var isForeign = false

  /// Whether parentheses at `at` can hold one: the first letters decide.
  @inline(__always)
  static func mayBegin(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at &+ 2 < end else { return false }
    switch source[at &+ 1] {
    case 0x55, 0x53, 0x43, 0x54, 0x2F, 0x4E, 0x46, 0x4C, 0x4A, 0x52: return true  // U S C T / N F L J R
    case 0x20: return at &+ 3 < end && source[at &+ 2].isCapital
    case 0x75, 0x73, 0x63, 0x74: return source[at &+ 2] == 0x2F || source[at &+ 3 < end ? at &+ 3 : at &+ 2] == 0x2F
    default: return false
    }
  }

  /// Reads the mark whose parenthesis opens at `at`.
  /// - Parameter inMarked: whether the document has a banner, so that `(S/U)` is a mark and no grade.
  static func read(
    _ at: Int, _ end: Int, inMarked: Bool, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    guard mayBegin(at, end, in: source) || inMarked && at + 2 < end && source[at + 1].isCapital else { return nil }
    let limit = Swift.min(end, at + 160)
    var close = at + 1
    while close < limit, source[close] != 0x29, source[close] != 0x28 { close += 1 }
    if close == end { close = closing(at, end, in: source) ?? close }
    guard close < Swift.max(limit, Swift.min(source.count, at + 160)), source[close] == 0x29, close > at + 1 else {
      return nil
    }
    let text = ByteRange(at, close + 1)
    let mark =
      marks.find(text, .portion, in: source)
      ?? marks.add(reading(text, in: source, vocabulary), text, .portion, in: source)
    guard marks[mark].isMarking, inMarked || !marks[mark].needsBanner else { return nil }
    // Cut at a blank it may be a remark in capitals.
    if close > end, !source.breaksMarking(at: end), !marks.isKnownThroughout(mark) { return nil }
    // What follows is text, not more of a word: `(S)corporations`. Glued to a number it is one all the same: `3.(U)Text`,
    // and below a banner before a capital: `(U)The plan`.
    if close + 1 < end, source[close + 1].isLetterOrDigit, !marks[mark].hasSlashes, !isBehindNumber(at, in: source),
      !inMarked || !beginsSentence(close + 1, end, in: source)
    {
      return nil
    }
    return PortionStart(mark: mark, start: at, end: marks[mark].range(at: at).end, isLetter: close == at + 2)
  }

  /// `3.(U)`, `a.(U)`: whether the number or letter of a portion stands directly before it.
  private static func isBehindNumber(_ at: Int, in source: Span<UInt8>) -> Bool {
    guard at > 1, source[at - 1].isOne(of: ".", ")"), source[at - 2].isLetterOrDigit else { return false }
    return source[at - 2].isDigit || at == 2 || !source[at - 3].isLetterOrDigit
  }

  /// `The`, `A`: a capital and nothing but small letters behind it.
  private static func beginsSentence(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let stop = source.wordEnd(at, end)
    return source[at].isCapital && stop < end && (at + 1..<stop).allSatisfy { source[$0].isSmall }
  }

  /// Where the mark is closed that its line does not close: on the next one, behind nothing but parts of a marking.
  private static func closing(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard end > at + 3, source.holdsSlashes(at, end),
      (at + 1..<end).allSatisfy({ source[$0].isOfMarking }), let next = source.lineBelow(end)
    else { return nil }
    var close = next.start
    while close < next.end, close - at < 160, source[close] != 0x29, source[close].isOfMarking { close += 1 }
    return close < next.end && source[close] == 0x29 ? close : nil
  }

  /// What stands in parentheses is judged as what it is seen as.
  static func reading(
    _ text: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> KnownMarks.Reading {
    guard let seen = DisguisedMark.read(text.start, text.end, in: source), seen.range == text else {
      return plainReading(text, in: source, vocabulary)
    }
    let plain = seen.seen.span
    var reading = plainReading(ByteRange(0, plain.count), in: plain, vocabulary)
    if reading.written != nil { reading.written = MarkingParser.parse(source, text, kind: .portion, vocabulary) }
    return reading
  }

  private static func plainReading(
    _ text: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> KnownMarks.Reading {
    let hasSlashes = source.holdsSlashes(text.start, text.end - 1)
    var reading = KnownMarks.Reading(hasSlashes: hasSlashes)
    if !beginsWithLevel(text.start + 1, text.end - 1, in: source) {
      guard
        hasOwner(text.start + 1, text.end - 1, in: source) || isSpelledOut(text.start + 1, text.end - 1, in: source)
          || isControl(text.start + 1, text.end - 1, in: source)
      else { return reading }
      reading.needsBanner = true
    }
    var written = MarkingParser.parse(source, text, kind: .portion, vocabulary)
    written.allowLineEnds(in: source)
    for defect in written.defects {
      if defect.kind == .levelWords { return reading }
      if defect.kind == .secondLevel { reading.needsBanner = true }
      if defect.kind == .letterCase || defect.kind == .slip, !hasSlashes { return reading }
    }
    if written.system == .none {
      // SBU, FOUO and their like stood in the place of a level before CUI.
      guard let first = written.tokens.first, first.state == .known,
        first.category == .nonic || first.category == .dissem
      else { return reading }
    }
    if !hasSlashes, written.tokens.contains(where: { $0.state != .known }) { return reading }
    reading.written = written
    return reading
  }

  /// Whether the first word is one that a portion mark begins with.
  static func beginsWithLevel(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let at = source.skipBlanks(start, end)
    if at + 1 < end, source[at] == 0x2F, source[at + 1] == 0x2F { return true }
    let stop = source.wordEnd(at, end)
    let word = ByteRange(at, stop)
    switch word.count {
    case 1: return source[at].capital.isOne(of: "U", "S", "C", "R") && (source[at] != 0x52 || stop < end)
    case 2:
      return source.equals(word, "TS") || source.equals(word, "NS") || source.equals(word, "NC")
        || source.equals(word, "NR") || source.equals(word, "NU")
    case 3:
      return source.equals(word, "CUI") || source.equals(word, "SBU") || source.equals(word, "CTS")
        || source.equals(word, "LOU")
    case 4: return source.equals(word, "FOUO")
    case 5: return source.equals(word, "JOINT")
    case 10: return source.equals(word, "CONTROLLED") && (stop == end || source[stop] == 0x2F)
    default: return false
    }
  }

  /// `(SECRET//NF)`, `(Secret//NF)`: a level that is not abbreviated.
  private static func isSpelledOut(_ start: Int, _ close: Int, in source: Span<UInt8>) -> Bool {
    for word in ["TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED"]
    where source.hasAnyCase(word, at: start, end: close) {
      let end = start + word.utf8.count
      // In small letters it may be a word: `(Secret)`.
      let isMark = source.has(word, at: start, end: close)
      return end == close ? isMark : source[end] == 0x2F && (isMark || end + 1 < close && source[end + 1] == 0x2F)
    }
    return false
  }

  /// `(LES)`: a control of unclassified text that stands where a level should.
  private static func isControl(_ start: Int, _ close: Int, in source: Span<UInt8>) -> Bool {
    ["LES", "SSI", "LIMDIS", "PROPIN"].contains { source.equals(ByteRange(start, close), $0) }
  }

  /// `(GBR S//NF)`: a level behind the code of its owner, whose slashes are missing; `(GBR-S)`, as 32 CFR 2001.24(c) has it.
  private static func hasOwner(_ start: Int, _ close: Int, in source: Span<UInt8>) -> Bool {
    let code = source.wordEnd(start, close)
    guard (3...4).contains(code - start), code + 1 < close, source[code] == 0x20 || source[code] == 0x2D
    else { return false }
    let level = source.wordEnd(code + 1, close)
    return (1...2).contains(level - code - 1) && (level == close || source[level] == 0x2F)
      && beginsWithLevel(code + 1, close, in: source)
  }
}
