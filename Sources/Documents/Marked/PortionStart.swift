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
      ?? marks.add(read(text, in: source, vocabulary), text, .portion, in: source)
    guard marks[mark].isMarking, inMarked || !marks[mark].needsBanner else { return nil }
    // What follows is text, not more of a word: `(S)corporations`. Glued to a number it is one all the same: `3.(U)Text`.
    if close + 1 < end, source[close + 1].isLetterOrDigit, !marks[mark].hasSlashes, !isBehindNumber(at, in: source) {
      return nil
    }
    return PortionStart(mark: mark, start: at, end: marks[mark].range(at: at).end, isLetter: close == at + 2)
  }

  /// `3.(U)`, `a.(U)`: whether the number or letter of a portion stands directly before it.
  private static func isBehindNumber(_ at: Int, in source: Span<UInt8>) -> Bool {
    guard at > 1, source[at - 1].isOne(of: ".", ")"), source[at - 2].isLetterOrDigit else { return false }
    return source[at - 2].isDigit || at == 2 || !source[at - 3].isLetterOrDigit
  }

  /// Where the mark is closed that its line does not close: on the next one, behind nothing but parts of a marking.
  private static func closing(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard end > at + 3, source.breaksMarking(at: end), source.holdsSlashes(at, end),
      (at + 1..<end).allSatisfy({ source[$0].isOfMarking }), let next = source.lineBelow(end)
    else { return nil }
    var close = next.start
    while close < next.end, close - at < 160, source[close] != 0x29, source[close].isOfMarking { close += 1 }
    return close < next.end && source[close] == 0x29 ? close : nil
  }

  private static func read(
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

  /// A mark in other brackets or in small letters: `[S//NF]`, `{U}`, `(u)`. Without slashes it is one only where text
  /// follows it.
  /// - Parameter amongMarks: whether other portions have marks, so that a single level is one.
  static func damaged(
    _ at: Int, _ end: Int, amongMarks: Bool, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    let closing: UInt8
    switch source[at] {
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    case 0x7B: closing = 0x7D
    default: return nil
    }
    var close = at + 1
    while close < end, close - at < 80, source[close] != closing { close += 1 }
    guard close < end, source[close] == closing, close > at + 1 else { return nil }
    let hasSlashes = source.holdsSlashes(at, close)
    guard hasSlashes ? beginsWithLevel(at + 1, close, in: source) : amongMarks && isLevel(at + 1, close, in: source)
    else { return nil }
    guard hasSlashes || close + 2 < end && source[close + 1] == 0x20 else { return nil }
    let text = ByteRange(at, close + 1)
    return damaged(text, hasSlashes: hasSlashes, isLetter: close == at + 2, &marks, in: source, vocabulary)
  }

  /// A mark whose parenthesis is not closed: `(S//NF The plan`. Its first word has the slashes.
  static func unclosed(
    _ at: Int, _ end: Int, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    var stop = at + 1
    while stop < end, source[stop] > 0x20, source[stop] != 0x29, stop - at < 60 { stop += 1 }
    guard stop < end, source[stop] == 0x20, source.holdsSlashes(at, stop), beginsWithLevel(at + 1, stop, in: source)
    else { return nil }
    return damaged(ByteRange(at, stop), hasSlashes: true, &marks, in: source, vocabulary)
  }

  /// Whether a range is the letters of a level, small or capital.
  private static func isLevel(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    switch end - start {
    case 1: source[start].capital.isOne(of: "U", "S", "C")
    case 2: source.hasAnyCase("TS", at: start, end: end)
    default: false
    }
  }

  /// A mark that has lost its parentheses: `S//NF The plan`. Its first word has the slashes.
  static func bare(
    _ at: Int, _ end: Int, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    guard source[at].isCapital else { return nil }
    var stop = at
    while stop < end, source[stop] > 0x20, stop - at < 60 { stop += 1 }
    guard stop < end, source.holdsSlashes(at, stop), beginsWithLevel(at, stop, in: source) else { return nil }
    // `TS//NF: The plan`.
    if source[stop - 1] == 0x3A { stop -= 1 } else { stop = releaseEnd(at, stop, end, in: source) ?? stop }
    // No other text of a portion begins without a parenthesis.
    return damaged(ByteRange(at, stop), hasSlashes: true, &marks, in: source, vocabulary)
  }

  /// Where the countries end that `S//REL` goes on with: `TO USA, GBR`. Nil where it does not.
  private static func releaseEnd(_ at: Int, _ stop: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source.has("REL", at: stop - 3, end: stop), source.has(" TO ", at: stop, end: end) else { return nil }
    var next = stop + 4
    while next < end, next - at < 160 {
      let word = next
      while next < end, source[next].isCapital || source[next] == 0x2F { next += 1 }
      guard next - word > 2 else { return nil }
      guard next < end, source[next] == 0x2C else { return next }
      next = source.skipBlanks(next + 1, end)
    }
    return nil
  }

  /// A start with a mark that is not written as one.
  private static func damaged(
    _ text: ByteRange, hasSlashes: Bool, isLetter: Bool = false, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    let mark =
      marks.find(text, .portion, in: source)
      ?? marks.add(readKnown(text, hasSlashes: hasSlashes, in: source, vocabulary), text, .portion, in: source)
    guard marks[mark].isMarking else { return nil }
    return PortionStart(mark: mark, start: text.start, end: marks[mark].range(at: text.start).end, isLetter: isLetter)
  }

  /// A mark that is damaged has no token that is unknown.
  private static func readKnown(
    _ text: ByteRange, hasSlashes: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> KnownMarks.Reading {
    var reading = KnownMarks.Reading(hasSlashes: hasSlashes)
    let written = MarkingParser.parse(source, text, kind: .portion, vocabulary)
    if !written.tokens.contains(where: { $0.state != .known }) { reading.written = written }
    return reading
  }

  /// Whether the first word is one that a portion mark begins with.
  private static func beginsWithLevel(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
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
