import MarkingGrammar
import MarkingModel

/// ODNI's roll-up rules (ISM-v2022-DEC) said once more from their own words, over the attributes that they look at:
/// an oracle for combinations that the vectors do not have.
struct ODNIRollUp {
  let portions: [Marking]
  let banner: Marking

  /// The numbers of the rules that the banner breaks.
  var broken: Set<Int> {
    var broken = levels.union(combinations).union(release)
    for (token, number) in [("OC", 67), ("IMC", 68), ("NF", 70), ("PR", 71), ("DSEN", 80), ("FISA", 81), ("RS", 165)] {
      if has(token), !banner.dissemination.contains(token) { broken.insert(number) }
    }
    for (token, number) in [("ND", 86), ("SSI", 373)] where any({ $0.nonIC.contains(token) }) {
      if !banner.nonIC.contains(token) { broken.insert(number) }
    }
    return broken
  }

  private func any(_ holds: (Marking) -> Bool) -> Bool { portions.contains(where: holds) }
  private func has(_ token: String) -> Bool { any { $0.dissemination.contains(token) } }
  private static func paths(_ marking: Marking) -> Set<ControlPath> { Set(ControlPath.paths(marking.sci)) }

  /// 00056 to 00059 and 00108 to 00110.
  private var levels: Set<Int> {
    var broken: Set<Int> = []
    let levels = Set(portions.compactMap(\.classification))
    let level = banner.classification
    if level == .unclassified, levels != [.unclassified] { broken.insert(56) }
    if level == .confidential, levels.contains(.secret) || levels.contains(.topSecret) { broken.insert(58) }
    if level == .secret, levels.contains(.topSecret) { broken.insert(59) }
    for (its, number) in [(Classification.topSecret, 108), (.secret, 109), (.confidential, 110)] where level == its {
      if !levels.contains(its) { broken.insert(number) }
    }
    return broken
  }

  /// SCI, AEA, FGI, FOUO and the non-IC controls.
  private var combinations: Set<Int> {
    var broken: Set<Int> = []
    let sci = portions.reduce(into: Set<ControlPath>()) { $0.formUnion(Self.paths($1)) }
    if !sci.isSubset(of: Self.paths(banner)) { broken.insert(343) }
    if !Self.paths(banner).isSubset(of: sci) { broken.insert(344) }
    let isRD = any { $0.atomicEnergy.isRestrictedData }
    let isFRD = any { $0.atomicEnergy.isFormerlyRestrictedData }
    if isRD, !banner.atomicEnergy.isRestrictedData { broken.insert(72) }
    if isFRD, !isRD, !banner.atomicEnergy.isFormerlyRestrictedData { broken.insert(75) }
    if banner.atomicEnergy.isRestrictedData, !isRD { broken.insert(229) }
    if banner.atomicEnergy.isFormerlyRestrictedData, !isFRD { broken.insert(228) }
    if any({ if case .open = $0.foreign { true } else { false } }), banner.foreign == .none { broken.insert(64) }
    let isUnclassified = banner.classification == .unclassified
    let harmless: Set<String> = ["REL", "RELIDO", "NF", "DISPLAYONLY", "EYES", "FOUO"]
    if isUnclassified, has("FOUO"), !any({ !$0.nonIC.isEmpty || !harmless.isSuperset(of: $0.dissemination) }),
      !banner.dissemination.contains("FOUO")
    {
      broken.insert(66)
    }
    if banner.dissemination.contains("FOUO"), !has("FOUO") { broken.insert(154) }
    let isNODIS = any { $0.nonIC.contains("ND") }
    if isUnclassified, any({ $0.nonIC.contains("DS") }), !banner.nonIC.contains("DS") { broken.insert(84) }
    if any({ $0.nonIC.contains("XD") }), !isNODIS, !banner.nonIC.contains("XD") { broken.insert(85) }
    return broken
  }

  /// 00088, 00132, 00318, 00521.
  private var release: Set<Int> {
    var broken: Set<Int> = []
    let marks = Set(banner.dissemination)
    if !banner.releasableTo.isEmpty {
      if any({ !($0.classification == .unclassified && $0.dissemination.isEmpty) && $0.releasableTo.isEmpty }) {
        broken.insert(88)
      }
      let lists = portions.map(\.releasableTo).filter { !$0.isEmpty }.map(Set.init)
      let common = lists.dropFirst().reduce(lists.first ?? []) { $0.intersection($1) }
      if common != Set(banner.releasableTo) { broken.insert(318) }
    }
    let counted = portions.filter { $0.classification != .unclassified || !$0.releasableTo.isEmpty }
    if marks.contains("RELIDO"), !counted.allSatisfy({ $0.dissemination.contains("RELIDO") }) { broken.insert(132) }
    if has("REL"), marks.isDisjoint(with: ["REL", "DISPLAYONLY", "NF"]) { broken.insert(521) }
    return broken
  }
}
