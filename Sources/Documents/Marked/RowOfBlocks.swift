import MarkingModel

/// A row of blocks or squares that stands for words: `████`, `■■■■`.
enum RowOfBlocks {
  /// Where the row ends that begins at a place; nil where none does. One block in two shades or with empty ones behind it is
  /// a gauge (`■■■□□`), and one square alone a bullet.
  static func end(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard let shape = shape(at, end, in: source), shape != .empty else { return nil }
    // Only the first of a row begins one.
    if at > 2, let before = self.shape(at - 3, end, in: source), before == .empty || isSame(at - 3, at, in: source) {
      return nil
    }
    var stop = at + 3
    while stop + 2 < end, isSame(at, stop, in: source) { stop += 3 }
    if self.shape(stop, end, in: source) != nil { return nil }
    return stop - at >= (shape == .block ? 6 : 9) ? stop : nil
  }

  private enum Shape { case block, square, empty }

  private static func isSame(_ a: Int, _ b: Int, in source: Span<UInt8>) -> Bool {
    source[a] == source[b] && source[a + 1] == source[b + 1] && source[a + 2] == source[b + 2]
  }

  private static func shape(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Shape? {
    guard at + 2 < end, source[at] == 0xE2 else { return nil }
    switch (source[at + 1], source[at + 2]) {
    // U+2588, U+2593
    case (0x96, 0x88), (0x96, 0x93): return .block
    // U+25A0, U+25AA, U+25AC, U+25AE, U+25FC, U+2B1B
    case (0x96, 0xA0), (0x96, 0xAA), (0x96, 0xAC), (0x96, 0xAE), (0x97, 0xBC), (0xAC, 0x9B): return .square
    // U+2591, U+2592, U+25A1, U+25AB, U+25AD, U+25AF, U+25FB, U+2B1C
    case (0x96, 0x91), (0x96, 0x92), (0x96, 0xA1), (0x96, 0xAB), (0x96, 0xAD), (0x96, 0xAF), (0x97, 0xBB), (0xAC, 0x9C):
      return .empty
    default: return nil
    }
  }
}
