import MarkingModel

/// A line, or the beginning of one, that says which page this is.
package struct PageMarker: Sendable {
  /// Whether a page begins here. A number alone may stand at the foot of one.
  package var isBreak: Bool
  /// Offset of what follows on the line.
  package var next: Int

  /// `--- PAGE 3 ---`, `begin page 3`, `Page 3 of 7`, `- 3 -`, `3`, `13-00000`.
  package static func read(_ start: Int, _ end: Int, in source: Span<UInt8>) -> PageMarker? {
    let first = source[start]
    switch first {
    case 0x62, 0x42:
      guard source.hasAnyCase("BEGIN PAGE ", at: start, end: end) else { return nil }
      return numbered(start + 11, end, isBreak: true, in: source)
    case 0x65, 0x45:
      guard source.hasAnyCase("END PAGE ", at: start, end: end) else { return nil }
      return numbered(start + 9, end, isBreak: false, in: source)
    case 0x50, 0x70:
      guard source.hasAnyCase("PAGE ", at: start, end: end) else { return nil }
      return numbered(start + 5, end, isBreak: false, in: source)
    case 0x2D, 0x5B, 0x3D:
      var at = start
      while at < end, source[at].isOne(of: "-", "[", "=", " ") { at += 1 }
      if source.hasAnyCase("PAGE ", at: at, end: end) {
        return numbered(at + 5, end, isBreak: at - start >= 3, in: source)
      }
      guard at < end, source[at].isDigit else { return nil }
      return numbered(at, end, isBreak: false, in: source)
    case 0x30...0x39:
      return numbered(start, end, isBreak: false, in: source)
    default: return nil
    }
  }

  private static func numbered(_ at: Int, _ end: Int, isBreak: Bool, in source: Span<UInt8>) -> PageMarker? {
    let number = source.number(at: source.skipBlanks(at, end), end: end)
    guard (1...5).contains(number.digits) else { return nil }
    var next = source.skipBlanks(number.end, end)
    if source.hasWordAnyCase("OF", at: next, end: end) {
      let total = source.number(at: source.skipBlanks(next + 2, end), end: end)
      guard total.digits > 0 else { return nil }
      next = source.skipBlanks(total.end, end)
    }
    while next < end, source[next].isOne(of: "-", "]", "=", " ") { next += 1 }
    // Text may follow on the line only after a gap. `2 - (U)` is the number of a portion.
    guard next >= end || next - number.end >= 3 && source[next] != 0x28 else { return nil }
    return PageMarker(isBreak: isBreak, next: next)
  }
}
