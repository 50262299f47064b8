import MarkingModel

extension MarkingPrinter {
  /// `SI-G ABCD EFGH-NK`: a hyphen before a compartment, a blank before a sub-compartment (C16 p61).
  func systems(_ systems: [ControlSystem]) -> [String] {
    systems.map { system in
      var text = system.name
      for compartment in system.compartments {
        text += "-" + compartment.name
        for name in compartment.subcompartments { text += " " + name }
      }
      return text
    }
  }

  /// The programs, without SAR-.
  func programs(_ marking: Marking, _ form: Form) -> [String] {
    if marking.hasMultiplePrograms || (style.programs == .repeated && form == .banner && marking.sap.count > 2) {
      return ["MULTIPLE PROGRAMS"]
    }
    return systems(marking.sap)
  }

  /// The markings of atomic energy in the order of the Register: RD with CNWDI and its SIGMA numbers, FRD with its own, the
  /// two UCNI, TFNI (C16 p104–121).
  func atomicEnergy(_ energy: AtomicEnergy, _ form: Form) -> [String] {
    guard !energy.isEmpty else { return [] }
    var members: [String] = []
    if energy.isRestrictedData || energy.isCriticalDesign || !energy.sigmas.isEmpty {
      members.append("RD" + design(energy.isCriticalDesign) + numbers(energy.sigmas, form))
    }
    if energy.isFormerlyRestrictedData || energy.isCriticalDesignUnderFormerly || !energy.formerlySigmas.isEmpty {
      members.append("FRD" + design(energy.isCriticalDesignUnderFormerly) + numbers(energy.formerlySigmas, form))
    }
    if energy.isDefenseUnclassified { members.append(form == .banner ? "DOD UCNI" : "DCNI") }
    if energy.isEnergyUnclassified { members.append(form == .banner ? "DOE UCNI" : "UCNI") }
    if energy.isTransclassified { members.append("TFNI") }
    return members
  }

  private func design(_ isCritical: Bool) -> String { isCritical ? style.writesDesignAsN ? "-N" : "-CNWDI" : "" }

  private func numbers(_ sigmas: [Int], _ form: Form) -> String {
    guard !sigmas.isEmpty else { return "" }
    return (form == .banner ? "-SIGMA " : "-SG ") + sigmas.map { "\($0)" }.joined(separator: " ")
  }
}
