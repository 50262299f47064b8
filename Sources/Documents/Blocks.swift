// Eight bytes at a time, for the loops that look at every byte.
extension Span where Element == UInt8 {
  /// Eight bytes from `at` on, the first in the lowest place.
  @inline(__always)
  func block(_ at: Int) -> UInt64 {
    // One check of the bounds: those within the eight are known then.
    let eight = extracting(at..<(at &+ 8))
    var block = UInt64(eight[7]) << 56
    block |= UInt64(eight[6]) << 48
    block |= UInt64(eight[5]) << 40
    block |= UInt64(eight[4]) << 32
    block |= UInt64(eight[3]) << 24
    block |= UInt64(eight[2]) << 16
    block |= UInt64(eight[1]) << 8
    return block | UInt64(eight[0])
  }

  /// The number of characters (Unicode scalars; a byte that continues one does not count) of a range.
  func scalars(_ from: Int, _ to: Int) -> Int {
    var count = 0
    var i = from
    while i < to {
      if to &- i >= 8, block(i).isASCII {
        count &+= 8
        i &+= 8
      } else {
        if self[i] & 0xC0 != 0x80 { count &+= 1 }
        i &+= 1
      }
    }
    return count
  }
}

extension UInt64 {
  /// The high bit of each of eight bytes.
  @inline(__always) static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  /// Whether none of eight bytes has its high bit.
  @inline(__always) var isASCII: Bool { self & Self.highBits == 0 }
}
