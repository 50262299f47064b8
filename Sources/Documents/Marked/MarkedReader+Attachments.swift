import MarkingGrammar
import MarkingModel

// What stands behind `Attachments:`, or below it.
extension MarkedReader {
  /// The marks before the names of what an e-mail or a paper has attached: `Attachments: (S//NF) plan.pdf; (U) list.doc`.
  mutating func takeAttachments(
    _ line: SourceLine, _ next: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // A paper lists them below its text.
    if next >= end, paragraphs > 0, Self.beginsList(below: line, in: source) { isClosed = true }
    var isList = false
    for hit in hits where hit >= next && hit < end && source[hit] == 0x28 {
      let before = source.trimmedEnd(line.start, hit)
      guard source[before - 1].isOne(of: ":", ";", ","),
        let mark = PortionStart.read(hit, end, inMarked: true, &marks, in: source, vocabulary)
      else { continue }
      if !isList { notices.append(Notice(kind: .enclosure, isComplete: true, line: line, start: next, text: text)) }
      isList = true
      add(PortionEntry(kind: .item, depth: 0, line: line, start: hit, mark: mark))
    }
  }

  /// Whether the line below one is the item of a list.
  private static func beginsList(below line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard let first = source.lineBelow(line.end) else { return false }
    let prefix = ItemPrefix.read(first.start, first.end, in: source)
    return prefix.kind != .none && prefix.kind != .heading
  }
}
