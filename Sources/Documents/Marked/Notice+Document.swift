import MarkingModel

// What a document says of itself as a whole.
extension Notice {
  private static let waivers = PhraseList([
    "MAY NOT BE USED AS A SOURCE", "NOT BE USED AS A SOURCE", "MAY NOT BE USED AS THE BASIS",
  ])
  private static let whole = [
    "ALL PORTIONS", "ALL PARAGRAPHS", "ALL TEXT", "THE ENTIRE TEXT", "ENTIRE TEXT",
  ]
  private static let wholes = PhraseList(whole)
  private static let excepting = ["UNLESS ", "EXCEPT AS", "EXCEPT WHERE"]
  private static let exceptions = PhraseList(excepting)
  private static let claiming = [
    "IS CLASSIFIED", "ARE CLASSIFIED", "ARE (", "ARE SECRET", "ARE UNCLASSIFIED", "ARE CONFIDENTIAL", "ARE TOP SECRET",
    "IS UNCLASSIFIED", "IS SECRET", "IS CONFIDENTIAL",
  ]
  private static let claims = PhraseList(claiming)
  private static let wholeWords = PhraseList(claiming + ["UNLESS", "OTHERWISE"])
  private static let restricting = [
    "DO NOT SHARE", "DO NOT DISTRIBUTE", "DO NOT FORWARD", "DO NOT DISSEMINATE",
  ]
  private static let restrictions = PhraseList(restricting)
  private static let limits = PhraseList(["OUTSIDE", "BEYOND"])
  private static let decontrolling = [
    "DECONTROLLED", "THIS DOCUMENT IS DECONTROLLED", "THIS DOCUMENT HAS BEEN DECONTROLLED",
  ]
  private static let decontrols = PhraseList(decontrolling)
  private static let listing = [
    "SEE SOURCE LIST", "SEE ATTACHED SOURCE LIST", "SOURCES:", "SOURCE LIST:", "SOURCES USED",
  ]
  private static let sourceLists = PhraseList(listing)

  /// What these begin with, but for THIS, which anything begins with.
  static let documentBeginnings =
    transmitting + compiling.filter { $0 != "THIS" } + whole + excepting + ["EYES ONLY "] + restricting + decontrolling
    + listing

  static func ofDocument(_ words: FoldedWords) -> (Kind, Bool)? {
    if let transmittal = transmittal(words) { return transmittal }
    if words.contains(oneOf: waivers) { return (.waiver, true) }
    if let compilation = compilation(words) { return compilation }
    if words.begin(oneOf: wholes), words.contains(oneOf: wholeWords) { return (.blanket, true) }
    if words.begin(oneOf: exceptions), words.contains(oneOf: wholes), words.contains(oneOf: claims) {
      return (.blanket, true)
    }
    if words.begin("EYES ONLY "), words.wordCount < 8 { return (.wording, true) }
    if words.begin(oneOf: restrictions), words.contains(oneOf: limits) { return (.wording, true) }
    if words.begin(oneOf: decontrols) { return (.decontrolled, true) }
    if words.begin(oneOf: sourceLists) { return (.sources, true) }
    return nil
  }
}
