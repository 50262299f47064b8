import MarkingGrammar
import MarkingModel

/// The offices of another country at the head of a paper whose level the United States have, too: `SECRET`. A line of the
/// letterhead begins with one; who is written to, and what about, stands behind a label.
enum NationalLetterhead {
  private static let kingdom = PhraseList([
    "FOREIGN AND COMMONWEALTH OFFICE", "FOREIGN, COMMONWEALTH AND DEVELOPMENT OFFICE",
    "FOREIGN, COMMONWEALTH & DEVELOPMENT OFFICE", "FOREIGN & COMMONWEALTH OFFICE", "MINISTRY OF DEFENCE",
    "CABINET OFFICE",
    "HOME OFFICE", "10 DOWNING STREET", "BRITISH EMBASSY", "BRITISH HIGH COMMISSION",
  ])
  private static let newZealand = PhraseList([
    "NEW ZEALAND MINISTRY", "NEW ZEALAND DEFENCE", "NEW ZEALAND EMBASSY", "NEW ZEALAND HIGH COMMISSION",
    "NEW ZEALAND POLICE", "NEW ZEALAND CUSTOMS", "NEW ZEALAND TREASURY", "GOVERNMENT OF NEW ZEALAND",
  ])
  /// How many lines that are not blank are looked at, the marking one of them.
  private static let lines = 5

  /// The country whose office it is; nil where none is named. Time: a few lines.
  static func scheme(in source: Span<UInt8>) -> NationalMarking.Scheme? {
    var (at, seen) = (0, 0)
    while at < source.count, seen < lines {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let start = source.skipBlanks(at, end)
      at = source.nextLine(after: end)
      guard start < end else { continue }
      seen += 1
      if kingdom.firstAnyCase(at: start, end: end, in: source) != nil { return .uk }
      if newZealand.firstAnyCase(at: start, end: end, in: source) != nil { return .nz }
    }
    return nil
  }
}
