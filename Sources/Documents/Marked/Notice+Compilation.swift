import MarkingModel

// That the parts of a paper together are higher than each of them (32 CFR 2001.24(g)). No words are prescribed for it: the
// statement says what the whole is, and why, and what the parts are.
extension Notice {
  private static let compilations = PhraseList(["BY COMPILATION", "COMPILATION OF"])
  private static let classifications = PhraseList(["CLASSIFIED", "CLASSIFICATION"])
  static let compiling = [
    "CLASSIFIED", "CLASSIFICATION", "COMPILATION", "THIS DOCUMENT", "THE COMPILATION", "THE INFORMATION", "THIS",
  ]
  private static let openings = PhraseList(compiling)
  /// The parts, each of them for itself.
  private static let apart = [
    "INDIVIDUAL", "INDIVIDUALLY", "STANDING ALONE", "STAND ALONE", "STANDS ALONE", "SEPARATE", "SEPARATELY",
    "SEPARATED", "INDEPENDENTLY", "BY THEMSELVES", "BY ITSELF", "ALONE",
  ]
  private static let parts = PhraseList(apart)
  private static let explanations = PhraseList(
    apart + ["WHEN COMBINED", "TOGETHER", "COMBINED", "IN COMBINATION", "BECAUSE", "SINCE", "REVEAL", "REVEALS"])
  /// The whole.
  private static let wholes = PhraseList(
    ["COMPILATION", "AGGREGATE", "AGGREGATED", "AGGREGATION", "IN COMBINATION"]
      + PhraseList.pairs(["WHEN", "IF", "ONCE", "AS"], ["COMPILED", "COMBINED"])
      + PhraseList.pairs(
        ["STAND", "STANDING", "TAKEN", "READ", "VIEWED", "CONSIDERED", "WHEN", "BROUGHT", "PUT"], ["TOGETHER"]))
  /// What it is.
  private static let levels = ["SECRET", "TOP SECRET", "CONFIDENTIAL", "CLASSIFIED"]
  private static let claims = PhraseList(
    PhraseList.pairs(["IS", "ARE", "BE", "BECOME", "BECOMES", "BUT", "AND"], levels)
      + PhraseList.pairs(levels, ["WHEN", "IN", "BY", "IF", "AS"])
      + PhraseList.pairs(["CLASSIFIED"], levels))

  /// The statement, and whether it explains itself.
  static func compilation(_ words: FoldedWords) -> (Kind, Bool)? {
    if words.begin(oneOf: openings), words.contains(oneOf: compilations), words.contains(oneOf: classifications) {
      return (.compilation, words.contains(oneOf: explanations))
    }
    let isOne = words.contains(oneOf: wholes) && words.contains(oneOf: parts) && words.contains(oneOf: claims)
    return isOne ? (.compilation, true) : nil
  }
}
