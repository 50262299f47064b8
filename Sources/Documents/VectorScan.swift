internal import CTextScan

/// The loops of `CTextScan`, where the processor has them, behind checks of the bounds. Nothing else hands a pointer to
/// the bytes of a document to C.
enum VectorScan {
  /// Whether the processor has the instructions.
  @inline(__always) static var isAvailable: Bool { text_scan_is_available() }
  /// Whether it has those that take twice as many bytes together.
  @inline(__always) static var isWide: Bool { text_scan_is_wide() }

  /// How many bytes behind those that it answers for `look` needs.
  static var reach: Int { 2 }
  /// How many times 64 bytes `look` looks at together.
  static var most: Int { 16 }

  /// What stands in `count` times 64 bytes from `at` on: three numbers for each, as `TextChunks` keeps them.
  @inline(__always)
  static func look(
    at: Int, count: Int, isWide: Bool = isWide, in source: Span<UInt8>, into numbers: inout MutableSpan<UInt64>
  ) {
    let isWide = isWide && Self.isWide
    precondition(count > 0 && numbers.count >= 3 &* count, "three numbers for each")
    let (lastButOne, last) = (at > 1 ? source[at &- 2] : 0, at > 0 ? source[at &- 1] : 0)
    unsafe source.extracting(at..<(at &+ 64 &* count &+ reach)).withUnsafeBufferPointer { bytes in
      unsafe numbers.withUnsafeMutableBufferPointer { numbers in
        // There are bytes and numbers, so that there are addresses.
        unsafe text_scan_look(bytes.baseAddress!, count, lastButOne, last, isWide, numbers.baseAddress!)
      }
    }
  }

  /// Which of the 64 bytes from `at` on are no printable ASCII, and which are spaces.
  @inline(__always)
  static func spaces(at: Int, in source: Span<UInt8>) -> (special: UInt64, spaces: UInt64) {
    let marks = unsafe source.extracting(at..<(at &+ 64)).withUnsafeBufferPointer { bytes in
      unsafe text_scan_spaces(bytes.baseAddress!)
    }
    return (marks.special, marks.spaces)
  }

  /// Which of the 64 bytes from `at` on end lines, and which may begin a marking inside one (`MarkScan`).
  @inline(__always)
  static func stops(at: Int, in source: Span<UInt8>) -> (ends: UInt64, others: UInt64) {
    let stops = unsafe source.extracting(at..<(at &+ 64)).withUnsafeBufferPointer { bytes in
      unsafe text_scan_stops(bytes.baseAddress!)
    }
    return (stops.ends, stops.others)
  }

  /// The first offset from `at` on of a byte that may begin a sign (`TelegramText`); the end of the bytes where none does.
  static func nextSign(from at: Int, in source: Span<UInt8>) -> Int {
    guard at < source.count else { return source.count }
    return unsafe source.extracting(at..<source.count).withUnsafeBufferPointer { bytes in
      unsafe at &+ text_scan_sign(bytes.baseAddress!, bytes.count)
    }
  }

  /// The first offset in a range where three bytes stand; nil where they do nowhere.
  static func first(
    _ sought: ThreeBytes, from: Int, to: Int, isWide: Bool = isWide, in source: Span<UInt8>
  ) -> Int? {
    let isWide = isWide && Self.isWide
    let count = to &- sought.reach &- from &+ 1
    guard count > 0 else { return nil }
    var needle = text_needle(
      value: (sought.first.value, sought.second.value, sought.third.value),
      ignored: (sought.first.ignored, sought.second.ignored, sought.third.ignored), distance: sought.distance)
    let found = unsafe source.extracting(from..<to).withUnsafeBufferPointer { bytes in
      unsafe text_scan_find(bytes.baseAddress!, count, &needle, isWide)
    }
    return found < count ? from &+ found : nil
  }
}
