/// The foreign disclosure and release that a banner must state.
package struct RequiredRelease: Sendable, Hashable {
  /// Why it is what it is; the words are those of `difference/@reason`.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// No portion has an FD&R mark (C16 p21).
    case none
    /// A portion is NOFORN (Table 3 rules 1 and 2).
    case noForn = "noforn"
    /// SBU NOFORN (rules 3 to 5, 14).
    case sbu = "sbu-nf"
    /// LES NOFORN (rules 6 to 8, 15).
    case les = "les-nf"
    /// EXDIS or NODIS (p172, p174).
    case exclusive = "exdis"
    /// A classified portion has no FD&R mark (rules 12, 16, 17, 19).
    case unmarked
    /// A controlled unclassified portion has none (p53 example 3; ISM-ID-00088).
    case unclassified
    /// The same with a non-IC control, for which ODNI's rules ask for nothing (p21 Table 2).
    case nonIC = "non-ic"
    /// UCNI (p116, p118).
    case nuclear = "ucni"
    /// REL TO beside RELIDO alone (rule 10).
    case relido
    /// DISPLAY ONLY beside RELIDO (rule 18).
    case relidoDisplay = "relido-display"
    /// The lists have nothing in common (rules 9, 11, 13).
    case nothingInCommon = "no-common-release"
    /// The same for DISPLAY ONLY (rule 20).
    case nothingShown = "no-common-display"
    /// Bare REL without a list in the banner or elsewhere (p150).
    case noList = "no-list"
    /// Every portion is RELIDO (rule 24).
    case allRelido = "all-relido"
    /// What the lists have in common (rules 21 to 23).
    case common = "common-release"
    /// What they have in common is for showing alone (rules 25, 26).
    case commonDisplay = "common-display"
    /// Something of both (rule 27).
    case commonBoth = "common-both"
  }

  package var reason: Reason
  /// The portions that make it so.
  package var portions: RollUp.Portions
  package var isNoForn = false
  package var isRelido = false
  /// Whom a REL TO or EYES ONLY names.
  package var released = Audience.nobody
  /// Whom a DISPLAY ONLY names.
  package var shown = Audience.nobody
  /// Whether the list stands as EYES ONLY.
  package var isEyesOnly = false

  /// Whether the banner has to state nothing.
  package var isNone: Bool { reason == .none }

  static func noForn(_ reason: Reason, _ portions: RollUp.Portions) -> RequiredRelease {
    RequiredRelease(reason: reason, portions: portions, isNoForn: true)
  }
}
