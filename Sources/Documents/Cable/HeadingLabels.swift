import MarkingGrammar
import MarkingModel

// Labelled lines of the heading: E.O., TAGS, SUBJECT, REF and Classified By.
extension CableReader {
  /// A labelled line: it opens a block.
  mutating func takeLabel(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let start = source.skipAnchor(start, end)
    // `(C) SUBJECT: …`, `(U) E.O. 12958: …`
    let behindMark = behindMark(start, end, in: source, vocabulary)
    if let label = ExecutiveOrderLabel.read(from: behindMark, end, in: source, vocabulary) {
      if isTextOfHeading(label, start, end, in: source, vocabulary) { return false }
      open(.executiveOrder, label.range, value: label.value, line, end, slip: label.slip, in: source, vocabulary)
      heading.block?.number = label.number
      return true
    }
    guard
      var label = FieldLabel.read(line, from: start, end, in: source, vocabulary)
        ?? (behindMark > start ? FieldLabel.read(line, from: behindMark, end, in: source, vocabulary) : nil)
    else { return false }
    if label.kind == .subject { label.range.start = start }
    if label.kind == .authority {
      // Further lines of the block (Reason, Derived From …) belong to it.
      if heading.block?.kind == .authority {
        let more = line.upTo(end)
        heading.block?.lines.append(more)
        return true
      }
      // The block begins with the number and the mark of its line.
      let first = ByteRange(start, label.range.end)
      open(.authority, first, value: label.value, line, end, slip: false, in: source, vocabulary)
      return true
    }
    // `REF B:` goes on with the list of `REF A:`, and `REF: B.` with that of `REF: A.`
    if label.kind == .references, let block = heading.block, block.kind == .references,
      label.value + 1 < end && source[label.value].isCapital && source[label.value + 1] == 0x3A
        || blanks == 0 && block.hasValue && ReferenceLabel.follows(at: label.value, end, block.lines, in: source)
    {
      let more = ruler.rest(of: line, from: label.value, to: end, in: source)
      heading.block?.lines.append(more)
      return true
    }
    open(label.kind, label.range, value: label.value, line, end, slip: label.slip, in: source, vocabulary)
    return true
  }

  /// Where the label of a line may begin: behind the mark that stands before it.
  @inline(__always)
  private func behindMark(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int {
    guard source[start] == 0x28,
      let mark = vocabulary.marks.mark(in: source, at: start, end: end, on: context.day), mark.isLegal
    else { return start }
    return source.skipBlanks(mark.range.end, end)
  }

  private mutating func open(
    _ kind: FieldLabel.Kind, _ label: ByteRange, value: Int, _ line: SourceLine, _ end: Int, slip: Bool,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    closeBlock(in: source, vocabulary)
    var lines: [SourceLine] = []
    swap(&lines, &spareLines)
    lines.removeAll(keepingCapacity: true)
    lines.append(ruler.rest(of: line, from: value, to: end, in: source))
    heading.block = HeadingState.OpenBlock(
      kind: kind, label: ruler.place(label, on: line, in: source), lines: lines, after: heading.order, slip: slip,
      number: nil, hasValue: value < end)
    heading.hasLabel = true
    heading.isPassing = false
    heading.order = max(heading.order, kind.order)
    furniture.removeAll(keepingCapacity: true)
  }
}
