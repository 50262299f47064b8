import MarkingModel

/// The first eight bytes of a line in capitals, as one number: what a line begins with is then found by comparing
/// numbers, not letter by letter.
struct LineKey: Sendable {
  /// The first byte is the highest; bytes beyond the end are 0.
  let value: UInt64

  @inline(__always)
  init(_ source: Span<UInt8>, _ start: Int, _ end: Int) {
    let count = end &- start
    if count >= 8 {
      value = source.block(start).capitals.byteSwapped
    } else {
      var bytes: UInt64 = 0
      for k in 0..<count { bytes |= UInt64(source[start &+ k]) &<< UInt64(8 &* k) }
      value = bytes.capitals.byteSwapped
    }
  }

  /// The first byte in capitals; 0 where the line is empty.
  @inline(__always) var first: UInt8 { UInt8(truncatingIfNeeded: value >> 56) }
  @inline(__always) var second: UInt8 { UInt8(truncatingIfNeeded: value >> 48) }

  /// Whether the line begins with these letters, two to eight of them, given in capitals. The compiler makes one number
  /// of them.
  @inline(__always)
  func begins(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { value >> 48 == Self.pack(a, b) }

  @inline(__always)
  func begins(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> Bool {
    value >> 40 == Self.pack(a, b) << 8 | Self.pack(c)
  }

  @inline(__always)
  func begins(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar) -> Bool {
    value >> 32 == Self.pack(a, b) << 16 | Self.pack(c, d)
  }

  @inline(__always)
  func begins(
    _ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar, _ e: Unicode.Scalar
  ) -> Bool {
    value >> 24 == (Self.pack(a, b) << 16 | Self.pack(c, d)) << 8 | Self.pack(e)
  }

  @inline(__always)
  func begins(
    _ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar, _ e: Unicode.Scalar,
    _ f: Unicode.Scalar
  ) -> Bool {
    value >> 16 == (Self.pack(a, b) << 16 | Self.pack(c, d)) << 16 | Self.pack(e, f)
  }

  @inline(__always)
  private static func pack(_ a: Unicode.Scalar) -> UInt64 { UInt64(a.value & 0xFF) }

  @inline(__always)
  private static func pack(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 {
    UInt64(a.value & 0xFF) << 8 | UInt64(b.value & 0xFF)
  }
}
