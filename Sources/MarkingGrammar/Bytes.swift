// What this target asks of bytes. A blank is an ASCII space, any control character, one of Unicode's (Zs) or the no-break
// space of Latin-1. The readers have helpers of their own: these are called in their loops and are not inlined across
// targets.
extension UInt8 {
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isSmall: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetterOrDigit: Bool { isLetter || isDigit }
  /// The capital of a small ASCII letter; every other byte as it is.
  @inline(__always) var capital: UInt8 { isSmall ? self - 0x20 : self }
}

extension Span where Element == UInt8 {
  /// The bytes of the blank at `at`; 0 where none stands there.
  @inline(__always)
  func blank(at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    if self[at] <= 0x20 || self[at] == 0x7F { return 1 }
    return self[at] < 0x80 ? 0 : wideBlank(at: at, end: end)
  }

  /// The bytes of the blank at `at` that is no ASCII: those of Unicode (Zs), and the no-break space of Latin-1 where it is no
  /// part of a character.
  package func wideBlank(at: Int, end: Int) -> Int {
    if self[at] == 0xA0 { return isStray(at) ? 1 : 0 }
    guard self[at] >= 0xC2 else { return 0 }
    let (value, width) = scalar(at: at, end: end)
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return width
    default: return 0
    }
  }

  /// Whether a byte that could go on with a character belongs to none.
  private func isStray(_ at: Int) -> Bool {
    var first = at - 1
    while first >= 0, at - first < 4, self[first] & 0xC0 == 0x80 { first -= 1 }
    guard first >= 0, self[first] >= 0xC2 else { return true }
    return first + scalar(at: first, end: count).width <= at
  }

  /// The first offset from `at` on where no blank stands, after `limit` blanks at most.
  @inline(__always)
  func skipBlanks(_ at: Int, _ end: Int, limit: Int = .max) -> Int {
    var i = at
    var left = limit
    while left > 0 {
      let width = blank(at: i, end: end)
      if width == 0 { break }
      i += width
      left -= 1
    }
    return i
  }

  /// Whether a small letter stands in a range.
  func hasSmall(_ from: Int, _ to: Int) -> Bool {
    var i = from
    while i < to, !self[i].isSmall { i += 1 }
    return i < to
  }

  /// The offset behind the dash at `at`, an en dash or a longer one in UTF-8 or Windows-1252; nil where none stands there.
  func dashEnd(_ at: Int, _ end: Int) -> Int? {
    if self[at] &- 0x96 < 2 { return at + 1 }
    guard at + 3 <= end, self[at] == 0xE2, self[at + 1] == 0x80, self[at + 2] &- 0x93 < 3 else { return nil }
    return at + 3
  }

  /// The words of a range in capitals, one blank between two.
  func words(_ from: Int, _ to: Int) -> String {
    var bytes: [UInt8] = []
    var i = skipBlanks(from, to)
    while i < to {
      let next = skipBlanks(i, to)
      if next > i {
        if next < to { bytes.append(0x20) }
        i = next
        continue
      }
      bytes.append(self[i].capital)
      i += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The offset after the last byte of `from..<to` that is no blank.
  func trimEnd(_ from: Int, _ to: Int) -> Int {
    var i = to
    while i > from, self[i - 1] <= 0x20 || self[i - 1] == 0x7F { i -= 1 }
    return i
  }

  /// Whether a range is `word` (capitals) with one slip of the hand: a letter wrong, two letters in the wrong order, or
  /// one letter too many.
  func isSlip(of word: String, _ from: Int, _ to: Int) -> Bool { isSlip(of: Array(word.utf8), from, to) }

  /// The same for the letters of a word in capitals.
  func isSlip(of letters: [UInt8], _ from: Int, _ to: Int) -> Bool {
    let count = to - from
    if count == letters.count {
      let wrong = letters.indices.filter { self[from + $0].capital != letters[$0] }
      if wrong.count == 1 { return true }
      guard wrong.count == 2, wrong[1] == wrong[0] + 1 else { return false }
      return self[from + wrong[0]].capital == letters[wrong[1]] && self[from + wrong[1]].capital == letters[wrong[0]]
    }
    guard count == letters.count + 1 else { return false }
    return (0..<count).contains { skipped in
      letters.indices.allSatisfy { self[from + ($0 < skipped ? $0 : $0 + 1)].capital == letters[$0] }
    }
  }

  /// Whether a range is `word` (capitals) with one letter left out.
  func lacksLetter(of word: String, _ from: Int, _ to: Int) -> Bool {
    let letters = Array(word.utf8)
    guard to - from == letters.count - 1 else { return false }
    return letters.indices.contains { skipped in
      (0..<to - from).allSatisfy { self[from + $0].capital == letters[$0 < skipped ? $0 : $0 + 1] }
    }
  }
}
