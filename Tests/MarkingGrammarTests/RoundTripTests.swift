import MarkingGrammar
import MarkingModel
import StandardRules
import Testing

/// Markings made by chance: what the printer writes is read back as the same, without a defect, and written again the
/// same.
@Suite struct RoundTripTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try StandardRules.vocabulary() }

  @Test(arguments: 0..<20)
  func printingAndParsingAreInverse(_ seed: UInt64) {
    var chance = Chance(seed)
    let printer = MarkingPrinter(vocabulary: vocabulary)
    for _ in 0..<250 {
      let marking = chance.marking().normalized(by: vocabulary)
      for (text, kind) in [
        (printer.banner(marking), WrittenMarking.Kind.banner), (printer.portion(marking), .portion),
      ] {
        let bytes = Array(text.utf8)
        let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
        let found = written.meaning(in: bytes.span, vocabulary)
        #expect(written.kind == kind, "\(text)")
        #expect(found.normalized(by: vocabulary) == marking, "\(text)")
        #expect(written.defects.isEmpty, "\(text): \(written.defects.map(\.kind))")
        #expect((kind == .banner ? printer.banner(found) : printer.portion(found)) == text)
      }
    }
  }
}

/// Numbers by chance that a seed repeats (SplitMix64).
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func some<T>(of all: [T], _ most: Int) -> [T] {
    var count = Int.random(in: 0...most, using: &self)
    // Most lines have few controls.
    if Bool.random(using: &self) { count = min(count, 1) }
    return Array(all.shuffled(using: &self).prefix(count))
  }

  mutating func marking() -> Marking {
    var marking = Marking()
    let level = [Classification.unclassified, .confidential, .secret, .topSecret].randomElement(using: &self)
    marking.classification = level
    owner(&marking)
    marking.sci = some(of: systems, 3)
    marking.sap = some(
      of: [ControlSystem("BP", [.init("J12", ["J54"])]), ControlSystem("ABC"), ControlSystem("12A")], 2)
    atomic(&marking)
    if marking.system == .us { foreign(&marking) }
    marking.dissemination = some(of: ["RS", "FOUO", "OC", "IMC", "NF", "PR", "RELIDO", "DSEN", "FISA", "RAWFISA"], 4)
    if Int.random(in: 0..<3, using: &self) == 0 {
      marking.dissemination.append("REL")
      marking.releasableTo = ["USA"] + some(of: ["AUS", "GBR", "DEU", "FVEY", "NATO"], 4)
    }
    if Int.random(in: 0..<6, using: &self) == 0 {
      marking.dissemination.append("DISPLAYONLY")
      marking.displayOnlyTo = ["AFG"] + some(of: ["IRQ", "JOR"], 2)
    }
    marking.nonIC = some(of: ["DS", "XD", "ND", "SBU", "SBU-NF", "LES", "LES-NF", "SSI"], 2)
    return marking
  }

  private mutating func owner(_ marking: inout Marking) {
    marking.system = .us
    marking.owners = ["USA"]
    switch Int.random(in: 0..<10, using: &self) {
    case 0: (marking.system, marking.owners) = (.joint, ["GBR", "USA"])
    case 1: (marking.system, marking.owners) = (.nonUS, ["DEU"])
    case 2: (marking.system, marking.owners) = (.nonUS, ["NATO"])
    case 3: (marking.system, marking.owners) = (.nonUS, ["FGI"])
    default: break
    }
  }

  private var systems: [ControlSystem] {
    [
      ControlSystem("SI"), ControlSystem("SI", [.init("G", ["ABCD", "EFGH"])]), ControlSystem("TK", [.init("BLFH")]),
      ControlSystem("HCS", [.init("P", ["JJJ"])]), ControlSystem("RSV", [.init("123"), .init("ABC")]),
      ControlSystem("123"), ControlSystem("ANB"), ControlSystem("SI", [.init("ABC"), .init("EU")]),
    ]
  }

  private mutating func atomic(_ marking: inout Marking) {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: marking.atomicEnergy.isRestrictedData = true
    case 1:
      marking.atomicEnergy.isRestrictedData = true
      marking.atomicEnergy.isCriticalDesign = true
      marking.atomicEnergy.sigmas = [14, 20]
    case 2:
      marking.atomicEnergy.isFormerlyRestrictedData = true
      marking.atomicEnergy.formerlySigmas = [18]
    case 3: marking.atomicEnergy.isTransclassified = true
    case 4:
      marking.atomicEnergy.isDefenseUnclassified = true
      marking.atomicEnergy.isEnergyUnclassified = true
    default: break
    }
  }

  private mutating func foreign(_ marking: inout Marking) {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: marking.foreign = .concealed
    case 1: marking.foreign = .open(["DEU", "GBR", "NATO"])
    default: break
    }
  }
}
