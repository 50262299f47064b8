import MarkingModel

// NATO's activities (NATO/NAC): `//NATO ISAF RESTRICTED`, `(//NIR)`, `REL TO GBR, NATO PfP` (ODNI ISMCAT, OwnerProducer).
extension MarkingParser {
  /// The owner of `NATO ISAF RESTRICTED`: NATO, the name of an activity, and a level at the end.
  mutating func natoActivity(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (owner: WrittenMarking.Country, level: LevelWords.Match)? {
    guard item.start < item.end, text[item.start] == UInt8(ascii: "N"),
      let nato = vocabulary.countries.index(of: "NATO")
    else { return nil }
    if let letters = Self.activityLetters(text, item.start, item.end, vocabulary) {
      return (WrittenMarking.Country(range: item.range, entry: nato, isActivity: true), letters)
    }
    guard let first = LevelWords.word("NATO", text, item.start, item.end) else { return nil }
    let name = text.skipBlanks(first, item.end)
    // Words of a level are no name: `NATO TOP SECRET`.
    if LevelWords.match(text, name, item.end) != nil { return nil }
    var i = name
    while i < item.end {
      if i > name, let level = LevelWords.match(text, i, item.end), level.end == item.end {
        let range = ByteRange(item.start, text.trimEnd(name, i))
        return (WrittenMarking.Country(range: range, entry: nato, isActivity: true), level)
      }
      let stop = text.wordStop(i, item.end)
      guard stop > i else { return nil }
      i = text.skipBlanks(stop, item.end)
    }
    return nil
  }

  /// `NIR`: N, the letters of an activity, a level.
  private static func activityLetters(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ vocabulary: borrowing Vocabulary
  ) -> LevelWords.Match? {
    guard end - start > 2, text[start] == UInt8(ascii: "N") else { return nil }
    let width = end - start > 3 && text[end - 2] == UInt8(ascii: "T") && text[end - 1] == UInt8(ascii: "S") ? 2 : 1
    guard let level = LevelWords.match(text, end - width, end), level.end == end,
      vocabulary.activities.activity(ofLetters: text, start + 1, end - width) != nil
    else { return nil }
    return level
  }

  /// `NATO PfP` in a list: how far the name of the activity goes that begins with NATO at `start`; nil where none follows.
  /// A code that a list may have is no part of a name, unless it is the name of an activity that is known.
  func activityEnd(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard let first = LevelWords.word("NATO", text, start, end) else { return nil }
    let name = text.skipBlanks(first, end)
    if let known = vocabulary.activities.end(ofNameAt: name, end, text) { return known }
    var last = first
    var i = name
    while i < end {
      let stop = text.wordStop(i, end)
      guard stop > i, vocabulary.countries.find(text, i, stop) == nil, LevelWords.word("AND", text, i, end) != stop
      else { break }
      last = stop
      i = text.skipBlanks(stop, end)
    }
    return last > first ? last : nil
  }
}
