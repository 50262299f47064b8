import MarkingModel

/// What stands in place of a document that is withheld in full: how many pages, under which exemptions, and what they are.
enum SlipSheet {
  /// Words of a paragraph that speaks of the withholding and not of what is withheld.
  private static let words = PhraseList([
    "WITHHELD", "WITHHOLD", "WITHHOLDING", "DENIED", "DENIAL", "DELETED", "DELETION", "DELETIONS", "REDACTED", "EXEMPT",
    "EXEMPTION", "EXEMPTIONS", "FOIA", "FREEDOM OF INFORMATION", "PRIVACY ACT", "YOUR REQUEST", "THE REQUEST",
    "REQUESTER", "APPEAL", "SEGREGABLE", "SEGREGATED", "NONSEGREGABLE", "U.S.C.", "SECTION 552", "DISCLOSURE",
    "PAGE(S)", "DUPLICATE", "DUPLICATIVE", "DOCUMENT(S)",
  ])
  /// A paragraph has more words than a line with the name of a document, and ends like a sentence.
  private static let fewest = 10

  /// How many words stand in the paragraphs of a text that do not speak of a withholding. Time: linear.
  static func clearWords(in source: Span<UInt8>) -> Int {
    var count = 0
    var at = 0
    while at < source.count {
      let start = source.skipBlankLines(at)
      let end = source.paragraphEnd(start)
      var paragraph = FoldedWords(limit: 4000)
      paragraph.add(ByteRange(start, end), in: source)
      if paragraph.wordCount >= fewest, source.endsSentence(start, end), !paragraph.contains(oneOf: words) {
        count += paragraph.wordCount
      }
      at = max(end, at + 1)
    }
    return count
  }
}

extension Span where Element == UInt8 {
  /// The first byte from a place on that is no blank and no end of a line.
  fileprivate func skipBlankLines(_ at: Int) -> Int {
    var i = at
    while i < count, self[i] <= 0x20 { i += 1 }
    return i
  }

  /// Where the paragraph ends that begins at a place: before a blank line or the end of the page.
  fileprivate func paragraphEnd(_ start: Int) -> Int {
    var i = start
    while i < count, self[i] != 0x0C {
      if self[i] == 0x0A || self[i] == 0x0D {
        var next = nextLine(after: i)
        while next < count, self[next] == 0x20 || self[next] == 0x09 { next += 1 }
        if next >= count || self[next] == 0x0A || self[next] == 0x0D { return i }
        i = next
      } else {
        i += 1
      }
    }
    return i
  }

  /// Whether a range ends with a small letter and a stop.
  fileprivate func endsSentence(_ start: Int, _ end: Int) -> Bool {
    let last = trimmedEnd(start, end)
    guard last - start > 2, self[last - 1].isOne(of: ".", "?", "!") else { return false }
    return self[last - 2].isSmall || self[last - 2].isOne(of: ")", "\"") || self[last - 2].isDigit
  }
}
