import MarkingGrammar
import MarkingModel

// The banners of a document against its portions.
extension MarkedReader {
  /// Compares the banner of the document with all portions, and the banner of a page that is another one with those of
  /// the page.
  mutating func writeRollUps(
    _ facts: Facts, to document: inout MarkingDocument, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let overall = overallBanner else { return }
    let marks = portions.filter { $0.mark != nil }
    let policy = policy(facts, overall)
    var meanings = Meanings()
    var whole = RollUpWriter(policy)
    whole.isCompilation = has(.compilation)
    for (index, portion) in marks.enumerated() {
      guard let mark = portion.mark else { continue }
      whole.take(meanings.meaning(of: mark, in: source, vocabulary), number: index + 1, vocabulary)
    }
    add(whole, for: overall, to: &document, in: source, vocabulary)
    var next = 0
    for banner in banners where banner.spot == .header && banner.page > 1 {
      while next < marks.count, marks[next].page < banner.page { next += 1 }
      guard !source.isSame(banner.written.range, overall.written.range) else { continue }
      var page = RollUpWriter(policy)
      page.isCompilation = whole.isCompilation
      while next < marks.count, marks[next].page == banner.page {
        if let mark = marks[next].mark {
          page.take(meanings.meaning(of: mark, in: source, vocabulary), number: next + 1, vocabulary)
        }
        next += 1
      }
      if page.count > 0 { add(page, for: banner, to: &document, in: source, vocabulary) }
    }
  }

  private mutating func add(
    _ writer: RollUpWriter, for banner: BannerEntry, to document: inout MarkingDocument, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let place = ruler.place(banner.written.range, on: banner.line, in: source)
    writer.add(
      comparing: banner.written.meaning(in: source, vocabulary), at: place,
      excerpt: banner.written.mayBeShown ? place.range : ByteRange(0, 0), to: &document,
      vocabulary)
  }

  private func policy(_ facts: Facts, _ overall: BannerEntry) -> RollUpPolicy {
    let isOfDefense = !statements.isEmpty || facts.isOfDefense
    let scheme: RollUpPolicy.Scheme = isOfDefense ? .dod : overall.written.system == .cui ? .nara : .ic
    return RollUpPolicy(scheme, day: facts.day?.number)
  }
}

/// What marks say, each text looked up once: the same few stand before all portions of a document.
struct Meanings {
  private var known: [(range: ByteRange, marking: Marking)] = []

  mutating func meaning(
    of mark: WrittenMarking, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Marking {
    for entry in known where source.isSame(entry.range, mark.range) { return entry.marking }
    let marking = mark.meaning(in: source, vocabulary)
    if known.count < 32 { known.append((mark.range, marking)) }
    return marking
  }
}
