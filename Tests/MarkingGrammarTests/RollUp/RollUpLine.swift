import MarkingGrammar
import MarkingModel

/// A line `portion ; portion => banner` as values, for tests.
struct RollUpLine {
  var rollUp = RollUp()
  var given: Marking?
  let vocabulary: Vocabulary

  init(_ portions: String, banner: String? = nil, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    for (index, text) in portions.split(separator: ";").enumerated() {
      rollUp.join(Self.read(String(text), .portion, vocabulary), portion: index + 1, vocabulary)
    }
    given = banner.map { Self.read($0, .banner, vocabulary) }
  }

  static func read(_ text: String, _ kind: WrittenMarking.Kind, _ vocabulary: Vocabulary) -> Marking {
    let bytes = Array(text.utf8)
    return MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
      .meaning(in: bytes.span, vocabulary)
  }

  func required(_ policy: RollUpPolicy = RollUpPolicy()) -> RequiredBanner {
    RequiredBanner(rollUp, given: given, policy: policy, vocabulary)
  }

  func differences(_ policy: RollUpPolicy = RollUpPolicy()) -> [BannerDifference] {
    guard let given else { return [] }
    return BannerComparison(given, with: required(policy), over: rollUp, vocabulary).differences
  }

  /// `missing fdr NF noforn 1 2`, in the order of the line.
  func outline(_ policy: RollUpPolicy = RollUpPolicy()) -> [String] {
    differences(policy).map { difference in
      ([difference.kind.rawValue, difference.token.category.rawValue, difference.token.code]
        + [difference.release?.rawValue].compactMap { $0 } + difference.portions.sorted().map(String.init))
        .joined(separator: " ")
    }
  }
}
