import Documents
import MarkingModel

/// What names an entry of a list before its mark, beside numbers, letters and bullets: the raised number or dagger of a
/// footnote, `² (U) Yearbook`, the number of a note, `[ii] (U) Yearbook`, the name of an attachment or a table,
/// `Tab C - (S//NF) Letter`, and `Q3:` and `A:` of questions.
enum ListLabel {
  /// Where the mark of a line opens behind such a label; nil where none does. O(1).
  static func markStart(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard !line.isEmpty,
      source[line.start] >= 0x80 || source[line.start].isLetter || source[line.start] == UInt8(ascii: "["),
      let end = note(line, in: source) ?? roman(line, in: source) ?? paperEnd(line, in: source)
        ?? caption(line, in: source)
        ?? QuestionLabel.end(line.start, line.end, in: source)
    else { return nil }
    let next = source.skipBlanks(end, line.end)
    return next < line.end && source[next] == UInt8(ascii: "(") ? next : nil
  }

  private static func note(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    var at = line.start
    for _ in 0..<3 {
      guard let sign = raised.first(where: { source.has($0, at: at, end: line.end) }) else { break }
      at += sign.utf8.count
    }
    return at > line.start ? at : nil
  }

  /// `[ii]`, as some programs number the notes at the end.
  private static func roman(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard source[line.start] == UInt8(ascii: "[") else { return nil }
    var at = line.start + 1
    while at < line.end, at - line.start < 9, source[at].isOne(of: "i", "v", "x", "l", "c") { at += 1 }
    return at > line.start + 1 && at < line.end && source[at] == UInt8(ascii: "]") ? at + 1 : nil
  }

  /// Whether a range is a time of day, as in a list of what happened when: `0915`, `09:15Z`, `0915-0930`. O(1).
  static func isTime(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    guard range.count < 20 else { return false }
    let times = source.bytes(Pieces.trimmed(range, in: source)).split { $0 == UInt8(ascii: "-") }
    return (1...2).contains(times.count)
      && times.allSatisfy { time in
        let digits = time.filter(\.isDigit).map { Int($0 - 0x30) }
        let rest = time.drop { $0.isDigit || $0.isOne(of: ":", ".", " ") }
        guard digits.count == 4, rest.count < 2, rest.allSatisfy(\.isLetter) else { return false }
        return digits[0] * 10 + digits[1] < 24 && digits[2] < 6
      }
  }

  private static let raised = [
    "\u{B9}", "\u{B2}", "\u{B3}", "\u{2070}", "\u{2074}", "\u{2075}", "\u{2076}", "\u{2077}", "\u{2078}", "\u{2079}",
    "\u{2020}", "\u{2021}",
  ]

  /// Where `Tab C -` ends. A sign closes it: a sentence may begin its line with `Tab C`.
  static func paperEnd(_ line: ByteRange, in source: Span<UInt8>) -> Int? { end(of: papers, closing, line, in: source) }

  /// `Table 1.`, `Figure 2:`
  private static func caption(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    end(of: pictures, closing + ["."], line, in: source)
  }

  private static func end(
    of names: [String], _ closing: [String], _ line: ByteRange, in source: Span<UInt8>
  ) -> Int? {
    guard let word = names.first(where: { source.hasWordAnyCase($0, at: line.start, end: line.end) }) else {
      return nil
    }
    let start = source.skipBlanks(line.start + word.utf8.count, line.end)
    var at = start
    while at < line.end, at - start < 4, source[at].isLetterOrDigit { at += 1 }
    guard at > start, at - start < 4 else { return nil }
    let sign = source.skipBlanks(at, line.end)
    return closing.first { source.has($0, at: sign, end: line.end) }.map { sign + $0.utf8.count }
  }

  private static let papers = [
    "TAB", "ANNEX", "APPENDIX", "ATTACHMENT", "ATCH", "ATT", "ENCLOSURE", "ENCL", "EXHIBIT",
  ]
  private static let pictures = ["TABLE", "FIGURE", "CHART", "MAP", "PHOTO", "BOX"]
  private static let closing = ["-", ":", "\u{2013}", "\u{2014}"]
}
