import Documents
import MarkingModel

/// What names an entry of a list before its mark, beside numbers, letters and bullets: the raised number or dagger of a
/// footnote, `² (U) Yearbook`, the name of an attachment, `Tab C - (S//NF) Letter`, and `Q3:` and `A:` of questions.
enum ListLabel {
  /// Where the mark of a line opens behind such a label; nil where none does. O(1).
  static func markStart(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard !line.isEmpty, source[line.start] >= 0x80 || source[line.start].isLetter,
      let end = note(line, in: source) ?? attachment(line, in: source)
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

  private static let raised = [
    "\u{B9}", "\u{B2}", "\u{B3}", "\u{2070}", "\u{2074}", "\u{2075}", "\u{2076}", "\u{2077}", "\u{2078}", "\u{2079}",
    "\u{2020}", "\u{2021}",
  ]

  /// A sign closes it: a sentence may begin its line with `Tab C`.
  private static func attachment(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard let word = papers.first(where: { source.hasWordAnyCase($0, at: line.start, end: line.end) }) else {
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
  private static let closing = ["-", ":", "\u{2013}", "\u{2014}"]
}
