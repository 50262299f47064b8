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

  /// The bytes that are looked at together.
  private var chunks: TextChunks
  /// The first word of the next line that may matter, as far as it was looked at; `max` where none does.
  private var trigger = Int.max
  /// The first offset that is not taken yet: a line end of two bytes and a character of some reach behind their first.
  private var resume: Int

  init(from start: Int = 0, number: Int = 0) {
    next = start
    resume = start
    self.number = number
    chunks = TextChunks(endingAt: start)
  }

  /// The next line, or nil after the last. Every byte is looked at once; on the way the words are found that may matter
  /// to the reader of the text, so that it need not look at the others again.
  mutating func line(in source: Span<UInt8>) -> SourceLine? {
    let count = source.count
    guard next < count else { return nil }
    number &+= 1
    var line = SourceLine(start: next, end: count, number: number)
    line.isPrintable = true
    while true {
      if let at = chunks.takeSpecial(noting: &trigger) {
        guard at >= resume else { continue }
        let byte = source[at]
        if byte == 0x0A || byte == 0x0D {
          line.end = at
          endLine(with: byte, at, in: source)
          break
        }
        line.isPrintable = false
        resume = at &+ takeUnprintable(byte, at, line, in: source)
      } else if chunks.end < count {
        chunks.advance(in: source)
      } else {
        next = count
        break
      }
    }
    line.trigger = trigger
    trigger = .max
    return line
  }

  /// The end of the next line, where nothing but printable ASCII stands in it, a line end behind it, and no word that
  /// may matter; nil, and no line is taken, for any other. `line` would return the same one.
  @inline(__always)
  mutating func plainLineEnd(in source: Span<UInt8>) -> Int? {
    while trigger == .max, !chunks.hasTrigger {
      guard let at = chunks.nextSpecial else {
        guard chunks.end < source.count else { return nil }
        chunks.advance(in: source)
        continue
      }
      if at < resume {
        chunks.takeSpecial()
        continue
      }
      let byte = source[at]
      if byte == 0x0A {
        next = at &+ 1
      } else {
        guard byte == 0x0D else { return nil }
        endLine(with: byte, at, in: source)
      }
      chunks.takeSpecial()
      number &+= 1
      return at
    }
    return nil
  }

  /// Takes plain lines (`CTextScan` says which) as long as they follow one another. `line` would return the same ones.
  @inline(__always)
  mutating func takePlainLines(into run: inout PlainRun, in source: Span<UInt8>) {
    guard trigger == .max, next > 0, source[next &- 1] == 0x0A else { return }
    let before = run.count
    var start = next
    while true {
      var (ends, isWhole) = chunks.takePlainEnds(from: start)
      while ends != 0 {
        let end = chunks.start &+ ends.trailingZeroBitCount
        ends &= ends &- 1
        run.add(ByteRange(start, end))
        start = end &+ 1
      }
      guard isWhole, chunks.end < source.count else { break }
      chunks.advance(in: source)
    }
    number &+= run.count &- before
    next = start
    resume = start
  }

  /// Takes an empty line that a line feed ends. False, and none is taken, where another comes next.
  @inline(__always)
  mutating func takeEmptyLine(in source: Span<UInt8>) -> Bool {
    guard trigger == .max, chunks.nextSpecial == next, source[next] == 0x0A else { return false }
    chunks.takeSpecial()
    next &+= 1
    resume = next
    number &+= 1
    return true
  }

  /// Ends a line before the byte at `at`.
  @inline(__always)
  private mutating func endLine(with byte: UInt8, _ at: Int, in source: Span<UInt8>) {
    next = byte == 0x0D && at &+ 1 < source.count && source[at &+ 1] == 0x0A ? at &+ 2 : at &+ 1
    resume = next
  }

  /// Counts a byte that is neither printable ASCII nor a line end; the length of what begins with it.
  private mutating func takeUnprintable(_ byte: UInt8, _ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> Int {
    if byte < 0x80 {
      if byte != 0x09, byte != 0x0C { controls.add(at, line.start, line.number) }
      return 1
    }
    let length = source.sequenceLength(at: at)
    if length == 0 { invalid.add(at, line.start, line.number) }
    return max(1, length)
  }
}

extension Span where Element == UInt8 {
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
