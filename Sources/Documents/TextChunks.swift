import MarkingModel

/// A text 64 bytes at a time: where something stands that is no printable ASCII, and where words begin that may be one
/// of `TextTrigger`.
///
/// Words and lines are of any length, so that a loop over the bytes mispredicts at each of them. Here each question is
/// one bit a byte; only the few bits that are set are followed.
struct TextChunks: Sendable {
  /// The 64 bytes that are looked at; fewer at the end of the text.
  private(set) var start: Int
  private(set) var end: Int
  /// A bit for each byte that is no printable ASCII character and was not taken, the first in the lowest place.
  private(set) var special: UInt64 = 0
  /// The same for each that begins a word that may matter.
  private(set) var triggers: UInt64 = 0
  /// The same for each that shows that its line is not plain.
  private(set) var stops: UInt64 = 0
  /// The same for some times 64 bytes that were looked at together: three numbers for each.
  private var marks = InlineArray<48, UInt64>(repeating: 0)
  /// How many of them are looked at, and how many were.
  private var taken = 0
  private var count = 0

  /// Bytes behind those that are looked at that belong to words that begin in them.
  static var reach: Int { 8 }

  /// No bytes, before the first.
  init(endingAt end: Int) {
    start = end
    self.end = end
  }

  /// Goes on to the next bytes. What is left of the ones before is forgotten.
  @inline(__always)
  mutating func advance(in source: Span<UInt8>) {
    start = end
    if taken == count { lookAhead(in: source) }
    guard taken < count else { return }
    end = start &+ 64
    special = marks[3 &* taken]
    triggers = marks[3 &* taken &+ 1]
    stops = marks[3 &* taken &+ 2]
    taken &+= 1
  }

  /// Looks at the bytes behind `start`.
  private mutating func lookAhead(in source: Span<UInt8>) {
    let (at, most) = (start, min(VectorScan.most, max(0, source.count &- start &- Self.reach) / 64))
    taken = 0
    count = most
    if most == 0 {
      takeLast(of: source)
    } else if VectorScan.isAvailable {
      var numbers = marks.mutableSpan
      VectorScan.look(at: at, count: most, in: source, into: &numbers)
    } else {
      count = 1
      (marks[0], marks[1], marks[2]) = Self.look(at: at, in: source)
    }
  }

  /// The last bytes of a text: any word may matter.
  private mutating func takeLast(of source: Span<UInt8>) {
    end = min(source.count, start &+ 64)
    special = 0
    for k in 0..<(end &- start) where source[start &+ k] &- 0x20 >= 0x5F { special |= 1 &<< UInt64(k) }
    triggers = ~0
    stops = ~0
  }

  /// The offset of the next byte that is no printable ASCII; nil where none is left.
  @inline(__always)
  var nextSpecial: Int? { special == 0 ? nil : start &+ special.trailingZeroBitCount }

  /// Whether a trigger is left that stands before the next byte that is no printable ASCII, or anywhere where no such
  /// byte is left.
  @inline(__always)
  var hasTrigger: Bool { triggers & (special &- 1) & ~special != 0 }

  /// Takes the next byte that is no printable ASCII, with the triggers before it.
  @inline(__always)
  mutating func takeSpecial() {
    triggers &= ~(special ^ (special &- 1))
    special &= special &- 1
  }

  /// The same, and its offset. The first trigger before it is noted in `first`; all where none is left.
  @inline(__always)
  mutating func takeSpecial(noting first: inout Int) -> Int? {
    if first == .max, hasTrigger { first = start &+ triggers.trailingZeroBitCount }
    guard let at = nextSpecial else {
      triggers = 0
      return nil
    }
    takeSpecial()
    return at
  }

  /// Takes the line ends up to the first stop that stands at or behind an offset, as bits. Each ends a plain line, where
  /// the first of these lines begins at the offset, behind a line feed. `isWhole`: no stop stands there.
  @inline(__always)
  mutating func takePlainEnds(from next: Int) -> (ends: UInt64, isWhole: Bool) {
    let behind: UInt64 = next > start ? ~0 << UInt64(next &- start) : ~0
    let stops = stops & behind
    // All bits where there is no stop.
    let before = (stops &- 1) & ~stops
    let ends = special & before & behind
    special &= ~before
    // Those before the offset are of lines that were taken.
    triggers &= behind
    return (ends, stops == 0)
  }

  /// The same as `VectorScan.look`, for any processor: the three numbers of the 64 bytes from `at` on.
  static func look(at start: Int, in source: Span<UInt8>) -> (special: UInt64, triggers: UInt64, stops: UInt64) {
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
    while starts != 0 {
      let bit = starts.trailingZeroBitCount
      starts &= starts &- 1
      let at = (bit & 7) &<< 3 | bit &>> 3
      let letters = UInt32(bytes[at]) | UInt32(bytes[at &+ 1]) &<< 8 | UInt32(bytes[at &+ 2]) &<< 16
      if TriggerFilter.mayMatter(letters), TriggerFilter.matters(letters) { triggers |= 1 &<< UInt64(at) }
    }
    let noEnds = special & ~plainEnds(start, special, in: source)
    return (special, triggers, noEnds | triggers | noStarts(start, in: source))
  }

  /// Which of the bytes from `start` on that are no printable ASCII are line feeds that may end a plain line.
  private static func plainEnds(_ start: Int, _ special: UInt64, in source: Span<UInt8>) -> UInt64 {
    var ends: UInt64 = 0
    var open = special
    while open != 0 {
      let at = start &+ open.trailingZeroBitCount
      let bit = open & ~(open &- 1)
      open &= open &- 1
      guard source[at] == 0x0A, at > 1 else { continue }
      let (last, before) = (source[at &- 1], source[at &- 2])
      if last &- 0x21 < 0x5E, !last.isDigit, before &- 0x20 < 0x5F, !before.isDigit { ends |= bit }
    }
    return ends
  }

  /// Which of the 64 bytes from `start` on begin a line as no plain one begins.
  private static func noStarts(_ start: Int, in source: Span<UInt8>) -> UInt64 {
    var found: UInt64 = 0
    for k in 0..<64 where start &+ k > 0 && source[start &+ k &- 1] == 0x0A {
      let (first, second) = (source[start &+ k], source[start &+ k &+ 1])
      if !first.isSmall || first == 0x6D || Int8(bitPattern: second) <= 0x2F { found |= 1 &<< UInt64(k) }
    }
    return found
  }
}

extension UInt64 {
  /// The high bits of its bytes as eight bits, that of the lowest byte lowest.
  @inline(__always)
  fileprivate var gathered: UInt64 { ((self &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
}
