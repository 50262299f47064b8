import MarkingModel

/// The words of a few lines as one line: capitals, one blank between two words, each byte with its place. For short
/// parts of the heading, whose words may stand on either side of a line end; never for the body.
struct JoinedText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each byte stands in the source.
  private var offsets: [Int] = []
  /// The lines, with the index of the first byte of each.
  private var lines: [(start: Int, line: SourceLine)] = []
  private let limit: Int

  /// `limit` is the number of bytes after which the rest is left out.
  init(limit: Int) { self.limit = limit }

  /// Begins anew, in the same storage.
  mutating func removeAll() {
    guard !bytes.isEmpty else { return }
    bytes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  /// Makes room for the bytes of a line.
  private mutating func reserve(_ count: Int) {
    let count = min(limit, bytes.count + count + 1)
    if bytes.capacity < count {
      bytes.reserveCapacity(max(count, 2 * bytes.count))
      offsets.reserveCapacity(max(count, 2 * bytes.count))
    }
  }

  var isEmpty: Bool { bytes.isEmpty }
  /// The last byte that is no blank.
  var last: UInt8? { bytes.last { $0 != 0x20 } }

  /// Adds a part of a line; what is added before it is another word.
  mutating func add(_ line: SourceLine, from: Int, to: Int, in source: Span<UInt8>) {
    let room = max(0, min(limit - bytes.count, to - from)) + 1
    reserve(to - from)
    var last = bytes.last ?? 0x20
    if last != 0x20 {
      bytes.append(0x20)
      offsets.append(from)
      last = 0x20
    }
    lines.append((bytes.count, line))
    let count = bytes.count
    bytes.append(addingCapacity: room) { bytes in
      offsets.append(addingCapacity: room) { offsets in
        var i = from
        while i < to, count &+ bytes.count < limit {
          let width = source.blank(at: i, end: to)
          let byte = width > 0 ? 0x20 : source[i].capital
          if byte != 0x20 || last != 0x20 {
            bytes.append(byte)
            offsets.append(i)
            last = byte
          }
          i &+= max(width, 1)
        }
      }
    }
  }

  /// The range in the source of a range of its bytes, which must not be empty.
  func range(_ part: Range<Int>) -> ByteRange {
    ByteRange(offsets[part.lowerBound], offsets[part.upperBound - 1] + 1)
  }

  /// Whether a byte is a small letter in the source.
  func isSmall(_ index: Int, in source: Span<UInt8>) -> Bool { source[offsets[index]].isSmall }

  /// The place of a range of its bytes, which must not be empty.
  func place(_ part: Range<Int>, _ ruler: inout Ruler, in source: Span<UInt8>) -> Place {
    let line = lines.last { $0.start <= part.lowerBound }?.line ?? lines[0].line
    return ruler.place(range(part), on: line, in: source)
  }

  /// The number of the line that a byte comes from.
  func line(at index: Int) -> Int { (lines.last { $0.start <= index }?.line ?? lines[0].line).number }

  /// A range without the blanks at its ends.
  func trimmed(_ part: Range<Int>) -> Range<Int> {
    var part = part
    while !part.isEmpty, bytes[part.lowerBound] == 0x20 { part.removeFirst() }
    while !part.isEmpty, bytes[part.upperBound - 1] == 0x20 { part.removeLast() }
    return part
  }
}
