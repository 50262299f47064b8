import MarkingModel

// What level a paper has without what it encloses (32 CFR 2001.24(b)). No words are prescribed for it.
extension Notice {
  static let transmitting = [
    "UPON REMOVAL OF", "UPON SEPARATION", "UPON DECLASSIFICATION", "WHEN ENCLOSURE", "WHEN ATTACHMENT",
    "WHEN SEPARATED", "WHEN THE ENCLOSURE", "WHEN THE ATTACHMENT", "UNCLASSIFIED WHEN",
  ]
  private static let openings = PhraseList(transmitting)
  private static let enclosed = ["ENCLOSURE", "ENCLOSURES", "ATTACHMENT", "ATTACHMENTS", "ENCLS", "ENCL", "ANNEX"]
  /// Without what: `UPON REMOVAL`, `WITHOUT ENCLOSURE`, `WHEN ATTACHMENTS ARE REMOVED`.
  private static let separating: [String] =
    PhraseList.pairs(["UPON", "ON", "AFTER"], ["REMOVAL", "SEPARATION", "DETACHMENT"])
    + PhraseList.pairs(["WHEN", "IF", "ONCE"], ["SEPARATED", "DETACHED", "REMOVED FROM"])
  private static let without: [String] =
    PhraseList.pairs(["WITHOUT", "WITHOUT THE", "WITHOUT ITS", "WHEN", "IF", "WHEN THE", "IF THE"], enclosed)
    + PhraseList.pairs(enclosed, ["IS REMOVED", "ARE REMOVED", "IS DETACHED", "ARE DETACHED"])
    + PhraseList.pairs(enclosed, ["IS SEPARATED", "ARE SEPARATED", "IS WITHDRAWN", "ARE WITHDRAWN"])
  private static let separations = PhraseList(separating + without)
  private static let unclassified = PhraseList(["UNCLASSIFIED"])
  /// What the paper is then, or becomes.
  private static let levels = PhraseList(
    ["UNCLASSIFIED", "UNCLAS", "DECLASSIFY", "DECLASSIFIED", "REGRADE", "REGRADED", "DOWNGRADE", "DOWNGRADED"]
      + PhraseList.pairs(["IS", "BECOMES", "TO", "REMAINS"], ["CONFIDENTIAL", "SECRET", "CUI"]))

  /// The statement, and whether it says that the paper is unclassified then.
  static func transmittal(_ words: FoldedWords) -> (Kind, Bool)? {
    let isOne =
      words.begin(oneOf: openings)
      || words.wordCount <= 40 && words.contains(oneOf: levels) && words.contains(oneOf: separations)
    return isOne ? (.transmittal, words.contains(oneOf: unclassified)) : nil
  }
}
