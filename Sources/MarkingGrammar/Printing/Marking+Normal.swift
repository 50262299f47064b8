package import MarkingModel

extension Marking {
  /// The same marking with every list in the order in which it is written and without repeats: what two markings that say
  /// the same have in common.
  ///
  /// Numbers stand before letters at every level of SCI and SAP (C16 p16, p98); dissemination controls and non-IC ones
  /// in the order of the Register; countries before organisations, with USA first in REL TO; SIGMA numbers ascending; CUI
  /// by alphabet. A line of CUI alone has no level, because none is written.
  package func normalized(by vocabulary: Vocabulary) -> Marking {
    var result = self
    let register = vocabulary.register
    result.sci = ControlSystem.merged(sci) { $0 }
    result.sap = ControlSystem.merged(sap, by: \.asProgramToken)
    result.atomicEnergy.sigmas = Set(atomicEnergy.sigmas).sorted()
    result.atomicEnergy.formerlySigmas = Set(atomicEnergy.formerlySigmas).sorted()
    result.foreignControls = register.ordered(foreignControls)
    if case .open(let owners) = foreign { result.foreign = .open(vocabulary.countries.ordered(owners)) }
    if system != .us { result.owners = vocabulary.countries.ordered(owners) }
    if let cui {
      result.cui = ControlledInformation(specified: Set(cui.specified).sorted(), basic: Set(cui.basic).sorted())
    }
    result.dissemination = register.ordered(dissemination)
    // The stricter one supersedes the other (C16 p136, p140).
    if result.dissemination.contains("OC") { result.dissemination.removeAll { $0 == "OC-USGOV" } }
    if isControlledAlone {
      result.system = .cui
      result.classification = nil
      result.owners = []
      result.dissemination.sort { register.written($0) < register.written($1) }
    }
    result.releasableTo = vocabulary.countries.ordered(releasableTo, first: "USA")
    result.displayOnlyTo = vocabulary.countries.ordered(displayOnlyTo)
    result.nonIC = register.ordered(nonIC)
    result.accm = Set(accm).sorted()
    result.unknown = unknown.withoutRepeats
    return result
  }

  /// Whether the line is one of CUI and of nothing else: unclassified, and every dissemination control one of CUI's own
  /// limits. It begins with CUI; any other unclassified line with CUI begins with its level (ODNI's rendering, `U + CUI`).
  package var isControlledAlone: Bool {
    guard cui != nil, classification == nil || classification == .unclassified else { return false }
    guard system == .us || system == .cui || system == .none else { return false }
    return sci.isEmpty && sap.isEmpty && !hasMultiplePrograms && atomicEnergy.isEmpty && foreignControls.isEmpty
      && foreign == .none && nonIC.isEmpty && accm.isEmpty
      && dissemination.allSatisfy { Self.limits.contains($0) }
  }

  /// The limited dissemination controls of CUI by ISM token (32 CFR 2002.16; ISM CVEnumISMDissemCui, with DELIB of ODNI's
  /// banner mapping).
  package static let limits: Set<String> = [
    "AC", "AWP", "DELIB", "DISPLAYONLY", "DL_ONLY", "FED_ONLY", "FEDCON", "NF", "NOCON", "REL", "RELIDO",
    "EXEMPT_FROM_ICD501_DISCOVERY",
  ]
}

extension ControlSystem {
  /// Its name as the identifier of a program has it: a blank is a low line, a low line is two. The order is that of
  /// these.
  var asProgramToken: String { name.asToken }

  /// One entry for each name, with all compartments of it, in order.
  static func merged(_ systems: [ControlSystem], by key: (String) -> String) -> [ControlSystem] {
    merged(systems) { key($0.name) }
  }

  /// One entry for each name, with all compartments of it, in order of `key`.
  static func merged(_ systems: [ControlSystem], by key: (ControlSystem) -> String) -> [ControlSystem] {
    guard !systems.isEmpty else { return [] }
    var result: [ControlSystem] = []
    for system in systems {
      if let index = result.firstIndex(where: { $0.name == system.name }) {
        result[index].compartments += system.compartments
      } else {
        result.append(system)
      }
    }
    for index in result.indices { result[index].mergeCompartments() }
    return result.count == 1 ? result : result.sorted { key($0) < key($1) }
  }

  private mutating func mergeCompartments() {
    guard !compartments.isEmpty else { return }
    var merged: [Compartment] = []
    for compartment in compartments {
      if let index = merged.firstIndex(where: { $0.name == compartment.name }) {
        merged[index].subcompartments += compartment.subcompartments
      } else {
        merged.append(compartment)
      }
    }
    for index in merged.indices where merged[index].subcompartments.count > 1 {
      merged[index].subcompartments = Set(merged[index].subcompartments).sorted { $0.asToken < $1.asToken }
    }
    compartments = merged.count == 1 ? merged : merged.sorted { $0.name.asToken < $1.name.asToken }
  }
}

extension String {
  /// As ISM writes a name that has blanks: `SOPHOMORE_DANCE`, and `BUTTER__POPCORN` for one with a low line.
  package var asToken: String {
    guard utf8.contains(where: { $0 == 0x20 || $0 == 0x5F }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 4)
    for byte in utf8 {
      if byte == 0x5F { bytes.append(byte) }
      bytes.append(byte == 0x20 ? 0x5F : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stood first.
  var withoutRepeats: [Element] {
    guard count > 1 else { return self }
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension Register {
  /// Tokens in the order of the Register and without repeats; those that it does not know stand last.
  package func ordered(_ tokens: [String]) -> [String] {
    guard tokens.count > 1 else { return tokens }
    let keyed = tokens.withoutRepeats.map { (token: $0, order: entry($0)?.order ?? .max) }
    return keyed.sorted { ($0.order, $0.token) < ($1.order, $1.token) }.map(\.token)
  }

  /// How a banner writes a token: the registered abbreviation.
  func written(_ token: String) -> String { entry(token)?.abbreviation ?? token }
}

extension CountryTable {
  /// Codes in the order of a list and without repeats: countries, then organisations (C16 p16). An activity of NATO
  /// (`NATO:ISAF`) stands with NATO.
  package func ordered(_ codes: [String], first: String? = nil) -> [String] {
    guard codes.count > 1 else { return codes }
    return codes.withoutRepeats.sorted {
      if let first, ($0 == first) != ($1 == first) { return $0 == first }
      return precedes($0, $1)
    }
  }
}
