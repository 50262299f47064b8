internal import MarkingModel

extension Span where Element == UInt8 {
  /// Behind the letters of ASCII that stand at `start`, as far as they can be told eight together.
  @inline(__always)
  func endOfLetters(from start: Int) -> Int {
    var at = start
    while at &+ 8 <= count {
      let others = ~block(at).letters & UInt64.highBits
      if others != 0 { return at &+ others.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    return at
  }
}

extension UInt8 {
  /// Of ASCII.
  @inline(__always)
  var isLetterOrDigit: Bool { self &- 0x30 < 10 || self & 0xDF &- 0x41 < 26 }
}
