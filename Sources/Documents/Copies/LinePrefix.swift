import MarkingModel

/// What a program puts before every line of a text that it copies: the sign of a quotation, or the number of the line.
/// A document is read without it.
enum LinePrefix: Sendable, Equatable {
  case quotation
  /// Numbers that follow on each other, from this one on.
  case number(first: Int)

  /// Looks for a prefix, line by line.
  struct Search: Sendable {
    private var lines = 0
    private var quoted = 0
    /// Numbers that follow on each other at the start of lines that do.
    private var numbered = 0
    private var first = 0
    private var last = (number: -1, line: -1)

    /// So many lines may begin with a sign, or with the next number, without being copied.
    private static let fewest = 4
    private static let fewestNumbered = 8

    /// Takes a line that is not blank, from its first byte that is no blank.
    @inline(__always)
    mutating func look(_ key: LineKey, _ start: Int, _ end: Int, in source: Span<UInt8>) {
      lines &+= 1
      if key.first == 0x3E {
        quoted &+= 1
      } else if key.first.isDigit {
        lookAtNumber(start, end, in: source)
      }
    }

    private mutating func lookAtNumber(_ start: Int, _ end: Int, in source: Span<UInt8>) {
      guard numbered < Self.fewestNumbered, let number = LinePrefix.number(start, end, in: source)?.value else {
        return
      }
      let follows = number == last.number + 1
      if !follows { first = number }
      numbered = follows && lines == last.line + 1 ? numbered + 1 : 1
      last = (number, lines)
    }

    /// The prefix that enough lines have; nil for none.
    var found: LinePrefix? {
      if quoted >= Self.fewest { return .quotation }
      return numbered >= Self.fewestNumbered ? .number(first: first) : nil
    }
  }

  /// The number of a line at its first byte that is no blank, with the sign behind it (`12`, `12:`, `12.`, `12|`).
  fileprivate static func number(_ start: Int, _ end: Int, in source: Span<UInt8>) -> (value: Int, end: Int)? {
    let number = source.number(at: start, end: end)
    guard (1...6).contains(number.digits) else { return nil }
    var next = number.end
    if next < end, source[next].isOne(of: ":", ".", ")", "|") { next += 1 }
    // `12:text`, as programs that search print it, or a blank.
    guard next == end || next > number.end && source[number.end] == 0x3A || source.blank(at: next, end: end) > 0 else {
      return nil
    }
    return (number.value, next)
  }

  /// The least length of a line that a program may have broken, in bytes.
  private static let full = 60

  /// The lines that have the prefix, without it; the others are empty there, as they belong to who copied the text.
  /// O(bytes).
  func text(of source: Span<UInt8>, from start: Int) -> CopiedText {
    let margin = margin(of: source, from: start)
    var lines = Lines(prefix: self, margin: margin, source, from: start)
    var text = CopiedText(reserving: source.count)
    var wasKept = false
    // A line that was too long for the program that copied it goes on without the prefix. What begins like a portion is
    // the answer's.
    var rest: ByteRange?
    while let (line, kept) = lines.next(in: source) {
      if let kept {
        if let wrapped = rest { text.copy(wrapped, of: source) }
        text.copy(ByteRange(kept, lines.at), of: source)
        wasKept = line.count >= Self.full && source.skipBlanks(kept, line.end) < line.end
        rest = nil
      } else {
        if let gone = rest { text.copy(ByteRange(lineEnd(gone, in: source), gone.end), of: source) }
        rest = nil
        let whole = ByteRange(line.start, lines.at)
        let first = source.skipBlanks(line.start, line.end)
        if wasKept, first < line.end, !source[first].isDigit, source[first] != 0x28 {
          rest = whole
        } else {
          text.copy(ByteRange(line.end, lines.at), of: source)
        }
        wasKept = false
      }
    }
    return text
  }

  /// Where the end of a line begins that is given with it.
  private func lineEnd(_ line: ByteRange, in source: Span<UInt8>) -> Int {
    var end = line.end
    while end > line.start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The column where the text of numbered lines begins: the least of all lines.
  private func margin(of source: Span<UInt8>, from start: Int) -> Int {
    guard case .number = self else { return 0 }
    var lines = Lines(prefix: self, margin: 0, source, from: start)
    var margin = Int.max
    while let (line, kept) = lines.next(in: source) {
      guard let kept else { continue }
      let first = source.skipBlanks(kept, line.end)
      if first < line.end { margin = min(margin, first - line.start) }
    }
    return margin == .max ? 0 : margin
  }

  /// The lines of a text, each with where its text begins behind the prefix; nil for a line without it.
  private struct Lines {
    let prefix: LinePrefix
    let margin: Int
    /// The start of the next line.
    private(set) var at: Int
    /// The last number. A program may count each page anew.
    private var number: Int?

    init(prefix: LinePrefix, margin: Int, _ source: Span<UInt8>, from start: Int) {
      self.prefix = prefix
      self.margin = margin
      at = start
    }

    mutating func next(in source: Span<UInt8>) -> (line: ByteRange, kept: Int?)? {
      guard at < source.count else { return nil }
      let start = at
      let end = source.firstLineEnd(from: start)
      at = min(source.count, source.nextLine(after: end))
      let first = source.skipBlanks(start, end)
      let kept = first < end ? textStart(start, first, end, in: source) : nil
      return (ByteRange(start, end), kept)
    }

    private mutating func textStart(_ start: Int, _ first: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
      switch prefix {
      case .quotation:
        var next = first
        var last: Int?
        while next < end, source[next] == 0x3E {
          last = next + 1
          next = source.skipBlanks(next + 1, end)
        }
        return last.map { afterBlank($0, end, in: source) }
      case .number(let least):
        guard let found = LinePrefix.number(first, end, in: source),
          number.map({ found.value == $0 + 1 || found.value == 1 }) ?? (found.value == least)
        else { return nil }
        number = found.value
        if margin > found.end - start { return min(start + margin, end) }
        return afterBlank(found.end, end, in: source)
      }
    }

    private func afterBlank(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
      at < end && (source[at] == 0x20 || source[at] == 0x09) ? at + 1 : at
    }
  }
}

extension Span where Element == UInt8 {
  /// The offset of the line end at or behind an offset; the end of the text where none comes.
  func firstLineEnd(from start: Int) -> Int {
    var i = firstLowControl(from: start, to: count)
    while i < count, self[i] != 0x0A, self[i] != 0x0D { i = firstLowControl(from: i &+ 1, to: count) }
    return i
  }
}
