import MarkingModel

/// The number of an item, by its parts: `1.`, `1.2.3`, `1.a.`, `1a.`, `A.1.`, `1-1.`, `IV.`.
struct ItemNumber: Sendable {
  /// How deep the item hangs, as `ItemPrefix` counts.
  var depth: Int
  /// Offset after it.
  var end: Int
  /// Whether it is no end of a sentence either, whose line was broken before it: `…in Annex` and `A.1. The…` below it.
  var isSure: Bool

  /// The number at `at`; nil where none stands there. A word is none, and no letter alone either.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ItemNumber? {
    // `ii.` hangs where `i.` does, which may be a letter.
    if let stop = roman(at, end, in: source) {
      return ItemNumber(depth: source[at].isSmall ? 2 : 0, end: stop, isSure: false)
    }
    var groups = 0
    var (digits, hasLetters, hasDashes) = (0, false, false)
    var isClosed = false
    var (k, stop) = (at, at)
    while k < end {
      let first = k
      while k < end, source[k].isDigit { k += 1 }
      guard k - first <= 3 else { break }
      let hasDigits = k > first
      if isLetterGroup(k, end, in: source), !hasDigits || source[k].isSmall {
        hasLetters = true
        groups += hasDigits ? 1 : 0
        k += 1
      }
      guard k > first else { break }
      digits += hasDigits ? 1 : 0
      groups += 1
      stop = k
      guard k < end else { break }
      if source[k] == 0x2E || source[k] == 0x29 {
        isClosed = true
        k += 1
        stop = k
      } else if source[k] == 0x2D, k + 1 < end, source[k + 1].isDigit {
        hasDashes = true
        k += 1
      } else {
        break
      }
    }
    guard digits > 0, isClosed, source[stop - 1] == 0x2E || source[stop - 1] == 0x29 || !hasDashes && !hasLetters else {
      return nil
    }
    if !hasLetters { return ItemNumber(depth: 1, end: stop, isSure: !hasDashes) }
    return ItemNumber(depth: min((source[at].isDigit ? 0 : 1) + groups, 4), end: stop, isSure: false)
  }

  /// Whether one letter stands at a byte that a point, a dash or a parenthesis follows.
  private static func isLetterGroup(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at + 1 < end && source[at].isLetter && source[at + 1].isOne(of: ".", ")", "-")
  }

  /// Where a roman numeral of two digits or more ends, with its point or parenthesis.
  private static func roman(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var k = at
    while k < end, k - at < 6, source[k].capital.isOne(of: "I", "V", "X"), source[k].isSmall == source[at].isSmall {
      k += 1
    }
    guard k - at > 1, k < end, source[k] == 0x2E || source[k] == 0x29 else { return nil }
    return k + 1
  }
}
