import MarkingModel

extension BannerBuilder {
  /// RD outranks FRD, FRD outranks TFNI, and the highest takes all SIGMA numbers (C16 p104, p109, p111, p120). UCNI
  /// stands in unclassified banners alone (p116, p118).
  mutating func addAtomic() {
    func portions(_ fact: AtomicFact) -> RollUp.Portions { rollUp.portions(.atomic(fact)) }
    let kinds: [(code: String, portions: RollUp.Portions)] = [
      ("RD", portions(.restricted)), ("FRD", portions(.formerlyRestricted)), ("TFNI", portions(.transclassified)),
    ]
    let winner = kinds.firstIndex { !$0.portions.isEmpty }
    for (index, kind) in kinds.enumerated() where !kind.portions.isEmpty {
      if index == winner { add(.aea, kind.code, kind.portions) } else { supersede(.aea, kind.code, kind.portions) }
    }
    marking.atomicEnergy.isRestrictedData = winner == 0
    marking.atomicEnergy.isFormerlyRestrictedData = winner == 1
    marking.atomicEnergy.isTransclassified = winner == 2
    let design = portions(.criticalDesign)
    if winner == 0, !design.isEmpty {
      marking.atomicEnergy.isCriticalDesign = true
      add(.aea, "CNWDI", design)
    }
    addSigmas(winner)
    for (code, portions) in [("DCNI", portions(.defenseUnclassified)), ("UCNI", portions(.energyUnclassified))]
    where !portions.isEmpty {
      if isClassified { supersede(.aea, code, portions) } else { add(.aea, code, portions) }
    }
    guard !isClassified else { return }
    marking.atomicEnergy.isDefenseUnclassified = !portions(.defenseUnclassified).isEmpty
    marking.atomicEnergy.isEnergyUnclassified = !portions(.energyUnclassified).isEmpty
  }

  private mutating func addSigmas(_ winner: Int?) {
    guard let winner, winner < 2 else { return }
    let sigmas = facts(.sigma) { fact -> Int? in
      switch fact {
      case .atomic(.sigma(let number)), .atomic(.formerlySigma(let number)): number
      default: nil
      }
    }
    for number in Set(sigmas.map(\.0)).sorted() {
      let portions = sigmas.filter { $0.0 == number }.reduce(into: RollUp.Portions()) { $0.formUnion($1.1) }
      if winner == 0 {
        marking.atomicEnergy.sigmas.append(number)
      } else {
        marking.atomicEnergy.formerlySigmas.append(number)
      }
      add(.aea, "\(winner == 0 ? "RD" : "FRD")-SIGMA \(number)", portions)
    }
    guard winner == 0 else { return }
    for (number, portions) in facts(
      .sigma, { if case .atomic(.formerlySigma(let number)) = $0 { number } else { nil } })
    {
      supersede(.aea, "FRD-SIGMA \(number)", portions)
    }
  }

  /// Every source by name, or none of them where one is concealed (C16 p28, p124). NATO's own controls follow the U.S.
  /// ones of their category (p122).
  mutating func addForeign(_ vocabulary: borrowing Vocabulary) {
    let register = vocabulary.register
    let controls = facts(.foreignControl) { if case .foreignControl(let code) = $0 { code } else { nil } }
      .sorted { (register.entry($0.0)?.order ?? 0) < (register.entry($1.0)?.order ?? 0) }
    for (code, portions) in controls {
      marking.foreignControls.append(code)
      add(.foreign, code, portions)
    }
    let isOwn = marking.system == .us ? [] : Set(marking.owners)
    let sources = facts(.foreignSource) { if case .foreignSource(let code) = $0 { code } else { nil } }.filter {
      !isOwn.contains($0.0)
    }
    let concealed = isOwn.contains("FGI") ? [] : rollUp.portions(.concealedSource)
    if !concealed.isEmpty {
      marking.foreign = .concealed
      add(.fgi, "FGI", concealed)
      for (code, portions) in sources { supersede(.fgi, code, portions) }
    } else if !sources.isEmpty {
      let countries = vocabulary.countries
      let sorted = sources.sorted { countries.precedes($0.0, $1.0) }
      marking.foreign = .open(sorted.map(\.0))
      for (code, portions) in sorted { add(.fgi, code, portions) }
    }
  }

  /// All categories, specified ones first (CUIH p18–19, p35–40). DoD puts none into a banner, and no CUI into a
  /// classified one (dodcui.mil, banner line; DoD marking aid).
  mutating func addCUI() {
    let portions = rollUp.portions(.cui)
    guard !portions.isEmpty else { return }
    guard policy.scheme != .dod || !isClassified else { return }
    add(.cui, "CUI", portions)
    var cui = ControlledInformation()
    if policy.scheme != .dod {
      for (code, portions) in facts(.specified, { if case .specified(let code) = $0 { code } else { nil } }) {
        cui.specified.append(code)
        add(.cui, "SP-" + code, portions)
      }
      for (code, portions) in facts(.basic, { if case .basic(let code) = $0 { code } else { nil } }) {
        cui.basic.append(code)
        add(.cui, code, portions)
      }
    }
    marking.cui = cui
  }
}
