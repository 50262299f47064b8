import MarkingGrammar
import MarkingModel

// Notices that are a line and nothing else.
extension Notice {
  private static let tearLines = PhraseList(["TEAR LINE", "TEARLINE"])
  private static let notes = PhraseList(["ENDNOTES", "END NOTES"])
  private static let privileges = PhraseList([
    "ATTORNEY WORK PRODUCT", "ATTORNEY-CLIENT PRIVILEGED INFORMATION", "ATTORNEY-CLIENT PRIVILEGED",
    "DELIBERATIVE PROCESS PRIVILEGED DOCUMENT", "DELIBERATIVE PROCESS PRIVILEGED",
  ])
  private static let recipients = PhraseList(["DISSEMINATION LIST", "DISTRIBUTION LIST", "AUTHORIZED RECIPIENTS"])
  /// Longer ones first: the longest that a line begins with leaves the most room behind it.
  private static let enclosures = PhraseList([
    "ATTACHMENTS:", "ATTACHMENTS", "ATTACHMENT:", "ATTACHMENT", "ENCLOSURES", "ENCLOSURE", "ENCL",
  ])
  private static let levels = PhraseList(["SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "CUI"])
  private static let indexes = PhraseList(["VAUGHN INDEX", "VAUGHN DECLARATION"])
  private static let workingPapers = PhraseList(["WORKING PAPERS", "WORKING PAPER"])
  private static let besideWorkingPaper = PhraseList([
    "DRAFT", "DATED", "DATE", "CREATED", "ORIGINATED", "ON", "AS", "NUMBER", "NO", "DESTROY", "WITHIN", "AFTER", "BY",
    "DAYS", "OF", "ORIGIN", "CREATION",
  ])

  /// A line that is nothing else.
  static func alone(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Kind? {
    if isListOfRecipients(at, end, in: source) { return .dissemination }
    guard end - at < 100 else { return nil }
    var words = FoldedWords(limit: 100)
    words.add(ByteRange(at, end), in: source)
    if isKey(words, above: end, in: source) { return .key }
    // `Attachment: Annual Report (SECRET//NOFORN)`, whose marking is that of what is attached.
    if source[end - 1] == 0x29, let word = enclosures.first(at: 0, end: words.count, in: words.bytes.span),
      words.bytes[word.end - 1] == 0x3A || word.end < words.count && words.bytes[word.end] == 0x3A,
      words.contains(oneOf: levels)
    {
      return .enclosure
    }
    guard end - at < 60 else { return nil }
    if source[at + 1].isCapital, isControl(words) { return .control }
    if words.begin(oneOf: tearLines) { return .tearLine }
    if words.are(oneOf: notes) || SourceHeading.isOne(words) { return .sources }
    if words.are(oneOf: privileges), source[at + 1].isCapital { return .secondLine }
    if words.begin("HANDLE VIA"), words.contains("CHANNELS ONLY") { return .secondLine }
    if let word = enclosures.first(at: 0, end: words.count, in: words.bytes.span), words.count < word.end + 40 {
      return .enclosure
    }
    if words.begin(oneOf: indexes) { return .index }
    return isWorkingPaper(words, vocabulary) ? .working : nil
  }

  /// `DISSEMINATION LIST` on a line of its own, or `Dissemination List: Director; Counsel`.
  private static func isListOfRecipients(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard let found = recipients.firstAnyCase(at: at, end: end, in: source) else { return false }
    let next = source.skipBlanks(found.end, end)
    return next >= end || source[next] == 0x3A
  }

  /// Whether a line is the mark of a working paper (32 CFR 2001.24(d)), beside which may stand that it is a draft and when
  /// it was made: `WORKING PAPER`, `DRAFT - WORKING PAPER`, `Working Papers, created 3 May 2016`. A sentence that speaks of
  /// one is none.
  private static func isWorkingPaper(_ words: FoldedWords, _ vocabulary: borrowing Vocabulary) -> Bool {
    var hasMark = false
    let text = words.bytes.span
    var at = 0
    while at < text.count {
      if !text[at].isLetter {
        // A stop ends a sentence.
        if text[at] == 0x2E, at + 1 >= text.count { return false }
        at += 1
      } else if let mark = workingPapers.first(at: at, end: text.count, in: text) {
        hasMark = true
        at = mark.end
      } else {
        let end = text.wordEnd(at, text.count)
        let isBeside = besideWorkingPaper.first(at: at, end: end, in: text)?.end == end
        guard isBeside || vocabulary.months.find(text, at, end) != nil else { return false }
        at = end
      }
    }
    return hasMark
  }
}
