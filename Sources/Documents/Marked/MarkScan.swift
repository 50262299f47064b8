import MarkingModel

/// Finds the bytes of a document at which lines end and the few that can begin a marking inside one: the one loop that
/// looks at every byte of a paper, 64 of them together.
struct MarkScan: Sendable {
  /// Where the bytes at hand begin.
  private var start: Int
  /// A bit for each of them that stops the scan and was not returned yet, the first in the lowest place.
  private var stops: UInt64 = 0
  /// No bits where the scan stops at the ends of lines alone.
  private let others: UInt64

  init(from start: Int, linesAlone: Bool = false) {
    self.start = start &- Self.size
    others = linesAlone ? 0 : ~0
  }

  /// How many bytes are looked at together.
  private static var size: Int { 64 }

  /// The next offset of a line feed, a carriage return, a vertical tab, a form feed, `(`, `[`, `|` or the first byte of a
  /// bullet, dash or block, or of the first two of these alone; the end of the bytes where there is none.
  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> Int {
    while stops == 0 {
      guard start &+ Self.size < source.count else { return source.count }
      start &+= Self.size
      let found =
        start &+ Self.size <= source.count && VectorScan.isAvailable
        ? VectorScan.stops(at: start, in: source) : Self.stops(from: start, in: source)
      stops = found.ends | found.others & others
    }
    let at = stops.trailingZeroBitCount
    stops &= stops &- 1
    return start &+ at
  }

  /// The same as `VectorScan.stops`, for any processor, and for the last bytes of a text.
  static func stops(from start: Int, in source: Span<UInt8>) -> (ends: UInt64, others: UInt64) {
    var stops: (ends: UInt64, others: UInt64) = (0, 0)
    guard start &+ size <= source.count else {
      for k in 0..<(source.count &- start) {
        stops.ends |= UInt64(source[start &+ k].lineEnd) &<< UInt64(k)
        stops.others |= UInt64(source[start &+ k].stop) &<< UInt64(k)
      }
      return stops
    }
    // The number of bytes is known to the compiler here: it makes vector instructions of the loop.
    let bytes = source.extracting(start..<(start &+ 64))
    var ends = InlineArray<64, UInt8>(repeating: 0)
    var others = InlineArray<64, UInt8>(repeating: 0)
    for k in 0..<64 {
      ends[k] = bytes[k].lineEnd
      others[k] = bytes[k].stop
    }
    for k in 0..<8 {
      stops.ends |= ends.span.block(8 &* k).gathered &<< UInt64(8 &* k)
      stops.others |= others.span.block(8 &* k).gathered &<< UInt64(8 &* k)
    }
    return stops
  }
}

extension UInt64 {
  /// The lowest bits of its bytes as eight bits: the product brings them together in the highest byte.
  @inline(__always)
  fileprivate var gathered: UInt64 { (self &* 0x0102_0408_1020_4080) &>> 56 }
}

extension UInt8 {
  /// 1 for the end of a line.
  @inline(__always)
  fileprivate var lineEnd: UInt8 { (self == 0x0A ? 1 : 0) | (self == 0x0D ? 1 : 0) }

  /// 1 for one of the other bytes that the scan stops at; vertical tabs are among them, and end no line.
  @inline(__always)
  fileprivate var stop: UInt8 {
    (self &- 0x0B < 2 ? 1 : 0) | (self == 0x28 ? 1 : 0) | (self == 0x5B ? 1 : 0) | (self == 0x7C ? 1 : 0)
      | (self == 0xE2 ? 1 : 0)
  }
}
