/// What one banner line or portion mark says, apart from how it is written.
///
/// The parts are those of the Register (C16 p14–17), in its order, and the tokens are named as in the IC ISM attributes
/// (ISM-v2022-DEC): `NF`, `OC-USGOV`, `SI-G`, `RD-CNWDI`, `LES-NF`. Lists are kept in the order in which they were given;
/// `normalized(by:)` of the grammar sorts them and takes out repeats. A marking of no level, system or token is empty.
public struct Marking: Sendable, Hashable {
  /// Whose classification the line carries (C16 p14, p46).
  public enum System: String, Sendable, Hashable, CaseIterable {
    case us
    /// Of another government or of NATO: `//DEU SECRET`, `//NATO SECRET`, `(//FGI S)`.
    case nonUS = "non-us"
    case joint
    /// Controlled unclassified information alone: `CUI//SP-CTI`.
    case cui
    /// None can be read.
    case none
  }

  public var system: System = .none
  /// Nil where the line has none: CUI alone, or nothing that can be read.
  public var classification: Classification?
  /// Who owns the classification, as `ownerProducer` lists them: `USA`; `DEU`; `NATO`; the owners of a JOINT one. `FGI`
  /// alone stands for a concealed owner.
  public var owners: [String] = []
  /// Sensitive compartmented information, a system each.
  public var sci: [ControlSystem] = []
  /// Special access programs; each name without `SAR-`.
  public var sap: [ControlSystem] = []
  /// Whether the line says MULTIPLE PROGRAMS instead of naming them (DoD).
  public var hasMultiplePrograms = false
  public var atomicEnergy = AtomicEnergy()
  /// NATO control markings: `ATOMAL`, `BALK`, `BOHEMIA` (ISM `nonUSControls`).
  public var foreignControls: [String] = []
  public var foreign = ForeignInformation.none
  public var cui: ControlledInformation?
  /// Dissemination controls by ISM token: `NF`, `REL`, `DISPLAYONLY`, `EYES`, and the limited dissemination controls of
  /// CUI (`FEDCON`, `DL_ONLY`).
  public var dissemination: [String] = []
  /// The list of REL TO or EYES ONLY (ISM `releasableTo`); empty for a bare REL, whose list is that of the banner.
  public var releasableTo: [String] = []
  public var displayOnlyTo: [String] = []
  /// Non-IC dissemination controls by ISM token, ACCM apart.
  public var nonIC: [String] = []
  /// Nicknames of alternative compensatory control measures (DoD), without `ACCM-`.
  public var accm: [String] = []
  /// Tokens that are in no vocabulary and have no shape that one could have; capitals.
  public var unknown: [String] = []

  public init() {}

  /// Whether it carries a control of any kind besides its level.
  public var isPlain: Bool {
    sci.isEmpty && sap.isEmpty && !hasMultiplePrograms && atomicEnergy.isEmpty && foreignControls.isEmpty
      && foreign == .none && cui == nil && dissemination.isEmpty && nonIC.isEmpty && accm.isEmpty && unknown.isEmpty
  }
}

/// A control system or special access program with its compartments: `SI-G ABCD EFGH`.
public struct ControlSystem: Sendable, Hashable {
  /// A compartment and its sub-compartments.
  public struct Compartment: Sendable, Hashable {
    public var name: String
    public var subcompartments: [String]

    public init(_ name: String, _ subcompartments: [String] = []) {
      self.name = name
      self.subcompartments = subcompartments
    }
  }

  public var name: String
  public var compartments: [Compartment]

  public init(_ name: String, _ compartments: [Compartment] = []) {
    self.name = name
    self.compartments = compartments
  }
}

/// Markings under the Atomic Energy Act (C16 p104–121).
public struct AtomicEnergy: Sendable, Hashable {
  public var isRestrictedData = false
  /// Critical Nuclear Weapon Design Information, under RD.
  public var isCriticalDesign = false
  /// The same written under FRD, which no rule allows.
  public var isCriticalDesignUnderFormerly = false
  public var isFormerlyRestrictedData = false
  /// SIGMA numbers of RD and of FRD.
  public var sigmas: [Int] = []
  public var formerlySigmas: [Int] = []
  /// DOD UCNI (`DCNI`) and DOE UCNI (`UCNI`).
  public var isDefenseUnclassified = false
  public var isEnergyUnclassified = false
  public var isTransclassified = false

  public init() {}

  public var isEmpty: Bool { self == AtomicEnergy() }
}

/// Foreign government information in a U.S. line (C16 p122–128).
public enum ForeignInformation: Sendable, Hashable {
  case none
  /// The source is concealed: bare `FGI`.
  case concealed
  /// The owners, as `FGI` lists them.
  case open([String])
}

/// The CUI part of a line (32 CFR 2002.20).
public struct ControlledInformation: Sendable, Hashable {
  /// Categories that a law specifies handling for, without `SP-`.
  public var specified: [String]
  public var basic: [String]

  public init(specified: [String] = [], basic: [String] = []) {
    self.specified = specified
    self.basic = basic
  }
}
