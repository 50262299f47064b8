import Documents
import MarkingGrammar
import MarkingModel

/// A mark that stands behind its text, at the end of a line: `The quay is sold. (S//NF)`.
enum ClosingMark {
  /// The mark that ends a line which does not begin with it; nil where none does. Behind it stand signs and the number of a
  /// page at most. One letter is a mark behind a sentence, or where `isAlone` says that the line is all of its block; in
  /// `section 501 (C)` it is none. O(line).
  static func read(
    _ line: ByteRange, isAlone: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    var close = line.end
    var digits = 0
    while close > line.start, source[close - 1] < 0x80, !source[close - 1].isLetter,
      !source[close - 1].isOne(of: ")", "]")
    {
      if source[close - 1].isDigit { digits += 1 }
      close -= 1
    }
    guard digits <= 4, close > line.start, source[close - 1].isOne(of: ")", "]") else { return nil }
    let opening = source[close - 1] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    var open = close - 1
    while open > line.start, close - open < 160, source[open] != opening {
      open -= 1
      // `(and (S) the quay)` is no mark.
      if source[open] == source[close - 1] { return nil }
    }
    let mark = ByteRange(open, close)
    guard source[open] == opening, mark.count > 2, opening == UInt8(ascii: "(") || source.holdsSlashes(open, close),
      WithheldLabel.read(open, in: source) == nil
    else { return nil }
    let prefix = ItemPrefix.read(source.skipBlanks(line.start, line.end), open, in: source)
    let text = ByteRange(min(prefix.next, open), source.trimmedEnd(min(prefix.next, open), open))
    guard PortionReader.holdsLetters(text, in: source),
      text.end < open || !source[open - 1].isLetterOrDigit && !source[open - 1].isOne(of: "(", "[", "/", "-")
    else { return nil }
    if !source.holdsSlashes(open, close), !isAlone, !source[text.end - 1].isOne(of: ".", "?", "!", "\"", ")"),
      source[text.end - 1] < 0x80
    {
      return nil
    }
    return MarkStatement.read(mark, in: source, vocabulary).map { TextMark(range: mark, statement: $0, endsLine: true) }
  }
}
