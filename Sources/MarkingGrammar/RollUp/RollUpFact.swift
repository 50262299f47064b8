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

extension RollUpFact {
  /// How many facts have an ordinal.
  static let ordinals = 35

  /// Its place among the facts that name nothing; nil for one that does.
  var ordinal: Int? {
    switch self {
    case .level(let level):
      switch level {
      case .unclassified: 0
      case .restricted: 1
      case .confidential: 2
      case .secret: 3
      case .topSecret: 4
      }
    case .system(let system):
      switch system {
      case .us: 5
      case .nonUS: 6
      case .joint: 7
      case .cui: 8
      case .none: 9
      }
    case .multiplePrograms: 10
    case .concealedSource: 11
    case .cui: 12
    case .unreadable: 13
    case .atomic(let fact):
      switch fact {
      case .restricted: 14
      case .criticalDesign: 15
      case .formerlyRestricted: 16
      case .transclassified: 17
      case .defenseUnclassified: 18
      case .energyUnclassified: 19
      case .sigma, .formerlySigma: nil
      }
    case .release(let fact): 20 + fact.rawValue
    case .owners, .sci, .sap, .foreignControl, .foreignSource, .specified, .basic, .dissemination, .nonIC, .accm,
      .bareDisclosure, .tetragraph:
      nil
    }
  }
}

extension RollUpFact {
  /// What facts that name something are about.
  struct Kinds: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    static let owners = Kinds(rawValue: 1 << 0)
    static let sci = Kinds(rawValue: 1 << 1)
    static let sap = Kinds(rawValue: 1 << 2)
    static let sigma = Kinds(rawValue: 1 << 3)
    static let foreignControl = Kinds(rawValue: 1 << 4)
    static let foreignSource = Kinds(rawValue: 1 << 5)
    static let specified = Kinds(rawValue: 1 << 6)
    static let basic = Kinds(rawValue: 1 << 7)
    static let dissemination = Kinds(rawValue: 1 << 8)
    static let nonIC = Kinds(rawValue: 1 << 9)
    static let accm = Kinds(rawValue: 1 << 10)
    static let bareDisclosure = Kinds(rawValue: 1 << 11)
    static let tetragraph = Kinds(rawValue: 1 << 12)
  }

  /// Empty for a fact that names nothing.
  var kind: Kinds {
    switch self {
    case .owners: .owners
    case .sci: .sci
    case .sap: .sap
    case .atomic(.sigma), .atomic(.formerlySigma): .sigma
    case .foreignControl: .foreignControl
    case .foreignSource: .foreignSource
    case .specified: .specified
    case .basic: .basic
    case .dissemination: .dissemination
    case .nonIC: .nonIC
    case .accm: .accm
    case .bareDisclosure: .bareDisclosure
    case .tetragraph: .tetragraph
    case .level, .system, .multiplePrograms, .concealedSource, .cui, .unreadable, .atomic, .release: []
    }
  }
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
package enum ReleaseFact: Int, Sendable, Hashable {
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
