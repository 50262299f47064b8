import MarkingModel

/// `Figure 3:`, `Table 2.`, `Title:`: the offset of what follows.
enum CaptionLabel {
  private static let names = PhraseList(["FIGURE", "FIG.", "TABLE", "TITLE", "CAPTION", "CHART", "MAP", "PHOTO"])

  /// Whether a label that ends at `next` is the number of a caption with what parts it from its text: `Figure 2. `,
  /// `Table 1:`. Sentences begin with `Figure 2 shows`.
  static func isNumbered(_ start: Int, _ next: Int, in source: Span<UInt8>) -> Bool {
    var hasDigit = false
    for i in start..<next where source[i].isDigit { hasDigit = true }
    var i = next
    while i > start, source[i - 1] == 0x20 { i -= 1 }
    return hasDigit && i > start && source[i - 1].isOne(of: ":", ".", "-")
  }

  static func read(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var index = 0
    while index < names.indices.count, let found = names.firstAnyCase(from: index, at: start, end: end, in: source) {
      index = found.index + 1
      if found.end < end, source[found.end].isLetterOrDigit { continue }
      var at = source.skipBlanks(found.end, end)
      while at < end, source[at].isLetterOrDigit || source[at] == 0x2D || source[at] == 0x2E, at - start < 16 {
        at += 1
      }
      while at < end, source[at].isOne(of: ":", ".", " ", "-") { at += 1 }
      return at
    }
    return nil
  }
}

/// The first words of what stands after the text: greetings, attachments, lists of sources and addressees.
enum ClosingLine {
  private static let words = PhraseList([
    "SINCERELY", "RESPECTFULLY", "VERY RESPECTFULLY", "V/R", "REGARDS", "BEST REGARDS", "ATTACHMENT", "ENCLOSURE",
    "SOURCES", "SOURCE LIST", "LIST OF SOURCES", "REFERENCES", "DISTRIBUTION:", "CC:", "ENCL", "ATCH",
  ])

  static func begins(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard source[start].isCapital, let found = words.firstAnyCase(at: start, end: end, in: source) else { return false }
    return end < found.end + 24
  }
}
