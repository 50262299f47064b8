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
    take(marked[...], into: &whole, &saying, vocabulary)
    add(whole, for: overall, to: &document, in: source, vocabulary)
    var next = 0
    for banner in banners where banner.spot == .header && banner.page > 1 {
      while next < marked.count, marked[next].page < banner.page { next += 1 }
      guard !isSame(banner, overall, in: source) else { continue }
      let first = next
      while next < marked.count, marked[next].page == banner.page { next += 1 }
      guard next > first else { continue }
      var page = RollUpWriter(policy)
      page.isCompilation = whole.isCompilation
      take(marked[first..<next], into: &page, &saying, vocabulary)
      add(page, for: banner, to: &document, in: source, vocabulary)
    }
  }

  /// Takes portions by their numbers, those that say the same together.
  private mutating func take(
    _ portions: ArraySlice<PortionEntry>, into writer: inout RollUpWriter, _ saying: inout SayingPortions,
    _ vocabulary: borrowing Vocabulary
  ) {
    for (index, portion) in zip(portions.indices, portions) {
      if let mark = portion.mark { saying.add(index + 1, mark.mark) }
    }
    while let (mark, numbers) = saying.takeNext() { writer.take(marks.facts(mark, vocabulary), numbers: numbers) }
  }

  private mutating func add(
    _ writer: RollUpWriter, for banner: BannerEntry, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    guard let written = marks.written(banner.mark, at: banner.start) else { return }
    let place = ruler.place(range(of: banner), on: banner.line, in: source)
    writer.add(
      comparing: written.meaning(in: source, vocabulary), at: place,
      excerpt: written.mayBeShown ? place.range : ByteRange(0, 0), to: &document,
      vocabulary)
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
  private var said: [Int] = []

  init(marks: Int) { numbers = Array(repeating: [], count: marks) }

  /// Notes the number of a portion.
  mutating func add(_ number: Int, _ mark: Int) {
    if numbers[mark].isEmpty { said.append(mark) }
    numbers[mark].insert(number)
  }

  /// The next of the marks that were noted with the numbers of its portions, which are forgotten; nil after the last.
  mutating func takeNext() -> (mark: Int, numbers: PortionSet)? {
    guard let mark = said.popLast() else { return nil }
    defer { numbers[mark] = [] }
    return (mark, numbers[mark])
  }
}
