import MarkingModel

/// Which item of its list one is, by the last part of its number: 3 of `1.3.`, 2 of `(b)`, 4 of `iv)`.
package enum ItemOrdinal {
  /// All that it may be, `(i)` the first and the ninth; none of a bullet. O(number).
  package static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> [Int] {
    var i = at
    if i < end, source[i].isOne(of: "(", "[") { i += 1 }
    var last = ByteRange(i, i)
    while i < end, i - at < 16 {
      let start = i
      if source[i].isDigit {
        while i < end, source[i].isDigit { i += 1 }
      } else if source[i].isLetter {
        while i < end, source[i].isLetter { i += 1 }
      } else if source[i].isOne(of: ".", "-") {
        i += 1
        continue
      } else {
        break
      }
      last = ByteRange(start, i)
    }
    guard !last.isEmpty else { return [] }
    if source[last.start].isDigit {
      let number = source.number(at: last.start, end: last.end)
      return number.digits <= 3 ? [number.value] : []
    }
    let letter = last.count == 1 ? [Int(source[last.start].capital) - 0x40] : []
    return letter + [roman(last, in: source)].compactMap(\.self)
  }

  /// The value of a roman number up to 39.
  private static func roman(_ range: ByteRange, in source: Span<UInt8>) -> Int? {
    var (value, before) = (0, 0)
    for at in (range.start..<range.end).reversed() {
      let digit: Int
      switch source[at].capital {
      case UInt8(ascii: "I"): digit = 1
      case UInt8(ascii: "V"): digit = 5
      case UInt8(ascii: "X"): digit = 10
      default: return nil
      }
      value += digit < before ? -digit : digit
      before = digit
    }
    return value
  }
}
