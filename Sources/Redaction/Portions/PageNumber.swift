import Documents
import MarkingModel

/// Lines that say which page this is: no text of any portion.
enum PageNumber {
  /// `Page 2 of 3`, `- 2 -`; a number alone where it is short and ends the document or a page.
  static func isLine(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard !line.isEmpty, let marker = PageMarker.read(line.start, line.end, in: source), marker.next >= line.end else {
      return false
    }
    guard source[line.start].isDigit else { return true }
    return line.count <= 3 && isAtEnd(line.end, in: source)
  }

  /// `Page 2 of 3`, `2 of 3`, `- 2 -`: no number alone.
  static func isWritten(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard !line.isEmpty, let marker = PageMarker.read(line.start, line.end, in: source), marker.next >= line.end else {
      return false
    }
    return !source[line.start].isDigit || (line.start..<line.end).contains { source[$0].isLetter }
  }

  /// The number that is all of a line, of three digits at most; nil where it is not.
  static func alone(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard (1...3).contains(line.count) else { return nil }
    var number = 0
    for at in line.start..<line.end {
      guard source[at].isDigit else { return nil }
      number = number * 10 + Int(source[at] - 0x30)
    }
    return number
  }

  private static func isAtEnd(_ end: Int, in source: Span<UInt8>) -> Bool {
    var i = end
    while i < source.count, source[i] <= 0x20, source[i] != 0x0C { i += 1 }
    return i >= source.count || source[i] == 0x0C
  }
}
