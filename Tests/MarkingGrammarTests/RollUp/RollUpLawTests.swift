import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// The laws of the roll-up, over generated portions.
@Suite struct RollUpLawTests {
  private let vocabulary: Vocabulary
  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  private func rollUps(_ seed: UInt64, _ count: Int) -> [RollUp] {
    var markings = RandomMarkings(seed: seed)
    return (0..<count).map { RollUp(markings.next(), portion: $0 + 1, vocabulary) }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func joinIsCommutativeAssociativeAndIdempotent(seed: UInt64) {
    let all = rollUps(seed, 600)
    for i in stride(from: 0, to: 600, by: 3) {
      let (a, b, c) = (all[i], all[i + 1], all[i + 2])
      #expect(a.joined(with: b) == b.joined(with: a))
      #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
      #expect(a.joined(with: a) == a)
      #expect(a.joined(with: b).joined(with: b) == a.joined(with: b))
      #expect(a.joined(with: RollUp()) == a)
    }
  }

  /// The banner over portions and one more is never less restrictive than the banner over the portions, whatever the
  /// policy. A bare REL says nothing by itself, so there is none here.
  @Test(arguments: [11, 12, 13, 14] as [UInt64], [RollUpPolicy.Scheme.ic, .nara])
  func oneMorePortionNeverOpensTheBanner(seed: UInt64, scheme: RollUpPolicy.Scheme) {
    let all = rollUps(seed, 1400).filter { $0.portions(.bare).isEmpty }
    var random = Dice(seed: seed)
    var start = 0
    while start < all.count {
      let count = Int.random(in: 1...6, using: &random)
      let policy = RollUpPolicy(
        scheme, day: Bool.random(using: &random) ? 2015_01_01 : nil, isAnalyticProduct: Bool.random(using: &random))
      var rollUp = RollUp()
      var last: RequiredBanner?
      for portion in all[start..<min(start + count, all.count)] {
        rollUp.join(portion)
        let banner = RequiredBanner(rollUp, policy: policy, vocabulary)
        if let last {
          let faults = Restrictiveness.faults(from: last, to: banner, vocabulary)
          #expect(faults.isEmpty, "\(faults): \(last.reasons.map(\.token.code)) → \(banner.reasons.map(\.token.code))")
        }
        last = banner
      }
      start += count
    }
  }

  /// A banner rolled up again as if it were the only portion is itself: nothing in it is superseded or out of order.
  @Test func aRequiredBannerRequiresItself() {
    let all = rollUps(21, 1500)
    for start in stride(from: 0, to: all.count, by: 3) {
      let rollUp = all[start..<(start + 3)].reduce(into: RollUp()) { $0.join($1) }
      let banner = RequiredBanner(rollUp, policy: RollUpPolicy(day: 2000_01_01), vocabulary)
      // One without FD&R mark need not be a portion that is handled the same.
      guard !banner.release.isNone else { continue }
      let again = RequiredBanner(
        RollUp(banner.marking, portion: 1, vocabulary), policy: RollUpPolicy(day: 2000_01_01), vocabulary)
      #expect(again.marking == banner.marking)
    }
  }

  /// Nothing is reported about a banner that is what the portions require.
  @Test func theRequiredBannerHasNoDifferences() {
    let all = rollUps(31, 1500)
    for start in stride(from: 0, to: all.count, by: 3) {
      let rollUp = all[start..<(start + 3)].reduce(into: RollUp()) { $0.join($1) }
      let banner = RequiredBanner(rollUp, vocabulary)
      guard rollUp.portions(.bare).isEmpty else { continue }
      let differences = BannerComparison(banner.marking, with: banner, over: rollUp, vocabulary).differences
      #expect(differences.isEmpty, "\(differences.map(\.token)): \(banner.reasons.map(\.token.code))")
    }
  }

  @Test func reasonsNamePortionsThatExist() {
    let all = rollUps(41, 900)
    for start in stride(from: 0, to: all.count, by: 3) {
      let rollUp = all[start..<(start + 3)].reduce(into: RollUp()) { $0.join($1) }
      for reason in RequiredBanner(rollUp, vocabulary).reasons {
        #expect(!reason.portions.isEmpty, "\(reason.token)")
        #expect(reason.portions.allSatisfy { (start + 1...start + 3).contains($0) })
      }
    }
  }
}
