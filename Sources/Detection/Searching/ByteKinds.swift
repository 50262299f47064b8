extension UInt8 {
  /// Of ASCII.
  @inline(__always)
  var isLetterOrDigit: Bool { self &- 0x30 < 10 || isLetter }

  /// Of ASCII.
  @inline(__always)
  var isLetter: Bool { self & 0xDF &- 0x41 < 26 }
}
