import MarkingGrammar
import MarkingModel

// The banners of a document against its portions.
extension MarkedReader {
  /// Compares the banner of the document with all portions, and the banner of a page that is another one with those of
  /// the page.
  mutating func writeRollUps(
    _ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let overall = overallBanner else { return }
    let marked = portions.filter { $0.mark != nil }
    let policy = policy(facts, overall)
    var saying = SayingPortions(marks: marks.count)
    var whole = RollUpWriter(policy)
    whole.isCompilation = has(.compilation)
    whole.coversOthers = has(.transmittal)
    add(whole, marked[...], for: overall, &saying, to: &document, in: source, vocabulary)
    var next = 0
    for banner in banners where banner.spot == .header && banner.page > 1 {
      while next < marked.count, marked[next].page < banner.page { next += 1 }
      guard !isSame(banner, overall, in: source) else { continue }
      let first = next
      while next < marked.count, marked[next].page == banner.page { next += 1 }
      guard next > first else { continue }
      var page = RollUpWriter(policy)
      page.isCompilation = whole.isCompilation
      add(page, marked[first..<next], for: banner, &saying, to: &document, in: source, vocabulary)
    }
  }

  /// Compares a banner with the portions below it, by their numbers, those that say the same together. The same marks
  /// are compared once.
  private mutating func add(
    _ writer: RollUpWriter, _ portions: ArraySlice<PortionEntry>, for banner: BannerEntry,
    _ saying: inout SayingPortions, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    for (index, portion) in zip(portions.indices, portions) {
      if let mark = portion.mark { saying.add(index + 1, mark.mark) }
    }
    let key = KnownRollUps.Key(
      banner: banner.mark, portions: saying.said.sorted(), scheme: writer.policy.scheme,
      isAfterPivot: writer.policy.isAfterPivot)
    var writer = writer
    let place = ruler.place(range(of: banner), on: banner.line, in: source)
    let excerpt = marks[banner.mark].mayBeShown ? place.range : ByteRange(0, 0)
    if let known = marks.rollUps[key] {
      saying.forgetAll()
      writer.count = portions.count
      writer.add(known, at: place, excerpt: excerpt, to: &document, vocabulary)
      return
    }
    while let (mark, numbers) = saying.takeNext() { writer.take(marks.facts(mark, vocabulary), numbers: numbers) }
    guard let given = marks.meaning(banner.mark, vocabulary) else { return }
    let required = RequiredBanner(writer.rollUp, given: given, policy: writer.policy, vocabulary)
    let outcome = RollUpOutcome(writer.rollUp, given, required, vocabulary)
    marks.rollUps.add(outcome, for: key)
    writer.add(outcome, at: place, excerpt: excerpt, to: &document, vocabulary)
  }

  private func policy(_ facts: Facts, _ overall: BannerEntry) -> RollUpPolicy {
    let isOfDefense = !statements.isEmpty || facts.isOfDefense
    let scheme: RollUpPolicy.Scheme = isOfDefense ? .dod : marks[overall.mark].isCUI ? .nara : .ic
    return RollUpPolicy(scheme, day: facts.day?.number)
  }
}

/// Which portions have which mark.
struct SayingPortions {
  private var numbers: [PortionSet]
  /// The marks that have numbers.
  private(set) var said: [Int] = []

  init(marks: Int) { numbers = Array(repeating: [], count: marks) }

  /// Notes the number of a portion.
  mutating func add(_ number: Int, _ mark: Int) {
    if numbers[mark].isEmpty { said.append(mark) }
    numbers[mark].insert(number)
  }

  mutating func forgetAll() {
    while takeNext() != nil {}
  }

  /// The next of the marks that were noted with the numbers of its portions, which are forgotten; nil after the last.
  mutating func takeNext() -> (mark: Int, numbers: PortionSet)? {
    guard let mark = said.popLast() else { return nil }
    defer { numbers[mark] = [] }
    return (mark, numbers[mark])
  }
}
