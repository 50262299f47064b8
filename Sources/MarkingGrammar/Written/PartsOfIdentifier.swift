import MarkingModel

/// The parts of `SI-G ABCD EFGH-EU`: a system, its compartments after hyphens, their sub-compartments after blanks.
struct PartsOfIdentifier {
  struct Part {
    var range: ByteRange
    /// 0 the system, 1 a compartment, 2 a sub-compartment.
    var depth: Int
  }

  private var next: Int
  private let end: Int
  private var first: Int

  /// - Parameter firstDepth: what the first part is at least, whatever stands before it.
  init(_ start: Int, _ end: Int, firstDepth: Int) {
    next = start
    self.end = end
    first = firstDepth
  }

  mutating func next(_ text: Span<UInt8>) -> Part? {
    var depth = -1
    while next < end, text[next].isJoint {
      depth = text[next] == 0x20 && depth != 1 ? 2 : 1
      next += 1
    }
    if first > 0, depth >= 0 { depth = first }
    first = 0
    guard next < end else { return nil }
    let start = next
    while next < end, !text[next].isJoint { next += 1 }
    return Part(range: ByteRange(start, next), depth: max(depth, 0))
  }
}

extension UInt8 {
  /// A hyphen, what is written for one, or a blank.
  fileprivate var isJoint: Bool { self == 0x2D || self == 0x5F || self == 0x20 }
}
