import MarkingGrammar
import MarkingModel

// The cells of a table that is drawn with upright strokes.
extension MarkedReader {
  /// The cells of a row: `| (U) Harbour | (S//NF) Depth |`.
  mutating func takeCells(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    candidates.beginRow(line.number)
    var column = 0
    for hit in hits where source[hit] == 0x7C {
      column += 1
      let at = source.skipBlanks(hit + 1, end)
      guard at < end else { break }
      guard let mark = PortionStart.seen(at, end, inMarked: !banners.isEmpty, &marks, in: source, vocabulary) else {
        takeCell(column, at, source.first(0x7C, from: at, to: end) ?? end, line, in: source)
        continue
      }
      candidates.note(markedColumn: column)
      add(PortionEntry(kind: .cell, depth: 0, line: line, start: at, mark: mark))
    }
  }

  /// Takes the text of a cell without a mark below one of its column that has one.
  private mutating func takeCell(_ column: Int, _ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>) {
    guard candidates.isMarked(column: column), source.isProse(at, end, isItem: false) else { return }
    candidates.add(PortionEntry(kind: .cell, depth: 0, line: line, start: at, mark: nil))
  }
}
