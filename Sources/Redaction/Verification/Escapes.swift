import Documents
import MarkingModel

/// Characters that are written by their numbers, as programs, style sheets and dumps write them.
enum Escapes {
  /// The text with its escapes undone: `\x49`, `\u0049`, `\u{49}`, `\U00000049` and `%u0049`; a number alone is one of
  /// base 8 in the first, `\111`, and one of base 16 in the second, `\49 `. None where there are no strokes. O(bytes).
  static func undone(_ bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.contains(where: { $0 == stroke || $0 == percent }) else { return [] }
    var texts: [[UInt8]] = []
    for isOfStyle in [false, true] {
      if let text = undone(bytes, isOfStyle: isOfStyle), text != texts.last { texts.append(text) }
    }
    return texts
  }

  private static let stroke = UInt8(ascii: "\\")
  private static let percent = UInt8(ascii: "%")

  private static func undone(_ bytes: [UInt8], isOfStyle: Bool) -> [UInt8]? {
    var decoded: [UInt8] = []
    var half: UInt32?
    var isChanged = false
    var at = 0
    while at < bytes.count {
      guard bytes[at] == stroke || bytes[at] == percent, at + 1 < bytes.count,
        let escape = escape(bytes, at, isOfStyle: isOfStyle)
      else {
        decoded.append(bytes[at])
        half = nil
        at += 1
        continue
      }
      isChanged = true
      at = escape.end
      if escape.isByte {
        decoded.append(UInt8(truncatingIfNeeded: escape.value))
      } else if let high = half, (0xDC00..<0xE000).contains(escape.value) {
        append(0x10000 + (high - 0xD800) << 10 + escape.value - 0xDC00, to: &decoded)
      } else {
        append(escape.value, to: &decoded)
      }
      half = !escape.isByte && (0xD800..<0xDC00).contains(escape.value) ? escape.value : nil
    }
    return isChanged ? decoded : nil
  }

  /// Half of a pair is no character.
  private static func append(_ value: UInt32, to decoded: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) { decoded += String(scalar).utf8 }
  }

  private static func escape(
    _ bytes: [UInt8], _ at: Int, isOfStyle: Bool
  ) -> (value: UInt32, end: Int, isByte: Bool)? {
    let letter = bytes[at + 1]
    if bytes[at] == percent, letter | 0x20 != UInt8(ascii: "u") { return nil }
    func fixed(_ digits: Int, isByte: Bool) -> (value: UInt32, end: Int, isByte: Bool)? {
      let number = Self.number(bytes, at + 2, upTo: digits, base: 16)
      return number.end == at + 2 + digits ? (number.value, number.end, isByte) : nil
    }
    switch letter {
    case UInt8(ascii: "x"): return fixed(2, isByte: true)
    case UInt8(ascii: "U") where bytes[at] == stroke: return fixed(8, isByte: false)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      guard at + 2 < bytes.count, bytes[at + 2] == UInt8(ascii: "{") else { return fixed(4, isByte: false) }
      let number = Self.number(bytes, at + 3, upTo: 6, base: 16)
      guard number.end > at + 3, number.end < bytes.count, bytes[number.end] == UInt8(ascii: "}") else { return nil }
      return (number.value, number.end + 1, false)
    default: break
    }
    if !isOfStyle {
      let number = Self.number(bytes, at + 1, upTo: 3, base: 8)
      return number.end > at + 1 && number.value < 256 ? (number.value, number.end, true) : nil
    }
    let number = Self.number(bytes, at + 1, upTo: 6, base: 16)
    guard number.end > at + 1 else { return nil }
    // A blank behind the number ends it and is no character.
    let isEnded = number.end < bytes.count && (bytes[number.end] == 0x20 || bytes[number.end] == 0x0A)
    return (number.value, number.end + (isEnded ? 1 : 0), false)
  }

  private static func number(_ bytes: [UInt8], _ start: Int, upTo count: Int, base: UInt8) -> (value: UInt32, end: Int)
  {
    var (value, at) = (UInt32(0), start)
    while at < bytes.count, at - start < count, let digit = digit(bytes[at]), digit < base {
      value = value * UInt32(base) + UInt32(digit)
      at += 1
    }
    return (value, at)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if byte &- 0x30 < 10 { return byte - 0x30 }
    return (byte | 0x20) &- 0x61 < 6 ? (byte | 0x20) - 0x61 + 10 : nil
  }

  /// Numbers of characters one behind the other, `49 73 6f`, `0x49, 0x73`, `U+0049 U+0073`, `73 115 111`: five or more, with
  /// up to four signs between two. Nil where there are none. O(bytes).
  static func listed(_ bytes: [UInt8], base: UInt8) -> [UInt8]? {
    var decoded: [UInt8] = []
    var run: [UInt8] = []
    var (count, end) = (0, 0)
    func flush() {
      if count >= 5 { decoded += run + [0x20] }
      run.removeAll(keepingCapacity: true)
      count = 0
    }
    let source = bytes.span
    for word in source.runs(where: \.isLetterOrDigit) {
      let (start, at) = (word.start, word.end)
      // `U+0049` is one.
      if at - start == 1, bytes[start] == UInt8(ascii: "U"), at < bytes.count, bytes[at] == UInt8(ascii: "+") {
        if start - end > 4 { flush() }
        end = at
        continue
      }
      guard let value = value(bytes, start, at, base: base) else {
        flush()
        end = at
        continue
      }
      if start - end > 4 { flush() }
      end = at
      count += 1
      if value < 0x20 {
        run.append(0x20)
      } else if at - start < 4 || bytes[start + 1] | 0x20 == UInt8(ascii: "x") && at - start < 6 {
        run.append(UInt8(truncatingIfNeeded: value))
      } else {
        append(value, to: &run)
      }
    }
    flush()
    return decoded.isEmpty ? nil : decoded
  }

  /// A number of two or four digits of base 16, or of two or three of base 10.
  private static func value(_ bytes: [UInt8], _ start: Int, _ end: Int, base: UInt8) -> UInt32? {
    var start = start
    if base == 16, end - start > 3, bytes[start] == 0x30, bytes[start + 1] | 0x20 == UInt8(ascii: "x") { start += 2 }
    let count = end - start
    guard count == 2 || count == (base == 16 ? 4 : 3) else { return nil }
    let number = Self.number(bytes, start, upTo: count, base: base)
    return number.end == end && (base == 16 || number.value < 256) ? number.value : nil
  }
}
