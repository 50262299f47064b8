import MarkingModel

// Notices that are a line and nothing else.
extension Notice {
  private static let tearLines = PhraseList(["TEAR LINE", "TEARLINE"])
  private static let sourceLists = PhraseList(["SOURCES", "SOURCE LIST", "LIST OF SOURCES", "MULTIPLE SOURCES"])
  private static let privileges = PhraseList([
    "ATTORNEY WORK PRODUCT", "ATTORNEY-CLIENT PRIVILEGED INFORMATION", "ATTORNEY-CLIENT PRIVILEGED",
    "DELIBERATIVE PROCESS PRIVILEGED DOCUMENT", "DELIBERATIVE PROCESS PRIVILEGED",
  ])
  private static let keys = PhraseList([
    "EXEMPTIONS", "EXEMPTION KEY", "EXEMPTION CODES", "FOIA EXEMPTIONS", "FOIA EXEMPTION CODES",
    "EXPLANATION OF EXEMPTIONS",
  ])
  private static let recipients = PhraseList(["DISSEMINATION LIST", "DISTRIBUTION LIST", "AUTHORIZED RECIPIENTS"])
  /// Longer ones first: the longest that a line begins with leaves the most room behind it.
  private static let enclosures = PhraseList([
    "ATTACHMENTS:", "ATTACHMENTS", "ATTACHMENT:", "ATTACHMENT", "ENCLOSURES", "ENCLOSURE", "ENCL",
  ])
  private static let indexes = PhraseList(["VAUGHN INDEX", "VAUGHN DECLARATION"])
  private static let workingPapers = PhraseList(["WORKING PAPER", "WORKING PAPERS"])

  /// A line that is nothing else.
  static func alone(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Kind? {
    guard end - at < 60 else { return nil }
    var words = FoldedWords(limit: 80)
    words.add(ByteRange(at, end), in: source)
    if words.begin(oneOf: tearLines) { return .tearLine }
    if words.are(oneOf: sourceLists) { return .sources }
    if words.are(oneOf: privileges), source[at + 1].isCapital { return .secondLine }
    if words.begin("HANDLE VIA"), words.contains("CHANNELS ONLY") { return .secondLine }
    if words.are(oneOf: keys) { return .key }
    if words.are(oneOf: recipients) { return .dissemination }
    if let word = enclosures.first(at: 0, end: words.count, in: words.bytes.span), words.count < word.end + 40 {
      return .enclosure
    }
    if words.begin(oneOf: indexes) { return .index }
    return words.are(oneOf: workingPapers) ? .working : nil
  }
}
