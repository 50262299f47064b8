internal import TextKit

// Titles before a name.
extension TermFinder {
  /// Whether a word before another is a title. What might be another word counts as it is written only: "SA Berg" and "Sr.
  /// Márquez", but not "at 3 PM Berg" and "Ann Lopez, Sr., Márquez".
  func isTitle(_ index: Int, of text: [Words.Word], _ folded: borrowing FoldedText) -> Bool {
    let word = text[index]
    if titles.contains(word.hash) { return true }
    let isAcronym = acronyms.contains(word.hash)
    guard isAcronym || abbreviations.contains(word.hash), index + 1 < text.count else { return false }
    for at in word.start..<(isAcronym ? word.end : word.start + 1) where folded.bytes[at] &- 0x41 >= 26 { return false }
    for at in word.end..<min(text[index + 1].start, word.end + 4) where folded.bytes[at] == 0x2C { return false }
    return index == 0 || folded.bytes[text[index - 1].start] &- 0x30 >= 10 || word.start - text[index - 1].end > 1
  }

  private static let and = "and".utf8.reduce(Words.seed) { Words.add($1, to: $0) }

  /// How many words a title may stand before the last name that it is for.
  private static var longestList: Int { 12 }

  /// Whether a name stands in a list behind a title for several persons: "Messrs. Smith, Roe and Berg". Time: bounded.
  func isListedBehindTitle(_ first: Int, of text: [Words.Word], _ folded: borrowing FoldedText) -> Bool {
    let bytes = folded.lowered
    var at = first - 1
    guard at >= 0, text[at].hash == Self.and || Self.isParted(text[at], text[first], bytes) else { return false }
    while at >= 0, first - at <= Self.longestList {
      let word = text[at]
      guard Words.areNear(word, text[at + 1], bytes) || Self.isParted(word, text[at + 1], bytes) else { return false }
      if titlesOfSeveral.contains(word.hash) { return first - at > 1 }
      guard word.hash == Self.and || folded.bytes[word.start] &- 0x41 < 26 || folded.bytes[word.start] >= 0x80 else {
        return false
      }
      at -= 1
    }
    return false
  }

  /// Whether a comma or `&` stands between two words.
  private static func isParted(_ a: Words.Word, _ b: Words.Word, _ bytes: [UInt8]) -> Bool {
    b.start - a.end <= 3 && bytes[a.end..<b.start].allSatisfy { $0 == 0x20 || $0 == 0x2C || $0 == 0x26 }
      && bytes[a.end..<b.start].contains { $0 != 0x20 }
  }
}
