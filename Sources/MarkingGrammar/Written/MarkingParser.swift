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
    let (seen, inner, defects) = brackets(text, kind)
    var parser = MarkingParser(WrittenMarking(kind: seen, range: ByteRange(0, text.count)), folded)
    parser.written.defects = defects
    let line = MarkingItems(text, inner.start, inner.end)
    parser.written.defects += line.defects
    let next = parser.head(line, text, vocabulary)
    parser.items(line, from: next, text, vocabulary)
    parser.review(text, vocabulary)
    parser.reviewCase(source, vocabulary)
    return parser.finished()
  }

  package static func parse(
    _ string: String, kind: WrittenMarking.Kind? = nil, _ vocabulary: borrowing Vocabulary
  ) -> WrittenMarking {
    let bytes = Array(string.utf8)
    return parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
  }

  /// What stands in the parentheses of a portion.
  private static func brackets(
    _ text: Span<UInt8>, _ kind: WrittenMarking.Kind?
  ) -> (WrittenMarking.Kind, ByteRange, [MarkingDefect]) {
    let start = text.skipBlanks(0, text.count)
    let end = text.trimEnd(start, text.count)
    let whole = ByteRange(start, end)
    guard end - start >= 2, text[start].isOpening, text[end - 1].isClosing, kind != .banner else {
      if kind != .portion { return (.banner, whole, []) }
      return (.portion, whole, end > start ? [MarkingDefect(.parentheses, whole)] : [])
    }
    var defects: [MarkingDefect] = []
    if text[start] != 0x28 || text[end - 1] != 0x29 { defects.append(MarkingDefect(.parentheses, whole)) }
    let first = text.skipBlanks(start + 1, end - 1)
    let last = text.trimEnd(first, end - 1)
    if first > start + 1 { defects.append(MarkingDefect(.space, ByteRange(start + 1, first), replacement: "")) }
    if last < end - 1, last > first {
      defects.append(MarkingDefect(.space, ByteRange(last, end - 1), replacement: ""))
    }
    return (.portion, ByteRange(first, last), defects)
  }

  /// The tokens after the classification.
  private mutating func items(
    _ line: MarkingItems, from first: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var index = first
    while index < line.items.count {
      let item = line.items[index]
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
    for defect in text.defects {
      guard defect.kind == .letterCase, isCaseReviewed else {
        result.defects.append(defect)
        continue
      }
      if let smallLetter { result.defects.append(MarkingDefect(.letterCase, ByteRange(smallLetter, smallLetter + 1))) }
    }
    if result.defects.count > 1 {
      result.defects.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var isOpening: Bool { self == 0x28 || self == 0x5B || self == 0x7B }
  fileprivate var isClosing: Bool { self == 0x29 || self == 0x5D || self == 0x7D }
}
