package import MarkingModel

/// One thing that a portion says and that may matter for the banner. What it means for the banner is decided at the
/// end (`RequiredBanner`); until then facts are only collected.
package enum RollUpFact: Sendable, Hashable {
  case level(Classification)
  /// Whose classification it is. An uncaveated U says nothing about that.
  case system(Marking.System)
  /// The owners of a JOINT or foreign classification, sorted; empty where the portion leaves them to the banner.
  case owners([String])
  case sci(ControlPath)
  case sap(ControlPath)
  /// The portion does not name its special access programs.
  case multiplePrograms
  case atomic(AtomicFact)
  case foreignControl(String)
  case foreignSource(String)
  case concealedSource
  case cui
  case specified(String)
  case basic(String)
  /// A dissemination control that says nothing about foreign release, by ISM token.
  case dissemination(String)
  case nonIC(String)
  case accm(String)
  case release(ReleaseFact)
  /// Who else a portion with a bare REL may be shown to, sorted.
  case bareDisclosure([String])
  /// A tetragraph that a list is written with.
  case tetragraph(String)
  /// It cannot be read, and says nothing.
  case unreadable
}

/// What a portion says under the Atomic Energy Act.
package enum AtomicFact: Sendable, Hashable {
  case restricted, criticalDesign, formerlyRestricted, transclassified
  case sigma(Int)
  case formerlySigma(Int)
  /// DOD UCNI.
  case defenseUnclassified
  /// DOE UCNI.
  case energyUnclassified
}

/// What a portion says about foreign disclosure and release (FD&R), or that it says nothing (C16 p19–21).
package enum ReleaseFact: Sendable, Hashable {
  case noForn
  case relido
  /// RELIDO without a list.
  case relidoAlone
  /// REL TO, EYES ONLY or DISPLAY ONLY without RELIDO.
  case listWithoutRelido
  /// REL TO, with a list or without.
  case releasable
  case eyesOnly
  case displayable
  /// A bare REL or EYES: the list is that of the banner.
  case bare
  /// Foreign or JOINT information without FD&R mark.
  case unmarkedForeign
  /// Classified, without FD&R mark, with a control other than SCI.
  case unmarkedCaveated
  /// Classified, without FD&R mark, with no control or with SCI alone (C16 p20).
  case unmarkedUncaveated
  /// U with dissemination controls of the IC and without FD&R mark.
  case unclassifiedControlled
  /// U with DSEN or a non-IC control and without FD&R mark (C16 p21 Table 2).
  case unclassifiedNonIC
  /// UCNI without FD&R mark.
  case unclassifiedNuclear
  /// U without controls.
  case unclassifiedPlain
}
