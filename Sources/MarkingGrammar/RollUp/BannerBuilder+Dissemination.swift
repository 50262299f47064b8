import MarkingModel

extension BannerBuilder {
  /// All controls, the more restrictive for the less: ORCON for ORCON-USGOV (C16 p136, p140), anything for FOUO (p134,
  /// p148, p170–189). FOUO never stands in a classified banner.
  mutating func addDissemination(_ vocabulary: borrowing Vocabulary) {
    var controls = facts(.dissemination) { if case .dissemination(let code) = $0 { code } else { nil } }
    func take(_ code: String, where condition: Bool) {
      guard condition, let index = controls.firstIndex(where: { $0.0 == code }) else { return }
      supersede(.dissem, code, controls[index].1)
      controls.remove(at: index)
    }
    take("OC-USGOV", where: controls.contains { $0.0 == "OC" })
    let hasNonIC = !rollUp.kinds.isDisjoint(with: [.nonIC, .accm])
    let isReplaced = policy.scheme != .ic && !rollUp.portions(.cui).isEmpty
    take("FOUO", where: isClassified || hasNonIC || isReplaced || controls.contains { $0.0 != "FOUO" })
    // A dissemination list supersedes the limits on employees and contractors (CUI Registry, DL ONLY).
    let hasList = controls.contains { $0.0 == "DL_ONLY" }
    for code in ["FED_ONLY", "FEDCON", "NOCON"] { take(code, where: hasList) }
    if policy.scheme == .dod { controls.removeAll { BannerToken.limited.contains($0.0) } }
    let marks = addReleaseMarks(vocabulary)
    let register = vocabulary.register
    let all = (controls + marks).sorted {
      (register.entry($0.0)?.order ?? .max, $0.0) < (register.entry($1.0)?.order ?? .max, $1.0)
    }
    for (code, portions) in all {
      marking.dissemination.append(code)
      add(PortionFacts.ReleaseTokens(code).isEmpty ? .dissem : .fdr, code, portions)
    }
  }

  /// NODIS for EXDIS, both for SBU (C16 p172, p174); SBU NOFORN for SBU (p178), LES NOFORN for LES (p185), and the
  /// control without NOFORN where the banner says NOFORN itself (p53, p180, p185). LIMDIS and SBU never stand in a
  /// classified banner (p170, p176, p178); LES and SSI always stand (p181, p189).
  mutating func addNonIC(_ vocabulary: borrowing Vocabulary) {
    var controls: [String: RollUp.Portions] = [:]
    for (code, portions) in facts(.nonIC, { if case .nonIC(let code) = $0 { code } else { nil } }) {
      controls[code] = portions
    }
    let said = controls
    func take(_ code: String, where condition: Bool) { if condition { controls[code] = nil } }
    func rename(_ code: String, to other: String, where condition: Bool) {
      guard condition, let portions = controls.removeValue(forKey: code) else { return }
      controls[other, default: []].formUnion(portions)
    }
    let isExclusive = controls["ND"] != nil || controls["XD"] != nil
    take("XD", where: controls["ND"] != nil)
    for code in ["SBU", "SBU-NF"] { take(code, where: isExclusive || isClassified) }
    take("DS", where: isClassified)
    take("SBU", where: controls["SBU-NF"] != nil && !release.isNoForn)
    take("LES", where: controls["LES-NF"] != nil && !release.isNoForn && !isClassified)
    rename("SBU-NF", to: "SBU", where: release.isNoForn)
    rename("LES-NF", to: "LES", where: release.isNoForn || isClassified)
    for (code, portions) in said.sorted(by: { $0.key < $1.key }) where controls[code] == nil {
      supersede(.nonic, code, portions)
    }
    let register = vocabulary.register
    for (code, portions) in controls.sorted(by: {
      (register.entry($0.key)?.order ?? .max, $0.key) < (register.entry($1.key)?.order ?? .max, $1.key)
    }) {
      marking.nonIC.append(code)
      add(.nonic, code, portions)
    }
    for (nickname, portions) in facts(.accm, { if case .accm(let nickname) = $0 { nickname } else { nil } }) {
      marking.accm.append(nickname)
      add(.nonic, "ACCM-" + nickname, portions)
    }
    finishSystem()
  }

  /// CUI stands without the word UNCLASSIFIED, except beside controls that are none of CUI (ODNI XSPEC, BANNER; 32 CFR
  /// 2002.20(b)). DoD never writes the word before it.
  private mutating func finishSystem() {
    guard marking.system == .us, !isClassified, marking.cui != nil else { return }
    let isCUIAlone =
      marking.sci.isEmpty && marking.sap.isEmpty && marking.atomicEnergy.isEmpty && marking.foreign == .none
      && marking.foreignControls.isEmpty && marking.nonIC.isEmpty && marking.accm.isEmpty
      && marking.dissemination.allSatisfy { BannerToken.limited.contains($0) || Self.shared.contains($0) }
    guard isCUIAlone || policy.scheme == .dod else { return }
    marking.system = .cui
    marking.classification = nil
    marking.owners = []
  }

  /// Controls that both the Register and the CUI Registry have.
  private static let shared: Set<String> = ["NF", "REL", "RELIDO", "DISPLAYONLY"]
}
