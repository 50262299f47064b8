import Documents
import MarkingModel

/// The list of what is enclosed with a paper. It names papers and says no more, as the list of its references does, and needs
/// no marks.
///
///     Attachments:
///       Tab A - Agenda
///       Tab B - Letter of the harbor master
struct EnclosureList {
  /// Where its last entry ends.
  private var end: Int?

  /// Whether a block is the list, or the next entry of one.
  mutating func takes(_ block: TextBlocks.Block, in source: Span<UInt8>) -> Bool {
    let lines = BlockText.lines(of: block.range, in: source)
    let entries: [ByteRange]
    if let label = Self.labelEnd(block.firstLine, in: source) {
      let first = Pieces.trimmed(ByteRange(label, max(label, block.firstLine.end)), in: source)
      entries = (first.isEmpty ? [] : [first]) + lines.dropFirst()
    } else if let end, !Self.holdsBlankLine(ByteRange(end, block.range.start), in: source) {
      entries = lines
    } else {
      end = nil
      return false
    }
    let isList =
      (end != nil || Self.labelEnd(block.firstLine, in: source) != nil)
      && entries.allSatisfy { Self.isEntry($0, in: source) }
    end = isList ? block.range.end : nil
    return isList
  }

  /// `Attachments:`, `Enclosures (2):`, `Tabs:`; alone in its line, without the colon as well.
  private static func labelEnd(_ line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard let label = labels.first(where: { source.hasWordAnyCase($0, at: line.start, end: line.end) }) else {
      return nil
    }
    var at = line.start + label.utf8.count
    while at < line.end, source[at].isDigit || source[at].isOne(of: " ", "(", ")") { at += 1 }
    if at == line.end { return at }
    return source[at] == UInt8(ascii: ":") ? at + 1 : nil
  }

  private static let labels = [
    "ENCLOSURES", "ENCLOSURE", "ENCLS", "ENCL", "ATTACHMENTS", "ATTACHMENT", "ATCHS", "ATCH", "TABS",
  ]

  /// Behind a letter, a number or `Tab A -` few words that are no sentence and hold no mark.
  private static func isEntry(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let start =
      ListLabel.paperEnd(line, in: source) ?? ItemPrefix.read(line.start, line.end, in: source).next
    guard start > line.start || isLettered(line, in: source) else { return false }
    let title = Pieces.trimmed(ByteRange(start, max(start, line.end)), in: source)
    return title.isEmpty
      || BlockText.words(of: title, in: source).count <= 10 && !source.isProse(title.start, title.end, isItem: false)
        && !source[title.end - 1].isOne(of: ".", "?", "!", ";")
        && !(title.start..<title.end).contains { source[$0].isOne(of: "(", "[") }
  }

  /// `A - Agenda`
  private static func isLettered(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let sign = source.skipBlanks(line.start + 1, line.end)
    return sign < line.end && source[line.start].isLetterOrDigit && source[sign].isOne(of: "-", ":")
  }

  private static func holdsBlankLine(_ gap: ByteRange, in source: Span<UInt8>) -> Bool {
    (gap.start..<gap.end).count { source[$0] == 0x0A } > 1
  }
}
