import MarkingGrammar
import MarkingModel

/// What comparing a banner with the portions below it has shown.
struct RollUpOutcome: Sendable {
  /// The portions that could not be read.
  private(set) var unreadable: RollUp.Portions
  let isGiven: Bool
  let givenLevel: Word
  let givenSystem: Word
  let requiredLevel: Word
  let requiredSystem: Word
  /// Whether a portion is unclassified and has no control.
  let hasPlain: Bool
  /// Whether a portion is EXDIS or NODIS.
  let isExclusive: Bool
  /// Whether the banner has a foreign disclosure and release mark.
  let hasDisclosure: Bool
  /// How many categories of CUI the banner has.
  let categories: Int
  private(set) var differences: [BannerDifference]

  /// Compares a banner with what is required; without one there are no differences.
  init(_ rollUp: RollUp, _ given: Marking?, _ required: RequiredBanner, _ vocabulary: borrowing Vocabulary) {
    unreadable = rollUp.portions(.unreadable)
    isGiven = given != nil
    givenLevel = (given?.classification).word
    givenSystem = (given?.system ?? .none).word
    requiredLevel = required.marking.classification.word
    requiredSystem = required.marking.system.word
    hasPlain = !rollUp.portions(.unclassifiedPlain).isEmpty
    isExclusive = !rollUp.portions(.nonIC("XD")).isEmpty || !rollUp.portions(.nonIC("ND")).isEmpty
    hasDisclosure = given.map { ReleaseMarks.areIn($0) } ?? false
    categories = (given?.cui?.specified.count ?? 0) + (given?.cui?.basic.count ?? 0)
    differences =
      given.map { BannerComparison($0, with: required, over: rollUp, vocabulary).differences } ?? []
  }

  /// The same over portions where it was found over what they say: `numbers` gives those that say something.
  func over(_ numbers: (_ said: Int) -> RollUp.Portions) -> RollUpOutcome {
    func portions(_ said: RollUp.Portions) -> RollUp.Portions {
      said.reduce(into: []) { $0.formUnion(numbers($1)) }
    }
    var result = self
    result.unreadable = portions(unreadable)
    for index in differences.indices { result.differences[index].portions = portions(differences[index].portions) }
    return result
  }
}

/// Outcomes by the marks of a banner and of the portions below it: the marks of many papers are the same. The portions in
/// them are numbers of marks: those that have the same mark say the same.
struct KnownRollUps: Sendable {
  /// What an outcome depends on.
  struct Key: Hashable, Sendable {
    let banner: Int
    /// Ascending.
    let portions: [Int]
    let scheme: RollUpPolicy.Scheme
    let isAfterPivot: Bool
  }

  private var outcomes: [Key: RollUpOutcome] = [:]
  private static let most = 1000

  subscript(key: Key) -> RollUpOutcome? { outcomes[key] }

  mutating func add(_ outcome: RollUpOutcome, for key: Key) {
    if outcomes.count >= Self.most { outcomes.removeAll() }
    outcomes[key] = outcome
  }
}
