internal import CTextScan

/// The loops of `CTextScan`, where the processor has them, behind checks of the bounds. Nothing else hands a pointer to
/// the bytes of a document to C.
enum VectorScan {
  /// Whether the processor has the instructions.
  @inline(__always) static var isAvailable: Bool { text_scan_is_available() }

  /// How many bytes `look` needs: two more than it answers for.
  static var reach: Int { 66 }

  /// What stands in the 64 bytes from `at` on.
  @inline(__always)
  static func look(at: Int, in source: Span<UInt8>) -> (special: UInt64, triggers: UInt64) {
    let before = at > 0 ? source[at &- 1] : 0
    let marks = unsafe source.extracting(at..<(at &+ reach)).withUnsafeBufferPointer { bytes in
      // There are bytes, so that there is an address.
      unsafe text_scan_look(bytes.baseAddress!, before)
    }
    return (marks.special, marks.triggers)
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

  /// The first offset in a range where three bytes stand; nil where they do nowhere.
  static func first(_ sought: ThreeBytes, from: Int, to: Int, in source: Span<UInt8>) -> Int? {
    let count = to &- sought.reach &- from &+ 1
    guard count > 0 else { return nil }
    var needle = text_needle(
      value: (sought.first.value, sought.second.value, sought.third.value),
      ignored: (sought.first.ignored, sought.second.ignored, sought.third.ignored), distance: sought.distance)
    let found = unsafe source.extracting(from..<to).withUnsafeBufferPointer { bytes in
      unsafe text_scan_find(bytes.baseAddress!, count, &needle)
    }
    return found < count ? from &+ found : nil
  }
}
