import MarkingGrammar

/// Which of the two banners of a page is the odd one. What would be counted for every page is counted once.
struct OddBanner {
  private let facts: MarkedReader.Facts
  /// The marks of all portions, each once.
  private let said: [Int]
  /// How many banners have a mark.
  private let counts: [Int: Int]
  /// Whether a mark is what the portions require, once that was asked.
  private var required: [Int: Bool] = [:]

  init(_ reader: MarkedReader, _ facts: MarkedReader.Facts) {
    self.facts = facts
    said = Set(reader.portions.compactMap { $0.mark?.mark }).sorted()
    counts = reader.banners.reduce(into: [:]) { $0[$1.mark, default: 0] += 1 }
  }

  /// Not the one that the portions require, or else that fewer other banners are like; the header where nothing tells.
  mutating func choose(
    _ header: BannerEntry?, _ footer: BannerEntry?, _ reader: inout MarkedReader, _ vocabulary: borrowing Vocabulary
  ) -> BannerEntry? {
    guard let header, let footer else { return header ?? footer }
    let isHeaderRequired = isRequired(header.mark, &reader, vocabulary)
    if isHeaderRequired != isRequired(footer.mark, &reader, vocabulary) { return isHeaderRequired ? footer : header }
    return counts[header.mark, default: 0] > counts[footer.mark, default: 0] ? footer : header
  }

  private mutating func isRequired(
    _ mark: Int, _ reader: inout MarkedReader, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if let known = required[mark] { return known }
    let isRequired = reader.isRequired(mark, by: said, facts, vocabulary)
    required[mark] = isRequired
    return isRequired
  }
}
