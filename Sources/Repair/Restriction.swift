import MarkingGrammar
import MarkingModel

extension Proposer {
  /// Whether a marking withholds at least what another one withholds: a banner over a portion that says the other would
  /// lack nothing.
  func withholds(_ marking: Marking, atLeast other: Marking) -> Bool {
    if marking.normalized(by: vocabulary) == other.normalized(by: vocabulary) { return true }
    let rank = { (marking: Marking) in marking.classification?.rank ?? (marking.system == .cui ? 1 : 0) }
    guard rank(marking) >= rank(other) else { return false }
    let rollUp = RollUp(other, portion: 1, vocabulary)
    let required = RequiredBanner(rollUp, given: marking, vocabulary)
    return BannerComparison(marking, with: required, over: rollUp, vocabulary).differences.allSatisfy { difference in
      // A marking that says nothing of release says nothing that could be lost.
      difference.kind == .excess || difference.token.category == .fdr && difference.release == .unmarked
    }
  }
}
