import MarkingModel

// Redactions in brackets that are rare in a text: `<<REDACTED>>`, `<redacted>`, `{REDACTED}`.
extension MarkedReader {
  /// The letters by which the words are found, each in any case.
  private static let sought = [
    ThreeBytes(.anyCase(0x52), .anyCase(0x45), .anyCase(0x54), at: 5),  // REDACT
    ThreeBytes(.anyCase(0x57), .anyCase(0x49), .anyCase(0x44), at: 7),  // WITHHELD
    ThreeBytes(.anyCase(0x44), .anyCase(0x45), .anyCase(0x44), at: 6),  // DELETED
    ThreeBytes(.anyCase(0x45), .anyCase(0x58), .anyCase(0x44), at: 6),  // EXCISED
  ]
  /// Such brackets have no more bytes on either side of the word.
  private static let reach = 48

  /// Looked for only in a copy that was released: elsewhere they are markup or the words of a program.
  mutating func takeOtherBrackets(in source: Span<UInt8>) {
    guard releases.contains(where: \.isRelease) else { return }
    var found: [ByteRange] = []
    for word in Self.sought {
      var at = 0
      while let hit = source.first(word, from: at, to: source.count) {
        at = hit + 1
        if let range = Self.brackets(around: hit, in: source) { found.append(range) }
      }
    }
    guard !found.isEmpty else { return }
    found.sort { $0.start < $1.start }
    var line = SourceLine(start: 0, end: 0, number: 1)
    line.end = Self.lineEnd(0, in: source)
    var last = ByteRange(0, 0)
    for range in found where range != last {
      last = range
      while line.end < range.start {
        let start = source.nextLine(after: line.end)
        line = SourceLine(start: start, end: Self.lineEnd(start, in: source), number: line.number + 1)
      }
      guard let redaction = RedactionEntry.read(range, line, in: source) else { continue }
      redactions.append(redaction)
      add(CodeList.all(in: ByteRange(range.start + 1, range.end - 1), in: source), line, behind: range.start)
      add(CodeList.beside(range.end, line.end, in: source), line, behind: range.end)
    }
    redactions.sort { $0.range.start < $1.range.start }
    sortCodes()
  }

  /// Those in parentheses were read before, with the text.
  private mutating func sortCodes() {
    exemptions.sort { $0.code.range.start < $1.code.range.start }
    var end = -1
    exemptions.removeAll { entry in
      let isKnown = entry.code.range.start < end
      end = max(end, entry.code.range.end)
      return isKnown
    }
  }

  /// The brackets around a word, on its line.
  private static func brackets(around hit: Int, in source: Span<UInt8>) -> ByteRange? {
    var start = hit
    while start > 0, hit - start < reach, source[start] >= 0x20, source[start] != 0x3C, source[start] != 0x7B {
      start -= 1
    }
    guard source[start] == 0x3C || source[start] == 0x7B else { return nil }
    let (open, close): (UInt8, UInt8) = source[start] == 0x3C ? (0x3C, 0x3E) : (0x7B, 0x7D)
    var end = start + 1
    while end < source.count, end - hit < reach, source[end] >= 0x20, source[end] != close { end += 1 }
    guard end > hit, end < source.count, source[end] == close else { return nil }
    end += 1
    while start > 0, end < source.count, source[start - 1] == open, source[end] == close {
      start -= 1
      end += 1
    }
    return ByteRange(start, end)
  }

  private static func lineEnd(_ start: Int, in source: Span<UInt8>) -> Int {
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return end
  }
}
