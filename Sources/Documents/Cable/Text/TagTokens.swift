import MarkingModel

/// What stands on the lines of a TAGS block.
struct TagTokens: Sendable {
  enum Token: Sendable {
    /// What stands between blanks and separators.
    case word(ByteRange, on: SourceLine)
    /// A comma or semicolon, or a dash of its own.
    case separator
    /// What stands in parentheses, with them; it may go on over several lines.
    case person(ByteRange, on: SourceLine)
  }

  /// The first link, and how many there are.
  private(set) var anchors: (first: ByteRange, line: SourceLine, count: Int)?
  private let lines: [SourceLine]
  /// The line that is being read, and the next byte of it.
  private var index = 0
  private var at: Int
  /// Where a parenthesis opened that is not closed yet.
  private var open: (start: Int, line: SourceLine)?
  private var count = 0

  /// More than any telegram has: a longer block is no TAGS, and its rest is left out.
  private static let limit = 2000

  init(_ lines: [SourceLine]) {
    self.lines = lines
    at = lines.first?.start ?? 0
  }

  /// The next one; nil after the last. A person may go on in the next line, a code may not.
  mutating func next(in source: Span<UInt8>) -> Token? {
    while index < lines.count {
      if let token = next(on: lines[index], in: source) {
        count += 1
        return token
      }
      index += 1
      if index < lines.count { at = lines[index].start }
    }
    guard let open else { return nil }
    self.open = nil
    return .person(ByteRange(open.start, open.line.end), on: open.line)
  }

  /// The next one of a line.
  private mutating func next(on line: SourceLine, in source: Span<UInt8>) -> Token? {
    while at < line.end, count < Self.limit {
      if let person = open {
        guard let close = source.first(0x29, from: at, to: line.end) else { return nil }
        open = nil
        at = close + 1
        return .person(ByteRange(person.start, close + 1), on: person.line)
      }
      let width = source.blank(at: at, end: line.end)
      if width > 0 {
        at += width
        continue
      }
      switch source[at] {
      case 0x28:
        open = (at, line)
        at += 1
      case 0x2C, 0x3B:
        at += 1
        return .separator
      case 0x5B:
        at += 1
      case 0x5D:
        at = takeAnchor(at, line, in: source)
      default:
        if let token = takeWord(line, in: source) { return token }
      }
    }
    return nil
  }

  /// The target of a link, after its text: `](#)`.
  private mutating func takeAnchor(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> Int {
    guard at + 1 < line.end, source[at + 1] == 0x28, let close = source.first(0x29, from: at + 2, to: line.end) else {
      return at + 1
    }
    // The link begins with the bracket before its text.
    var first = at
    while first > line.start, at - first < 32, source[first] != 0x5B { first -= 1 }
    anchors = anchors.map { ($0.first, $0.line, $0.count + 1) } ?? (ByteRange(first, close + 1), line, 1)
    return close + 1
  }

  private mutating func takeWord(_ line: SourceLine, in source: Span<UInt8>) -> Token? {
    let start = at
    var end = at
    while end < line.end, source.blank(at: end, end: line.end) == 0,
      !source[end].isOne(of: ",", ";", "(", ")", "[", "]")
    { end += 1 }
    at = max(end, start + 1)
    if end == start { return nil }
    var word = ByteRange(start, end)
    while word.count > 1, source[word.end - 1].isOne(of: ".", ":") { word.end -= 1 }
    let isDash = word.count <= 2 && source[start].isOne(of: "-", ".", "/", ":", "*")
    return isDash ? .separator : .word(word, on: line)
  }
}

extension Span where Element == UInt8 {
  /// The offset of the first `byte` in a range.
  func first(_ byte: UInt8, from: Int, to: Int) -> Int? {
    var i = from
    while i < to {
      if self[i] == byte { return i }
      i += 1
    }
    return nil
  }
}
