package import MarkingModel

/// The banner that a set of portions requires, and why.
package struct RequiredBanner: Sendable, Hashable {
  /// One thing of the banner and the portions that it comes from.
  package struct Reason: Sendable, Hashable {
    package var token: BannerToken
    package var portions: RollUp.Portions
  }

  /// In the order of a line, without repeats.
  package fileprivate(set) var marking = Marking()
  /// In the order of the line.
  package fileprivate(set) var reasons: [Reason] = []
  package fileprivate(set) var release = RequiredRelease(reason: .none, portions: [])
  /// The same if unclassified portions with non-IC controls did not count; nil where that makes no difference.
  package fileprivate(set) var lenientRelease: RequiredRelease?
  /// What portions say and the banner must not, because something else stands for it.
  package fileprivate(set) var superseded: [Reason] = []

  /// The banner over `rollUp`.
  /// - Parameter given: the banner that stands there; a bare REL means its list, a bare JOINT its owners, and a document
  ///   whose banner is foreign or joint stays one.
  package init(
    _ rollUp: RollUp, given: Marking? = nil, policy: RollUpPolicy = RollUpPolicy(), _ vocabulary: borrowing Vocabulary
  ) {
    guard !rollUp.isEmpty else { return }
    var builder = BannerBuilder(rollUp, given: given, policy: policy)
    builder.build(vocabulary)
    marking = builder.marking
    reasons = builder.reasons
    superseded = builder.superseded
    release = builder.release
    lenientRelease = builder.lenientRelease == builder.release ? nil : builder.lenientRelease
  }

  /// The portions that something comes from; empty where nothing of the kind is required.
  package func portions(_ token: BannerToken) -> RollUp.Portions {
    reasons.first { $0.token == token }?.portions ?? []
  }

  /// What a reason is about as it stands in the banner, with its list.
  package func text(of reason: Reason, _ vocabulary: borrowing Vocabulary) -> String {
    let name = reason.token.text(vocabulary)
    guard reason.token.category == .fdr else { return name }
    return switch reason.token.code {
    case "REL": name + " " + marking.releasableTo.joined(separator: ", ")
    case "EYES": marking.releasableTo.joined(separator: "/") + " " + name
    case "DISPLAYONLY": name + " " + marking.displayOnlyTo.joined(separator: ", ")
    default: name
    }
  }
}
