import MarkingModel

/// Makes the banner over a roll-up, part by part in the order of a line.
struct BannerBuilder {
  let rollUp: RollUp
  let given: Marking?
  let policy: RollUpPolicy
  var marking = Marking()
  var reasons: [RequiredBanner.Reason] = []
  var superseded: [RequiredBanner.Reason] = []
  var release = RequiredRelease(reason: .none, portions: [])
  var lenientRelease = RequiredRelease(reason: .none, portions: [])
  private(set) var level = Classification.unclassified

  init(_ rollUp: RollUp, given: Marking?, policy: RollUpPolicy) {
    self.rollUp = rollUp
    self.given = given
    self.policy = policy
  }

  var isClassified: Bool { level.isClassified }

  mutating func build(_ vocabulary: borrowing Vocabulary) {
    decideLevel()
    decideRelease(vocabulary)
    decideSystem()
    addControls()
    addAtomic()
    addForeign(vocabulary)
    addCUI()
    addDissemination(vocabulary)
    addNonIC(vocabulary)
  }

  mutating func add(_ category: BannerToken.Category, _ code: String, _ portions: RollUp.Portions) {
    reasons.append(RequiredBanner.Reason(token: BannerToken(category, code), portions: portions))
  }

  mutating func supersede(_ category: BannerToken.Category, _ code: String, _ portions: RollUp.Portions) {
    guard !portions.isEmpty else { return }
    superseded.append(RequiredBanner.Reason(token: BannerToken(category, code), portions: portions))
  }

  /// The facts of one kind that name something, with their portions, in the order of `key`.
  func facts<Key: Comparable>(
    _ kind: RollUpFact.Kinds, _ key: (RollUpFact) -> Key?
  ) -> [(Key, RollUp.Portions)] {
    guard rollUp.kinds.contains(kind) else { return [] }
    return rollUp.named.compactMap { fact, portions in key(fact).map { ($0, portions) } }.sorted { $0.0 < $1.0 }
  }

  /// The highest level (C16 p28). A foreign RESTRICTED is protected as CONFIDENTIAL in a U.S. banner, which has no such
  /// level (C16 p56; markings reference 1.6, unverified).
  private mutating func decideLevel() {
    let levels = Classification.allCases.filter { !rollUp.portions(.level($0)).isEmpty }
    guard let highest = levels.last else { return }
    level = highest
    let portions = levels.reduce(into: RollUp.Portions()) {
      if $1.rank == highest.rank { $0.formUnion(rollUp.portions(.level($1))) }
    }
    add(.level, highest.rawValue, portions)
  }

  /// Whose banner it is. Portions of other owners under a U.S. banner are foreign government information there (C16
  /// p57, p59, p122). JOINT stays where every portion has the same owners (p58) and nothing is NOFORN (p57). A document
  /// of another government stays one where its own banner says so: our reading, the Register is about U.S. documents.
  private mutating func decideSystem() {
    let systems = Marking.System.allCases.filter { !rollUp.portions(.system($0)).isEmpty }
    let owners = Set(
      facts(.owners) { if case .owners(let owners) = $0 { owners.joined(separator: " ") } else { nil } }.map(\.0)
    )
    .subtracting([""])
    marking.system = .us
    if systems.count == 1, owners.count <= 1 {
      let isJoint = systems[0] == .joint && !release.isNoForn
      let isForeign = systems[0] == .nonUS && given?.system == .nonUS
      if isJoint, given.map({ $0.system == .joint }) ?? !owners.isEmpty { marking.system = .joint }
      if isForeign { marking.system = .nonUS }
    }
    if marking.system == .us {
      marking.owners = ["USA"]
      if level == .restricted { raiseLevel() }
    } else {
      marking.owners = owners.first.map { $0.split(separator: " ").map(String.init) } ?? given?.owners ?? []
      add(
        .system, marking.system == .joint ? "JOINT" : marking.owners.joined(separator: " "),
        rollUp.portions(.system(systems[0])))
    }
    marking.classification = level
  }

  private mutating func raiseLevel() {
    level = .confidential
    reasons[0].token.code = level.rawValue
  }

  /// All compartments of all portions (C16 p28). Three programs or more are not named in a DoD banner (ODNI's
  /// DOD-SAP-Style rendering).
  private mutating func addControls() {
    let sci = facts(.sci) { if case .sci(let path) = $0 { path } else { nil } }
    marking.sci = ControlPath.systems(sci.map(\.0))
    for (path, portions) in sci where isShown(path, portions, in: sci) { add(.sci, path.text, portions) }
    let sap = facts(.sap) { if case .sap(let path) = $0 { path } else { nil } }
    let multiple = rollUp.portions(.multiplePrograms)
    let programs = Set(sap.map { $0.0.names[0] }).count
    if !multiple.isEmpty || (policy.scheme == .dod && programs > 2) {
      marking.hasMultiplePrograms = true
      add(.sap, "MULTIPLE PROGRAMS", sap.reduce(into: multiple) { $0.formUnion($1.1) })
      return
    }
    marking.sap = ControlPath.systems(sap.map(\.0))
    for (path, portions) in sap where isShown(path, portions, in: sap) { add(.sap, path.text, portions) }
  }

  /// Whether a system or compartment is worth a reason of its own: not where what is below it has the same portions.
  private func isShown(
    _ path: ControlPath, _ portions: RollUp.Portions, in all: [(ControlPath, RollUp.Portions)]
  ) -> Bool {
    let below = all.filter { path.isAbove($0.0) }.reduce(into: RollUp.Portions()) { $0.formUnion($1.1) }
    return !portions.subtracting(below).isEmpty
  }
}
