import MarkingGrammar
import MarkingModel

// Labelled blocks that the head of a page or blank lines break in two.
extension CableReader {
  /// Whether a line goes on with a block behind a blank line or the head of a page: with the reason of a Classified-By block,
  /// a short value that is still to come, or the letter of the next reference.
  func goesOn(with start: Int, _ end: Int, _ block: HeadingState.OpenBlock, in source: Span<UInt8>) -> Bool {
    switch block.kind {
    case .authority:
      if !block.hasValue { return end - start <= 60 && !source.isParagraphStart(start, end) }
      return source.beginsReason(start, end)
    case .references:
      return source.isLetteredReference(start, end) && ReferenceLabel.follows(at: start, end, block.lines, in: source)
    default:
      return false
    }
  }

  /// Takes the head of a page within a block that goes on behind it.
  mutating func takePageInBlock(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let block = heading.block, block.kind == .authority || block.kind == .references, !body.hasBegun,
      PageHeading.mayEnd(at: end, from: start, in: source), let below = source.textBehind(line.end),
      goesOn(with: below.start, below.end, block, in: source)
    else { return false }
    words.split(line.upTo(end), in: source, limit: 32)
    guard let page = PageHeading.read(words, &ruler, in: source) else { return false }
    add(page, bodyIndex: nil)
    if let section = page.ownSection, section != context.section {
      context.section = section
      text.beginSection(section)
    }
    return true
  }
}

extension Span where Element == UInt8 {
  /// Whether the number of a reason and a letter in parentheses stand at the start of a line: `1.4 (b) and (d)`.
  fileprivate func beginsReason(_ start: Int, _ end: Int) -> Bool {
    guard ReasonText.isNumber(self, start) else { return false }
    let at = skipBlanks(start + 3, end)
    return at + 2 < end && self[at] == 0x28 && self[at + 1].isLetter && !self[at + 2].isLetterOrDigit
  }

  /// The next line with text, at most two blank ones and 240 bytes on.
  fileprivate func textBehind(_ end: Int) -> ByteRange? {
    var start = end
    var ends = 0
    while start < count, self[start] <= 0x20, start - end <= 100 {
      if self[start] == 0x0A || self[start] == 0x0D && nextLine(after: start) == start + 1 { ends += 1 }
      start += 1
    }
    guard start < count, self[start] > 0x20, ends <= 3 else { return nil }
    var stop = start
    while stop < count, stop - start <= 240, self[stop] != 0x0A, self[stop] != 0x0D { stop += 1 }
    return ByteRange(start, trimmedEnd(start, stop))
  }
}
