package import MarkingModel

/// One thing that a banner says: a level, a control, a category, a source.
package struct BannerToken: Sendable, Hashable {
  /// The part of a line that it belongs to.
  package enum Category: String, Sendable, Hashable, CaseIterable {
    case level, system, sci, sap, aea, fgi
    /// A control of NATO.
    case foreign
    case cui, dissem
    /// Foreign disclosure and release, which stands among the dissemination controls and has rules of its own.
    case fdr
    case nonic
  }

  package var category: Category
  /// By ISM token: `S`, `SI-G ABCD`, `OC`, `SP-CTI`, `NF`.
  package var code: String

  package init(_ category: Category, _ code: String) {
    self.category = category
    self.code = code
  }

  /// The limited dissemination controls of CUI that are none of the IC's.
  package static let limited: Set<String> = ["AC", "AWP", "DELIB", "DL_ONLY", "FED_ONLY", "FEDCON", "NOCON"]

  /// What a marking says, foreign release and level apart, without repeats.
  package static func tokens(of marking: Marking) -> [BannerToken] {
    var tokens: [BannerToken] = []
    func add(_ category: Category, _ code: String) {
      let token = BannerToken(category, code)
      if !tokens.contains(token) { tokens.append(token) }
    }
    for path in ControlPath.paths(marking.sci) { add(.sci, path.text) }
    for path in ControlPath.paths(marking.sap) { add(.sap, path.text) }
    if marking.hasMultiplePrograms { add(.sap, "MULTIPLE PROGRAMS") }
    for code in atomic(marking.atomicEnergy) { add(.aea, code) }
    for control in marking.foreignControls { add(.foreign, control) }
    switch marking.foreign {
    case .none: break
    case .concealed: add(.fgi, "FGI")
    case .open(let sources): for source in sources { add(.fgi, source) }
    }
    if let cui = marking.cui {
      add(.cui, "CUI")
      for category in cui.specified { add(.cui, "SP-" + category) }
      for category in cui.basic { add(.cui, category) }
    }
    for control in marking.dissemination where PortionFacts.ReleaseTokens(control).isEmpty { add(.dissem, control) }
    for control in marking.nonIC { add(.nonic, control) }
    for nickname in marking.accm { add(.nonic, "ACCM-" + nickname) }
    return tokens
  }

  private static func atomic(_ atomic: AtomicEnergy) -> [String] {
    var codes: [String] = []
    if atomic.isRestrictedData { codes.append("RD") }
    if atomic.isCriticalDesign || atomic.isCriticalDesignUnderFormerly { codes.append("CNWDI") }
    for number in atomic.sigmas { codes.append("RD-SIGMA \(number)") }
    if atomic.isFormerlyRestrictedData { codes.append("FRD") }
    for number in atomic.formerlySigmas { codes.append("FRD-SIGMA \(number)") }
    if atomic.isDefenseUnclassified { codes.append("DCNI") }
    if atomic.isEnergyUnclassified { codes.append("UCNI") }
    if atomic.isTransclassified { codes.append("TFNI") }
    return codes
  }

  /// As a reader knows it from banners: `ORCON`, `SAR-BP`, `FGI GBR`.
  package func text(_ vocabulary: borrowing Vocabulary) -> String {
    switch category {
    case .level: Classification(rawValue: code)?.word ?? code
    case .sap: "SAR-" + code
    case .fgi: code == "FGI" ? code : "FGI " + code
    case .aea, .dissem, .fdr, .nonic, .foreign: vocabulary.register.entry(code)?.abbreviation ?? code
    case .system, .sci, .cui: code
    }
  }
}

/// The markings about foreign disclosure and release.
package enum ReleaseMarks {
  /// Whether a marking has one (C16 p19).
  package static func areIn(_ marking: Marking) -> Bool {
    !PortionFacts.ReleaseTokens(among: marking.dissemination).isEmpty
  }
}
