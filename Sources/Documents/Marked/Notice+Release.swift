import MarkingModel

// Lines that matter where a copy is released: the heading of the list of exemptions, and controls of unclassified text.
extension Notice {
  private static let exemptions = PhraseList(["EXEMPTION", "EXEMPTIONS"])
  /// What the heading of such a list is made of, besides numbers and the names of the acts.
  private static let headings = PhraseList([
    "EXEMPTION", "EXEMPTIONS", "KEY", "LEGEND", "EXPLANATION", "EXPLANATIONS", "DESCRIPTION", "DESCRIPTIONS", "LIST",
    "SUMMARY", "GUIDE", "CODE", "CODES", "SHEET", "TABLE", "INDEX", "FOIA", "FREEDOM", "INFORMATION", "PRIVACY", "ACT",
    "ACTS", "STATUTORY", "DISCLOSURE", "REDACTION", "REDACTIONS", "WITHHOLDING", "CITED", "CLAIMED", "USED", "APPLIED",
    "TITLE", "UNITED", "STATES", "SECTION", "SECTIONS", "SUBSECTION", "SUBSECTIONS", "U", "S", "C", "USC", "PA", "B",
    "OF", "TO", "THE", "FOR", "AND", "IN", "UNDER", "NINE", "A",
  ])
  /// Headings that do not name the exemptions: those of the FBI.
  private static let subsections = PhraseList(["SUBSECTIONS OF TITLE 5", "SUBSECTION OF TITLE 5"])
  private static let controls = PhraseList([
    "FOR OFFICIAL USE ONLY", "OFFICIAL USE ONLY", "SENSITIVE BUT UNCLASSIFIED", "LAW ENFORCEMENT SENSITIVE",
    "SENSITIVE SECURITY INFORMATION", "UNCLASSIFIED", "FOUO", "SBU", "LES", "SSI",
  ])
  /// Those that are words of their own or no control: one of the others has to stand with them.
  private static let lesser = PhraseList(["UNCLASSIFIED", "LES", "SSI"])

  /// Whether a line is the heading of the list that explains the codes: `EXEMPTIONS`, `Key to FOIA Exemptions`,
  /// `SUBSECTIONS OF TITLE 5, UNITED STATES CODE, SECTION 552`. It has no other words than such headings have, and says that
  /// it explains: `Exemption 6` is a code, and a sentence has a verb. Below it codes begin lines.
  static func isKey(_ words: FoldedWords, above end: Int, in source: Span<UInt8>) -> Bool {
    isHeadingOfKey(words) && hasCodes(below: end, in: source)
  }

  /// Whether one of the next lines that are not blank begins with a code.
  private static func hasCodes(below end: Int, in source: Span<UInt8>) -> Bool {
    var at = end
    var lines = 0
    while at < source.count, lines < 5 {
      let start = source.nextLine(after: at)
      at = start
      while at < source.count, source[at] != 0x0A, source[at] != 0x0D { at += 1 }
      let text = source.trimmed(ByteRange(min(start, at), at))
      if text.isEmpty { continue }
      if CodeList.begins(text.start, text.end, in: source) { return true }
      lines += 1
    }
    return false
  }

  private static func isHeadingOfKey(_ words: FoldedWords) -> Bool {
    if words.begin(oneOf: subsections) { return true }
    guard words.contains(oneOf: exemptions) else { return false }
    let text = words.bytes.span
    var isPlural = false
    var at = 0
    while at < text.count {
      guard text[at].isLetterOrDigit else {
        at += 1
        continue
      }
      let end = text.wordEnd(at, text.count)
      if text[at].isLetter {
        guard headings.isWhole(at, end, in: text) else { return false }
        isPlural = isPlural || end - at != 9 || !text.has("EXEMPTION", at: at, end: end)
      }
      at = end
    }
    return isPlural && words.bytes.last { $0 > 0x20 } != 0x2E
  }

  /// Whether a line is nothing but controls of unclassified information: `FOR OFFICIAL USE ONLY`,
  /// `LAW ENFORCEMENT SENSITIVE - FOR OFFICIAL USE ONLY`.
  static func isControl(_ words: FoldedWords) -> Bool {
    let text = words.bytes.span
    var hasControl = false
    var at = 0
    while at < text.count {
      guard text[at].isLetterOrDigit else {
        guard text[at].isOne(of: " ", "/", "-", ",", "(", ")") else { return false }
        at += 1
        continue
      }
      guard let found = controls.first(at: at, end: text.count, in: text),
        found.end >= text.count || !text[found.end].isLetterOrDigit
      else { return false }
      hasControl = hasControl || !lesser.isWhole(at, found.end, in: text)
      at = found.end
    }
    return hasControl
  }
}

extension PhraseList {
  /// Whether one of them is what stands in a range.
  func isWhole(_ start: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    var next = 0
    while let found = firstAnyCase(from: next, at: start, end: end, in: text) {
      if found.end == end { return true }
      next = found.index + 1
    }
    return false
  }
}
