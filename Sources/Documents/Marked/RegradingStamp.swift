import MarkingGrammar
import MarkingModel

/// A stamp that says that the level of a paper is another one than that which it was written with: `REGRADED UNCLASSIFIED
/// BY AUTHORITY OF …`, `CLASSIFICATION CANCELLED`. It is no line of classification itself.
enum RegradingStamp {
  /// Whether a line can be one: its first letters decide.
  @inline(__always)
  static func mayBegin(_ key: LineKey) -> Bool {
    switch key.first {
    case 0x41: key.begins("A", "U", "T", "O", "M", "A")
    case 0x43: key.begins("C", "L", "A", "S", "S", "I") || key.begins("C", "O", "N", "F", "I", "D")
    case 0x44: key.begins("D", "O", "W", "N", "G", "R")
    case 0x52: key.begins("R", "E", "G", "R", "A", "D") || key.begins("R", "E", "C", "L", "A", "S")
    case 0x53: key.begins("S", "E", "C", "R", "E", "T")
    case 0x55: key.begins("U", "N", "C", "L", "A", "S")
    default: false
    }
  }

  /// What a line that begins at `start` says. A paper that is unclassified now was declassified; of another one no more is
  /// known than that it was reviewed.
  static func read(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ReleaseStamp.Reading? {
    guard end - start < longest else { return nil }
    if let lead = leads.firstAnyCase(at: start, end: end, in: source) {
      return reading(ofLevelAt: source.skipBlanks(lead.end, end), end, in: source, vocabulary)
    }
    if let words = cancelled.firstAnyCase(at: start, end: end, in: source) {
      return mayEnd(at: words.end, end, in: source, vocabulary) ? .init(kind: .declassified) : nil
    }
    // The order for a day to come is written so, too.
    if source.hasAnyCase("AUTOMATICALLY DECLASSIFIED", at: start, end: end) { return .init(kind: .other) }
    guard let level = vocabulary.levels.longest(in: source, at: start, end: end),
      authorities.firstAnyCase(at: source.skipBlanks(level.end, end), end: end, in: source) != nil
    else { return nil }
    return reading(ofLevelAt: start, end, in: source, vocabulary)
  }

  private static let longest = 160
  private static let leads = PhraseList([
    "REGRADED TO", "REGRADED", "DOWNGRADED TO", "RECLASSIFIED TO", "CLASSIFICATION CHANGED TO",
    "CLASSIFICATION REGRADED TO", "CLASSIFICATION DOWNGRADED TO",
  ])
  private static let cancelled = PhraseList([
    "CLASSIFICATION CANCELLED", "CLASSIFICATION CANCELED", "CLASSIFICATION REMOVED",
  ])
  private static let authorities = PhraseList(["BY AUTHORITY", "BY AUTH", "PER AUTHORITY"])
  /// What stands behind the words of a stamp: on whose authority, and when.
  private static let further = PhraseList([
    "BY", "ON", "PER", "AUTH", "AUTHORITY", "UNDER", "IAW", "EFFECTIVE", "AS OF", "FROM", "AFTER", "UPON",
  ])

  private static func reading(
    ofLevelAt at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ReleaseStamp.Reading? {
    guard let found = vocabulary.levels.longest(in: source, at: at, end: end),
      mayEnd(at: found.end, end, in: source, vocabulary)
    else { return nil }
    let level = found.word.level
    return .init(kind: level == .unclassified ? .declassified : .other, level: level)
  }

  /// Whether what follows is no more of a sentence: `Regraded UNCLASSIFIED papers lie in the book.`
  private static func mayEnd(
    at end: Int, _ last: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let next = source.skipBlanks(end, last)
    guard next < last, source[next].isLetter else { return true }
    if vocabulary.months.find(source, next, source.wordEnd(next, last)) != nil { return true }
    guard let found = further.firstAnyCase(at: next, end: last, in: source) else { return false }
    return found.end >= last || !source[found.end].isLetter
  }
}
