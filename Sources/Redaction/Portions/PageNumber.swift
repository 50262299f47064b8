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

  private static func isAtEnd(_ end: Int, in source: Span<UInt8>) -> Bool {
    var i = end
    while i < source.count, source[i] <= 0x20, source[i] != 0x0C { i += 1 }
    return i >= source.count || source[i] == 0x0C
  }
}
