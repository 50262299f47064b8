import Documents
import MarkingModel

// Where lines, labels and numbers end.
extension PortionReader {
  /// Where a text ends without the lines below it that are nothing but drawn, as above footnotes.
  static func textEnd(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var stop = source.trimmedEnd(start, end)
    while stop > start + 4, source[stop - 1].isOne(of: "_", "-", "=", "*") {
      var at = stop
      while at > start, source[at - 1].isOne(of: "_", "-", "=", "*", " ") { at -= 1 }
      guard stop - at > 4, at > start, source[at - 1] == 0x0A || source[at - 1] == 0x0D else { break }
      stop = source.trimmedEnd(start, at)
    }
    return stop
  }

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

  /// Whether a sentence that no sign has ended goes on in small letters.
  static func goesOn(from end: Int, to text: Int, in source: Span<UInt8>) -> Bool {
    guard end > 0, source[text].isSmall, !source[end - 1].isOne(of: ".", "?", "!", ":", ";") else { return false }
    return ItemPrefix.read(text, source.count, in: source).kind == .none
  }

  /// Whether any letter, digit or sign beyond ASCII stands in a range.
  static func holdsLetters(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isLetterOrDigit || source[i] >= 0x80 { return true }
    return false
  }
}
