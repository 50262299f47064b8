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
    var at = block.start
    while at < block.end {
      var end = at
      while end < block.end, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let line = Pieces.trimmed(ByteRange(at, end), in: source)
      at = end + 1
      if line.isEmpty || hasLabel(line, in: source) { continue }
      let count = count(line, in: source)
      words += count.words
      small += count.small
      endsSentence = source[line.end - 1].isOne(of: ".", "!", "?", ":", ";")
    }
    return small > 1 || endsSentence && words > 2 && small > 0
  }

  /// The words of a line, and those that begin small and do not join others.
  private static func count(_ line: ByteRange, in source: Span<UInt8>) -> (words: Int, small: Int) {
    var (words, small) = (0, 0)
    var i = line.start
    while i < line.end {
      guard source[i].isLetterOrDigit || source[i] >= 0x80 else {
        i += 1
        continue
      }
      let start = i
      while i < line.end, source[i].isLetterOrDigit || source[i] >= 0x80 || source[i] == 0x27 { i += 1 }
      words += 1
      if source[start].isSmall, i - start > 2, !links.contains(source.bytes(ByteRange(start, i))) { small += 1 }
    }
    return (words, small)
  }

  /// Words that stand small between the names of a letterhead.
  private static let links: Set<[UInt8]> = Set(
    ["and", "for", "the", "from", "with", "through", "per", "des", "von", "van", "der", "del", "las", "los"].map {
      Array($0.utf8)
    })

  private static let labels = [
    "TO", "FROM", "CC", "BCC", "SENT", "DATE", "REF", "REFERENCE", "THROUGH", "THRU", "VIA", "ATTN", "ATTENTION", "TEL",
    "PHONE", "TELEPHONE", "FAX", "E-MAIL", "EMAIL", "CASE", "CASE NUMBER", "CASE NO", "FILE", "NO", "NUMBER", "DOC NO",
    "MEMORANDUM FOR", "MEMORANDUM TO", "PREPARED BY", "PREPARED FOR", "SUBMITTED BY", "APPROVED BY", "DRAFTED BY",
    "CLEARED BY", "ATTACHMENTS", "IMPORTANCE", "HTTP", "HTTPS",
  ]

  /// `To: all stations`: who and when, not what.
  private static func hasLabel(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    labels.contains { label in
      guard source.hasAnyCase(label, at: line.start, end: line.end) else { return false }
      let next = source.skipBlanks(line.start + label.utf8.count, line.end)
      return label.hasPrefix("MEMORANDUM") || next < line.end && source[next].isOne(of: ":", ".")
    }
  }
}
