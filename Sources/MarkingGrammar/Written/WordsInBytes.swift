import MarkingModel

extension UInt8 {
  func isOne(of bytes: UInt8...) -> Bool { bytes.contains(self) }
}

extension Span where Element == UInt8 {
  /// Whether a range is `word`, capital and small letters the same.
  func holds(_ word: String, _ range: ByteRange) -> Bool {
    guard word.utf8.count == range.count else { return false }
    var i = range.start
    for letter in word.utf8 {
      if self[i] != letter.capital { return false }
      i += 1
    }
    return true
  }

  /// Whether `word` stands at `at`, whatever follows.
  func has(_ word: StaticString, _ at: Int, _ end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - at >= count else { return false }
    return word.withUTF8Buffer { letters in
      for k in 0..<count where unsafe letters[k] != self[at + k] { return false }
      return true
    }
  }

  func hasUnderscore(_ range: ByteRange) -> Bool {
    for i in range.start..<range.end where self[i] == 0x5F { return true }
    return false
  }

  /// The number that a whole range is.
  func number(_ range: ByteRange) -> Int? {
    guard !range.isEmpty, range.count <= 15 else { return nil }
    var value = 0
    for i in range.start..<range.end {
      guard self[i].isDigit else { return nil }
      value = value * 10 + Int(self[i] - 0x30)
    }
    return value
  }

  /// The first hyphen of a range, or what is written for one; its end where it has none.
  func dash(from: Int, to: Int) -> Int {
    var i = from
    while i < to, self[i] != 0x2D, self[i] != 0x5F { i += 1 }
    return i
  }
}
