package import MarkingModel

extension Marking {
  /// The attributes that say the same, in the order of the specification (ISM-v2022-DEC). Lists name the parents of what
  /// they hold, as ODNI's do: `SI SI-G SI-G-ABCD`. What no line says is not here: who classified it, the authority of a
  /// program, what the document complies with.
  package var ism: ISMAttributes {
    var result = ISMAttributes()
    if let classification { result.set("classification", classification.rawValue) }
    switch system {
    case .us: result.set("ownerProducer", "USA")
    case .joint:
      result.set("ownerProducer", tokens: owners)
      result.set("joint", "true")
    case .nonUS: result.set("ownerProducer", tokens: owners)
    case .cui, .none: break
    }
    result.set("SCIcontrols", tokens: sci.flatMap { $0.tokens(prefix: "") })
    result.set("SARIdentifier", tokens: sap.flatMap { $0.tokens(prefix: "SAR-") })
    result.set("atomicEnergyMarkings", tokens: atomicEnergy.tokens)
    switch foreign {
    case .none: if system == .nonUS, owners == ["FGI"] { result.set("FGIsourceProtected", "FGI") }
    case .concealed: result.set("FGIsourceProtected", "FGI")
    case .open(let sources): result.set("FGIsourceOpen", tokens: sources)
    }
    result.set("nonUSControls", tokens: foreignControls)
    result.set("disseminationControls", tokens: disseminationTokens)
    result.set("releasableTo", tokens: releasableTo)
    result.set("displayOnlyTo", tokens: displayOnlyTo)
    result.set("nonICmarkings", tokens: nonIC + accm.map { "ACCM-" + $0.asToken })
    result.set("cuiBasic", tokens: cui?.basic ?? [])
    result.set("cuiSpecified", tokens: cui?.specified ?? [])
    return result
  }

  /// The attribute names ORCON beside ORCON-USGOV (ISM-ID-00302); a line has the latter alone.
  private var disseminationTokens: [String] {
    guard let index = dissemination.firstIndex(of: "OC-USGOV"), !dissemination.contains("OC") else {
      return dissemination
    }
    var tokens = dissemination
    tokens.insert("OC", at: index)
    return tokens
  }
}

extension ControlSystem {
  /// The name and everything below it as tokens, parents first.
  fileprivate func tokens(prefix: String) -> [String] {
    let system = prefix + name.asToken
    var tokens = [system]
    for compartment in compartments {
      let parent = system + "-" + compartment.name.asToken
      tokens.append(parent)
      tokens += compartment.subcompartments.map { parent + "-" + $0.asToken }
    }
    return tokens
  }
}

extension AtomicEnergy {
  fileprivate var tokens: [String] {
    var tokens: [String] = []
    if isRestrictedData || isCriticalDesign || !sigmas.isEmpty { tokens.append("RD") }
    if isCriticalDesign { tokens.append("RD-CNWDI") }
    tokens += sigmas.map { "RD-SG-\($0)" }
    if isFormerlyRestrictedData || isCriticalDesignUnderFormerly || !formerlySigmas.isEmpty { tokens.append("FRD") }
    if isCriticalDesignUnderFormerly { tokens.append("FRD-CNWDI") }
    tokens += formerlySigmas.map { "FRD-SG-\($0)" }
    if isDefenseUnclassified { tokens.append("DCNI") }
    if isEnergyUnclassified { tokens.append("UCNI") }
    if isTransclassified { tokens.append("TFNI") }
    return tokens
  }
}
