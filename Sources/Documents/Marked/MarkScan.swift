import MarkingModel

/// Finds the bytes of a document at which lines end and the few that can begin a marking inside one: the one loop that
/// looks at every byte of a paper, 64 of them together.
struct MarkScan: Sendable {
  /// Where the bytes at hand begin.
  private var start: Int
  /// A bit for each of them that stops the scan and was not returned yet, the first in the lowest place.
  private var stops: UInt64 = 0

  init(from start: Int) { self.start = start &- Self.size }

  /// How many bytes are looked at together.
  private static var size: Int { 64 }

  /// The next offset of a line feed, a carriage return, a form feed, `(`, `[`, `|` or the first byte of a bullet, dash or
  /// block; the end of the bytes where there is none.
  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> Int {
    while stops == 0 {
      guard start &+ Self.size < source.count else { return source.count }
      start &+= Self.size
      stops = Self.stops(from: start, in: source)
    }
    let at = stops.trailingZeroBitCount
    stops &= stops &- 1
    return start &+ at
  }

  private static func stops(from start: Int, in source: Span<UInt8>) -> UInt64 {
    var stops: UInt64 = 0
    guard start &+ size <= source.count else {
      for k in 0..<(source.count &- start) { stops |= UInt64(source[start &+ k].stop) &<< UInt64(k) }
      return stops
    }
    // The number of bytes is known to the compiler here: it makes vector instructions of the loop.
    let bytes = source.extracting(start..<(start &+ 64))
    var flags = InlineArray<64, UInt8>(repeating: 0)
    for k in 0..<64 { flags[k] = bytes[k].stop }
    for k in 0..<8 {
      // The product brings the lowest bit of each byte together in the highest one.
      let eight = (flags.span.block(8 &* k) &* 0x0102_0408_1020_4080) &>> 56
      stops |= eight &<< UInt64(8 &* k)
    }
    return stops
  }
}

extension UInt8 {
  /// 1 for one of the bytes that the scan stops at; vertical tabs are among them, and end no line.
  @inline(__always)
  fileprivate var stop: UInt8 {
    (self &- 0x0A < 4 ? 1 : 0) | (self == 0x28 ? 1 : 0) | (self == 0x5B ? 1 : 0) | (self == 0x7C ? 1 : 0)
      | (self == 0xE2 ? 1 : 0)
  }
}
