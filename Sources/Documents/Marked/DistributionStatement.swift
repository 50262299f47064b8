import MarkingGrammar
import MarkingModel

/// A DoD distribution statement (DoDI 5230.24): `DISTRIBUTION STATEMENT C. Distribution authorized to …`.
struct DistributionStatement: Sendable {
  private static let grounds = PhraseList([
    "ADMINISTRATIVE OR OPERATIONAL USE", "CRITICAL TECHNOLOGY", "EXPORT CONTROLLED", "FOREIGN GOVERNMENT INFORMATION",
    "OPERATIONS SECURITY", "PREMATURE DISSEMINATION", "PROPRIETARY INFORMATION", "TEST AND EVALUATION",
    "SOFTWARE DOCUMENTATION", "CONTRACTOR PERFORMANCE EVALUATION", "DIRECT MILITARY SUPPORT",
    "VULNERABILITY INFORMATION", "SPECIFIC AUTHORITY", "CONTROLLED TECHNICAL INFORMATION", "INTERNATIONAL AGREEMENTS",
    "DEPARTMENT OF DEFENSE USE", "SMALL BUSINESS INNOVATION RESEARCH", "PATENTS AND INVENTIONS",
  ])
  private static let offices = PhraseList([
    "REFERRED TO", "REQUESTS FOR THIS DOCUMENT", "CONTROLLING", "OFFICE", "OTHER REQUESTS",
  ])
  var letter: UInt8
  var hasReason: Bool
  var hasDate: Bool
  var hasOffice: Bool
  var line: SourceLine
  var start: Int
  var page = 1

  /// The statement whose paragraph begins at `at`.
  static func read(
    _ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DistributionStatement? {
    guard let lead = lead(at, end, in: source) else { return nil }
    let words = FoldedWords(paragraph: at, in: source)
    let text = words.bytes.span
    var i = text.skipBlanks(lead, words.count)
    while i < words.count, text[i].isOne(of: ":", " ", "\"") { i += 1 }
    guard i < words.count, text[i].isCapital, i + 1 >= words.count || !text[i + 1].isLetterOrDigit else { return nil }
    // What is none of the six is a statement where it is written as one: `DISTRIBUTION STATEMENT G.`
    guard text[i] <= 0x46 || i + 1 < words.count && text[i + 1].isOne(of: ".", ":", "-") else { return nil }
    return DistributionStatement(
      letter: text[i], hasReason: hasReason(words), hasDate: hasDate(words, vocabulary),
      hasOffice: words.contains(oneOf: Self.offices),
      line: line, start: at)
  }

  /// The length of the words before the letter: `DISTRIBUTION STATEMENT C.`, or `DISTRIBUTION C. Distribution authorized …`.
  private static func lead(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    if source.hasAnyCase("DISTRIBUTION STATEMENT", at: at, end: end) { return 22 }
    guard source.hasAnyCase("DISTRIBUTION ", at: at, end: end) else { return nil }
    let letter = source.skipBlanks(at + 13, end)
    guard letter + 1 < end, source[letter] &- 0x41 < 6, source[letter + 1].isOne(of: ".", ":", "-") else { return nil }
    let text = source.skipBlanks(letter + 2, end)
    return ["DISTRIBUTION ", "APPROVED FOR PUBLIC"].contains { source.hasAnyCase($0, at: text, end: end) } ? 13 : nil
  }

  /// The statement behind the mark of a portion, `(U) DISTRIBUTION STATEMENT A.`: what parts its letter from its text tells
  /// it from a sentence about such papers.
  static func read(
    behindMark at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DistributionStatement? {
    guard let statement = read(at, end, line, in: source, vocabulary) else { return nil }
    guard let lead = lead(at, end, in: source) else { return nil }
    let letter = source.skipBlanks(at + lead, end)
    let next = source.skipBlanks(letter + 1, end)
    return next >= end || source[next].isOne(of: ".", ":", "-") ? statement : nil
  }

  /// The reasons of DoDI 5230.24 table 1.
  private static func hasReason(_ words: FoldedWords) -> Bool {
    words.contains(oneOf: Self.grounds)
  }

  private static func hasDate(_ words: FoldedWords, _ vocabulary: borrowing Vocabulary) -> Bool {
    let text = words.bytes.span
    for i in 0..<words.count where i == 0 || !text[i - 1].isLetterOrDigit {
      guard text[i].isDigit || text[i].isLetter else { continue }
      if WrittenDate.read(at: i, words.count, in: text, vocabulary)?.day != nil { return true }
      // `Oct 2021`.
      let year = text.number(at: text.skipPoints(text.wordEnd(i, words.count), words.count), end: words.count)
      if year.digits == 4, DocumentDate.month(i, year.end, in: text, vocabulary) != nil { return true }
    }
    return false
  }

  func write(into document: inout DocumentWriter, _ ruler: inout Ruler, n: Int, in source: Span<UInt8>) {
    let range = ByteRange(start, min(start + 24, line.end))
    let at = ruler.place(range, on: line, in: source)
    document.add(.distribution, to: 0, at: at.range, at.position)
    document.set(.letter, letter.asText)
    document.set(.n, n)
    document.set(.page, page)
    document.set(.reason, hasReason)
    document.set(.dated, hasDate)
    document.set(.office, hasOffice)
  }
}
