// Eight bytes of a text as one number, which all targets take in.
extension Span where Element == UInt8 {
  /// Eight bytes from `at` on, the first in the lowest place.
  @inlinable @inline(__always)
  public func block(_ at: Int) -> UInt64 {
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

  /// The place of the first of two bytes from `at` on; `count` where neither comes. O(bytes until there).
  @inlinable
  public func place(of one: UInt8, or other: UInt8, from at: Int) -> Int {
    var at = at
    while at &+ 8 <= count {
      let block = self.block(at)
      let found = block.highBits(of: one) | block.highBits(of: other)
      if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count, self[at] != one, self[at] != other { at &+= 1 }
    return at
  }
}

extension UInt64 {
  /// The high bit of each of eight bytes.
  @inlinable @inline(__always) public static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  /// Whether none of eight bytes has its high bit.
  @inlinable @inline(__always) public var isASCII: Bool { self & Self.highBits == 0 }

  /// The high bit of each of eight bytes that is this one.
  @inlinable @inline(__always)
  public func highBits(of byte: UInt8) -> UInt64 {
    let others = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return ~((others & ~Self.highBits) &+ ~Self.highBits | others) & Self.highBits
  }

  /// The high bit of each of eight bytes that is an ASCII letter.
  @inlinable @inline(__always)
  public var letters: UInt64 {
    // Small letters, the high bit cleared so that no sum carries into the next byte.
    let small = (self | 0x2020_2020_2020_2020) & ~Self.highBits
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let pastZ = small &+ 0x0505_0505_0505_0505
    return fromA & ~pastZ & ~self & Self.highBits
  }

  /// The high bit of each byte that is a letter without one before it. `before` has the lowest byte's high bit where a
  /// letter stands before the block.
  @inlinable @inline(__always)
  public func wordStarts(behind before: UInt64) -> UInt64 {
    let letters = letters
    return letters & ~(letters &<< 8 | before)
  }

  /// Its bytes with the capitals of small ASCII letters.
  @inlinable @inline(__always)
  public var capitals: UInt64 {
    let low = self & ~Self.highBits
    let small = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~self & Self.highBits
    return self ^ small &>> 2
  }

  /// The high bit of each of eight bytes that is an ASCII letter or digit.
  @inlinable @inline(__always)
  public var lettersOrDigits: UInt64 {
    let low = self & ~Self.highBits
    let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~self & Self.highBits
    return letters | digits
  }
}
