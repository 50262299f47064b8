package import MarkingModel

/// The facts of one portion.
package struct PortionFacts: Sendable {
  private(set) var facts: [RollUpFact] = []
  private(set) var released = Audience.everyone
  private(set) var disclosed = Audience.everyone

  /// The FD&R marks; everything else among the dissemination controls is a control of its own.
  struct ReleaseTokens: OptionSet, Sendable {
    let rawValue: UInt8

    static let noForn = ReleaseTokens(rawValue: 1)
    static let release = ReleaseTokens(rawValue: 2)
    static let relido = ReleaseTokens(rawValue: 4)
    static let eyesOnly = ReleaseTokens(rawValue: 8)
    static let display = ReleaseTokens(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The one that a control is; none where it is another control.
    init(_ control: String) {
      switch control {
      case "NF": self = .noForn
      case "REL": self = .release
      case "RELIDO": self = .relido
      case "EYES": self = .eyesOnly
      case "DISPLAYONLY": self = .display
      default: self = []
      }
    }

    /// Those that are among some controls.
    init(among controls: [String]) {
      self = []
      for control in controls { formUnion(ReleaseTokens(control)) }
    }
  }

  package init(_ marking: Marking, _ vocabulary: borrowing Vocabulary) { read(marking, vocabulary) }

  private mutating func read(_ marking: Marking, _ vocabulary: borrowing Vocabulary) {
    guard let level = marking.classification ?? (Self.isUnclassified(marking) ? .unclassified : nil) else {
      facts.append(.unreadable)
      return
    }
    facts.append(.level(level))
    readOwners(marking, isPlain: level == .unclassified && marking.isPlain)
    for path in ControlPath.paths(marking.sci) { facts.append(.sci(path)) }
    for path in ControlPath.paths(marking.sap) { facts.append(.sap(path)) }
    if marking.hasMultiplePrograms { facts.append(.multiplePrograms) }
    readAtomic(marking.atomicEnergy)
    for control in marking.foreignControls { facts.append(.foreignControl(control)) }
    if let cui = marking.cui {
      facts.append(.cui)
      for category in cui.specified { facts.append(.specified(category)) }
      for category in cui.basic { facts.append(.basic(category)) }
    }
    for control in marking.dissemination where ReleaseTokens(control).isEmpty {
      facts.append(.dissemination(control))
    }
    for control in marking.nonIC { facts.append(.nonIC(control)) }
    for nickname in marking.accm { facts.append(.accm(nickname)) }
    readRelease(marking, level, vocabulary)
  }

  /// Whether it says without the word that information is unclassified: CUI alone (32 CFR 2002.4(h)), or SBU and FOUO in
  /// the place of a level, as `(SBU)` stands beside `(U)`.
  private static func isUnclassified(_ marking: Marking) -> Bool {
    marking.system == .cui || marking.nonIC.contains { $0 == "SBU" || $0 == "SBU-NF" }
      || marking.dissemination.contains("FOUO")
  }

  /// Whose information it is. The non-U.S. owners are sources of foreign government information in a U.S. document
  /// (C16 p57, p122, p127); the owner of a NATO activity is NATO and the activity (`NATO:ISAF`).
  private mutating func readOwners(_ marking: Marking, isPlain: Bool) {
    switch marking.system {
    case .us, .cui, .none:
      if !isPlain { facts.append(.system(.us)) }
    case .joint, .nonUS:
      facts.append(.system(marking.system))
      facts.append(.owners(marking.owners.sorted()))
      for owner in marking.owners where owner != "USA" {
        if owner == "FGI" {
          facts.append(.concealedSource)
        } else {
          for part in owner.split(separator: ":") { facts.append(.foreignSource(String(part))) }
        }
      }
    }
    switch marking.foreign {
    case .none: break
    case .concealed: facts.append(.concealedSource)
    case .open(let sources): for source in sources { facts.append(.foreignSource(source)) }
    }
  }

  private mutating func readAtomic(_ atomic: AtomicEnergy) {
    if atomic.isRestrictedData { facts.append(.atomic(.restricted)) }
    if atomic.isCriticalDesign || atomic.isCriticalDesignUnderFormerly { facts.append(.atomic(.criticalDesign)) }
    if atomic.isFormerlyRestrictedData { facts.append(.atomic(.formerlyRestricted)) }
    if atomic.isTransclassified { facts.append(.atomic(.transclassified)) }
    if atomic.isDefenseUnclassified { facts.append(.atomic(.defenseUnclassified)) }
    if atomic.isEnergyUnclassified { facts.append(.atomic(.energyUnclassified)) }
    for number in atomic.sigmas { facts.append(.atomic(.sigma(number))) }
    for number in atomic.formerlySigmas { facts.append(.atomic(.formerlySigma(number))) }
  }

  private mutating func readRelease(_ marking: Marking, _ level: Classification, _ vocabulary: borrowing Vocabulary) {
    let marks = ReleaseTokens(among: marking.dissemination)
    guard !marks.isEmpty else {
      if let fact = Self.unmarked(marking, level) { facts.append(.release(fact)) }
      return
    }
    if marks.contains(.noForn) { facts.append(.release(.noForn)) }
    let hasList = !marks.isDisjoint(with: [.release, .eyesOnly, .display])
    if marks.contains(.relido) {
      facts.append(.release(.relido))
      if !hasList { facts.append(.release(.relidoAlone)) }
    } else if hasList {
      facts.append(.release(.listWithoutRelido))
    }
    if marks.contains(.release) { facts.append(.release(.releasable)) }
    if marks.contains(.eyesOnly) { facts.append(.release(.eyesOnly)) }
    if marks.contains(.display) { facts.append(.release(.displayable)) }
    readAudience(marking, marks, vocabulary)
  }

  /// A portion that releases nothing leaves nothing to release in common; a bare REL leaves it to the others.
  private mutating func readAudience(
    _ marking: Marking, _ marks: ReleaseTokens, _ vocabulary: borrowing Vocabulary
  ) {
    let countries = vocabulary.countries
    let releases = marks.contains(.release) || marks.contains(.eyesOnly)
    if releases, marking.releasableTo.isEmpty {
      facts.append(.release(.bare))
      facts.append(.bareDisclosure(marking.displayOnlyTo.sorted()))
    } else {
      released = releases ? Audience(marking.releasableTo, countries) : .nobody
      let shown = marks.contains(.display) ? Audience(marking.displayOnlyTo, countries) : .nobody
      disclosed = released.union(shown)
    }
    for code in marking.releasableTo + marking.displayOnlyTo where countries.find(code)?.kind == .tetragraph {
      facts.append(.tetragraph(code))
    }
  }

  /// What a portion without FD&R mark counts as (C16 p20–21 Table 2, p51–54; ISM-ID-00088 for dissemination controls).
  ///
  /// CUI without a limited dissemination control may go to anyone for a lawful purpose (32 CFR 2002.16(a)) and does not
  /// count: our reading. SBU-NF, LES-NF, EXDIS and NODIS bring NOFORN by themselves.
  private static func unmarked(_ marking: Marking, _ level: Classification) -> ReleaseFact? {
    if marking.nonIC.contains(where: { $0 == "SBU-NF" || $0 == "LES-NF" || $0 == "XD" || $0 == "ND" }) { return nil }
    if marking.system == .nonUS || marking.system == .joint { return .unmarkedForeign }
    let isPlain =
      marking.sap.isEmpty && !marking.hasMultiplePrograms && marking.atomicEnergy.isEmpty
      && marking.dissemination.isEmpty
      && marking.nonIC.isEmpty && marking.accm.isEmpty
    if level.isClassified {
      if marking.foreign != .none { return .unmarkedForeign }
      return isPlain ? .unmarkedUncaveated : .unmarkedCaveated
    }
    if marking.foreign != .none { return .unmarkedForeign }
    if marking.atomicEnergy.isDefenseUnclassified || marking.atomicEnergy.isEnergyUnclassified {
      return .unclassifiedNuclear
    }
    if isPlain { return marking.cui == nil ? .unclassifiedPlain : nil }
    return marking.nonIC.isEmpty && marking.accm.isEmpty && !marking.dissemination.contains("DSEN")
      ? .unclassifiedControlled : .unclassifiedNonIC
  }
}
