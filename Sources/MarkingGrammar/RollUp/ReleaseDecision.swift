/// Decides what a banner must state (C16 Table 3, p28–30; markings reference 1.6).
struct ReleaseDecision {
  let rollUp: RollUp
  let policy: RollUpPolicy
  let isClassified: Bool
  /// What all portions may be released and shown to, the list of the banner put in for a bare REL.
  let released: Audience
  let disclosed: Audience
  /// Whether unclassified portions with non-IC controls count. They do in the Register; ODNI's rule 00088 looks at
  /// dissemination controls alone.
  var countsNonIC = true

  func decide() -> RequiredRelease {
    if let strict = noForn() { return strict }
    let mustMark = isClassified && policy.isAnalyticProduct
    let unmarked: [ReleaseFact] = [.unmarkedForeign, .unmarkedCaveated, .unmarkedUncaveated]
    let explicit = rollUp.portions([.relido, .listWithoutRelido])
    guard !explicit.isEmpty || (mustMark && !rollUp.portions(unmarked).isEmpty) else {
      return RequiredRelease(reason: .none, portions: [])
    }
    if let blocked = blocked() { return blocked }
    return common(explicit)
  }

  /// NOFORN, SBU NOFORN and LES NOFORN, EXDIS and NODIS.
  private func noForn() -> RequiredRelease? {
    let marked = rollUp.portions(.noForn)
    let exclusive = rollUp.portions(.nonIC("XD")).union(rollUp.portions(.nonIC("ND")))
    var sbu = rollUp.portions(.nonIC("SBU-NF"))
    var les = rollUp.portions(.nonIC("LES-NF"))
    // By themselves, in an unclassified document, they say it in their own words.
    if !isClassified, rollUp.portions([.noForn, .relido, .listWithoutRelido]).isEmpty, exclusive.isEmpty {
      sbu = []
      les = []
    }
    let all = marked.union(exclusive).union(sbu).union(les)
    if !marked.isEmpty { return .noForn(.noForn, all) }
    if !exclusive.isEmpty { return .noForn(.exclusive, all) }
    if !sbu.isEmpty { return .noForn(.sbu, all) }
    return les.isEmpty ? nil : .noForn(.les, all)
  }

  /// Portions without FD&R mark that count as NOFORN beside ones that have it.
  private func blocked() -> RequiredRelease? {
    var unmarked = rollUp.portions([.unmarkedForeign, .unmarkedCaveated])
    if !policy.isAfterPivot { unmarked.formUnion(rollUp.portions(.unmarkedUncaveated)) }
    if !unmarked.isEmpty { return .noForn(.unmarked, unmarked) }
    let nuclear = rollUp.portions(.unclassifiedNuclear)
    if !nuclear.isEmpty { return .noForn(.nuclear, nuclear) }
    let nonIC = rollUp.portions(.unclassifiedNonIC)
    return countsNonIC && !nonIC.isEmpty ? .noForn(.nonIC, nonIC) : nil
  }

  private func common(_ explicit: RollUp.Portions) -> RequiredRelease {
    // What counts as RELIDO without saying so: unmarked since the pivot (p21), controlled unclassified (p53 example 3).
    let unmarked = policy.isAfterPivot ? rollUp.portions(.unmarkedUncaveated) : []
    let controlled = rollUp.portions(.unclassifiedControlled)
    let relido = rollUp.portions(.relido)
    let deferred = rollUp.portions(.relidoAlone).union(unmarked).union(controlled)
    let lists = rollUp.portions(.listWithoutRelido)
    if lists.isEmpty {
      var result = RequiredRelease(reason: .allRelido, portions: relido.union(unmarked))
      result.isRelido = true
      if deferred.isEmpty { result.released = released }
      return result
    }
    if !rollUp.portions(.relidoAlone).isEmpty {
      let isShown = rollUp.portions(.releasable).isEmpty && rollUp.portions(.eyesOnly).isEmpty
      return .noForn(isShown ? .relidoDisplay : .relido, rollUp.portions(.relidoAlone).union(lists))
    }
    if !unmarked.isEmpty { return .noForn(.unmarked, unmarked) }
    if !controlled.isEmpty { return .noForn(.unclassified, controlled) }
    return inCommon(explicit)
  }

  /// What the lists of all portions have in common (rules 9, 11, 13, 20 to 27).
  private func inCommon(_ portions: RollUp.Portions) -> RequiredRelease {
    guard released.codes != nil else { return .noForn(.noList, rollUp.portions(.bare)) }
    let shown = disclosed.subtracting(released)
    if released.isEmpty, shown.isEmpty {
      let isShown = !rollUp.portions(.displayable).isEmpty && rollUp.portions(.releasable).isEmpty
      return .noForn(isShown ? .nothingShown : .nothingInCommon, portions)
    }
    var result = RequiredRelease(
      reason: shown.isEmpty ? .common : released.isEmpty ? .commonDisplay : .commonBoth, portions: portions)
    result.released = released
    result.shown = shown
    // REL TO takes the place of EYES ONLY where both stand (rule 22).
    result.isEyesOnly = rollUp.portions(.releasable).isEmpty && !released.isEmpty
    return result
  }
}
