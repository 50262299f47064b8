/// One thing in which a banner is not what its portions require.
package struct BannerDifference: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The banner is less restrictive than the portions: whoever trusts it may release what they withhold.
    case missing
    /// The banner is more restrictive than the portions: over-marking (C16 p27).
    case excess
    /// Neither: what the banner says and what the portions say cannot both stand.
    case contradicts
  }

  /// Whether lists were written with tetragraphs, and which; the last that applies.
  package enum Tetragraphs: String, Sendable, Hashable, CaseIterable {
    case none
    /// TEYE, ACGU and FVEY, which Table 3 rule 23 expands.
    case secondParty = "second-party"
    /// Others whose members are released to (ISMCAT, decomposable).
    case decomposable
    /// Ones that stand for themselves.
    case whole
  }

  package var kind: Kind
  package var token: BannerToken
  /// The portions that cause it; empty where the banner says something of its own.
  package var portions: RollUp.Portions = []
  /// Why the portions require what they do; for foreign release.
  package var release: RequiredRelease.Reason?
  package var tetragraphs = Tetragraphs.none

  package init(_ kind: Kind, _ token: BannerToken, portions: RollUp.Portions = []) {
    self.kind = kind
    self.token = token
    self.portions = portions
  }
}
