import MarkingModel

// Warnings and statements that go with a control.
extension Notice {
  private static let atomicWords = PhraseList([
    "ATOMIC ENERGY ACT", "UNAUTHORIZED DISCLOSURE", "AS DEFINED", "HANDLE AS", "144B",
  ])
  private static let containing = ["THIS DOCUMENT CONTAINS", "THIS MATERIAL CONTAINS"]
  private static let contained = PhraseList(containing)
  private static let atomicWordsOfName = [
    "FORMERLY RESTRICTED DATA", "RESTRICTED DATA", "CRITICAL NUCLEAR WEAPON", "CNWDI",
  ]
  private static let atomicNames = PhraseList(atomicWordsOfName)
  /// What a notice about atomic energy begins with.
  static let atomicBeginnings = containing + atomicWordsOfName

  static func atomic(_ words: FoldedWords) -> (Kind, Bool)? {
    let isContained = words.begin(oneOf: contained)
    guard isContained || words.begin(oneOf: atomicNames) else { return nil }
    let speaks = words.contains(oneOf: atomicWords)
    if words.begin("FORMERLY RESTRICTED DATA"), speaks || words.contains("WARNING") { return (.frd, speaks) }
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

  private static let opening = [
    "THIS DOCUMENT", "THIS RECORD", "THIS PRODUCT", "THIS INFORMATION", "THIS MATERIAL", "THE INFORMATION",
    "INFORMATION", "CONTAINS", "THIS E-MAIL", "THIS EMAIL", "THIS REPORT", "THIS PAGE", "UNAUTHORIZED",
    "DISSEMINATION", "ACCESS", "THIS MESSAGE", "THIS BRIEFING", "AUTHORIZED",
  ]
  private static let openings = PhraseList(opening)
  private static let securityWords = PhraseList(["1520", "NEED TO KNOW", "CONTAINS"])
  private static let limitedWords = PhraseList(["455", "IAW", "LIMDIS", "NGA"])
  private static let exports = PhraseList([
    "ARMS EXPORT CONTROL ACT", "EXPORT ADMINISTRATION", "ITAR", "EXPORT CONTROLLED", "EXPORT-CONTROLLED",
  ])
  private static let exportWords = ["EXPORT", "ITAR"]
  private static let exportOpenings = PhraseList(exportWords)
  private static let displayWords = PhraseList(["DERIVATIVE", "MAY NOT", "NOT AUTHORIZED"])

  /// A control with a notice that names it: how the notice begins, and what it holds.
  private struct Named: Sendable {
    var kind: Kind
    var words: [String]
    var beginnings: PhraseList
    var names: PhraseList
    /// How it begins where it names itself a notice.
    var headings: PhraseList

    init(_ short: String, _ long: String, _ kind: Kind) {
      self.kind = kind
      words = [short + " ", short + ":", long, short + " WARNING"]
      beginnings = PhraseList(words)
      names = PhraseList([short, long])
      headings = PhraseList([short + ":", long + ":", short + " WARNING", short + " NOTICE"])
    }
  }

  private static let named = [
    Named("RAWFISA", "RAW FISA", .rawFISA), Named("FISA", "FOREIGN INTELLIGENCE SURVEILLANCE ACT", .fisa),
    Named("IMCON", "CONTROLLED IMAGERY", .imcon),
    Named("RSEN", "RISK SENSITIVE", .rsen), Named("DSEN", "DEA SENSITIVE", .dsen),
    Named("LES", "LAW ENFORCEMENT SENSITIVE", .les),
  ]

  /// What these begin with.
  static let controlledBeginnings =
    opening + exportWords + named.flatMap(\.words) + ["DISTRIBUTION AUTHORIZED TO DOD", "LIMDIS ", "PROTECTED"]

  /// What such a notice says: who may have the information, or what may be done with it.
  private static let provisions = PhraseList([
    "ATTORNEY GENERAL", "DISSEMINATED", "DISSEMINATION", "DISTRIBUTED", "DISTRIBUTION", "PROHIBITED", "AUTHORIZED",
    "AUTHORIZATION", "MAY NOT", "SHALL NOT", "MAY ONLY", "MUST BE", "HANDLED", "HANDLING", "PROTECTED",
    "RESTRICTED TO", "PROPERTY OF",
  ])

  /// - Parameter isAnnounced: whether WARNING or the like stands before the words.
  static func controlled(_ words: FoldedWords, _ isAnnounced: Bool) -> (Kind, Bool)? {
    let isNotice = words.begin(oneOf: openings)
    if isNotice, words.contains("SENSITIVE SECURITY INFORMATION"), words.contains(oneOf: securityWords) {
      return (.ssi, true)
    }
    for control in named {
      let isIts = words.begin(oneOf: control.beginnings) || isNotice && words.contains(oneOf: control.names)
      guard isIts, words.wordCount > 6 else { continue }
      let isNamed = isAnnounced || isNotice || words.begin(oneOf: control.headings)
      return (control.kind, isNamed && words.contains(oneOf: provisions))
    }
    if words.begin("DISTRIBUTION AUTHORIZED TO DOD"), words.contains(oneOf: limitedWords) { return (.limdis, true) }
    if words.begin("LIMDIS "), words.wordCount > 6 { return (.limdis, true) }
    if isNotice, words.contains("CONTAINS NATO") { return (.nato, true) }
    if isNotice, words.contains("CHEMICAL-TERRORISM VULNERABILITY INFORMATION") { return (.cvi, true) }
    if isNotice || words.begin("PROTECTED"), words.contains("PROTECTED CRITICAL INFRASTRUCTURE INFORMATION") {
      return (.pcii, true)
    }
    if isNotice, words.contains("SAFEGUARDS INFORMATION") { return (.sgi, true) }
    if isNotice || words.begin(oneOf: exportOpenings), words.contains(oneOf: exports) { return (.export, true) }
    if words.contains("DISPLAY ONLY"), words.contains(oneOf: displayWords) { return (.displayOnly, true) }
    if words.begin("THIS DOCUMENT CONTAINS"), words.contains("INFORMATION"), words.wordCount <= 12 {
      return (.fgi, true)
    }
    return nil
  }
}
