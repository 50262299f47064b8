import MarkingGrammar
import MarkingModel

// Banners that are less restrictive than what stands below them.
extension Proposer {
  /// A banner line of a document.
  struct Banner {
    var range: ByteRange
    var page: Int
    var isOverall: Bool
    /// Whether it is the last line of an e-mail whose oldest message has a banner of its own above it.
    var closesThread: Bool
    var meaning: Marking
  }

  /// The banners that may be shown, in order of place.
  func banners(_ reading: Reading) -> [Banner] {
    let document = reading.document
    return nodes(.marking, document).compactMap { node in
      let found = document.nodes[node]
      guard document.word(.kind, of: node) == "banner", found.excerpt == found.range,
        !document.flag(.struck, of: node)
      else { return nil }
      let (written, meaning) = reading.marking(found.range, .banner, vocabulary)
      guard written.mayBeShown, written.system != .none else { return nil }
      return Banner(
        range: found.range, page: document.number(.page, of: node) ?? 1,
        isOverall: document.flag(.overall, of: node), closesThread: document.word(.place, of: node) == "line",
        meaning: meaning)
    }
  }

  /// The banner that the portions require, in the place of every one that says what the one that is reported says. A
  /// banner that says more than the portions in one thing and less in another gets both.
  func banner(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    let banners = banners(reading)
    guard let given = banners.first(where: { $0.range == finding.range }) else { return nil }
    // The banners of older messages are theirs, whatever they say.
    let isMail = document.word(.form, of: 0) == "email"
    if isMail, given.page > 1 { return nil }
    let isPage = document.number(.pages, of: 0) ?? 1 > 1 && !isSame(given, as: banners.first { $0.isOverall })
    guard
      let required = required(given, reading, onPage: isPage ? given.page : nil, node: finding.node),
      required.normalized(by: vocabulary) != given.meaning.normalized(by: vocabulary)
    else { return nil }
    let same = banners.filter { banner in
      guard isSame(banner, as: given) else { return false }
      if isMail { return banner.page == 1 || banner.closesThread }
      return !isPage || banner.page == given.page
    }
    return write(required, document, in: same)
  }

  private func isSame(_ banner: Banner, as other: Banner?) -> Bool {
    other?.meaning.normalized(by: vocabulary) == banner.meaning.normalized(by: vocabulary)
  }

  /// What a banner over its portions has to say that says no less than it says; nil where that cannot be known.
  private func required(_ banner: Banner, _ reading: Reading, onPage page: Int?, node: Int) -> Marking? {
    let document = reading.document
    let given = banner.meaning
    let rollup = document.nodes[node].name == .rollup ? node : document.nodes[node].parent
    guard rollup > 0, document.nodes[rollup].name == .rollup else { return nil }
    let scheme = document.word(.scheme, of: rollup).flatMap(RollUpPolicy.Scheme.init) ?? .ic
    var policy = RollUpPolicy(scheme, day: document.number(.day, of: 0))
    policy.isAnalyticProduct = document.flag(.product, of: rollup)
    var portions = nodes(.marking, document).filter { document.word(.kind, of: $0) == "portion" }
    if let page {
      portions.removeAll { document.number(.page, of: $0) != page }
    } else if !banner.isOverall, let count = document.number(.portions, of: rollup), count < portions.count {
      // A part of the document with a banner of its own, between tear lines: so many portions below it.
      portions = Array(portions.filter { document.nodes[$0].range.start >= banner.range.end }.prefix(count))
    }
    var rollUp = RollUp()
    for (index, node) in portions.enumerated() {
      let (written, meaning) = reading.marking(document.nodes[node].range, .portion, vocabulary)
      if hasUnknownSystem(written, document.nodes[node].range, reading, besides: banner) { return nil }
      rollUp.join(meaning, portion: index + 1, vocabulary)
    }
    let required = RequiredBanner(rollUp, given: given, policy: policy, vocabulary).marking
    if withholds(required, atLeast: given) { return required }
    rollUp.join(given, portion: portions.count + 1, vocabulary)
    let joined = RequiredBanner(rollUp, given: given, policy: policy, vocabulary).marking
    return withholds(joined, atLeast: given) ? joined : nil
  }

  /// Whether a mark has two letters in the place of a control system that is not published and that the banner lacks: a
  /// slip for another control, `(S//NX)`, would become a system.
  private func hasUnknownSystem(
    _ written: WrittenMarking, _ range: ByteRange, _ reading: Reading, besides banner: Banner
  ) -> Bool {
    let given = reading.text(banner.range).split { $0 == 0x2F || $0 == 0x2D || $0 == 0x20 }
    return written.tokens.contains { token in
      token.category == .sci && token.state == .unverifiable && token.depth == 0
        && !given.contains(ArraySlice(reading.text(token.range)))
    }
  }

  /// The marking in the place of some banners, if it can be written so that it is read again.
  private func write(_ marking: Marking, _ document: MarkingDocument, in banners: [Banner]) -> [TextEdit]? {
    let printer = MarkingPrinter(vocabulary: vocabulary, style: style(document))
    let text = Array(printer.banner(marking).utf8)
    guard says(text, .banner, marking) || style(document) == .dod else { return nil }
    return banners.map { TextEdit($0.range, text) }
  }

  /// The banner of a page that says less: of two on one page that differ the one that is less restrictive, else the one
  /// that is less restrictive than that of the document.
  func pageBanner(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let page = document.number(.n, of: finding.node), page == 1 || document.word(.form, of: 0) != "email" else {
      return nil
    }
    let all = banners(reading)
    let own = all.filter { $0.page == page }
    // Of the document the most restrictive that says no less than any other one; where there is none nothing is certain.
    guard let strictest = all.first(where: { one in all.allSatisfy { withholds(one.meaning, atLeast: $0.meaning) } })
    else { return nil }
    let lower = own.filter { !isSame($0, as: strictest) && withholds(strictest.meaning, atLeast: $0.meaning) }
    return lower.isEmpty ? nil : lower.map { TextEdit($0.range, reading.text(strictest.range)) }
  }
}
