import MarkingModel

// Many bytes at a time, for the loops that look at every byte.
extension Span where Element == UInt8 {
  /// The first offset in a range where three bytes stand: two together and one some places behind; nil where none does.
  func first(_ bytes: ThreeBytes, from: Int, to: Int) -> Int? {
    VectorScan.isAvailable
      ? VectorScan.first(bytes, from: from, to: to, in: self) : firstByBlocks(bytes, from: from, to: to)
  }

  /// The same for any processor. 128 places at a time: the compiler makes vector instructions of the inner loop.
  func firstByBlocks(_ bytes: ThreeBytes, from: Int, to: Int) -> Int? {
    let reach = bytes.reach
    var i = from
    while i &+ 127 &+ reach <= to {
      let a = extracting(i..<(i &+ 128))
      let b = extracting((i &+ 1)..<(i &+ 129))
      let c = extracting((i &+ bytes.distance)..<(i &+ bytes.distance &+ 128))
      var least: UInt8 = 0xFF
      for k in a.indices {
        least = min(least, bytes.first.difference(a[k]) | bytes.second.difference(b[k]) | bytes.third.difference(c[k]))
      }
      if least == 0 {
        for k in i..<(i &+ 128) where stands(bytes, at: k) { return k }
      }
      i &+= 128
    }
    while i &+ reach <= to {
      if stands(bytes, at: i) { return i }
      i &+= 1
    }
    return nil
  }

  @inline(__always)
  private func stands(_ bytes: ThreeBytes, at: Int) -> Bool {
    bytes.first.difference(self[at]) | bytes.second.difference(self[at &+ 1])
      | bytes.third.difference(self[at &+ bytes.distance]) == 0
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
  /// The high bit of each of eight bytes that is a blank: a space, a control character, or no ASCII at all, which may
  /// begin one.
  @inline(__always)
  var mayBeBlank: UInt64 {
    let low = self & ~Self.highBits
    return (~(low &+ 0x5F5F_5F5F_5F5F_5F5F) | (low &+ 0x0101_0101_0101_0101) | self) & Self.highBits
  }
}

/// Three bytes of a word, by which it is looked for.
struct ThreeBytes {
  var first: SoughtByte
  var second: SoughtByte
  var third: SoughtByte
  /// How many places the third stands behind the first.
  var distance: Int
  /// How many bytes they take together.
  var reach: Int { max(distance, 1) &+ 1 }

  init(_ first: SoughtByte, _ second: SoughtByte, _ third: SoughtByte, at distance: Int) {
    self.first = first
    self.second = second
    self.third = third
    self.distance = distance
  }
}

/// A byte that is looked for, a letter perhaps in any case.
struct SoughtByte {
  private(set) var value: UInt8
  /// The bits that do not matter.
  private(set) var ignored: UInt8

  /// Any byte.
  static var any: SoughtByte { SoughtByte(value: 0xFF, ignored: 0xFF) }

  static func exact(_ byte: UInt8) -> SoughtByte { SoughtByte(value: byte, ignored: 0) }

  /// One of two bytes, or of those that differ from them in the same bits only.
  static func either(_ a: UInt8, _ b: UInt8) -> SoughtByte { SoughtByte(value: a | b, ignored: a ^ b) }

  static func anyCase(_ byte: UInt8) -> SoughtByte {
    byte.isLetter ? SoughtByte(value: byte | 0x20, ignored: 0x20) : exact(byte)
  }

  /// 0 for the byte itself.
  @inline(__always)
  func difference(_ byte: UInt8) -> UInt8 { (byte | ignored) ^ value }
}
