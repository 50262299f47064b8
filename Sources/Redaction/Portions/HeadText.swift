import Documents
import MarkingModel

/// The head of a paper: letterhead, date, addressees, titles. They carry no marks; text that stands among them does.
enum HeadText {
  /// Whether a block reads like text: a sentence, or words that no letterhead writes small. Lines with a label are left
  /// out.
  static func isText(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    var words = 0
    var small = 0
    var endsSentence = false
    for line in BlockText.lines(of: block, in: source) {
      if hasLabel(line, in: source) {
        if isProse(behindLabelOf: line, in: source) { return true }
        continue
      }
      let all = BlockText.words(of: line, in: source)
      words += all.count
      small += all.count { isSmall($0, in: source) }
      endsSentence = source[line.end - 1].isOne(of: ".", "!", "?", ":", ";")
    }
    return small > 1 || endsSentence && words > 2 && small > 0
  }

  /// `Prepared by: the harbor office after talks with the pilots`: more than who, when and where. Addressees may be many
  /// words that are no names, and addresses are written small.
  private static func isProse(behindLabelOf line: ByteRange, in source: Span<UInt8>) -> Bool {
    if addressees.contains(where: { source.hasWordAnyCase($0, at: line.start, end: line.end) }) { return false }
    if (line.start..<line.end).contains(where: { source[$0].isOne(of: "@", "/") }) { return false }
    let label = (line.start..<line.end).first { source[$0].isOne(of: ":", ".") } ?? line.start
    return BlockText.words(of: ByteRange(label, line.end), in: source).count { isSmall($0, in: source) } > 2
  }

  private static let addressees = [
    "TO", "CC", "BCC", "ATTN", "ATTENTION", "MEMORANDUM FOR", "MEMORANDUM TO", "PREPARED FOR", "HTTP", "HTTPS",
  ]

  /// Whether a word begins small and does not join others.
  private static func isSmall(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    source[word.start].isSmall && word.count > 2 && !links.contains(source.bytes(word))
  }

  /// Words that stand small between the names of a letterhead.
  private static let links: Set<[UInt8]> = Set(
    ["and", "for", "the", "from", "with", "through", "per", "des", "von", "van", "der", "del", "las", "los"].map {
      Array($0.utf8)
    })

  /// Labels of those who made a paper.
  private static let authors = [
    "PREPARED BY", "SUBMITTED BY", "APPROVED BY", "DRAFTED BY", "CLEARED BY", "WRITTEN BY", "AUTHOR",
  ]

  private static let labels =
    authors + [
      "TO", "FROM", "CC", "BCC", "SENT", "DATE", "REF", "REFERENCE", "THROUGH", "THRU", "VIA", "ATTN", "ATTENTION",
      "TEL",
      "PHONE", "TELEPHONE", "FAX", "E-MAIL", "EMAIL", "CASE", "CASE NUMBER", "CASE NO", "FILE", "NO", "NUMBER",
      "DOC NO",
      "MEMORANDUM FOR", "MEMORANDUM TO", "PREPARED FOR", "ATTACHMENTS", "IMPORTANCE", "HTTP", "HTTPS",
    ]

  /// `To: all stations`: who and when, not what.
  static func hasLabel(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    labels.contains { label in
      guard source.hasAnyCase(label, at: line.start, end: line.end) else { return false }
      let next = source.skipBlanks(line.start + label.utf8.count, line.end)
      return label.hasPrefix("MEMORANDUM") || next < line.end && source[next].isOne(of: ":", ".")
    }
  }

  /// `Prepared by the Harbor Watch`, `By Jane Roe`: who made the paper, with or without a colon.
  static func namesAuthor(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    if source.hasAnyCase("BY ", at: line.start, end: line.end) {
      return FormLine.isName(ByteRange(line.start + 3, line.end), isMessage: false, in: source)
    }
    return source.hasAnyCase("BY:", at: line.start, end: line.end)
      || authors.contains { source.hasWordAnyCase($0, at: line.start, end: line.end) }
  }
}
