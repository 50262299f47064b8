import MarkingModel

// The number of a page that a print has at its edge, alone or beside the level.
extension Span where Element == UInt8 {
  /// Whether a line is the number of a page and nothing else: `Page 1 of 2`, or below a blank line also `1 of 2`,
  /// `- 2 -`, `2`. Such a number directly below another line is the rest of that.
  func isPageCount(_ start: Int, _ end: Int, isApart: Bool) -> Bool {
    guard end &- start <= 20 else { return false }
    switch self[start] {
    case 0x50, 0x70: return pageCountEnd(start, end) == end
    case 0x30...0x39: return isApart && numbersEnd(start, end) == end
    case 0x2D:
      let number = skipBlanks(start + 1, end)
      let close = skipBlanks(self.number(at: number, end: end).end, end)
      return isApart && close > number && close + 1 == end && self[close] == 0x2D
    default: return false
    }
  }

  /// Where a line ends without the number of the page behind it: `UNCLASSIFIED          Page 1 of 2`.
  func endBeforePageCount(_ start: Int, _ end: Int) -> Int {
    guard end &- start <= 120, self[end &- 1].isDigit else { return end }
    var at = Swift.max(start, end &- 20)
    while at < end {
      if self[at].capital == 0x50, at > start, self[at &- 1] <= 0x20, pageCountEnd(at, end) == end {
        return trimmedEnd(start, at)
      }
      at &+= 1
    }
    return end
  }

  private func pageCountEnd(_ start: Int, _ end: Int) -> Int? {
    guard hasWordAnyCase("PAGE", at: start, end: end) else { return nil }
    return numbersEnd(skipBlanks(start + 4, end), end)
  }

  /// The offset after `1`, `1 of 2` or `1/2`; nil where no number of up to three digits stands there.
  private func numbersEnd(_ start: Int, _ end: Int) -> Int? {
    let page = number(at: start, end: end)
    guard (1...3).contains(page.digits) else { return nil }
    var next = skipBlanks(page.end, end)
    guard next < end else { return page.end }
    if hasWordAnyCase("OF", at: next, end: end) {
      next = skipBlanks(next + 2, end)
    } else if self[next] == 0x2F {
      next = skipBlanks(next + 1, end)
    } else {
      return nil
    }
    let pages = number(at: next, end: end)
    return (1...3).contains(pages.digits) && page.value <= pages.value ? pages.end : nil
  }
}
