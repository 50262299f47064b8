import MarkingGrammar
import MarkingModel

// Marks in other brackets or in small letters, where others that are whole show what they are.
extension MarkedReader {
  /// Takes a portion whose mark is one of those.
  mutating func takeDamaged(
    _ prefix: ItemPrefix, _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !banners.isEmpty else { return false }
    var (at, kind, depth) = (prefix.next, prefix.kind, prefix.depth)
    if let letters = prefix.letters {
      let isNext = goesOn(letters, in: source)
      lastLetter = source[letters.start + 2] == 0x29 ? source[letters.start + 1] : 0
      guard !isNext, mayBeLevel(letters, end, in: source) else { return false }
      (at, kind, depth) = (letters.start, letters.kind, letters.depth)
    }
    let isOpen = source[at] == 0x28 && prefix.letters == nil
    // `[U]` may be the first mark of all: those that follow show that it is one.
    let isFirst =
      !hasMarks && hasClassifiedBanner && isAfterBlank && source[at].isOne(of: "[", "{")
      && source[at + 1].isCapital
    let isItem = kind != .none && kind != .heading
    guard isItem || mayBegin,
      let mark = isOpen
        ? PortionStart.unclosed(at, end, &marks, in: source, vocabulary)
        : PortionStart.damaged(at, end, amongMarks: hasMarks || isFirst, &marks, in: source, vocabulary)
    else { return false }
    closePortion(in: source, vocabulary)
    var portion = PortionEntry(
      kind: isItem ? .item : kind == .heading ? .title : .paragraph, depth: depth, line: line, start: at, mark: mark)
    portion.isDamaged = true
    add(portion)
    if isFirst, !marks[mark.mark].hasSlashes { hasMarks = false }
    return true
  }

  /// Drops letters in other brackets where no portion has a mark that is whole or has slashes.
  mutating func dropLoneLetters() {
    let marks = marks
    let isWhole = { (portion: PortionEntry) in
      portion.mark.map { !portion.isDamaged || marks[$0.mark].hasSlashes } ?? false
    }
    guard portions.contains(where: \.isDamaged), !portions.contains(where: isWhole) else { return }
    portions.removeAll(where: \.isDamaged)
  }

  /// Whether letters go on with a list: `(s)` below `(r)`.
  private func goesOn(_ letters: ItemPrefix.Letters, in source: Span<UInt8>) -> Bool {
    lastLetter > 0 && source[letters.start + 1] == lastLetter + 1 && source[letters.start + 2] == 0x29
  }

  /// `(c)` is a letter of a list or of a law more often than a level: it has to begin a paragraph or stand behind a
  /// number, below a banner that is classified.
  private func mayBeLevel(_ letters: ItemPrefix.Letters, _ end: Int, in source: Span<UInt8>) -> Bool {
    let first = source[letters.start + 1]
    if first == 0x75 { return true }
    guard hasClassifiedBanner else { return false }
    return first != 0x63
      || (isAfterBlank || letters.kind == .number) && !isCopyright(letters.start + 3, end, in: source)
  }
}
