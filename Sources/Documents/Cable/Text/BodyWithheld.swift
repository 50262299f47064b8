import MarkingGrammar
import MarkingModel

// What a release took out of the text.
extension BodyReader {
  /// Says of each marked paragraph and sub-paragraph whether its text was taken out. What a release took out is told of
  /// each by itself.
  mutating func judgeWithheld(in source: Span<UInt8>, _ marks: MarkTable) {
    isWholeWithheld = !paragraphs.contains(where: \.hasLegalMark) && isRestWithheld(in: source)
    let isRestWithheld = metrics.isEntireText && isRestWithheld(in: source)
    var next = 0
    for index in paragraphs.indices {
      let parts = next..<(next + paragraphs[index].subparagraphCount)
      let end = paragraphs[index].place.range.end
      let textEnd = parts.isEmpty ? end : subparagraphs[next].place.range.start
      if paragraphs[index].hasLegalMark {
        paragraphs[index].isWithheld =
          paragraphs[index].holdsOnlyLabels(to: textEnd, in: source, marks)
          || paragraphs[index].mark?.isEntireText == true && isRestWithheld && paragraphs[index].isEmpty(in: source)
      }
      for part in parts {
        let partEnd = part + 1 < parts.upperBound ? subparagraphs[part + 1].place.range.start : end
        subparagraphs[part].isWithheld = WithheldText.isAll(
          from: subparagraphs[part].mark.range.end, to: partEnd, in: source, marks)
      }
      next = parts.upperBound
    }
    innerRank = rankOfInnerMarks(in: source, marks)
  }

  /// Whether a release took out the paragraphs without a mark, for which `(C - ENTIRE TEXT)` is the mark.
  private func isRestWithheld(in source: Span<UInt8>) -> Bool {
    let unmarked = paragraphs.filter { $0.mark == nil }
    return !unmarked.isEmpty && unmarked.allSatisfy { $0.holdsOnlyLabels(to: $0.place.range.end, in: source, nil) }
  }

  /// The highest rank of the marks whose text was taken out; 0 where none was.
  var withheldRank: Int {
    var rank = 0
    for paragraph in paragraphs where paragraph.isWithheld { rank = max(rank, paragraph.mark?.level.rank ?? 0) }
    for part in subparagraphs where part.isWithheld { rank = max(rank, part.legalMark?.level.rank ?? 0) }
    return max(rank, innerRank)
  }

  /// The highest rank of marks in the text of unclassified paragraphs, where a release took out what stands behind each of
  /// them: `(U) The ice left. (S) [(b)(1)]`.
  private func rankOfInnerMarks(in source: Span<UInt8>, _ marks: MarkTable) -> Int {
    // What most telegrams have is known by now: nothing is looked for in their text.
    guard paragraphs.allSatisfy({ $0.isMarkedUnclassified }) else { return 0 }
    // A mark ends with a parenthesis: where nothing was taken out behind one, no mark need be read.
    guard paragraphs.contains(where: { $0.mayHoldWithheldText(in: source) }) else { return 0 }
    // No mark is shorter than two parentheses.
    let parenthesis = ThreeBytes(.exact(0x28), .any, .any, at: 1)
    var rank = 0
    for paragraph in paragraphs {
      let end = paragraph.place.range.end
      var next = paragraph.textStart
      while let at = source.first(parenthesis, from: next, to: end) {
        next = at + 1
        guard let mark = marks.mark(in: source, at: at, end: end), mark.isLegal, mark.level.rank > 1 else { continue }
        guard WithheldText.begins(behind: mark.range.end, to: end, in: source) else { return 0 }
        rank = max(rank, mark.level.rank)
      }
    }
    return rank
  }
}

extension Paragraph {
  /// Whether it bears a legal mark that is no higher than unclassified.
  fileprivate var isMarkedUnclassified: Bool { legalMark.map { $0.level.rank <= 1 } ?? false }

  /// Whether what was taken out begins behind a parenthesis in its text.
  fileprivate func mayHoldWithheldText(in source: Span<UInt8>) -> Bool {
    let parenthesis = ThreeBytes(.exact(0x29), .any, .any, at: 1)
    var next = textStart
    while let at = source.first(parenthesis, from: next, to: place.range.end) {
      next = at + 1
      if WithheldText.begins(behind: next, to: place.range.end, in: source) { return true }
    }
    return false
  }
}
