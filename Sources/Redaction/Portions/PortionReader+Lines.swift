import Documents
import MarkingModel

// Where lines, labels and numbers end.
extension PortionReader {
  static func line(around at: Int, in source: Span<UInt8>) -> ByteRange {
    var start = at
    while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    var end = at
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return ByteRange(start, end)
  }

  /// Behind `Subject:` and the like.
  static func afterLabel(_ line: ByteRange, in source: Span<UInt8>) -> Int {
    var i = line.start
    while i < min(line.end, line.start + 20) {
      if source[i] == UInt8(ascii: ":") { return i + 1 }
      i += 1
    }
    return line.start
  }

  static func afterNumber(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    let number = source.number(at: at, end: end)
    guard number.digits > 0, number.end < end, source[number.end] == UInt8(ascii: ".") else { return at }
    return number.end + 1
  }
}
