import MarkingGrammar

/// The number and letters of a reason: `1.4 (b) and (d)`, `1.5(B,D)`, `1.4 B/D`.
struct ReasonText: Sendable {
  /// What it takes of the text.
  var range: Range<Int>
  /// "1.4" or "1.5" as read; empty where no number stands.
  var paragraph = ""
  /// Where the number begins.
  var number: Int?
  /// Offsets of its letters.
  var letters: [Int] = []
  var isControl = false

  /// Whether the number of a paragraph of reasons (1.3 to 1.6) stands at `at`.
  static func isNumber(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at + 2 < text.count, text[at] == 0x31, text[at + 1] == 0x2E, (0x33...0x36).contains(text[at + 2]) else {
      return false
    }
    return at + 3 == text.count || !text[at + 3].isDigit
  }

  /// Reads a reason that begins with its label at the start of `range`.
  static func read(_ text: Span<UInt8>, _ range: Range<Int>, _ vocabulary: borrowing Vocabulary) -> ReasonText {
    var at = range.lowerBound
    while at < range.upperBound, !isNumber(text, at) { at += 1 }
    guard at < range.upperBound else { return withoutNumber(text, range, vocabulary) }
    var reason = ReasonText(range: range.lowerBound..<(at + 3))
    reason.number = at
    for i in at..<(at + 3) { reason.paragraph.unicodeScalars.append(Unicode.Scalar(text[i])) }
    reason.takeLetters(text, from: at + 3, to: range.upperBound)
    return reason
  }

  private static func withoutNumber(
    _ text: Span<UInt8>, _ range: Range<Int>, _ vocabulary: borrowing Vocabulary
  ) -> ReasonText {
    var at = range.lowerBound
    while at < range.upperBound, text[at].isLetter { at += 1 }
    at = text.skipPunctuation(at, range.upperBound)
    if text.has("(S)", at: at, end: range.upperBound) { at = text.skipPunctuation(at + 3, range.upperBound) }
    var reason = ReasonText(range: range.lowerBound..<max(at, range.lowerBound + 1))
    reason.takeLetters(text, from: at, to: range.upperBound)
    if reason.letters.isEmpty, let control = vocabulary.levels.longest(in: text, at: at, end: range.upperBound),
      control.word.control != .none
    {
      reason.isControl = true
      reason.range = range.lowerBound..<control.end
    }
    return reason
  }

  /// Takes single letters with what may stand between them: parentheses, commas, slashes, AND, OR, the number again.
  private mutating func takeLetters(_ text: Span<UInt8>, from: Int, to: Int) {
    var at = from
    var depth = 0
    while at < to {
      let byte = text[at]
      if byte.isLetter {
        let end = text.wordEnd(at, to)
        if end - at == 1 || depth > 0 && end - at <= 4 && isOfLetters(text, at, end) {
          for i in at..<end { letters.append(i) }
          range = range.lowerBound..<end
        } else if !isJoiner(text, at, end) {
          return
        }
        at = end
        continue
      }
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        depth = max(0, depth - 1)
        if !letters.isEmpty { range = range.lowerBound..<(at + 1) }
      case 0x20, 0x2C, 0x2F, 0x26, 0x2D, 0x3A, 0x3B: break
      case 0x2E:
        // A point ends the reason, but not directly before the letters: 1.4.(b).
        guard letters.isEmpty else { return }
      case 0x31 where Self.isNumber(text, at): at += 2
      default: return
      }
      at += 1
    }
  }

  private func isOfLetters(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    for i in from..<to where text[i].capital > 0x48 { return false }
    return true
  }

  /// Words between the number and the letters: joining ones, and those for a part of a section (`subparas`,
  /// `subsections`, `paragraph`).
  private func isJoiner(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    var start = from
    if text.hasAnyCase("SUB", at: from, end: to) {
      guard to - from > 3 else { return true }
      start += 3
    }
    var end = to
    if end - start > 3, text[end - 1].capital == 0x53 { end -= 1 }
    for word in [
      "AND", "OR", "THROUGH", "PARAGRAPH", "PARA", "SECTION", "SEC", "CLAUSE", "ITEM", "LETTER", "PART", "POINT",
    ]
    where end - start == word.utf8.count && text.hasAnyCase(word, at: start, end: end) {
      return true
    }
    return text.hasAnyCase("CATEGOR", at: start, end: to) && to - start <= 10
  }
}
