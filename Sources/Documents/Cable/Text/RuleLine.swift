import MarkingModel

// The lines of hyphens or other signs between which headings stand.
extension Span where Element == UInt8 {
  /// Whether a line is nothing but one sign, three times or more: `-----`, `=====`.
  @inline(__always)
  func isRule(_ text: ByteRange) -> Bool {
    text.count >= 3 && self[text.start].isOne(of: "-", "=", "_", "*") && isRun(text)
  }

  /// Whether the line behind the one that ends at `end` is one. Time: the length of that line, if it begins as one.
  func isRule(behind end: Int) -> Bool {
    guard end < count else { return false }
    let next = self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? end + 2 : end + 1
    var start = next
    while start < count, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    guard start < count, self[start].isOne(of: "-", "=", "_", "*") else { return false }
    var last = start
    while last < count, self[last] == self[start] { last += 1 }
    let after = last
    while last < count, self[last] == 0x20 || self[last] == 0x09 { last += 1 }
    return after - start >= 3 && (last == count || self[last].isOne(of: "\n", "\r"))
  }

  /// The same where blanks may stand between the end of the text and that of its line.
  func isRule(below end: Int) -> Bool {
    var lineEnd = end
    while lineEnd < count, self[lineEnd] == 0x20 || self[lineEnd] == 0x09 { lineEnd += 1 }
    return isRule(behind: lineEnd)
  }

  private func isRun(_ text: ByteRange) -> Bool {
    for at in text.start..<text.end where self[at] != self[text.start] { return false }
    return true
  }
}
