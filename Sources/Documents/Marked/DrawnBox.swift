import MarkingModel

// The box that is drawn around a block or a notice: `| … |`, `* … *`, `│ … │`, between lines such as `+-----+`.
extension Span where Element == UInt8 {
  /// What stands between the sides of a box on a line; nil where the same sign does not stand at both ends. Stars and the
  /// like are sides with a blank beside them: `*urgent*` is emphasis.
  func withinSides(_ start: Int, _ end: Int) -> ByteRange? {
    let width = side(at: start, end)
    guard width > 0 else { return nil }
    var (from, to) = (start, end)
    while from + width <= to, isSame(from, start, width) { from += width }
    while to - width >= from, isSame(to - width, start, width) { to -= width }
    guard from > start, to < end, from < to else { return nil }
    if width == 1, self[start] != 0x7C, self[from] > 0x20 || self[to - 1] > 0x20 { return nil }
    return trimmed(ByteRange(from, to))
  }

  /// Whether a place is on a line of such a box.
  func isInBox(_ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 64, self[start - 1] != 0x0A, self[start - 1] != 0x0D, self[start - 1] != 0x0C {
      start -= 1
    }
    start = skipBlanks(start, at)
    guard start < at, side(at: start, count) > 0 else { return false }
    var end = at
    let limit = Swift.min(count, at + 400)
    while end < limit, self[end] != 0x0A, self[end] != 0x0D, self[end] != 0x0C { end += 1 }
    return withinSides(start, trimmedEnd(start, end)) != nil
  }

  /// A range without the sides, corners and lines of a box at its ends.
  func withoutBox(_ start: Int, _ end: Int) -> ByteRange {
    var (from, to) = (start, end)
    while from < to, case let width = drawing(at: from, to), width > 0 { from += width }
    while to > from {
      if drawing(at: to - 1, to) == 1 {
        to -= 1
      } else if to - from > 2, drawing(at: to - 3, to) == 3 {
        to -= 3
      } else {
        break
      }
    }
    return ByteRange(from, to)
  }

  /// Whether nothing but lines, corners and sides of a box stands in a range.
  func isDrawn(_ start: Int, _ end: Int) -> Bool {
    start < end && (self[end - 1] < 0x30 || self[end - 1] > 0x7A || self[end - 1].isOne(of: "=", "_"))
      && withoutBox(start, end).isEmpty
  }

  /// How many bytes the side of a box has that stands at a place; 0 where none does.
  private func side(at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    if self[at].isOne(of: "|", "*", "#", "!") { return 1 }
    guard at + 2 < end, self[at] == 0xE2 else { return 0 }
    // U+2502, U+2503, U+2551
    let isSide = self[at + 1] == 0x94 ? self[at + 2] &- 0x82 < 2 : self[at + 1] == 0x95 && self[at + 2] == 0x91
    return isSide ? 3 : 0
  }

  /// How many bytes a blank or a part of the drawing of a box has that stands at a place; 0 where none does.
  private func drawing(at: Int, _ end: Int) -> Int {
    if self[at] == 0x20 || self[at] == 0x09 || self[at].isOne(of: "|", "+", "-", "=") { return 1 }
    if self[at].isOne(of: "*", "#", "!") { return 1 }
    // U+2500 to U+257F
    return at + 2 < end && self[at] == 0xE2 && self[at + 1] & 0xFE == 0x94 ? 3 : 0
  }

  private func isSame(_ a: Int, _ b: Int, _ width: Int) -> Bool {
    for i in 0..<width where self[a + i] != self[b + i] { return false }
    return true
  }
}
