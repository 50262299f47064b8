import MarkingModel
import TestSupport

/// Portion markings of every kind, not all of them ones that the rules allow: a roll-up has to make sense of what it
/// gets.
struct RandomMarkings {
  var random: Dice
  init(seed: UInt64) { random = Dice(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func some(_ all: [String], _ percent: Int) -> [String] { all.filter { _ in chance(percent) } }

  private static let countries = ["AUS", "CAN", "GBR", "NZL", "JPN", "FVEY", "ACGU", "NATO", "ISAF"]

  mutating func next() -> Marking {
    var marking = Marking()
    guard !chance(15) else { return plain }
    marking.system = .us
    marking.owners = ["USA"]
    marking.classification = Classification.allCases.filter { $0 != .restricted }.randomElement(using: &random)
    if chance(15) { setOwner(&marking) }
    let isClassified = marking.classification?.isClassified == true
    if isClassified {
      if chance(30) {
        marking.sci = [ControlSystem("SI", chance(50) ? [.init("G", some(["ABCD", "EFGH"], 40))] : [])]
        if chance(30) { marking.sci.append(ControlSystem("TK", [.init("BLFH")])) }
      }
      if chance(15) { marking.sap = some(["BP", "CA", "DD"], 50).map { ControlSystem($0) } }
      setAtomic(&marking)
    } else {
      marking.atomicEnergy.isDefenseUnclassified = chance(5)
    }
    if chance(10) { marking.foreign = chance(30) ? .concealed : .open(["DEU"]) }
    if chance(15) { marking.cui = ControlledInformation(specified: some(["CTI"], 50), basic: some(["PRVCY"], 50)) }
    marking.dissemination = some(["OC", "OC-USGOV", "IMC", "PR", "DSEN", "FISA"], 8)
    if !isClassified { marking.dissemination += some(["FOUO"], 20) }
    setRelease(&marking)
    marking.nonIC = some(["LES", "LES-NF", "SSI", "XD", "ND"], 5)
    if !isClassified { marking.nonIC += some(["DS", "SBU", "SBU-NF"], 10) }
    return marking
  }

  private var plain: Marking {
    var marking = Marking()
    marking.system = .us
    marking.owners = ["USA"]
    marking.classification = .unclassified
    return marking
  }

  private mutating func setOwner(_ marking: inout Marking) {
    if chance(50) {
      marking.system = .joint
      marking.owners = ["CAN", "GBR", "USA"]
    } else {
      marking.system = .nonUS
      marking.owners = [chance(30) ? "FGI" : chance(50) ? "NATO" : "DEU"]
    }
  }

  private mutating func setAtomic(_ marking: inout Marking) {
    switch Int.random(in: 0..<30, using: &random) {
    case 0:
      marking.atomicEnergy.isRestrictedData = true
      marking.atomicEnergy.sigmas = chance(50) ? [14] : []
    case 1:
      marking.atomicEnergy.isFormerlyRestrictedData = true
      marking.atomicEnergy.formerlySigmas = chance(50) ? [20] : []
    case 2: marking.atomicEnergy.isTransclassified = true
    default: break
    }
  }

  private mutating func setDisplay(_ marking: inout Marking) {
    marking.dissemination.append("DISPLAYONLY")
    marking.displayOnlyTo = some(Self.countries, 40)
  }

  private mutating func setRelease(_ marking: inout Marking) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: marking.dissemination.append("NF")
    case 2: marking.dissemination.append("RELIDO")
    case 3, 4, 5:
      marking.dissemination.append("REL")
      if !chance(20) { marking.releasableTo = ["USA"] + some(Self.countries, 40) }
      if chance(20) { marking.dissemination.append("RELIDO") } else if chance(40) { setDisplay(&marking) }
    case 6: setDisplay(&marking)
    case 7:
      marking.dissemination.append("EYES")
      marking.releasableTo = ["USA"] + some(["AUS", "CAN", "GBR", "NZL"], 60)
    default: break
    }
  }
}
