import MarkingModel

/// The heading of a list of sources (32 CFR 2001.22(c)(1)(ii)): no words are prescribed for it. It names sources and what
/// they are, and nothing else: `Source List`, `List of Sources:`, `Classified Sources`, `Enclosure 1: Source Documents`.
enum SourceHeading {
  private static let leads = PhraseList(["ENCLOSURE", "ATTACHMENT", "APPENDIX", "ANNEX", "TAB"])
  /// Longer ones first. Several of them are a list, whatever stands beside them.
  private static let lists = PhraseList(["SOURCES", "BIBLIOGRAPHY"])
  private static let source = PhraseList(["SOURCE"])
  /// What makes a list of one: `SOURCE LIST`, `SOURCE MATERIAL`.
  private static let kinds = PhraseList([
    "DOCUMENTS", "DOCUMENT", "LISTING", "LIST", "MATERIALS", "MATERIAL", "REFERENCES",
  ])
  private static let beside = PhraseList([
    "AND", "CITED", "CLASSIFICATION", "CLASSIFIED", "CONSULTED", "DERIVATIVE", "DERIVED", "FOR", "FROM", "INFORMATION",
    "MULTIPLE", "NATIONAL", "NSI", "OF", "PORTIONS", "SECURITY", "THE", "THIS", "USED",
  ])

  static func isOne(_ words: FoldedWords) -> Bool {
    let text = words.bytes.span
    var at = start(in: text)
    var (isList, isSource, hasKind) = (false, false, false)
    while at < text.count {
      guard text[at].isLetter else {
        // A number or a stop is part of no heading.
        if text[at].isDigit || text[at] == 0x2E, at + 1 < text.count { return false }
        at += 1
        continue
      }
      let end = text.wordEnd(at, text.count)
      if isWord(lists, at, end, in: text) {
        isList = true
      } else if isWord(source, at, end, in: text) {
        isSource = true
      } else if isWord(kinds, at, end, in: text) {
        hasKind = true
      } else if !isWord(beside, at, end, in: text) {
        return false
      }
      at = end
    }
    return isList || isSource && hasKind
  }

  /// Whether a word is one of these.
  private static func isWord(_ phrases: PhraseList, _ at: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    phrases.first(at: at, end: end, in: text)?.end == end
  }

  /// Where the words begin behind the number of an enclosure: `Enclosure 1:`, `Annex A -`.
  private static func start(in text: Span<UInt8>) -> Int {
    guard let lead = leads.first(at: 0, end: text.count, in: text) else { return 0 }
    let number = text.skipBlanks(lead.end, text.count)
    let end = text.wordEnd(number, text.count)
    guard number > lead.end, end - number <= 2 else { return lead.end }
    return end
  }
}

extension LabelBlock {
  /// Whether the sources stand in the block itself, below `Derived From: Multiple Sources`.
  func listsSources(in source: Span<UInt8>) -> Bool {
    fields.contains { field in
      guard field.label == .derivedFrom, field.value.begin("MULTI") else { return false }
      // `Multiple Sources (see Annex B)`: it may be attached (32 CFR 2001.22(c)(1)(ii)).
      if SourceList.isElsewhere(field.value) { return true }
      return field.parts.dropFirst().contains { part in
        let start = source.skipBlanks(part.range.start, part.range.end)
        let prefix = ItemPrefix.read(start, part.range.end, in: source)
        var words = FoldedWords(limit: 200)
        words.add(ByteRange(prefix.next, part.range.end), in: source)
        return words.wordCount > 1 && (prefix.kind != .none || words.bytes.contains(where: \.isDigit))
      }
    }
  }
}
