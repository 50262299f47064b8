import MarkingGrammar
import MarkingModel

/// Whether one banner is at least as restrictive as another: the order that a roll-up climbs.
enum Restrictiveness {
  /// What `to` allows and `from` does not.
  static func faults(from: RequiredBanner, to: RequiredBanner, _ vocabulary: Vocabulary) -> [String] {
    var faults: [String] = []
    let ranks = (from.marking.classification?.rank ?? 1, to.marking.classification?.rank ?? 1)
    if ranks.1 < ranks.0 { faults.append("level") }
    let tokens = BannerToken.tokens(of: to.marking)
    for token in BannerToken.tokens(of: from.marking) where !tokens.contains(token) {
      if !isCovered(token, to, tokens) { faults.append("\(token)") }
    }
    return faults + releaseFaults(from.release, to.release)
  }

  private static func releaseFaults(_ from: RequiredRelease, _ to: RequiredRelease) -> [String] {
    if from.isNone { return [] }
    if to.isNone { return ["release"] }
    var faults: [String] = []
    if from.isNoForn, !to.isNoForn { faults.append("NOFORN") }
    if to.isRelido, !from.isRelido { faults.append("RELIDO") }
    if !to.released.isSubset(of: from.released) { faults.append("REL TO") }
    if !to.released.union(to.shown).isSubset(of: from.released.union(from.shown)) { faults.append("DISPLAY ONLY") }
    return faults
  }

  /// Whether the banner says something that stands for a token.
  private static func isCovered(_ token: BannerToken, _ to: RequiredBanner, _ tokens: [BannerToken]) -> Bool {
    let isClassified = to.marking.classification?.isClassified == true
    func has(_ code: String) -> Bool { tokens.contains(BannerToken(token.category, code)) }
    return switch (token.category, token.code) {
    case (.dissem, "FOUO"): true
    case (.dissem, "OC-USGOV"): has("OC")
    case (.nonic, "SBU"): isClassified || has("SBU-NF") || has("XD") || has("ND")
    case (.nonic, "SBU-NF"): isClassified || has("SBU") && to.release.isNoForn || has("XD") || has("ND")
    case (.nonic, "DS"): isClassified
    case (.nonic, "XD"): has("ND")
    case (.nonic, "LES"): has("LES-NF")
    case (.nonic, "LES-NF"): has("LES") && to.release.isNoForn
    case (.aea, "TFNI"): has("RD") || has("FRD")
    case (.aea, "FRD"): has("RD")
    case (.aea, "DCNI"), (.aea, "UCNI"): isClassified
    case (.aea, let code) where code.hasPrefix("FRD-"): has(String(code.dropFirst()))
    // Concealed, or the owner of a JOINT banner; the other way round it stands as a source.
    case (.fgi, _): has("FGI") || to.marking.owners.contains(token.code)
    default: false
    }
  }
}
