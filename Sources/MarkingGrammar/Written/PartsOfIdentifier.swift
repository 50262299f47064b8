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
  private var depth = 0

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    next = start
    self.end = end
  }

  mutating func next(_ text: Span<UInt8>) -> Part? {
    while next < end, text[next] == 0x2D || text[next] == 0x20 {
      depth = text[next] == 0x2D ? 1 : depth == 0 ? 2 : 2
      next += 1
    }
    guard next < end else { return nil }
    let start = next
    while next < end, text[next] != 0x2D, text[next] != 0x20 { next += 1 }
    return Part(range: ByteRange(start, next), depth: depth)
  }
}
