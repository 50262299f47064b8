import MarkingGrammar
import MarkingModel

/// The sources that a document lists (32 CFR 2001.22(c)(1)(ii)), as far as their number and what their lines say of
/// declassification; never their titles.
struct SourceList: Sendable {
  /// How many lines are looked at: longer lists are those of a bibliography.
  private static let limit = 60

  /// How many sources there are: items, or lines where they have no numbers.
  private(set) var count = 0
  /// Whether one of them is cited as `Multiple Sources` and by no title.
  private(set) var hasMultiple = false
  /// Whether a line sends the reader to another place, so that nobody knows how many there are.
  private(set) var isElsewhere = false
  private static let elsewhere = PhraseList([
    "SEE", "ATTACHED", "ATTACHMENT", "ENCLOSED", "ENCLOSURE", "TAB", "ANNEX", "APPENDIX", "ON FILE", "VARIOUS",
  ])
  /// Whether words send the reader to a list in another place.
  static func isElsewhere(_ words: FoldedWords) -> Bool { words.contains(oneOf: elsewhere) }
  private static let labels = PhraseList(["DECLASSIFY ON", "DECL ON", "DECL:"])
  /// The instructions that stand with them: `…, dated 20150110, Declassify On: 20401231`.
  private(set) var instructions: [DeclassifyOn] = []

  /// The list whose heading is on a line.
  init(below heading: SourceLine, at start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    // `Sources: Harbor Guide No. 1, dated 20150110`: the first stands behind the heading.
    var colon = start
    while colon < heading.end, source[colon] != 0x3A { colon += 1 }
    if colon < heading.end { take(ByteRange(colon + 1, heading.end), isItem: false, in: source, vocabulary) }
    var at = heading.end
    var lines = 0
    var isAfterBlank = false
    var isNumbered = false
    while at < source.count, lines < Self.limit {
      at = source[at] == 0x0D && at + 1 < source.count && source[at + 1] == 0x0A ? at + 2 : at + 1
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D, source[end] != 0x0C { end += 1 }
      lines += 1
      let range = source.trimmed(ByteRange(at, end))
      at = end
      if range.isEmpty {
        isAfterBlank = true
        continue
      }
      // `(U) 1. Harbor Guide No. 1`: who marks sources marks each, and none of the lines that go on with one.
      let start = source.skipMark(range.start, range.end)
      let prefix = ItemPrefix.read(start, range.end, in: source)
      let isItem = start > range.start || prefix.kind != .none && prefix.kind != .heading
      // What stands below a blank line and is no item, a marking or the end of the document, ends the list.
      if isAfterBlank, count > 0, !isItem { break }
      if BannerLine.mayBegin(range.start, range.end, in: source),
        BannerLine.isOne(range, in: source, vocabulary)
      {
        break
      }
      isNumbered = isNumbered || isItem
      isAfterBlank = false
      let text = isItem ? ByteRange(prefix.next, range.end) : range
      take(text, isItem: isItem || !isNumbered, in: source, vocabulary)
      if end < source.count, source[end] == 0x0C { break }
    }
  }

  /// Takes a line; one that is no item continues the last.
  private mutating func take(
    _ range: ByteRange, isItem: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var words = FoldedWords(limit: 300)
    words.add(range, in: source)
    guard words.wordCount > 0 else { return }
    let text = words.trimmedStart
    let label = ["DECLASSIFY ON", "DECL ON", "DECLASSIFICATION DATE", "DECL:"].lazy
      .compactMap { name in text.find(name).map { $0 + name.utf8.count } }.first
    if let label {
      instructions.append(DeclassifyOn(text.dropping(label), vocabulary))
    }
    // A line of an instruction alone belongs to the source above it.
    guard isItem || count == 0, !text.begin(oneOf: Self.labels) else { return }
    // `Guide No. 1, dated 2015; Guide No. 2, dated 2016`: several on a line.
    count += 1 + text.semicolons
    isElsewhere = isElsewhere || text.contains(oneOf: Self.elsewhere)
    if text.begin("MULTIPLE SOURCES"), text.dropping(16).isWithoutTitle { hasMultiple = true }
  }

  /// Whether no source has a longer instruction than this (32 CFR 2001.22(e)(4)); nil where none says one that can be
  /// compared.
  func isLongest(_ value: DeclassifyOn) -> Bool? {
    guard let own = value.length else { return nil }
    let others = instructions.compactMap(\.length)
    return others.isEmpty ? nil : others.allSatisfy { $0 <= own }
  }
}

extension DeclassifyOn {
  /// How long an instruction keeps a document classified, comparable: first by the hierarchy of the Register (C16 p32–33),
  /// then by its day. Nil for what has no place in it.
  var length: (rank: Int, day: Int)? {
    let day = self.day?.number ?? 0
    return switch kind {
    case .notApplicable: (7, 0)
    case .lasting: (6, 0)
    case .seventyFiveX, .fiftyX: (5, day)
    case .twentyFiveX: isImagery ? (4, 0) : (3, day)
    case .date: isImpossible ? nil : (1, day)
    case .event: (0, 0)
    default: nil
    }
  }
}

extension FoldedWords {
  /// How many semicolons have a word behind them.
  fileprivate var semicolons: Int {
    var count = 0
    var isOpen = false
    for byte in bytes {
      if byte == 0x3B { isOpen = true } else if isOpen, byte.isLetterOrDigit { (count, isOpen) = (count + 1, false) }
    }
    return count
  }

  /// Without blanks and punctuation before the first word.
  fileprivate var trimmedStart: FoldedWords { dropping(0) }

  /// Whether nothing but a date is left: no word of three letters that is none of a date.
  fileprivate var isWithoutTitle: Bool {
    var letters = 0
    for byte in bytes { if byte.isLetter { letters += 1 } }
    return letters == 0 || wordCount <= 4 && contains("DATED")
  }
}
