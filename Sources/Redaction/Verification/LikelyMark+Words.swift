import Documents
import MarkingModel

// Marks of which the words say that they may be some: what stands before them, and behind.
extension LikelyMark {
  /// Behind the number of a footnote: `[^1]: `, `[1]: `, `[1] `; nil where none stands there.
  static func footnote(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard !line.isEmpty, source[line.start] == UInt8(ascii: "[") else { return nil }
    var at = line.start + 1
    if at < line.end, source[at] == UInt8(ascii: "^") { at += 1 }
    let number = at
    while at < line.end, source[at].isLetterOrDigit, at - number < 8 { at += 1 }
    guard at > number, at < line.end, source[at] == UInt8(ascii: "]"),
      source[number].isDigit || source[number - 1] == UInt8(ascii: "^")
    else { return nil }
    at += 1
    if at < line.end, source[at] == UInt8(ascii: ":") { at += 1 }
    let next = source.skipBlanks(at, line.end)
    return next > at && next < line.end ? next : nil
  }

  /// `SECRET The plan is old`: the name of a level in capitals before a sentence that is written in small letters.
  static func beforeText(_ at: Int, _ end: Int, in source: Span<UInt8>) -> LikelyMark? {
    guard let (level, after, isSpaced) = DamagedMark.level(at, end, in: source), !isSpaced,
      !(at..<after).contains(where: { source[$0].isSmall })
    else { return nil }
    let text = ByteRange(source.skipBlanks(after, end), end)
    guard text.start > after, text.start < end, source[text.start].isCapital, !isOfForm(after, end, in: source),
      HeadText.isText(text, in: source)
    else { return nil }
    return LikelyMark(range: ByteRange(at, after), statement: PortionStatement(level: level))
  }

  /// `SECRET - ENTIRE TEXT`, `CONFIDENTIAL — Reason: 1.4(d)`: what follows is no text of its own.
  static func isOfForm(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var i = at
    while i < end, !source[i].isLetterOrDigit { i += 1 }
    return forms.contains { source.hasAnyCase($0, at: i, end: end) }
  }

  private static let forms = [
    "ENTIRE TEXT", "REASON:", "REASONS:", "DECLASSIFY ON", "CLASSIFIED BY:", "DERIVED FROM:",
  ]
}
