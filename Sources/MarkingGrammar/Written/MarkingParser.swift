package import MarkingModel

/// Reads one marking: text in, tokens with places out.
///
/// Any text is read. What is damaged is repaired where the reading is certain, and each repair is a defect; where it is
/// not, a token is unknown. Time and memory: the length of the text.
package struct MarkingParser: ~Copyable {
  var written: WrittenMarking
  let text: FoldedText
  /// The segment in which `CUI` stood, so that the next one may hold its categories; -2 where none has.
  var cuiSegment = -2
  /// Whether the segment after `CUI` holds categories; decided at its first item.
  var isCategorySegment = false
  /// Whether small letters were looked for beside those that belong into the line, and the first of them.
  var isCaseReviewed = false
  var smallLetter: Int?

  private init(_ written: WrittenMarking, _ text: FoldedText) {
    self.written = written
    self.text = text
  }

  /// Reads a range of `source`. Without a `kind` parentheses mean a portion.
  package static func parse(
    _ source: Span<UInt8>, _ range: ByteRange, kind: WrittenMarking.Kind? = nil, _ vocabulary: borrowing Vocabulary
  ) -> WrittenMarking {
    let folded = FoldedText(source, range)
    let text = folded.bytes.span
    let frame = MarkingFrame(text, kind: kind)
    var parser = MarkingParser(frame, folded, vocabulary)
    if kind == nil, parser.looksLikePortion {
      parser = MarkingParser(MarkingFrame.bare(text, frame.whole), folded, vocabulary)
    } else if kind == nil, parser.written.levelForm == .portion,
      let portion = portion(before: folded.smallFrom, frame, folded, vocabulary)
    {
      parser = portion
    }
    parser.reviewCase(source, vocabulary)
    return parser.finished()
  }

  private init(_ frame: MarkingFrame, _ folded: FoldedText, _ vocabulary: borrowing Vocabulary) {
    self.init(WrittenMarking(kind: frame.kind, range: frame.whole), folded)
    let text = folded.bytes.span
    written.defects = frame.defects
    let line = MarkingItems(text, frame.inner.start, frame.inner.end)
    if !line.defects.isEmpty { written.defects += line.defects }
    written.tokens.reserveCapacity(line.items.count)
    let next = head(line, text, vocabulary)
    items(line, from: next, text, vocabulary)
    review(text, vocabulary)
  }

  /// A portion mark without its parentheses before text that begins with the word at `small`: `S//NF The plan`.
  private static func portion(
    before small: Int, _ frame: MarkingFrame, _ folded: FoldedText, _ vocabulary: borrowing Vocabulary
  ) -> MarkingParser? {
    let text = folded.bytes.span
    var end = small
    while end > frame.whole.start, text[end] != 0x20 { end -= 1 }
    guard frame.kind == .banner, end > frame.whole.start else { return nil }
    let mark = ByteRange(frame.whole.start, end)
    guard MarkingParser(MarkingFrame(.banner, mark, inner: mark), folded, vocabulary).looksLikePortion else {
      return nil
    }
    return MarkingParser(MarkingFrame.bare(text, mark), folded, vocabulary)
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
    _ line: MarkingItems, from first: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var index = first
    while index < line.items.count {
      let item = line.items[index]
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

  /// Every place as one of the source, and the defects in order.
  private consuming func finished() -> WrittenMarking {
    var result = written
    result.range = text.place(result.range)
    result.levelRange = result.levelRange.isEmpty ? ByteRange(0, 0) : text.place(result.levelRange)
    for k in result.tokens.indices { result.tokens[k].range = text.place(result.tokens[k].range) }
    for k in result.countries.indices { result.countries[k].range = text.place(result.countries[k].range) }
    for k in result.defects.indices { result.defects[k].range = text.place(result.defects[k].range) }
    // What is unusual about the text around a mark is no fault of it.
    let whole = result.range
    for defect in text.defects where defect.range.start >= whole.start && defect.range.end <= whole.end {
      // The `and` of a list is one fault.
      if defect.kind == .letterCase,
        result.defects.contains(where: {
          $0.kind == .listAnd && $0.range.start <= defect.range.start && defect.range.end <= $0.range.end
        })
      {
        continue
      }
      guard defect.kind == .letterCase, isCaseReviewed else {
        result.defects.append(defect)
        continue
      }
      if let smallLetter { result.defects.append(MarkingDefect(.letterCase, ByteRange(smallLetter, smallLetter + 1))) }
    }
    if result.defects.count > 1 {
      result.dropSpacesInsideOthers()
      result.defects.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    }
    return result
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
