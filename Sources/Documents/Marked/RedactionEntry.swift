import MarkingModel

/// A place where something was taken out: `[REDACTED]`, a row of blocks.
struct RedactionEntry: Sendable {
  private static let removals = PhraseList([
    "REDACTED", "WITHHELD", "DELETED", "EXCISED", "REDACTION", "DELETION", "SANITIZED",
  ])
  private static let amounts = PhraseList([
    "LINE", "LINES", "WORD", "WORDS", "PARAGRAPH", "PARAGRAPHS", "PAGE", "PAGES", "SENTENCE", "SENTENCES", "NAME",
    "NAMES", "PHRASE", "CHARACTERS", "ROW", "ROWS", "COLUMN", "COLUMNS", "TABLE", "FIGURE", "SECTION", "SIGNATURE",
    "PORTION", "CELL", "CELLS", "PHONE", "TELEPHONE", "ADDRESS", "E-MAIL", "EMAIL", "NUMBER", "DATE", "SSN",
  ])
  private static let outOfScope = PhraseList([
    "NON-RESPONSIVE", "NONRESPONSIVE", "NOT RESPONSIVE", "N/R", "OUTSIDE SCOPE", "OUTSIDE THE SCOPE",
  ])
  enum Kind: String, Sendable {
    case box, word
    case nonResponsive = "non-responsive"
  }

  /// How much was taken out, as far as it can be seen.
  enum Amount: String, Sendable {
    case none
    /// `[2 lines REDACTED]`.
    case stated
    /// A box of the size of the words.
    case shown
  }

  var kind: Kind
  var isCoded: Bool
  var amount = Amount.none
  var line: SourceLine
  var range: ByteRange
  var page = 1

  /// The redaction at `at`: a bracket with one of the words that mean one, or blocks.
  static func read(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> RedactionEntry? {
    let end = line.end
    if source[at] == 0xE2 {
      guard let stop = RowOfBlocks.end(at, end, in: source) else { return nil }
      return RedactionEntry(
        kind: .box, isCoded: isCoded(at, stop, line, in: source), amount: .shown, line: line,
        range: ByteRange(at, stop))
    }
    let limit = min(end, at + 120)
    var close = at + 1
    while close < limit, source[close] != 0x5D { close += 1 }
    guard close < limit else { return nil }
    return read(ByteRange(at, close + 1), line, in: source)
  }

  /// The redaction that brackets of some kind are, with the words in them.
  static func read(_ range: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> RedactionEntry? {
    var words = FoldedWords(limit: 120)
    words.add(ByteRange(range.start + 1, range.end - 1), in: source)
    let isOut = words.begin(oneOf: Self.outOfScope)
    let isWord = words.contains(oneOf: Self.removals)
    guard isOut || isWord else { return nil }
    return RedactionEntry(
      kind: isOut ? .nonResponsive : .word, isCoded: isCoded(range.start, range.end, line, in: source),
      amount: statesAmount(words) ? .stated : .none, line: line, range: range)
  }

  /// `2 lines`, `one paragraph`, `page withheld`: how much there was. `NAME REDACTED` says it, too.
  private static func statesAmount(_ words: FoldedWords) -> Bool {
    words.contains(oneOf: amounts)
  }

  /// Whether a word stands at a place that says of what there was a number: `lines`, `pages`.
  static func isAmount(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at < end else { return false }
    var words = FoldedWords(limit: 16)
    words.add(ByteRange(at, source.wordEnd(at, end)), in: source)
    return words.are(oneOf: amounts)
  }

  /// Whether a code stands in it or next to it on the line.
  private static func isCoded(_ start: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    var i = max(line.start, start - 24)
    let limit = min(line.end, end + 40)
    while i < limit {
      if i == line.start || !source[i - 1].isLetterOrDigit,
        ExemptionCode.read(i, limit, inLine: false, in: source) != nil
      {
        return true
      }
      i += 1
    }
    return false
  }
}
