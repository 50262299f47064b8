package import MarkingModel

/// Reads one marking: text in, tokens with places out.
///
/// Any text is read. What is damaged is repaired where the reading is certain, and each repair is a defect; where it is
/// not, a token is unknown. Time and memory: the length of the text.
package struct MarkingParser: ~Copyable {
  var written: WrittenMarking
  /// The segment in which `CUI` stood, so that the next one may hold its categories; -2 where none has.
  var cuiSegment = -2
  /// Whether the segment after `CUI` holds categories; decided at its first item.
  var isCategorySegment = false
  /// Whether small letters were looked for beside those that belong into the line, and the first of them.
  var isCaseReviewed = false
  var smallLetter: Int?

  /// Reads a range of `source`. Without a `kind` parentheses mean a portion.
  package static func parse(
    _ source: Span<UInt8>, _ range: ByteRange, kind: WrittenMarking.Kind? = nil, _ vocabulary: borrowing Vocabulary
  ) -> WrittenMarking {
    let folded = FoldedText(source, range)
    if folded.isSource {
      return parse(source, source.extracting(range.start..<range.end), folded, kind: kind, vocabulary)
    }
    let bytes = folded.bytes
    return parse(source, bytes.span, folded, kind: kind, vocabulary)
  }

  private static func parse(
    _ source: Span<UInt8>, _ text: Span<UInt8>, _ folded: borrowing FoldedText, kind: WrittenMarking.Kind?,
    _ vocabulary: borrowing Vocabulary
  ) -> WrittenMarking {
    var parser = MarkingParser(MarkingFrame.find(in: text, kind: kind), text, vocabulary)
    if kind == nil, parser.looksLikePortion {
      parser = MarkingParser(MarkingFrame.bare(text, parser.written.range), text, vocabulary)
    } else if kind == nil, parser.written.levelForm == .portion, folded.smallFrom >= 0,
      let portion = parser.portion(before: folded.smallFrom, text, vocabulary)
    {
      parser = portion
    }
    parser.reviewCase(source, folded, vocabulary)
    return parser.finish(folded)
  }

  private init(_ frame: consuming MarkingFrame, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    written = WrittenMarking(kind: frame.kind, range: frame.whole)
    let line = MarkingItems(text, frame.inner.start, frame.inner.end)
    if !frame.defects.isEmpty { written.defects = frame.defects }
    if !line.defects.isEmpty { written.defects += line.defects }
    let next = head(line, text, vocabulary)
    if next < line.count {
      written.tokens.reserveCapacity(line.count)
      items(line, from: next, text, vocabulary)
    }
    review(text, vocabulary)
  }

  /// A portion mark without its parentheses before text that begins with the word at `small`: `S//NF The plan`.
  private func portion(
    before small: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingParser? {
    var end = small
    while end > written.range.start, text[end] != 0x20 { end -= 1 }
    guard written.kind == .banner, end > written.range.start else { return nil }
    let mark = ByteRange(written.range.start, end)
    guard MarkingParser(MarkingFrame(.banner, mark, inner: mark), text, vocabulary).looksLikePortion else { return nil }
    return MarkingParser(MarkingFrame.bare(text, mark), text, vocabulary)
  }

  /// Whether a line without parentheses has the forms of a portion throughout: `S//NF`.
  private var looksLikePortion: Bool {
    guard written.kind == .banner, written.system == .us, written.levelForm == .portion else { return false }
    return written.tokens.contains { $0.form == .portion }
      && written.tokens.allSatisfy { $0.state != .unknown && ($0.form == .portion || $0.form == .same) }
  }

  package static func parse(
    _ string: String, kind: WrittenMarking.Kind? = nil, _ vocabulary: borrowing Vocabulary
  ) -> WrittenMarking {
    let bytes = Array(string.utf8)
    return parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
  }

  /// The tokens after the classification.
  private mutating func items(
    _ line: borrowing MarkingItems, from first: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var index = first
    while index < line.count {
      let item = line[index]
      if item.isRest || written.tokens.count >= MarkingLimits.tokens {
        append(.unknown, entry: -1, state: .unknown, item)
        break
      }
      if item.segment == cuiSegment + 1, item.beginsSegment {
        isCategorySegment = holdsCategories(line, index, text, vocabulary)
      }
      index += take(item, line, index, text, vocabulary)
    }
  }

  func note(_ kind: MarkingDefect.Kind, _ start: Int, _ end: Int, replacement: String? = nil) -> MarkingDefect {
    MarkingDefect(kind, ByteRange(start, end), replacement: replacement)
  }

  mutating func add(_ kind: MarkingDefect.Kind, _ start: Int, _ end: Int, replacement: String? = nil) {
    guard written.defects.count < MarkingLimits.defects else { return }
    written.defects.append(MarkingDefect(kind, ByteRange(start, end), replacement: replacement))
  }

  /// What was read, every place as one of the source, and the defects in order.
  private mutating func finish(_ text: borrowing FoldedText) -> WrittenMarking {
    written.range = text.place(written.range)
    written.levelRange = written.levelRange.isEmpty ? ByteRange(0, 0) : text.place(written.levelRange)
    if !text.isInPlace {
      for k in written.tokens.indices { written.tokens[k].range = text.place(written.tokens[k].range) }
      for k in written.countries.indices { written.countries[k].range = text.place(written.countries[k].range) }
      for k in written.defects.indices { written.defects[k].range = text.place(written.defects[k].range) }
    }
    addDefects(of: text)
    if written.defects.count > 1 {
      written.dropSpacesInsideOthers()
      written.defects.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    }
    // Moved out: a copy of it would copy its lists where they are changed.
    var result = WrittenMarking(kind: .banner, range: ByteRange(0, 0))
    swap(&result, &written)
    return result
  }

  /// What is unusual about the text; around a mark it is no fault of the mark.
  private mutating func addDefects(of text: borrowing FoldedText) {
    let whole = written.range
    for defect in text.defects where defect.range.start >= whole.start && defect.range.end <= whole.end {
      // The `and` of a list is one fault.
      if defect.kind == .letterCase,
        written.defects.contains(where: {
          $0.kind == .listAnd && $0.range.start <= defect.range.start && defect.range.end <= $0.range.end
        })
      {
        continue
      }
      guard defect.kind == .letterCase, isCaseReviewed else {
        written.defects.append(defect)
        continue
      }
      if let smallLetter { written.defects.append(MarkingDefect(.letterCase, ByteRange(smallLetter, smallLetter + 1))) }
    }
  }
}

extension WrittenMarking {
  /// Blanks too many inside something that is repaired as a whole are no fault of their own.
  fileprivate mutating func dropSpacesInsideOthers() {
    guard defects.contains(where: { $0.kind == .space || $0.kind == .separatorSpace }) else { return }
    let others = defects.filter { $0.kind != .space && $0.replacement != nil }
    defects.removeAll { defect in
      guard defect.kind == .space || defect.kind == .separatorSpace else { return false }
      return others.contains {
        $0.kind != defect.kind && $0.range.start <= defect.range.start && $0.range.end >= defect.range.end
      }
    }
  }
}
