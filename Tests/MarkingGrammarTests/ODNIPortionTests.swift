import MarkingGrammar
import MarkingModel
import StandardRules
import Testing

/// ODNI's portion vectors hold each text with the ISM attributes that it stands for: what is read must say the same.
@Suite struct ODNIPortionTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try StandardRules.vocabulary() }

  @Test func everyPortionIsReadAsItsAttributes() throws {
    var count = 0
    for row in try Vectors.rows("odni-portions.tsv") {
      let attributes = Self.attributes(row[4])
      let bytes = Array(row[1].utf8)
      let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
      let marking = written.meaning(in: bytes.span, vocabulary)
      #expect(written.kind == .portion, "\(row[1])")
      #expect(marking.classification?.rawValue == attributes["classification"]?.first, "\(row[1])")
      #expect(marking.dissemination == attributes["disseminationControls"] ?? [], "\(row[1])")
      #expect(marking.nonIC == attributes["nonICmarkings"] ?? [], "\(row[1])")
      #expect(marking.releasableTo == attributes["releasableTo"] ?? [], "\(row[1])")
      #expect(marking.displayOnlyTo == attributes["displayOnlyTo"] ?? [], "\(row[1])")
      #expect(Self.systems(marking.sci) == attributes["SCIcontrols"] ?? [], "\(row[1])")
      #expect(Self.tokens(marking.atomicEnergy) == attributes["atomicEnergyMarkings"] ?? [], "\(row[1])")
      switch marking.foreign {
      case .none:
        #expect(attributes["FGIsourceOpen"] == nil && attributes["FGIsourceProtected"] == nil, "\(row[1])")
      case .concealed: #expect(attributes["FGIsourceProtected"] == ["FGI"], "\(row[1])")
      case .open(let codes): #expect(attributes["FGIsourceOpen"] == codes, "\(row[1])")
      }
      #expect(marking.unknown.isEmpty, "\(row[1])")
      count += 1
    }
    #expect(count == 1880)
  }

  /// `…; attrs: name=token token;name=token` as a dictionary.
  private static func attributes(_ source: String) -> [String: [String]] {
    guard let start = source.firstRange(of: "attrs: ") else { return [:] }
    var result: [String: [String]] = [:]
    for pair in source[start.upperBound...].split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { result[String(parts[0])] = parts[1].split(separator: " ").map(String.init) }
    }
    return result
  }

  /// As ODNI lists them: each system, then its compartments with its name before them.
  private static func systems(_ systems: [ControlSystem]) -> [String] {
    systems.flatMap { system in
      [system.name]
        + system.compartments.flatMap { compartment in
          ["\(system.name)-\(compartment.name)"]
            + compartment.subcompartments.map { "\(system.name)-\(compartment.name)-\($0)" }
        }
    }
  }

  private static func tokens(_ atomic: AtomicEnergy) -> [String] {
    var tokens: [String] = []
    if atomic.isRestrictedData { tokens.append("RD") }
    if atomic.isCriticalDesign { tokens.append("RD-CNWDI") }
    tokens += atomic.sigmas.map { "RD-SG-\($0)" }
    if atomic.isFormerlyRestrictedData { tokens.append("FRD") }
    tokens += atomic.formerlySigmas.map { "FRD-SG-\($0)" }
    if atomic.isDefenseUnclassified { tokens.append("DCNI") }
    if atomic.isEnergyUnclassified { tokens.append("UCNI") }
    if atomic.isTransclassified { tokens.append("TFNI") }
    return tokens
  }
}
