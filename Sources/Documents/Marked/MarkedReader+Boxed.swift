import MarkingModel

// Blocks of labels in a box that is drawn.
extension MarkedReader {
  /// A line of a block in a box that is drawn: `| Classified By: | Jane Doe |`, `+-----+`.
  mutating func takeBoxed(_ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let range = source.withoutBars(start, end)
    guard !range.isEmpty else {
      open?.isAfterBlank = true
      return open != nil
    }
    guard source[start] == 0x7C else { return takeContinuation(ByteRange(start, end), on: line, in: source) }
    if let (label, value) = BlockLabel.read(range.start, range.end, in: source) {
      let value = source.withoutBars(value, range.end).start
      return takeBlockLabel(label, line, range.start, min(value, range.end), range.end, in: source)
    }
    // A row with cells or with a mark is one of a table below the block.
    let isRow = (range.start..<range.end).contains { source[$0] == 0x7C || source[$0] == 0x28 }
    if isRow { closeBlock() }
    return open != nil && takeContinuation(range, on: line, in: source)
  }
}

extension Span where Element == UInt8 {
  /// A range without the bars, blanks and drawn lines at its ends.
  fileprivate func withoutBars(_ start: Int, _ end: Int) -> ByteRange {
    var (from, to) = (start, end)
    while from < to, self[from].isOne(of: "|", "+", "-", "=", " ") { from += 1 }
    while to > from, self[to - 1].isOne(of: "|", "+", "-", "=", " ") { to -= 1 }
    return ByteRange(from, to)
  }
}
