import MarkingModel

// The one loop that looks at every byte of a document: for the ends of lines and the few characters that can begin a
// marking inside one.
extension Span where Element == UInt8 {
  /// The first offset from `start` on of a line feed, a carriage return, a form feed, `(`, `[`, `|` or the first byte of a
  /// bullet, dash or block; the end of the bytes where there is none.
  @inline(__always)
  func nextMark(from start: Int) -> Int {
    var i = start
    let count = count
    // Sixteen at a time: the compiler makes vector instructions of the first inner loop.
    while i <= count &- 16 {
      let block = extracting(i..<(i &+ 16))
      var hits: UInt8 = 0
      for k in block.indices { hits |= block[k].markBit }
      if hits != 0 { for k in block.indices where block[k].markBit != 0 { return i &+ k } }
      i &+= 16
    }
    while i < count, self[i].markBit == 0 { i &+= 1 }
    return i
  }
}

extension UInt8 {
  /// Whether a byte is one of those that `nextMark` stops at.
  @inline(__always)
  fileprivate var markBit: UInt8 {
    (self &- 0x0A < 4 ? 1 : 0) | (self == 0x28 ? 1 : 0) | (self == 0x5B ? 1 : 0) | (self == 0x7C ? 1 : 0)
      | (self == 0xE2 ? 1 : 0)
  }
}
