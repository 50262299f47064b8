import MarkingGrammar
import MarkingModel

// Blocks of labels and notices in a box that is drawn.
extension MarkedReader {
  /// A line of a block or the first of a notice in a box that is drawn: `| Classified By: | Jane Doe |`, `+-----+`.
  mutating func takeBoxed(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let range = source.withoutBox(start, end)
    guard !range.isEmpty else {
      open?.isAfterBlank = true
      return open != nil
    }
    guard source[start] != 0x2B else { return takeContinuation(ByteRange(start, end), on: line, in: source) }
    if let (label, value) = BlockLabel.read(range.start, range.end, in: source) {
      let value = source.withoutBox(value, range.end).start
      return takeBlockLabel(label, line, range.start, min(value, range.end), range.end, in: source)
    }
    if takeBoxedNotice(line, range, in: source, vocabulary) { return true }
    // A row with cells or with a mark is one of a table below the block.
    let isRow = (range.start..<range.end).contains { source[$0] == 0x7C || source[$0] == 0x28 }
    if isRow { closeBlock() }
    return open != nil && takeContinuation(range, on: line, in: source)
  }

  /// A notice whose first line is one of the box. Cells are those of a table, and a line that begins small goes on.
  private mutating func takeBoxedNotice(
    _ line: SourceLine, _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard isAfterBlank || mayBegin, !(range.start..<range.end).contains(where: { source[$0] == 0x7C }) else {
      return false
    }
    let start = source.skipMark(range.start, range.end)
    guard start < range.end, !source[start].isSmall || isAfterBlank, source.isInBox(start) else { return false }
    return takeNotice(start, range.end, line, in: source, vocabulary)
  }
}
