import MarkingGrammar
import MarkingModel

// Marks with signs that look the same as those of a keyboard, or that show nothing.
extension PortionStart {
  /// Reads the mark that a portion begins with, though it may be a mark only for the eye.
  @inline(__always)
  static func seen(
    _ at: Int, _ end: Int, inMarked: Bool, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    guard DisguisedMark.mayBegin(at, end, in: source) else { return nil }
    if source[at] == 0x28,
      let mark = read(at, end, inMarked: inMarked, &marks, in: source, vocabulary)
    {
      return mark
    }
    return inMarked ? disguised(at, end, &marks, in: source, vocabulary) : nil
  }

  /// A mark that is read as what it is seen as, below a banner.
  private static func disguised(
    _ at: Int, _ end: Int, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    guard let found = DisguisedMark.read(at, end, in: source) else { return nil }
    let plain = found.seen.span
    let hasSlashes = plain.holdsSlashes(0, plain.count - 1)
    guard hasSlashes || found.isBeforeText(end, in: source) else { return nil }
    let known =
      marks.find(found.range, .portion, in: source)
      ?? marks.add(reading(found.range, in: source, vocabulary), found.range, .portion, in: source)
    guard marks[known].isMarking else { return nil }
    return PortionStart(
      mark: known, start: at, end: marks[known].range(at: at).end, isLetter: plain.count == 3,
      isForeign: found.hasForeignLetters && !hasSlashes)
  }
}
