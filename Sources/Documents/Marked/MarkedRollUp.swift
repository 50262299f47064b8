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
    var marked: [(mark: Int, page: Int, start: Int)] = []
    marked.reserveCapacity(portions.count)
    for index in portions.indices {
      if let mark = portions[index].mark { marked.append((mark.mark, portions[index].page, mark.start)) }
    }
    var saying = SayingPortions(marks: marks.count)
    var element = RollUpElement(policy: policy(facts, overall))
    element.isCompilation = has(.compilation)
    // What was withheld with its mark may have had any.
    let withholds = withholdsClassifiedPortion(in: source)
    // A banner covers an attachment, too, and a text of which the subject alone is marked.
    element.coversOthers =
      withholds || has(.transmittal)
      || portions.allSatisfy { $0.mark == nil || $0.kind == .subject || $0.kind == .title } && text > 0
    add(element, marked[...], for: overall, &saying, to: &document, in: source, vocabulary)
    element.coversOthers = withholds
    for section in has(.tearLine) ? tearSections : [] {
      let first = marked.firstIndex { $0.start > section.start } ?? marked.count
      let next = marked.firstIndex { $0.start > section.end } ?? marked.count
      guard first < next, let banner = tearBanner(of: section) else { continue }
      element.isCompilation = false
      add(element, marked[first..<next], for: banner, &saying, to: &document, in: source, vocabulary)
    }
    element.isCompilation = has(.compilation)
    let closing = banners.first { $0.page == 1 && $0.spot == .footer }
    let all = Set(marked.map(\.mark)).sorted()
    var ofDocument: [Int: Bool] = [overall.mark: true]
    var next = 0
    for banner in banners where banner.spot == .header && banner.page > 1 {
      while next < marked.count, marked[next].page < banner.page { next += 1 }
      guard !isSame(banner, overall, in: source), closing.map({ !isSame(banner, $0, in: source) }) ?? true else {
        continue
      }
      // That of the whole document is right, where the first page has it with a fault.
      let isOfDocument =
        ofDocument[banner.mark]
        ?? (marks.meaning(banner.mark, vocabulary) == marks.meaning(overall.mark, vocabulary)
          || isRequired(banner.mark, by: all, facts, vocabulary))
      ofDocument[banner.mark] = isOfDocument
      if isOfDocument { continue }
      let first = next
      while next < marked.count, marked[next].page == banner.page { next += 1 }
      guard next > first else { continue }
      add(element, marked[first..<next], for: banner, &saying, to: &document, in: source, vocabulary)
    }
  }

  /// Whether a banner says what portions with these marks require; false where nothing is rolled up.
  mutating func isRequired(_ banner: Int, by said: [Int], _ facts: Facts, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard facts.isCurrent, !facts.isScan, !said.isEmpty, let overall = overallBanner,
      let outcome = outcome(of: said, below: banner, policy(facts, overall), vocabulary)
    else { return false }
    return outcome.differences.isEmpty
  }

  /// The banner of a part below a tear line.
  private func tearBanner(of section: ByteRange) -> BannerEntry? {
    banners.first { $0.spot == .line && section.start < $0.line.start && $0.line.start < section.end }
  }

  /// Compares a banner with the portions below it, by their numbers. Portions with the same mark say the same, so that
  /// marks are compared, the same ones once.
  private mutating func add(
    _ element: RollUpElement, _ portions: ArraySlice<(mark: Int, page: Int, start: Int)>, for banner: BannerEntry,
    _ saying: inout SayingPortions, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    for index in portions.indices { saying.add(index + 1, portions[index].mark) }
    defer { saying.forgetAll() }
    let said = saying.said.sorted()
    guard let outcome = outcome(of: said, below: banner.mark, element.policy, vocabulary) else { return }
    var element = element
    element.portions = portions.count
    let place = ruler.place(range(of: banner), on: banner.line, in: source)
    element.add(
      outcome.over { saying.numbers(of: $0) }, at: place,
      excerpt: marks[banner.mark].mayBeShown ? place.range : ByteRange(0, 0), to: &document, vocabulary)
  }

  /// What comparing a banner with marks shows: each counts as the portion of its number.
  private mutating func outcome(
    of said: [Int], below banner: Int, _ policy: RollUpPolicy, _ vocabulary: borrowing Vocabulary
  ) -> RollUpOutcome? {
    let key = KnownRollUps.Key(
      banner: banner, portions: said, scheme: policy.scheme, isAfterPivot: policy.isAfterPivot)
    if let known = marks.rollUps[key] { return known }
    guard let given = marks.meaning(banner, vocabulary) else { return nil }
    var rollUp = RollUp()
    for mark in said { rollUp.join(marks.facts(mark, vocabulary), portions: [mark]) }
    let required = RequiredBanner(rollUp, given: given, policy: policy, vocabulary)
    let outcome = RollUpOutcome(rollUp, given, required, vocabulary)
    marks.rollUps.add(outcome, for: key)
    return outcome
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

  /// The numbers of the portions that have a mark.
  func numbers(of mark: Int) -> PortionSet { numbers[mark] }

  mutating func forgetAll() {
    for mark in said { numbers[mark] = [] }
    said.removeAll(keepingCapacity: true)
  }
}
