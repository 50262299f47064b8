import Documents
import MarkingModel

/// What may stand before the mark of a block: a number or bullet, the sign of a note, a label of a few words, or what is left
/// of one that is withheld.
enum BlockLead {
  /// Where the first parenthesis of a line opens behind nothing else; nil where other text stands before it. O(1).
  static func end(of line: ByteRange, in source: Span<UInt8>) -> Int? {
    if let mark = ListLabel.markStart(line, in: source) { return mark }
    var at = line.start
    if let label = WithheldLabel.read(at, in: source) { at = source.skipBlanks(label.end, line.end) }
    var words = 1
    var letters = 0
    while at < line.end, source[at] != UInt8(ascii: "(") {
      if at - line.start > 40 { return nil }
      if source[at] == 0x20 { words += 1 }
      if source[at].isLetter || source[at] >= 0x80 { letters += 1 }
      at += 1
    }
    guard at < line.end else { return nil }
    let end = source.trimmedEnd(line.start, at)
    if letters == 0 || end == line.start || ListLabel.isTime(ByteRange(line.start, end), in: source) { return at }
    let isLabel = source[end - 1] == UInt8(ascii: ":") && words <= 5
    let isNumber = letters == 1 && source[end - 1].isOne(of: ".", ")", "]")
    return isLabel || isNumber ? at : nil
  }

  /// Whether what was read as a mark is none of the words and letters in parentheses that look like one: `(c) Order`,
  /// `(S)corporations`, `(C) 2016`.
  static func isMark(_ mark: ByteRange, behind start: Int, in source: Span<UInt8>) -> Bool {
    if source.holdsSlashes(mark.start, mark.end) { return true }
    for i in mark.start..<mark.end where source[i].isSmall { return false }
    let next = source.skipBlanks(mark.end, source.count)
    guard next < source.count else { return true }
    if mark.start > start { return true }
    if next == mark.end, source[next].isLetterOrDigit { return false }
    return
      !(mark.count == 3 && source[mark.start + 1] == UInt8(ascii: "C")
      && (source[next].isDigit || source.hasAnyCase("COPYRIGHT", at: next, end: source.count)))
  }
}
