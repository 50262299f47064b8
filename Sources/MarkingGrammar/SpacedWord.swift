/// A word that was found although its letters may be spaced out or damaged.
package struct SpacedWordMatch: Sendable, Hashable {
  /// The offset after its last letter.
  package var end: Int
  /// Whether blanks stand between letters of one word (not merely between two words).
  package var isSpaced: Bool
}

extension Span where Element == UInt8 {
  /// Most blanks that may stand between two letters.
  private static var widest: Int { 4 }

  /// Whether a word or phrase stands at `at`, its letters close together or spaced out (`S E N S I T I V E`,
  /// `C O R R E C T E D  C O P Y`). Capital and small letters are the same; it ends at the end of a word.
  package func spacedWord(_ word: StaticString, at: Int, end: Int) -> SpacedWordMatch? {
    var letters: [UInt8] = []
    for letter in word.description.utf8 where letter != 0x20 { letters.append(letter) }
    return spacedWord(letters, at: at, end: end)
  }

  /// The same for a word whose letters are given in capitals, without blanks.
  func spacedWord(_ letters: [UInt8], at: Int, end: Int) -> SpacedWordMatch? {
    guard at < end, let first = letters.first, self[at].capital == first else { return nil }
    var i = at + 1
    // Blanks between letters, and places where none stands: a spaced word has more of the first.
    var gaps = 0
    for index in 1..<letters.count {
      // Most letters stand close together.
      if i < end, self[i].capital == letters[index] {
        i &+= 1
        continue
      }
      let next = skipBlanks(i, end, limit: Self.widest)
      if next > i { gaps += 1 }
      guard next < end, self[next].capital == letters[index] else { return nil }
      i = next &+ 1
    }
    guard i >= end || !self[i].isLetterOrDigit else { return nil }
    return SpacedWordMatch(end: i, isSpaced: gaps * 2 >= letters.count)
  }

  /// Whether a word with up to `slips` slips of the copy stands at `at`: a letter that is wrong, missing or too many.
  func damagedWord(_ letters: [UInt8], at: Int, end: Int, slips: Int) -> SpacedWordMatch? {
    guard at < end, self[at] > 0x20 else { return nil }
    return damaged(letters[...], at: at, end: end, slips: slips, gaps: 0, whole: letters.count)
  }

  private func damaged(
    _ letters: ArraySlice<UInt8>, at: Int, end: Int, slips: Int, gaps: Int, whole: Int
  ) -> SpacedWordMatch? {
    guard let letter = letters.first else {
      guard at >= end || !self[at].isLetterOrDigit else {
        // One letter too many at the end.
        return slips > 0 ? damaged(letters, at: at + 1, end: end, slips: slips - 1, gaps: gaps, whole: whole) : nil
      }
      return SpacedWordMatch(end: at, isSpaced: gaps * 2 >= whole)
    }
    let isFirst = letters.count == whole
    let next = isFirst ? at : skipBlanks(at, end, limit: Self.widest)
    let gaps = next > at ? gaps + 1 : gaps
    let rest = letters.dropFirst()
    if next < end, self[next].capital == letter,
      let found = damaged(rest, at: next + 1, end: end, slips: slips, gaps: gaps, whole: whole)
    {
      return found
    }
    guard slips > 0 else { return nil }
    if next < end {
      if let found = damaged(rest, at: next + 1, end: end, slips: slips - 1, gaps: gaps, whole: whole) { return found }
      if let found = damaged(letters, at: next + 1, end: end, slips: slips - 1, gaps: gaps, whole: whole) {
        return found
      }
    }
    return damaged(rest, at: at, end: end, slips: slips - 1, gaps: gaps, whole: whole)
  }
}
