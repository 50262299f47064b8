internal import MarkingGrammar
package import MarkingModel

// What readers ask of the bytes of a line. Every function takes the end of the line, so that none runs into the next.
extension Span where Element == UInt8 {
  /// Whether a blank stands at `at`: its length in bytes, 0 where none does. Blanks are the space, the tab, the form
  /// feed and other control characters but line ends, the blanks of Unicode (Zs), and the no-break space of Latin-1.
  @inline(__always)
  package func blank(at: Int, end: Int) -> Int {
    guard at < end else { return 0 }
    let byte = self[at]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    return byte < 0x80 ? 0 : wideBlank(at: at, end: end)
  }

  /// The first offset at or after `at` where no blank stands; `end` where only blanks follow.
  @inline(__always)
  package func skipBlanks(_ at: Int, _ end: Int) -> Int {
    var i = at
    if i < end, self[i] &- 0x21 < 0x5E { return i }
    while true {
      let width = blank(at: i, end: end)
      if width == 0 { return i }
      i += width
    }
  }

  /// The offset after the last byte of `at..<end` that is no blank.
  @inline(__always)
  package func trimmedEnd(_ at: Int, _ end: Int) -> Int {
    // Most lines end with a printable character.
    end > at && self[end &- 1] &- 0x21 < 0x5E ? end : endWithoutBlanks(at, end)
  }

  private func endWithoutBlanks(_ at: Int, _ end: Int) -> Int {
    var i = end
    while i > at {
      if self[i - 1] <= 0x20 || self[i - 1] == 0x7F {
        i -= 1
      } else if self[i - 1] >= 0x80, case let width = wideBlank(endingAt: i, from: at), width > 0 {
        i -= width
      } else {
        break
      }
    }
    return i
  }

  /// The length of the blank that is no ASCII and ends before `end`.
  private func wideBlank(endingAt end: Int, from start: Int) -> Int {
    for width in 1...3 where end - width >= start && wideBlank(at: end - width, end: end) == width { return width }
    return 0
  }

  /// The range without blanks at its ends.
  package func trimmed(_ range: ByteRange) -> ByteRange {
    let start = skipBlanks(range.start, range.end)
    return ByteRange(start, trimmedEnd(start, range.end))
  }

  /// Whether `word` (ASCII) stands at `at`, letter for letter.
  @inline(__always)
  package func has(_ word: String, at: Int, end: Int) -> Bool {
    let letters = word.utf8
    guard end - at >= letters.count else { return false }
    var i = at
    for letter in letters {
      if self[i] != letter { return false }
      i += 1
    }
    return true
  }

  /// The same, capital or small: `word` is given in capitals.
  @inline(__always)
  package func hasAnyCase(_ word: String, at: Int, end: Int) -> Bool {
    let letters = word.utf8
    guard end - at >= letters.count else { return false }
    var i = at
    for letter in letters {
      if self[i].capital != letter { return false }
      i += 1
    }
    return true
  }

  /// Whether `word` stands at `at` as a whole word: no letter or digit follows it.
  @inline(__always)
  package func hasWord(_ word: String, at: Int, end: Int) -> Bool {
    guard has(word, at: at, end: end) else { return false }
    let after = at + word.utf8.count
    return after >= end || !self[after].isLetterOrDigit
  }

  /// The same, capital or small: `word` is given in capitals.
  @inline(__always)
  package func hasWordAnyCase(_ word: String, at: Int, end: Int) -> Bool {
    guard hasAnyCase(word, at: at, end: end) else { return false }
    let after = at + word.utf8.count
    return after >= end || !self[after].isLetterOrDigit
  }

  /// The number whose digits begin at `at`, how many there are, and the offset after them. More than 15 digits are
  /// counted but no longer added up.
  @inline(__always)
  package func number(at: Int, end: Int) -> (value: Int, digits: Int, end: Int) {
    var i = at
    var value = 0
    while i < end, self[i].isDigit {
      if i - at < 15 { value = value * 10 + Int(self[i] - 0x30) }
      i += 1
    }
    return (value, i - at, i)
  }

  /// The offset after the run of letters and digits that begins at `at`.
  @inline(__always)
  package func wordEnd(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i].isLetterOrDigit { i += 1 }
    return i
  }
}

extension UInt8 {
  @inline(__always) package var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) package var isCapital: Bool { self &- 0x41 < 26 }
  @inline(__always) package var isSmall: Bool { self &- 0x61 < 26 }
  @inline(__always) package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) package var isLetterOrDigit: Bool { isLetter || isDigit }
  /// The value of a hexadecimal digit; nil for anything else.
  var hexadecimalDigit: UInt8? {
    if isDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }
  /// An ASCII character as text.
  package var asText: String { String(Unicode.Scalar(self)) }
  /// The capital of an ASCII letter; every other byte is itself.
  @inline(__always) package var capital: UInt8 { isSmall ? self - 0x20 : self }
}

// One of a few ASCII characters: the compiler makes one test of the bits of a number of it.
extension UInt8 {
  @inline(__always)
  private func holds(_ scalar: Unicode.Scalar) -> Bool { self == UInt8(truncatingIfNeeded: scalar.value) }

  @inline(__always)
  package func isOne(of a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { holds(a) || holds(b) }

  @inline(__always)
  package func isOne(of a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> Bool {
    isOne(of: a, b) || holds(c)
  }

  @inline(__always)
  package func isOne(
    of a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar
  ) -> Bool { isOne(of: a, b) || isOne(of: c, d) }

  @inline(__always)
  package func isOne(
    of a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar, _ e: Unicode.Scalar
  ) -> Bool { isOne(of: a, b, c) || isOne(of: d, e) }

  @inline(__always)
  package func isOne(
    of a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar, _ e: Unicode.Scalar,
    _ f: Unicode.Scalar
  ) -> Bool { isOne(of: a, b, c) || isOne(of: d, e, f) }
}
