import Documents
import MarkingGrammar
import MarkingModel

// Lines that all begin with marks, in a text that is no document for its reader: one mark alone says too little of it.
extension PortionReader {
  /// A text that is no document for its reader, a line or two, where each block begins with its mark and holds no other.
  static func allMarked(
    _ portions: [ReleasePortion], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion]? {
    var marked = portions
    for index in portions.indices {
      if index == 0, portions.count > 1, let fields = fields(of: portions[0], in: source) {
        guard let fields = allMarked(fields, in: source, vocabulary) else { return nil }
        marked.replaceSubrange(0..<1, with: fields)
        continue
      }
      guard let text = portions[index].text.first, let mark = PartPortions.mark(of: text, in: source),
        let statement = MarkStatement.read(mark, in: source, vocabulary),
        !portions[index].text.contains(where: { holdsMark(behind: mark.end, $0, in: source, vocabulary) })
      else { return nil }
      let at = index + marked.count - portions.count
      marked[at].mark = statement
      marked[at].text =
        Pieces.between(mark.end, text.end, leavingOut: [], in: source) + portions[index].text.dropFirst()
      marked[at].name = "portion \(index + 1)"
    }
    return portions.isEmpty ? nil : marked
  }

  /// The subject of a message as a portion, where the first block is a header: its other fields are none.
  private static func fields(of block: ReleasePortion, in source: Span<UInt8>) -> [ReleasePortion]? {
    var subject: ReleasePortion?
    for line in BlockText.lines(of: block.range, in: source) {
      let label = afterLabel(line, in: source)
      guard label > line.start,
        ["FROM", "SENDER", "REPLY-TO", "TO", "CC", "BCC", "DATE", "SENT", "SUBJECT"].contains(where: {
          $0.utf8.count == label - 1 - line.start && source.hasAnyCase($0, at: line.start, end: line.end)
        })
      else { return nil }
      guard source.hasAnyCase("SUBJECT", at: line.start, end: line.end) else { continue }
      var portion = block
      portion.range = line
      portion.text = [Pieces.trimmed(ByteRange(label, line.end), in: source)].filter { !$0.isEmpty }
      subject = portion
    }
    return subject.map { [$0] }
  }

  private static func holdsMark(
    behind end: Int, _ text: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = max(end, text.start)
    while at < text.end {
      if source[at].isOne(of: "(", "["), let close = TextMarks.closing(at, text.end, in: source),
        MarkStatement.read(ByteRange(at, close + 1), in: source, vocabulary) != nil
      {
        return true
      }
      at += 1
    }
    return false
  }
}
