import MarkingModel

/// A paper as its readers take it: blanks of any width are spaces but those between the words of a marking, of which it
/// is said what they are written with. The sign that Markdown is told by to leave a bracket, a slash or the point of a
/// number alone is not seen: `1\. \(S//NF\)`.
struct PaperText: Sendable {
  private(set) var copy = CopiedText()

  /// Nil where there is nothing to change, as in most papers.
  init?(_ source: Span<UInt8>, from start: Int) {
    var taken = 0
    var at = source.nextSign(from: start)
    while at < source.count {
      let (scalar, length) = source.character(at: at)
      let range = ByteRange(at, at + length)
      if source[at] >= 0x80, (scalar ?? StrayByte(source[at]).sign)?.isBlank == true,
        !source.isInMarking(range)
      {
        if taken == 0 { copy = CopiedText(reserving: source.count) }
        copy.copy(ByteRange(taken, at), of: source)
        copy.put(" ", for: range)
        taken = range.end
      } else if source.isEscape(at) {
        if taken == 0 { copy = CopiedText(reserving: source.count) }
        copy.copy(ByteRange(taken, at), of: source)
        taken = range.end
      }
      at = source.nextSign(from: range.end)
    }
    guard taken > 0 else { return nil }
    copy.copy(ByteRange(taken, source.count), of: source)
  }
}

extension Span where Element == UInt8 {
  /// Whether a backslash stands at an offset before a sign that a marking or the number of a portion has.
  fileprivate func isEscape(_ at: Int) -> Bool {
    self[at] == 0x5C && at + 1 < count
      && (self[at + 1].isOne(of: "(", ")", "[", "]", "/")
        || self[at + 1] == 0x2E && at > 0 && self[at - 1].isLetterOrDigit)
  }

  /// Whether a blank may stand between words of a marking: capitals, or the signs between them, stand on either side.
  fileprivate func isInMarking(_ blank: ByteRange) -> Bool {
    guard blank.start > 0, blank.end < count else { return false }
    let (before, behind) = (self[blank.start - 1], self[blank.end])
    return (before.isCapital || before.isOne(of: "/", ",", "-", "("))
      && (behind.isCapital || behind.isOne(of: "/", ")"))
  }
}
