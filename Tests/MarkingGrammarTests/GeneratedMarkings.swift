import MarkingGrammar
import MarkingModel
import TestSupport

/// Markings made by chance, the same for the same seed. Each part is there or not, whether or not a rule allows it.
struct GeneratedMarkings {
  private var dice: Dice
  private let vocabulary: Vocabulary

  init(seed: UInt64, vocabulary: Vocabulary) {
    dice = Dice(seed: seed)
    self.vocabulary = vocabulary
  }

  private mutating func number(below limit: Int) -> Int { dice.next(limit) }

  private mutating func chance(_ parts: Int) -> Bool { number(below: parts) == 0 }

  private mutating func some<T>(of list: [T], atMost count: Int) -> [T] {
    (0..<number(below: count + 1)).map { _ in list[number(below: list.count)] }
  }

  /// In canonical order, without repeats.
  mutating func next() -> Marking {
    var marking = Marking()
    head(&marking)
    if chance(3) { marking.sci = systems() }
    if chance(4) { marking.sap = programs() }
    if chance(4), marking.system != .nonUS { atomicEnergy(&marking.atomicEnergy) }
    if chance(4), marking.system == .us { marking.foreign = chance(2) ? .concealed : .open(countries(3)) }
    if case .open(let list) = marking.foreign, list.isEmpty { marking.foreign = .none }
    if chance(5), marking.system == .us {
      marking.cui = ControlledInformation(
        specified: some(of: ["CTI", "PRVCY", "EXPT", "NNPI"], atMost: 2),
        basic: some(of: ["LEI", "ADJ", "AG"], atMost: 2))
      if marking.cui?.specified.isEmpty == true, marking.cui?.basic.isEmpty == true { marking.cui = nil }
    }
    dissemination(&marking)
    if chance(4) {
      marking.nonIC = some(of: ["DS", "XD", "ND", "SBU", "SBU-NF", "LES", "LES-NF", "SSI", "NNPI"], atMost: 3)
    }
    if chance(8) { marking.accm = some(of: ["TEA LEAF", "FICTITIOUS EFFORT", "HARBOR"], atMost: 2) }
    return marking.normalized(by: vocabulary)
  }

  private mutating func head(_ marking: inout Marking) {
    marking.classification = [.unclassified, .confidential, .secret, .topSecret][number(below: 4)]
    switch number(below: 8) {
    case 0:
      marking.system = .nonUS
      marking.owners = [["NATO"], ["DEU"], ["GBR"], ["FGI"], ["NATO:ISAF"]][number(below: 5)]
      if marking.owners == ["NATO"] { marking.foreignControls = some(of: ["ATOMAL", "BALK", "BOHEMIA"], atMost: 1) }
      if marking.owners == ["NATO:ISAF"] { marking.classification = .secret }
    case 1:
      marking.system = .joint
      marking.owners = ["USA"] + some(of: ["GBR", "CAN", "DEU"], atMost: 2)
      if Set(marking.owners).count == 1 { marking.owners.append("AUS") }
    default:
      marking.system = .us
      marking.owners = ["USA"]
    }
  }

  private mutating func countries(_ count: Int) -> [String] {
    some(of: ["AUS", "CAN", "DEU", "FRA", "GBR", "NZL", "FVEY", "NATO", "NATO:PfP"], atMost: count)
  }

  private mutating func systems() -> [ControlSystem] {
    some(of: ["HCS", "SI", "TK", "KLM", "BUR"], atMost: 3).map { name in
      guard name != "KLM", name != "BUR" else { return ControlSystem(name) }
      return ControlSystem(
        name,
        some(of: ["ABC", "XYZ", "DEF"], atMost: 2).map { .init($0, some(of: ["WXYZ", "ABCD", "EFGH"], atMost: 2)) })
    }
  }

  private mutating func programs() -> [ControlSystem] {
    some(of: ["ABC", "DEF", "GHI"], atMost: 2).map {
      ControlSystem($0, some(of: ["B1", "A2"], atMost: 1).map { .init($0, some(of: ["C3", "D4"], atMost: 2)) })
    }
  }

  private mutating func atomicEnergy(_ energy: inout AtomicEnergy) {
    switch number(below: 5) {
    case 0: energy.isTransclassified = true
    case 1: energy.isEnergyUnclassified = true
    case 2: energy.isDefenseUnclassified = true
    case 3:
      energy.isFormerlyRestrictedData = true
      energy.formerlySigmas = some(of: [14, 15, 18, 20], atMost: 2)
    default:
      energy.isRestrictedData = true
      energy.isCriticalDesign = chance(3)
      energy.sigmas = some(of: [14, 15, 18, 20], atMost: 2)
    }
  }

  private mutating func dissemination(_ marking: inout Marking) {
    marking.dissemination = some(
      of: ["RS", "FOUO", "OC", "OC-USGOV", "IMC", "NF", "PR", "RELIDO", "DSEN", "RAWFISA", "FISA"], atMost: 3)
    if chance(4) {
      marking.dissemination.append(chance(6) ? "EYES" : "REL")
      let isEyes = marking.dissemination.last == "EYES"
      marking.releasableTo = ["USA"] + (isEyes ? ["GBR"] : countries(4))
    }
    if chance(8) {
      marking.dissemination.append("DISPLAYONLY")
      marking.displayOnlyTo = ["AFG"] + countries(2)
    }
  }
}
