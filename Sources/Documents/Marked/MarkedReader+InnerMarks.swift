import MarkingGrammar
import MarkingModel

// Marks that stand further on in a line: in the cells of a row, behind a label, before a second sentence.
extension MarkedReader {
  /// Takes the marks of a line of text that do not begin it.
  mutating func takeInnerMarks(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    for hit in hits where hit > start && source[hit] == 0x28 && portions.last?.start ?? -1 < hit {
      if let last = portions.last?.mark, last.end > hit { continue }
      guard PortionStart.mayBegin(hit, end, in: source), let place = place(of: hit, line, start, end, in: source),
        let mark = PortionStart.read(hit, end, inMarked: true, &marks, in: source, vocabulary),
        isSure(mark, place, end, in: source)
      else { continue }
      if place == .label, let last = portions.indices.last, portions[last].line.number == line.number,
        portions[last].mark == nil
      {
        portions[last].mark = mark
        portions[last].isInner = true
        continue
      }
      var portion = PortionEntry(
        kind: place == .cell ? .cell : .paragraph, depth: 0, line: line, start: hit, mark: mark)
      portion.isInner = true
      add(portion)
    }
  }

  /// Where in its line a parenthesis stands that may hold a mark.
  private enum InnerPlace { case cell, label, sentence }

  private func place(
    of hit: Int, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>
  ) -> InnerPlace? {
    var before = hit
    while before > start, source[before - 1] == 0x20 || source[before - 1] == 0x09 { before -= 1 }
    guard before > start else { return nil }
    let blanks = hit - before
    let last = source[before - 1]
    if last == 0x7C || last != 0x3A && (blanks > 2 || blanks > 0 && source[before] == 0x09) { return .cell }
    guard blanks > 0 else { return nil }
    // `Source:`, `5. Conclusion:`, `[1]`, `1`: a few words at the start of a paragraph.
    if hit - start <= 40, isAfterBlank || mayBegin || ItemPrefix.read(start, end, in: source).kind != .none,
      last.isOne(of: ":", ".", "]") || last.isDigit || last >= 0x80, source.countWords(start, before) <= 4
    {
      return .label
    }
    return last.isOne(of: ".", "?", "!", "\"", ")", "]") ? .sentence : nil
  }

  /// Whether it is a mark of this document and no word about marks.
  private func isSure(_ mark: PortionStart, _ place: InnerPlace, _ end: Int, in source: Span<UInt8>) -> Bool {
    let it = marks[mark.mark]
    if place == .cell {
      // One letter is a mark in a row whose other cells have marks.
      return it.hasSlashes || portions.last.map { $0.mark != nil && $0.line.end >= mark.start } ?? false
    }
    guard it.hasSlashes, it.classification != nil else { return false }
    let next = source.skipBlanks(min(mark.end, end), end)
    // A label stands for text that is withheld.
    return next < end && (source[next].isCapital || source[next].isDigit || source[next] == UInt8(ascii: "["))
  }
}

extension Span where Element == UInt8 {
  /// How many words stand in a range, by the blanks between them.
  fileprivate func countWords(_ start: Int, _ end: Int) -> Int {
    var words = 1
    for i in start..<end where self[i] == 0x20 { words += 1 }
    return words
  }
}
