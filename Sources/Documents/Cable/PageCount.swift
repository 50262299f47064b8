import MarkingModel

// The number of a page that a print of a telegram has at its edge, alone or beside the level.
extension Span where Element == UInt8 {
  /// Whether a line is the number of a page and nothing else: `Page 1 of 2`, or below a blank line also `1 of 2`,
  /// `- 2 -`, `2`. Such a number directly below another line is the rest of that.
  func isPageCount(_ start: Int, _ end: Int, isApart: Bool) -> Bool {
    let first = self[start]
    guard end &- start <= 20,
      first.isDigit ? isApart && isShort(start, end) : first == 0x2D ? isApart : first.capital == 0x50
    else { return false }
    return PageMarker.read(start, end, in: self).map { $0.next >= end } ?? false
  }

  /// Where a line ends without the number of the page behind it: `UNCLASSIFIED          Page 1 of 2`.
  func endBeforePageCount(_ start: Int, _ end: Int) -> Int {
    guard end &- start <= 120, self[end &- 1].isDigit else { return end }
    var at = Swift.max(start + 1, end &- 20)
    while at < end {
      if self[at].capital == 0x50, self[at &- 1] <= 0x20, isPageCount(at, end, isApart: false) {
        return trimmedEnd(start, at)
      }
      at &+= 1
    }
    return end
  }

  /// Whether a number alone is one of a page, and not of a telegram.
  private func isShort(_ start: Int, _ end: Int) -> Bool {
    end &- start <= 3 || number(at: start, end: end).end < end
  }
}
