import MarkingGrammar
import MarkingModel

extension DeclassificationValue {
  /// What follows DNG: the level to which it is downgraded may stand before the date, and DECL behind it says when it is
  /// declassified (`DNG: C 10/26/2012 DECL: 10/26/2019`).
  static func downgraded(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue {
    let start = skipPunctuation(levelEnd(range, in: source, vocabulary), range.end, in: source)
    let value = declassified(.dng, ByteRange(start, range.end), in: source, vocabulary)
    guard value.dateDefect == DateDefect.none,
      let date = WrittenDate.read(at: start, range.end, in: source, vocabulary)
    else { return value }
    let next = skipPunctuation(date.end, range.end, in: source)
    guard source.hasAnyCase("DECL", at: next, end: range.end) else { return value }
    return keyword(ByteRange(next, range.end), in: source, vocabulary) ?? value
  }

  /// The offset after a level (`UNCLAS`, `CONFIDENTIAL`, `C`) with which a range begins; its start where none does.
  private static func levelEnd(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int {
    if let match = vocabulary.levels.longest(in: source, at: range.start, end: range.end) { return match.end }
    let after = source.wordEnd(range.start, range.end)
    for letters in ["U", "C", "S"] where source.equals(ByteRange(range.start, after), letters) { return after }
    return range.start
  }
}
