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
  private let underscore: UInt8

  /// - Parameters:
  ///   - firstDepth: what the first part is, whatever stands before it.
  ///   - hasUnderscores: whether an underscore is written for a hyphen. In the name of a program it is a letter.
  init(_ start: Int, _ end: Int, firstDepth: Int, hasUnderscores: Bool) {
    next = start
    self.end = end
    first = firstDepth
    underscore = hasUnderscores ? 0x5F : 0x2D
  }

  mutating func next(_ text: Span<UInt8>) -> Part? {
    var depth = -1
    while next < end, isJoint(text[next]) {
      depth = text[next] == 0x20 && depth != 1 ? 2 : 1
      next += 1
    }
    if first > 0, depth >= 0 { depth = first }
    first = 0
    guard next < end else { return nil }
    let start = next
    while next < end, !isJoint(text[next]) { next += 1 }
    return Part(range: ByteRange(start, next), depth: max(depth, 0))
  }

  /// A hyphen, what is written for one, or a blank.
  private func isJoint(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x20 || byte == underscore }
}
