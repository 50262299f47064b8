import MarkingModel

/// A warning, statement or note that goes with the markings of a document (C16 templates; 32 CFR 2001.24).
struct Notice: Sendable {
  enum Kind: String, Sendable {
    case rd, frd, cnwdi, fisa, imcon, rsen, dsen, limdis, les, ssi, nato, fgi, export, cvi, pcii, sgi
    case rawFISA = "rawfisa"
    case displayOnly = "display-only"
    /// `Upon removal of attachments, this document is …`
    case transmittal
    /// That the document may not be a source for derivative classification, as its portions are not marked.
    case waiver
    case compilation
    /// `All portions are (S) unless marked otherwise.`
    case blanket
    case working = "working-paper"
    /// A line below the banner: `ATTORNEY WORK PRODUCT`.
    case secondLine = "second-line"
    case tearLine = "tear-line"
    case sources
    /// Words that restrict beyond what the markings do: `EYES ONLY DIRECTOR`.
    case wording
    /// The list of the exemption codes and what they mean.
    case key
    /// The document says that it is controlled no longer.
    case decontrolled
    /// The document lists who may have it.
    case dissemination = "dissemination-list"
    /// That what it encloses has a marking: `Attachment:`, `Enclosures`.
    case enclosure
    case product = "analytic-product"
    /// The heading of an index of what is withheld (Vaughn v. Rosen).
    case index
  }

  var kind: Kind
  /// Whether the text says what such a notice has to say.
  var isComplete: Bool
  var line: SourceLine
  var start: Int
  /// How many lines of text stand before it.
  var text: Int
  var page = 1

  /// Whether it is a list of sources, and no sentence that sends the reader to one.
  func isSourceList(in source: Span<UInt8>) -> Bool {
    kind == .sources && !source.hasAnyCase("SEE ", at: start, end: line.end)
  }

  /// The notice whose paragraph begins at `at`.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (kind: Kind, isComplete: Bool)? {
    guard mayBegin(at, end, in: source) else { return nil }
    if let alone = alone(at, end, in: source) { return (alone, true) }
    var words = FoldedWords(paragraph: at, in: source)
    let isAnnounced = words.begin(oneOf: ["WARNING", "NOTICE", "CAUTION"])
    for lead in ["WARNING", "NOTICE", "CAUTION", "NOTE"] where words.begin(lead) {
      words = words.dropping(lead.utf8.count)
      break
    }
    return atomic(words) ?? controlled(words, isAnnounced) ?? ofDocument(words)
  }

  /// Whether a paragraph can be a notice: its first letters decide.
  @inline(__always)
  private static func mayBegin(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let key = LineKey(source, at, end)
    return switch key.first {
    case 0x56: key.begins("V", "A", "U", "G")
    case 0x57: key.begins("W", "A", "R", "N") || key.begins("W", "H", "E", "N") || key.begins("W", "O", "R", "K")
    case 0x54: key.begins("T", "H", "I", "S") || key.begins("T", "H", "E", " ") || key.begins("T", "E", "A", "R")
    case 0x52:
      key.begins("R", "E", "S", "T", "R") || key.begins("R", "I", "S", "K") || key.begins("R", "S", "E", "N")
        || key.begins("R", "A", "W", "F") || key.begins("R", "A", "W", " ")
    case 0x46:
      key.begins("F", "O", "R", "M", "E", "R") || key.begins("F", "I", "S", "A") || key.begins("F", "O", "R", "E")
        || key.begins("F", "O", "I", "A") || key.begins("F", "O", "R", " ")
    case 0x43:
      key.begins("C", "R", "I", "T") || key.begins("C", "A", "U", "T") || key.begins("C", "L", "A", "S")
        || key.begins("C", "N", "W", "D") || key.begins("C", "O", "M", "P") || key.begins("C", "O", "N", "T")
    case 0x4C: key.begins("L", "A", "W", " ") || key.begins("L", "I", "M", "D") || key.begins("L", "E", "S", " ")
    case 0x44:
      key.begins("D", "I", "S", "T") || key.begins("D", "E", "A", " ") || key.begins("D", "S", "E", "N")
        || key.begins("D", "I", "S", "S") || key.begins("D", "O", " ") || key.begins("D", "E", "R", "I")
        || key.begins("D", "E", "L", "I") || key.begins("D", "I", "S", "P") || key.begins("D", "E", "C", "O")
        || key.begins("D", "R", "A", "F")
    case 0x49:
      key.begins("I", "N", "F", "O") || key.begins("I", "M", "C", "O") || key.begins("I", "M", "A", "G")
        || key.begins("I", "T", "A", "R")
    case 0x55:
      key.begins("U", "P", "O", "N") || key.begins("U", "N", "C", "L", "A", "S") || key.begins("U", "N", "A", "U")
    case 0x41:
      key.begins("A", "L", "L", " ") || key.begins("A", "T", "T") || key.begins("A", "U", "T", "H")
        || key.begins("A", "C", "C", "E")
    case 0x45:
      key.begins("E", "X", "P", "O") || key.begins("E", "Y", "E", "S") || key.begins("E", "X", "E", "M")
        || key.begins("E", "N", "C", "L")
    case 0x4E: key.begins("N", "O", "T", "I") || key.begins("N", "A", "T", "O") || key.begins("N", "O", "T", "E")
    case 0x53:
      key.begins("S", "E", "N", "S", "I") || key.begins("S", "O", "U", "R", "C") || key.begins("S", "E", "E", " ")
    case 0x48: key.begins("H", "A", "N", "D")
    case 0x4D: key.begins("M", "U", "L", "T")
    case 0x50: key.begins("P", "O", "R", "T") || key.begins("P", "R", "O", "T")
    default: false
    }
  }

  /// A line that is nothing else.
  private static func alone(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Kind? {
    guard end - at < 60 else { return nil }
    var words = FoldedWords(limit: 80)
    words.add(ByteRange(at, end), in: source)
    if words.begin("TEAR LINE") || words.begin("TEARLINE") { return .tearLine }
    for text in ["SOURCES", "SOURCE LIST", "LIST OF SOURCES", "MULTIPLE SOURCES"] where words.are(text) {
      return .sources
    }
    for text in [
      "ATTORNEY WORK PRODUCT", "ATTORNEY-CLIENT PRIVILEGED INFORMATION", "ATTORNEY-CLIENT PRIVILEGED",
      "DELIBERATIVE PROCESS PRIVILEGED DOCUMENT", "DELIBERATIVE PROCESS PRIVILEGED",
    ] where words.are(text) && source[at + 1].isCapital {
      return .secondLine
    }
    if words.begin("HANDLE VIA"), words.contains("CHANNELS ONLY") { return .secondLine }
    for text in [
      "EXEMPTIONS", "EXEMPTION KEY", "EXEMPTION CODES", "FOIA EXEMPTIONS", "FOIA EXEMPTION CODES",
      "EXPLANATION OF EXEMPTIONS",
    ] where words.are(text) {
      return .key
    }
    for text in ["DISSEMINATION LIST", "DISTRIBUTION LIST", "AUTHORIZED RECIPIENTS"] where words.are(text) {
      return .dissemination
    }
    for text in ["ATTACHMENT", "ATTACHMENTS", "ENCLOSURE", "ENCLOSURES", "ENCL", "ATTACHMENT:", "ATTACHMENTS:"]
    where words.begin(text) && words.count < text.utf8.count + 40 {
      return .enclosure
    }
    if words.begin(oneOf: ["VAUGHN INDEX", "VAUGHN DECLARATION"]) { return .index }
    return words.are("WORKING PAPER") || words.are("WORKING PAPERS") ? .working : nil
  }

  private static func atomic(_ words: FoldedWords) -> (Kind, Bool)? {
    let speaks = words.contains(oneOf: [
      "ATOMIC ENERGY ACT", "UNAUTHORIZED DISCLOSURE", "AS DEFINED", "HANDLE AS", "144B",
    ])
    if words.begin("FORMERLY RESTRICTED DATA"), speaks || words.contains("WARNING") { return (.frd, speaks) }
    let isContained = words.begin(oneOf: ["THIS DOCUMENT CONTAINS", "THIS MATERIAL CONTAINS"])
    if words.begin("RESTRICTED DATA"), speaks || words.wordCount > 6 { return (.rd, speaks) }
    if isContained, words.contains("FORMERLY RESTRICTED DATA") { return (.frd, speaks) }
    if isContained, words.contains("RESTRICTED DATA"), !words.contains("CRITICAL NUCLEAR") { return (.rd, speaks) }
    if words.begin("CRITICAL NUCLEAR WEAPON") || words.begin("CNWDI")
      || isContained && words.contains("CRITICAL NUCLEAR")
    {
      return words.contains("//") ? nil : (.cnwdi, true)
    }
    return nil
  }

  /// - Parameter isAnnounced: whether WARNING or the like stands before the words.
  private static func controlled(_ words: FoldedWords, _ isAnnounced: Bool) -> (Kind, Bool)? {
    let isNotice = words.begin(oneOf: [
      "THIS DOCUMENT", "THIS RECORD", "THIS PRODUCT", "THIS INFORMATION", "THIS MATERIAL", "THE INFORMATION",
      "INFORMATION",
      "CONTAINS", "THIS E-MAIL", "THIS EMAIL", "THIS REPORT", "THIS PAGE", "UNAUTHORIZED", "DISSEMINATION", "ACCESS",
      "THIS MESSAGE", "THIS BRIEFING", "AUTHORIZED",
    ])
    if isNotice, words.contains("SENSITIVE SECURITY INFORMATION"),
      words.contains(oneOf: ["1520", "NEED TO KNOW", "CONTAINS"])
    {
      return (.ssi, true)
    }
    let says = words.contains(oneOf: [
      "ATTORNEY GENERAL", "DISSEMINATED", "DISSEMINATION", "DISTRIBUTED", "DISTRIBUTION", "PROHIBITED", "AUTHORIZED",
      "AUTHORIZATION", "MAY NOT", "SHALL NOT", "MAY ONLY", "MUST BE", "HANDLED", "HANDLING", "PROTECTED",
      "RESTRICTED TO",
      "PROPERTY OF",
    ])
    let named: [(String, String, Kind)] = [
      ("RAWFISA", "RAW FISA", .rawFISA), ("FISA", "FOREIGN INTELLIGENCE SURVEILLANCE ACT", .fisa),
      ("IMCON", "CONTROLLED IMAGERY", .imcon),
      ("RSEN", "RISK SENSITIVE", .rsen), ("DSEN", "DEA SENSITIVE", .dsen), ("LES", "LAW ENFORCEMENT SENSITIVE", .les),
    ]
    for (short, long, kind) in named {
      let begins = words.begin(oneOf: [short + " ", short + ":", long, short + " WARNING"])
      if begins && words.wordCount > 6 || isNotice && words.contains(oneOf: [short, long]) && words.wordCount > 6 {
        let isNamed = words.begin(oneOf: [short + ":", long + ":", short + " WARNING", short + " NOTICE"])
        return (kind, says && (isAnnounced || isNotice || isNamed))
      }
    }
    if words.begin("DISTRIBUTION AUTHORIZED TO DOD"), words.contains(oneOf: ["455", "IAW", "LIMDIS", "NGA"]) {
      return (.limdis, true)
    }
    if words.begin("LIMDIS "), words.wordCount > 6 { return (.limdis, true) }
    if isNotice, words.contains("CONTAINS NATO") { return (.nato, true) }
    if isNotice, words.contains("CHEMICAL-TERRORISM VULNERABILITY INFORMATION") { return (.cvi, true) }
    if words.contains("PROTECTED CRITICAL INFRASTRUCTURE INFORMATION"), isNotice || words.begin("PROTECTED") {
      return (.pcii, true)
    }
    if isNotice, words.contains("SAFEGUARDS INFORMATION") { return (.sgi, true) }
    if words.contains(oneOf: [
      "ARMS EXPORT CONTROL ACT", "EXPORT ADMINISTRATION", "ITAR", "EXPORT CONTROLLED", "EXPORT-CONTROLLED",
    ]),
      isNotice || words.begin("EXPORT") || words.begin("ITAR")
    {
      return (.export, true)
    }
    if words.contains("DISPLAY ONLY"), words.contains(oneOf: ["DERIVATIVE", "MAY NOT", "NOT AUTHORIZED"]) {
      return (.displayOnly, true)
    }
    if words.begin("THIS DOCUMENT CONTAINS"), words.contains("INFORMATION"), words.wordCount <= 12 {
      return (.fgi, true)
    }
    return nil
  }

  private static func ofDocument(_ words: FoldedWords) -> (Kind, Bool)? {
    if words.begin(oneOf: ["UPON REMOVAL OF", "UPON SEPARATION", "UPON DECLASSIFICATION"])
      || words.begin(oneOf: [
        "WHEN ENCLOSURE", "WHEN ATTACHMENT", "WHEN SEPARATED", "WHEN THE ENCLOSURE", "WHEN THE ATTACHMENT",
      ])
      || words.begin("UNCLASSIFIED WHEN")
      || words.begin("THIS DOCUMENT") && words.contains(oneOf: ["WHEN SEPARATED", "WHEN ENCLOSURE", "WHEN ATTACHMENT"])
    {
      return (.transmittal, true)
    }
    if words.contains(oneOf: ["MAY NOT BE USED AS A SOURCE", "NOT BE USED AS A SOURCE", "MAY NOT BE USED AS THE BASIS"])
    {
      return (.waiver, true)
    }
    if words.contains(oneOf: ["BY COMPILATION", "COMPILATION OF"]),
      words.contains(oneOf: ["CLASSIFIED", "CLASSIFICATION"]),
      words.begin(oneOf: [
        "CLASSIFIED", "CLASSIFICATION", "COMPILATION", "THIS DOCUMENT", "THE COMPILATION", "THE INFORMATION", "THIS",
      ])
    {
      let explains = words.contains(oneOf: [
        "INDIVIDUAL", "INDIVIDUALLY", "STANDING ALONE", "STAND ALONE", "SEPARATELY", "BY THEMSELVES", "WHEN COMBINED",
        "TOGETHER", "COMBINED", "IN COMBINATION", "ALONE", "BECAUSE",
      ])
      return (.compilation, explains)
    }
    if words.begin(oneOf: ["ALL PORTIONS", "ALL PARAGRAPHS", "ALL TEXT", "THE ENTIRE TEXT", "ENTIRE TEXT"]),
      words.contains(oneOf: [
        "UNLESS", "IS CLASSIFIED", "ARE CLASSIFIED", "OTHERWISE", "ARE (", "ARE SECRET", "ARE UNCLASSIFIED",
        "ARE CONFIDENTIAL",
      ])
    {
      return (.blanket, true)
    }
    if words.begin(oneOf: ["WORKING PAPER", "WORKING PAPERS"]), words.wordCount < 12 { return (.working, true) }
    if words.begin("EYES ONLY "), words.wordCount < 8 { return (.wording, true) }
    if words.begin(oneOf: ["DO NOT SHARE", "DO NOT DISTRIBUTE", "DO NOT FORWARD", "DO NOT DISSEMINATE"]),
      words.contains(oneOf: ["OUTSIDE", "BEYOND"])
    {
      return (.wording, true)
    }
    if words.begin(oneOf: ["DECONTROLLED", "THIS DOCUMENT IS DECONTROLLED", "THIS DOCUMENT HAS BEEN DECONTROLLED"]) {
      return (.decontrolled, true)
    }
    if words.begin(oneOf: ["SEE SOURCE LIST", "SEE ATTACHED SOURCE LIST", "SOURCES:", "SOURCE LIST:", "SOURCES USED"]) {
      return (.sources, true)
    }
    return nil
  }
}

extension FoldedWords {
  /// The words after the first `count` bytes and the punctuation that follows them.
  func dropping(_ count: Int) -> FoldedWords {
    var rest = FoldedWords(limit: 700)
    var start = count
    while start < bytes.count, !bytes[start].isLetterOrDigit { start += 1 }
    rest.add(ByteRange(start, bytes.count), in: bytes.span)
    return rest
  }
}
