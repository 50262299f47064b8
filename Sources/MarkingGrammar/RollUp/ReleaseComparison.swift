import MarkingModel

/// Compares what a banner states about foreign release with what its portions require.
struct ReleaseComparison {
  private(set) var differences: [BannerDifference] = []
  private let marks: PortionFacts.ReleaseTokens
  private let released: Audience
  private let shown: Audience
  private let tetragraphs: BannerDifference.Tetragraphs

  init(_ given: Marking, _ required: RequiredBanner, _ rollUp: RollUp, _ countries: CountryTable) {
    marks = PortionFacts.ReleaseTokens(among: given.dissemination)
    released = marks.isDisjoint(with: [.release, .eyesOnly]) ? .nobody : Audience(given.releasableTo, countries)
    shown = marks.contains(.display) ? Audience(given.displayOnlyTo, countries) : .nobody
    tetragraphs = Self.tetragraphs(rollUp, countries)
    let bare = rollUp.portions(.bare)
    if !bare.isEmpty, given.releasableTo.isEmpty { add(.contradicts, "REL", .noList, bare) }
    compare(required.release)
    if required.release.reason == .nonIC, let lenient = required.lenientRelease, !marks.contains(.noForn) {
      compare(lenient)
    }
  }

  private mutating func add(
    _ kind: BannerDifference.Kind, _ code: String, _ reason: RequiredRelease.Reason, _ portions: RollUp.Portions
  ) {
    var difference = BannerDifference(kind, BannerToken(.fdr, code), portions: portions)
    difference.release = reason
    difference.tetragraphs = tetragraphs
    differences.append(difference)
  }

  private mutating func compare(_ required: RequiredRelease) {
    guard let (kind, code) = difference(required) else { return }
    add(kind, code, required.reason, kind == .excess ? [] : required.portions)
  }

  private func difference(_ required: RequiredRelease) -> (BannerDifference.Kind, String)? {
    let first = ["REL", "EYES", "RELIDO", "DISPLAYONLY"].first { marks.contains(PortionFacts.ReleaseTokens($0)) }
    if required.isNoForn {
      // Of a list that is missing altogether the bare REL has been reported.
      return marks.contains(.noForn) || required.reason == .noList ? nil : (.missing, "NF")
    }
    if required.isNone {
      if let first { return (.contradicts, first) }
      return marks.contains(.noForn) ? (.excess, "NF") : nil
    }
    if marks.contains(.noForn) { return (.excess, "NF") }
    guard first != nil else {
      return (.missing, required.isRelido ? "RELIDO" : required.released.isEmpty ? "DISPLAYONLY" : "REL")
    }
    if required.isRelido != marks.contains(.relido) {
      return (.contradicts, !required.isRelido ? "RELIDO" : released.isEmpty ? "DISPLAYONLY" : "REL")
    }
    if marks.contains(.eyesOnly), !required.isEyesOnly { return (.contradicts, "EYES") }
    return listDifference(required)
  }

  /// A list that is longer than it may be, or shorter than it could be.
  private func listDifference(_ required: RequiredRelease) -> (BannerDifference.Kind, String)? {
    if required.isRelido, !released.isEmpty, required.released.isEmpty { return (.contradicts, "REL") }
    if !released.isSubset(of: required.released) { return (.missing, "REL") }
    if released != required.released { return (.excess, "REL") }
    let seen = released.union(shown)
    let wanted = required.released.union(required.shown)
    if !seen.isSubset(of: wanted) { return (.missing, "DISPLAYONLY") }
    return seen == wanted ? nil : (.excess, "DISPLAYONLY")
  }

  private static func tetragraphs(_ rollUp: RollUp, _ countries: CountryTable) -> BannerDifference.Tetragraphs {
    let secondParty: Set<String> = ["TEYE", "ACGU", "FVEY"]
    var result = BannerDifference.Tetragraphs.none
    for case .tetragraph(let code) in rollUp.named.keys {
      if secondParty.contains(code) {
        if result == .none { result = .secondParty }
      } else if countries.find(code)?.isDecomposable == false {
        return .whole
      } else {
        result = .decomposable
      }
    }
    return result
  }
}
