import Documents
import MarkingModel

/// The names below the texts of messages that have neither marks nor a close such as "Regards,": `Jane` alone, as most
/// messages are signed.
enum MessageSigners {
  /// The last thing that is no text of each message in a thread, where it is a first name or a name that its header has.
  /// O(text).
  static func names(in whole: ByteRange, _ source: Span<UInt8>) -> [ByteRange] {
    let heads = MailHeads(in: whole, isMail: true, source)
    let parting = (heads.fields + heads.separators).sorted { $0.start < $1.start }
    var next = parting[...]
    var senders: Set<[UInt8]> = []
    var names: [ByteRange] = []
    var name: ByteRange?
    var holdsText = false
    var blocks = TextBlocks(from: whole.start, to: whole.end)
    while let block = blocks.next(in: source) {
      while let place = next.first, place.end <= block.range.start { next.removeFirst() }
      if let place = next.first, place.start < block.range.end {
        if holdsText, let name { names.append(name) }
        (name, holdsText) = (nil, false)
        senders.formUnion(
          BlockText.words(of: block.range, in: source).map { letters(of: $0, in: source) }.filter { $0.count > 2 })
      } else if isText(block.range, in: source) {
        (name, holdsText) = (nil, true)
      } else if holdsText, name == nil {
        name = self.name(of: block.range, senders, in: source)
      }
    }
    if holdsText, let name { names.append(name) }
    return names
  }

  /// Whether a block says something: a sentence, or words that no name and no title has.
  private static func isText(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    source[block.end - 1].isOne(of: ".", "?", "!", ":") || HeadText.isText(block, in: source)
  }

  private static func name(
    of block: ByteRange, _ senders: Set<[UInt8]>, in source: Span<UInt8>
  ) -> ByteRange? {
    guard !ClosingLine.isBlock(block, in: source), !FormLine.isClose(block, in: source),
      let name = FormLine.name(of: block, isMessage: true, in: source)
    else { return nil }
    let words = BlockText.words(of: name, in: source).map { letters(of: $0, in: source) }
    // Of several words any may be the name of an office.
    if words.contains(where: senders.contains) { return name }
    guard words.count == 1, let word = words.first, word.count > 1, word.count == name.count else { return nil }
    return answers.contains(word) ? nil : name
  }

  /// The letters of a word, as capitals.
  private static func letters(of word: ByteRange, in source: Span<UInt8>) -> [UInt8] {
    source.bytes(word).filter { $0.isLetter || $0 >= 0x80 }.map(\.capital)
  }

  /// What a message may end with as well.
  private static let answers: Set<[UInt8]> = Set(
    """
    AGREED AGREE APPROVED APPROVE DONE NOTED CONCUR CONCURRED CLEARED CLEAR OK OKAY YES NO SURE THANKS CHEERS ENJOY ATTACHED
    RECEIVED ACKNOWLEDGED UNCLASSIFIED CONFIDENTIAL SECRET SENSITIVE CONTROLLED END ENDS ATTACHMENT ATTACHMENTS ENCLOSURE
    ENCLOSURES REFERENCES TODAY TOMORROW NONE NOTHING
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
