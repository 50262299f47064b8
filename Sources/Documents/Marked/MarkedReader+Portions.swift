import MarkingGrammar
import MarkingModel

// Where portions begin.
extension MarkedReader {
  mutating func takePortion(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let prefix = ItemPrefix.read(start, end, in: source)
    let isItem = prefix.kind != .none && prefix.kind != .heading
    let at = prefix.next
    if source[start] == 0x7C { return takeCells(line, end, in: source, vocabulary) }
    if source[at] == 0x28 {
      if let mark = PortionStart.read(at, end, &marks, in: source, vocabulary) {
        guard isItem || mayBegin || !mark.isLetter && marks[mark.mark].hasSlashes else { return }
        guard !mark.isLetter || !isCopyright(mark.end, end, in: source) else { return }
        let kind: PortionEntry.Kind =
          isItem
          ? .item
          : prefix.kind == .heading
            ? .title
            : isLink(mark.end, end, in: source)
              ? .link
              : .paragraph
        add(PortionEntry(kind: kind, depth: prefix.depth, line: line, start: at, mark: mark))
        takeNotice(source.skipBlanks(mark.end, end), end, line, in: source, vocabulary)
        return
      }
      if mayBegin, at + 2 < end, source[at + 2] == 0x29, source[at + 1].isCapital { listLetters += 1 }
    }
    if let caption = CaptionLabel.read(at, end, in: source) {
      if caption < end, source[caption] == 0x28,
        let mark = PortionStart.read(caption, end, &marks, in: source, vocabulary)
      {
        add(PortionEntry(kind: .caption, depth: 0, line: line, start: caption, mark: mark))
        return
      }
    }
    guard isItem || isAfterBlank else { return }
    if ClosingLine.begins(at, end, in: source) { isClosed = true }
    guard !isClosed, source.isProse(at, end, isItem: isItem) else { return }
    portions.append(
      PortionEntry(
        kind: isItem ? .item : .paragraph, depth: prefix.depth, line: line, start: at, mark: nil))
  }

  mutating func add(_ portion: PortionEntry) {
    portions.append(portion)
    isClosed = false
  }

  /// The cells of a row: `| (U) Harbour | (S//NF) Depth |`.
  private mutating func takeCells(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    for hit in hits where source[hit] == 0x7C {
      let at = source.skipBlanks(hit + 1, end)
      guard at < end, source[at] == 0x28, let mark = PortionStart.read(at, end, &marks, in: source, vocabulary) else {
        continue
      }
      add(PortionEntry(kind: .cell, depth: 0, line: line, start: at, mark: mark))
    }
  }

  /// `(C) 2019`, `(C) Copyright`.
  private func isCopyright(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    let number = source.number(at: next, end: end)
    return number.digits == 4 && (1900...2100).contains(number.value)
      || source.hasAnyCase("COPYRIGHT", at: next, end: end)
  }

  private func isLink(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    return source.has("http://", at: next, end: end) || source.has("https://", at: next, end: end)
  }
}

extension Span where Element == UInt8 {
  /// Whether a line that begins a paragraph or an item is text that has to be marked: several words, some of them in
  /// small letters.
  func isProse(_ start: Int, _ end: Int, isItem: Bool) -> Bool {
    guard self[start].isLetterOrDigit || self[start] == 0x28 || self[start] == 0x22 || self[start] >= 0x80 else {
      return false
    }
    var words = 0
    var small = 0
    var i = start
    while i < end {
      while i < end, self[i] != 0x20 {
        if self[i].isSmall { small += 1 }
        i += 1
      }
      words += 1
      while i < end, self[i] == 0x20 { i += 1 }
    }
    return words >= (isItem ? 3 : 7) && small * 2 > end - start
  }
}
