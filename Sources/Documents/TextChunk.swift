/// Up to 64 bytes of a text, looked at together: where something stands that is no printable ASCII, and where words
/// begin that may be one of `TextTrigger`.
///
/// Words and lines are of any length, so that a loop over the bytes mispredicts at each of them. Here each question is
/// one bit a byte; only the few bits that are set are followed.
struct TextChunk: Sendable {
  private var start: Int
  private(set) var end: Int
  /// A bit for each byte that is no printable ASCII character, the first in the lowest place.
  private(set) var special: UInt64 = 0
  /// The same for each that begins a word that may matter.
  private(set) var triggers: UInt64 = 0

  /// How many bytes a chunk has.
  private static var size: Int { 64 }
  /// Bytes behind a chunk that belong to words that begin in it.
  static var reach: Int { 8 }

  /// No bytes, before the first chunk.
  init(endingAt end: Int) {
    start = end
    self.end = end
  }

  /// The chunk behind another one.
  init(behind last: TextChunk, in source: Span<UInt8>) {
    start = last.end
    end = min(source.count, start &+ Self.size)
    if start &+ Self.size &+ Self.reach <= source.count {
      if VectorScan.isAvailable {
        (special, triggers) = VectorScan.look(at: start, in: source)
      } else {
        look(at: source)
      }
    } else {
      // The last bytes of a text: any word may matter.
      for k in 0..<(end &- start) where source[start &+ k] &- 0x20 >= 0x5F { special |= 1 &<< UInt64(k) }
      triggers = ~0
    }
  }

  /// The offset of the next byte that is no printable ASCII, which is taken; nil where none is left. The first trigger
  /// before it is noted in `first`.
  @inline(__always)
  mutating func nextSpecial(noting first: inout Int) -> Int? {
    guard special != 0 else {
      if triggers != 0, first == .max { first = start &+ triggers.trailingZeroBitCount }
      triggers = 0
      return nil
    }
    let at = special.trailingZeroBitCount
    let before = triggers & (special &- 1) & ~special
    if before != 0, first == .max { first = start &+ before.trailingZeroBitCount }
    special &= special &- 1
    triggers &= ~0 &<< UInt64(at)
    return start &+ at
  }

  /// The same as `VectorScan.look`, for any processor.
  mutating func look(at source: Span<UInt8>) {
    // The number of bytes is known to the compiler here: it checks no bounds below.
    let bytes = source.extracting(start..<(start &+ 72))
    // A byte each with its high bit for a yes: the compiler makes vector instructions of the loop.
    var letters = InlineArray<72, UInt8>(repeating: 0)
    var unprintable = InlineArray<64, UInt8>(repeating: 0)
    letters[7] = start > 0 && source[start &- 1].isLetter ? 0x80 : 0
    for k in 0..<64 {
      let byte = bytes[k]
      let small = (byte | 0x20) & 0x7F
      letters[k &+ 8] = (small &+ 0x1F) & ~(small &+ 0x05) & ~byte & 0x80
      let low = byte & 0x7F
      unprintable[k] = (~(low &+ 0x60) | (low &+ 0x01) | byte) & 0x80
    }
    // Where words begin: byte j of block k has bit 8 j + k.
    var starts: UInt64 = 0
    var special: UInt64 = 0
    var triggers: UInt64 = 0
    for k in 0..<8 {
      let isLetter = letters.span.block(8 &+ 8 &* k)
      let isBehindLetter = letters.span.block(7 &+ 8 &* k)
      starts |= (isLetter & ~isBehindLetter) &>> UInt64(7 &- k)
      special |= unprintable.span.block(8 &* k).gathered &<< UInt64(8 &* k)
    }
    self.special = special
    while starts != 0 {
      let bit = starts.trailingZeroBitCount
      starts &= starts &- 1
      let at = (bit & 7) &<< 3 | bit &>> 3
      let letters = UInt32(bytes[at]) | UInt32(bytes[at &+ 1]) &<< 8 | UInt32(bytes[at &+ 2]) &<< 16
      if TriggerFilter.mayMatter(letters), TriggerFilter.matters(letters) { triggers |= 1 &<< UInt64(at) }
    }
    self.triggers = triggers
  }
}

extension UInt64 {
  /// The high bits of its bytes as eight bits, that of the lowest byte lowest.
  @inline(__always)
  fileprivate var gathered: UInt64 { ((self &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
}
