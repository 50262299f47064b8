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
      else {
        takeStranger(hit, line, start, end, in: source)
        continue
      }
      let isLabelled = place == .label || place == .heading
      if isLabelled, let last = portions.indices.last, portions[last].line.number == line.number,
        portions[last].mark == nil
      {
        portions[last].mark = mark
        portions[last].isInner = true
        portions[last].isLabelled = true
        (hasMarks, isClosed) = (true, false)
        continue
      }
      let prefix = isLabelled ? ItemPrefix.read(start, end, in: source) : ItemPrefix(next: start)
      var portion = PortionEntry(
        kind: place == .cell ? .cell : prefix.kind == .none || prefix.kind == .heading ? .paragraph : .item,
        depth: prefix.depth, line: line, start: hit, mark: mark)
      portion.isInner = true
      portion.isLabelled = isLabelled
      add(portion)
    }
  }

  /// A letter that is no mark where one might stand: `Answer: (A)`. The letters behind other labels are none either.
  private mutating func takeStranger(
    _ hit: Int, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>
  ) {
    guard let letter = StrangeLetters.read(hit, end, in: source), !letter.isOne(of: "U", "S", "C"),
      place(of: hit, line, start, end, in: source) == .heading
    else { return }
    hasStrangeLabels = true
  }

  /// Where in its line a parenthesis stands that may hold a mark: in a cell of a row, behind a few words at the start of a
  /// portion, behind such that are a heading, behind a sentence.
  private enum InnerPlace { case cell, label, heading, sentence }

  private func place(
    of hit: Int, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>
  ) -> InnerPlace? {
    let before = source.trimmedEnd(start, hit)
    guard before > start else { return nil }
    let blanks = hit - before
    let last = source[before - 1]
    // `Crane 4;(S//NF) fell;(U) May`: the cells of a row that no blanks part.
    if blanks == 0, last == 0x3B { return .cell }
    if last == 0x7C || last != 0x3A && (blanks > 2 || blanks > 0 && source[before] == 0x09) { return .cell }
    guard blanks > 0 else { return nil }
    if let label = label(ByteRange(start, before), line, in: source) { return label }
    return last.isOne(of: ".", "?", "!", "\"", ")", "]") ? .sentence : nil
  }

  /// What a few words at the start of a portion are: `Source:`, `5. Conclusion.`, `Annex A -`, `**Cost**`, `Ref: (a)` a
  /// heading, `[1]`, `1`, `SUMMARY` and `Annex A` a label before a mark that is sure. A remark may stand in brackets.
  private func label(_ words: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> InnerPlace? {
    guard words.count <= 40, source.countWords(words.start, words.end) <= 4 else { return nil }
    let prefix = ItemPrefix.read(words.start, words.end, in: source)
    guard isAfterBlank || mayBegin || references.isOpen || prefix.kind != .none || isBelowLabel(line) else {
      return nil
    }
    let end = source.withoutItem(words.start, words.end)
    let last = source[end - 1]
    // `1. (U) Purpose.`: the heading has a mark of its own.
    var text = prefix.next
    if text < end, source[text].isOne(of: "(", "[") {
      let closing: UInt8 = source[text] == 0x28 ? 0x29 : 0x5D
      let closed = (text..<end).first { source[$0] == closing }
      text = source.skipBlanks((closed ?? text) + 1, end)
    }
    let first = source[min(text, end - 1)]
    if last == 0x3A || last == 0x2E && end == words.end || source.endsWithDash(words.start, end),
      first.isCapital || first.isDigit
    {
      return Self.speaksOfMarks(words, in: source) ? .label : .heading
    }
    guard end == words.end else { return nil }
    if last.isOne(of: "*", "_"), source[words.start] == last, first.isCapital { return .heading }
    // In the middle of a paragraph it may be a word of a sentence: `NIE 12 (S//NF) …`.
    let isName =
      text == prefix.next && !references.isOpen && (isAfterBlank || first.isDigit || isBelowLabel(line))
      && Self.names(ByteRange(text, end), in: source)
    return last == 0x5D || last.isDigit || last >= 0x80 || isName ? .label : nil
  }

  private static let parts = PhraseList([
    "ANNEX", "APPENDIX", "ATTACHMENT", "CHAPTER", "ENCLOSURE", "EXHIBIT", "ITEM", "PART", "SECTION", "SLIDE", "TAB",
  ])

  /// Whether words name what follows them: a part with its letter (`Annex B`), or all in capitals (`SUMMARY`, `0712Z`).
  private static func names(_ words: ByteRange, in source: Span<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    if let part = parts.firstAnyCase(at: words.start, end: words.end, in: source), source[words.start].isCapital {
      let letter = source.skipBlanks(part.end, words.end)
      if letter > part.end, letter + 1 == words.end, source[letter].isCapital { return true }
    }
    return words.count > 3
      && (words.start..<words.end).allSatisfy {
        source[$0].isCapital || source[$0].isDigit || source[$0].isOne(of: " ", "-")
      }
  }

  /// Whether the line above has a mark behind a label, too: the entries of a list.
  private func isBelowLabel(_ line: SourceLine) -> Bool {
    guard let last = portions.last else { return false }
    return last.isLabelled && last.line.number == line.number - 1
  }

  private static let wordsOfMarks = PhraseList([
    "EXAMPLE", "SAMPLE", "CORRECT", "RIGHT", "WRONG", "MARK", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED",
  ])

  /// `Example:`, `Wrong:`, `Secret:`: a single letter behind them is an example of a mark.
  private static func speaksOfMarks(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var words = FoldedWords(limit: 48)
    words.add(range, in: source)
    return words.contains(oneOf: wordsOfMarks)
  }

  /// Whether a border, a tab or two blanks stand behind a mark, and then another cell.
  private static func endsCell(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    return next < end && (source[next] == 0x7C || next - at > 1 || next > at && source[at] == 0x09)
  }

  /// Whether it is a mark of this document and no word about marks.
  private func isSure(_ mark: PortionStart, _ place: InnerPlace, _ end: Int, in source: Span<UInt8>) -> Bool {
    let it = marks[mark.mark]
    if place == .cell {
      // One letter is a mark in a row whose other cells have marks, or where it is all of its cell.
      return it.hasSlashes || portions.last.map { $0.mark != nil && $0.line.end >= mark.start } ?? false
        || hasClassifiedBanner && Self.endsCell(min(mark.end, end), end, in: source)
    }
    guard it.hasSlashes || place == .heading && (hasMarks || hasClassifiedBanner), it.classification != nil else {
      return false
    }
    var next = source.skipBlanks(min(mark.end, end), end)
    if place != .sentence, next == mark.end, next < end, source[next].isOne(of: ":", ".") {
      next = source.skipBlanks(next + 1, end)
    }
    guard next < end else { return false }
    // `Keywords: (S//NF) crane, harbor`.
    if place == .heading, it.hasSlashes, hasMarks, hasClassifiedBanner, source[next].isSmall { return true }
    // A label stands for text that is withheld.
    return source[next].isCapital || source[next].isDigit || source[next] == UInt8(ascii: "[")
  }
}

extension Span where Element == UInt8 {
  /// Where a range ends without the letter or number of an item that closes it: `Ref: (a)`.
  fileprivate func withoutItem(_ start: Int, _ end: Int) -> Int {
    guard self[end - 1] == 0x29, let open = lastOpening(start, end), open > start, end - open <= 5 else { return end }
    for i in (open + 1)..<(end - 1) where !self[i].isLetterOrDigit { return end }
    return Swift.max(trimmedEnd(start, open), start + 1)
  }

  /// Whether a range ends with a dash that stands alone.
  fileprivate func endsWithDash(_ start: Int, _ end: Int) -> Bool {
    if end - start > 2, self[end - 1] == 0x2D { return self[end - 2] == 0x20 || self[end - 2] == 0x2D }
    return end - start > 3 && (has("\u{2013}", at: end - 3, end: end) || has("\u{2014}", at: end - 3, end: end))
  }

  /// How many words stand in a range, by the blanks between them.
  fileprivate func countWords(_ start: Int, _ end: Int) -> Int {
    var words = 1
    for i in start..<end where self[i] == 0x20 { words += 1 }
    return words
  }
}
