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

  private(set) var tokens: [Token] = []
  /// The first link, and how many there are.
  private(set) var anchors: (first: ByteRange, line: SourceLine, count: Int)?

  /// More than any telegram has: a longer block is no TAGS, and its rest is left out.
  private static let limit = 2000

  init(_ lines: [SourceLine], in source: Span<UInt8>) {
    var open: (start: Int, line: SourceLine)?
    tokens.reserveCapacity(16)
    for line in lines {
      var i = line.start
      while i < line.end, tokens.count < Self.limit {
        if let person = open {
          guard let close = source.first(0x29, from: i, to: line.end) else { break }
          tokens.append(.person(ByteRange(person.start, close + 1), on: person.line))
          open = nil
          i = close + 1
          continue
        }
        let width = source.blank(at: i, end: line.end)
        if width > 0 {
          i += width
          continue
        }
        switch source[i] {
        case 0x28:
          open = (i, line)
          i += 1
        case 0x2C, 0x3B:
          tokens.append(.separator)
          i += 1
        case 0x5B:
          i += 1
        case 0x5D:
          i = takeAnchor(i, line, in: source)
        default:
          i = takeWord(i, line, in: source)
        }
      }
      // One word may go on in the next line only where nothing separates them: an item may wrap, a code may not.
    }
    if let open { tokens.append(.person(ByteRange(open.start, open.line.end), on: open.line)) }
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

  private mutating func takeWord(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> Int {
    var end = at
    while end < line.end, source.blank(at: end, end: line.end) == 0,
      !source[end].isOne(of: ",", ";", "(", ")", "[", "]")
    { end += 1 }
    if end == at { return at + 1 }
    var word = ByteRange(at, end)
    while word.count > 1, source[word.end - 1].isOne(of: ".", ":") { word.end -= 1 }
    let isDash = word.count <= 2 && source[at].isOne(of: "-", ".", "/", ":", "*")
    tokens.append(isDash ? .separator : .word(word, on: line))
    return end
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
