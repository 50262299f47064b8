package import MarkingModel

extension Marking {
  /// What the attributes of one element mark it as. Tokens are kept as they are; which of them exist is for rules to say.
  ///
  /// A foreign owner that is not to be named (`FGIsourceProtected`) becomes FGI, in a U.S. line too. The authority of a
  /// special access program and the level that it needs (`SAR-DOD:S:ABC`) are for machines and stand in no line.
  package init(ism: ISMAttributes) {
    self.init()
    classification = ism["classification"].flatMap(Classification.init(rawValue:))
    readOwners(ism)
    sci = ControlSystem.systems(ism.tokens("SCIcontrols"))
    sap = ControlSystem.programs(ism.tokens("SARIdentifier"))
    atomicEnergy = AtomicEnergy(tokens: ism.tokens("atomicEnergyMarkings"), rest: &unknown)
    foreignControls = ism.tokens("nonUSControls")
    let categories = ControlledInformation(
      specified: ism.tokens("cuiSpecified"), basic: ism.tokens("cuiBasic"))
    if !categories.specified.isEmpty || !categories.basic.isEmpty { cui = categories }
    if cui != nil, classification == nil, owners.isEmpty { system = .cui }
    dissemination = ism.tokens("disseminationControls")
    // The attribute names ORCON beside ORCON-USGOV (ISM-ID-00302) and means the latter.
    if dissemination.contains("OC-USGOV") { dissemination.removeAll { $0 == "OC" } }
    releasableTo = ism.tokens("releasableTo")
    displayOnlyTo = ism.tokens("displayOnlyTo")
    for token in ism.tokens("nonICmarkings") {
      if token.hasPrefix("ACCM-") { accm.append(token.dropFirst(5).asName) } else { nonIC.append(token) }
    }
  }

  private mutating func readOwners(_ ism: ISMAttributes) {
    owners = ism.tokens("ownerProducer")
    let isConcealed = !ism.tokens("FGIsourceProtected").isEmpty || ism.has("FGIsourceOpen", "UNKNOWN")
    let isAmerican = owners.contains("USA")
    if owners.isEmpty {
      system = .none
    } else if isAmerican, owners.count == 1 || isConcealed {
      system = .us
      owners = ["USA"]
      let sources = ism.tokens("FGIsourceOpen")
      foreign = isConcealed ? .concealed : sources.isEmpty ? .none : .open(sources)
    } else if ism["joint"] == "true", owners.count > 1 {
      system = .joint
    } else {
      system = .nonUS
      if isConcealed { owners = ["FGI"] }
    }
  }
}

extension ControlSystem {
  /// Control systems from a list that names the parents too: `SI SI-G SI-G-ABCD`.
  fileprivate static func systems(_ tokens: [String]) -> [ControlSystem] {
    var result: [ControlSystem] = []
    for token in tokens {
      result.insert(token.split(separator: "-", omittingEmptySubsequences: false).map(String.init))
    }
    return result
  }

  /// Programs from identifiers: `SAR-DNI:PROM_TUX-JR-A16`. DoD's programs have no compartments: a hyphen is part of the
  /// name (ODNI's rendering).
  fileprivate static func programs(_ tokens: [String]) -> [ControlSystem] {
    var result: [ControlSystem] = []
    for token in tokens {
      let fields = token.split(separator: ":", omittingEmptySubsequences: false)
      let authority = fields.count > 1 ? fields[0] : ""
      let name = (fields.last ?? "").asName.withoutPrefix("SAR-")
      if authority.hasSuffix("DOD") {
        result.insert([name])
      } else {
        result.insert(name.split(separator: "-", omittingEmptySubsequences: false).map(String.init))
      }
    }
    return result
  }
}

extension [ControlSystem] {
  /// Adds a path from system to sub-compartment, into what is there.
  fileprivate mutating func insert(_ path: [String]) {
    guard let name = path.first else { return }
    if firstIndex(where: { $0.name == name }) == nil { append(ControlSystem(name)) }
    guard path.count > 1, let system = firstIndex(where: { $0.name == name }) else { return }
    if self[system].compartments.firstIndex(where: { $0.name == path[1] }) == nil {
      self[system].compartments.append(ControlSystem.Compartment(path[1]))
    }
    guard path.count > 2, let index = self[system].compartments.firstIndex(where: { $0.name == path[1] }) else {
      return
    }
    let last = path[2...].joined(separator: "-")
    if !self[system].compartments[index].subcompartments.contains(last) {
      self[system].compartments[index].subcompartments.append(last)
    }
  }
}

extension AtomicEnergy {
  /// From a list that names the parents too: `RD RD-CNWDI RD-SG-14`. Tokens that it does not know go to `rest`.
  fileprivate init(tokens: [String], rest: inout [String]) {
    self.init()
    for token in tokens {
      switch token {
      case "RD": isRestrictedData = true
      case "RD-CNWDI": isCriticalDesign = true
      case "FRD": isFormerlyRestrictedData = true
      case "FRD-CNWDI": isCriticalDesignUnderFormerly = true
      case "DCNI": isDefenseUnclassified = true
      case "UCNI": isEnergyUnclassified = true
      case "TFNI": isTransclassified = true
      default:
        if token.hasPrefix("RD-SG-"), let number = Int(token.dropFirst(6)) {
          sigmas.append(number)
        } else if token.hasPrefix("FRD-SG-"), let number = Int(token.dropFirst(7)) {
          formerlySigmas.append(number)
        } else {
          rest.append(token)
        }
      }
    }
  }
}

extension StringProtocol {
  /// The name that a token writes: a low line is a blank, two are a low line.
  fileprivate var asName: String {
    var bytes: [UInt8] = []
    var isHeld = false
    for byte in utf8 {
      if byte == 0x5F {
        if isHeld { bytes.append(0x5F) }
        isHeld.toggle()
        continue
      }
      if isHeld { bytes.append(0x20) }
      isHeld = false
      bytes.append(byte)
    }
    if isHeld { bytes.append(0x20) }
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate func withoutPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : String(self)
  }
}
