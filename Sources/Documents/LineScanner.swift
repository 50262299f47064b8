import MarkingModel

/// Cuts bytes into lines, and counts on the way what no text should hold. LF, CRLF and CR end a line.
struct LineScanner: Sendable {
  /// Offset of the next line.
  private(set) var next: Int
  /// The number of the line that was returned last.
  private(set) var number: Int
  /// Bytes that are no UTF-8.
  private(set) var invalid = Tally()
  /// Control characters besides tabs, line ends and form feeds.
  private(set) var controls = Tally()

  /// How many there are, and where the first stands.
  struct Tally: Sendable {
    var count = 0
    var first = 0
    var line = SourceLine(start: 0, end: 0, number: 1)

    fileprivate mutating func add(_ offset: Int, _ start: Int, _ number: Int) {
      if count == 0 {
        first = offset
        line = SourceLine(start: start, end: offset, number: number)
      }
      count += 1
    }
  }

  init(from start: Int = 0, number: Int = 0) {
    next = start
    self.number = number
  }

  /// The next line, or nil after the last. Every byte is looked at once.
  mutating func line(in source: Span<UInt8>) -> SourceLine? {
    let count = source.count
    guard next < count else { return nil }
    let start = next
    number += 1
    var i = start
    while i < count {
      i = source.plainEnd(from: i)
      guard i < count else { break }
      let byte = source[i]
      if byte == 0x0A {
        next = i + 1
        return SourceLine(start: start, end: i, number: number)
      }
      if byte == 0x0D {
        next = i + 1 < count && source[i + 1] == 0x0A ? i + 2 : i + 1
        return SourceLine(start: start, end: i, number: number)
      }
      if byte < 0x80 {
        if byte != 0x09, byte != 0x0C { controls.add(i, start, number) }
        i += 1
      } else {
        let length = source.sequenceLength(at: i)
        if length == 0 { invalid.add(i, start, number) }
        i += max(1, length)
      }
    }
    next = count
    return SourceLine(start: start, end: count, number: number)
  }
}

extension Span where Element == UInt8 {
  /// The first offset from `start` on that holds no printable ASCII byte.
  @inline(__always)
  fileprivate func plainEnd(from start: Int) -> Int {
    var i = start
    let count = count
    // Sixteen at a time: the compiler makes vector instructions of the first inner loop.
    while i <= count - 16 {
      let block = extracting(i..<(i + 16))
      var highest: UInt8 = 0
      for k in block.indices { highest = max(highest, block[k] &- 0x20) }
      if highest >= 0x5F { for k in block.indices where block[k] &- 0x20 >= 0x5F { return i + k } }
      i += 16
    }
    let rest = extracting(i...)
    for k in rest.indices where rest[k] &- 0x20 >= 0x5F { return i + k }
    return count
  }

  /// The length of the UTF-8 sequence at `at`; 0 where none stands there.
  func sequenceLength(at: Int) -> Int {
    let first = self[at]
    let length: Int
    let least: UInt8
    let most: UInt8
    switch first {
    case 0xC2...0xDF: (length, least, most) = (2, 0x80, 0xBF)
    case 0xE0: (length, least, most) = (3, 0xA0, 0xBF)
    case 0xED: (length, least, most) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, least, most) = (3, 0x80, 0xBF)
    case 0xF0: (length, least, most) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, least, most) = (4, 0x80, 0xBF)
    case 0xF4: (length, least, most) = (4, 0x80, 0x8F)
    default: return 0
    }
    guard at + length <= count, self[at + 1] >= least, self[at + 1] <= most else { return 0 }
    var i = at + 2
    while i < at + length {
      guard self[i] & 0xC0 == 0x80 else { return 0 }
      i += 1
    }
    return length
  }
}
