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

  /// Whether a stretch is a short number alone between the banner that closes a page and the one that opens the next.
  ///
  /// - Parameters:
  ///   - places: the places of the form around it, in order.
  ///   - banners: where banners begin.
  static func isBetween(
    _ places: [ByteRange], _ banners: Set<Int>, _ stretch: ByteRange, in source: Span<UInt8>
  ) -> Bool {
    let number = Pieces.trimmed(stretch, in: source)
    guard number.count <= 3, (number.start..<number.end).allSatisfy({ source[$0].isDigit }),
      let above = places.last(where: { $0.end <= number.start }),
      let below = places.first(where: { $0.start >= number.end })
    else { return false }
    return banners.contains(above.start) && banners.contains(below.start)
      && Pieces.trimmed(ByteRange(above.end, below.start), in: source) == number
  }

  private static func isAtEnd(_ end: Int, in source: Span<UInt8>) -> Bool {
    var i = end
    while i < source.count, source[i] <= 0x20, source[i] != 0x0C { i += 1 }
    return i >= source.count || source[i] == 0x0C
  }
}
