package import MarkingGrammar
package import MarkingModel

/// Collects the portions of a document and puts the comparison of its banner with them into the marking document.
///
/// Portions are numbered in the order in which they are taken, from 1.
package struct RollUpWriter: Sendable {
  package private(set) var rollUp = RollUp()
  /// How many portions were taken.
  package private(set) var count = 0
  package var policy: RollUpPolicy
  /// Whether the document says that it is classified by compilation.
  package var isCompilation = false
  /// Whether the banner is that of a document with what it encloses (32 CFR 2001.24(b)): it may say more than the
  /// portions that are there.
  package var coversOthers = false

  package init(_ policy: RollUpPolicy = RollUpPolicy()) { self.policy = policy }

  /// Takes the next portion.
  package mutating func take(_ portion: Marking, _ vocabulary: borrowing Vocabulary) {
    count += 1
    rollUp.join(portion, portion: count, vocabulary)
  }

  /// Adds the element `rollup` below the root, with one for each difference, and returns what the portions require.
  /// - Parameters:
  ///   - given: the banner; nil where there is none, and then nothing is compared.
  ///   - place: where the banner stands.
  ///   - excerpt: the part of it that a report may show.
  @discardableResult
  func add(
    comparing given: Marking?, at place: Place, excerpt: ByteRange, to document: inout DocumentWriter,
    _ vocabulary: borrowing Vocabulary
  ) -> RequiredBanner {
    let required = RequiredBanner(rollUp, given: given, policy: policy, vocabulary)
    let element = RollUpElement(
      policy: policy, portions: count, isCompilation: isCompilation, coversOthers: coversOthers)
    let outcome = RollUpOutcome(rollUp, given, required, vocabulary)
    element.add(outcome, at: place, excerpt: excerpt, to: &document, vocabulary)
    return required
  }
}

/// The element `rollup` of a marking document.
struct RollUpElement: Sendable {
  var policy: RollUpPolicy
  /// How many portions there are.
  var portions = 0
  /// Whether the document says that it is classified by compilation.
  var isCompilation = false
  /// Whether the banner is that of a document with what it encloses.
  var coversOthers = false

  /// Adds what a comparison has shown.
  func add(
    _ outcome: RollUpOutcome, at place: Place, excerpt: ByteRange, to document: inout DocumentWriter,
    _ vocabulary: borrowing Vocabulary
  ) {
    let node = document.add(.rollup, to: 0, at: place.range, place.position, excerpt: excerpt)
    document.set(.scheme, policy.scheme.rawValue)
    document.set(.portions, portions)
    document.set(.unreadable, outcome.unreadable.count)
    document.set(.given, outcome.isGiven)
    document.set(.givenLevel, outcome.givenLevel)
    document.set(.givenSystem, outcome.givenSystem)
    document.set(.requiredLevel, outcome.requiredLevel)
    document.set(.requiredSystem, outcome.requiredSystem)
    document.set(.compilation, isCompilation)
    document.set(.product, policy.isAnalyticProduct)
    document.set(.plain, outcome.hasPlain)
    document.set(.exclusive, outcome.isExclusive)
    document.set(.fdr, outcome.hasDisclosure)
    document.set(.categories, outcome.categories)
    for difference in outcome.differences where !coversOthers || difference.kind != .excess {
      document.add(.difference, to: node, at: place.range, place.position, excerpt: excerpt)
      Self.write(difference, to: &document, vocabulary)
    }
  }

  private static func write(
    _ difference: BannerDifference, to document: inout DocumentWriter, _ vocabulary: borrowing Vocabulary
  ) {
    let token = PublishedToken(difference.token, vocabulary)
    document.set(.kind, difference.kind.rawValue)
    document.set(.category, difference.token.category.rawValue)
    document.set(.code, token.code)
    document.set(.name, token.name)
    document.set(.specified, token.isSpecified)
    document.set(.count, difference.portions.count)
    document.set(.firstPortion, difference.portions.min())
    document.set(.portionList, PortionList.words(difference.portions))
    document.set(.reason, difference.release?.rawValue)
    document.set(.tetragraphs, difference.tetragraphs.rawValue)
  }
}
