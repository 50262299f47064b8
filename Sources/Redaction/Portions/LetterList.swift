import Documents
import MarkingModel

/// The letters in parentheses of a list or a section that is cited: behind (A) and (B) a (C) is no mark.
struct LetterList {
  /// The letter that stood last; 0 for none.
  private var last: UInt8 = 0
  /// Whether one can begin with B, which is no mark: where only letters that begin an item are told to it.
  private let beginsLate: Bool

  init(beginsLate: Bool = false) { self.beginsLate = beginsLate }

  /// Where another portion begins, no list goes on.
  mutating func end() { last = 0 }

  /// Takes notice of what opens at `at`, a letter, small or capital, in parentheses or not. Whether it goes on with a list
  /// that had two letters before it: one begins with A, and of (A) and (B) nobody can tell whether a list is meant.
  @discardableResult
  mutating func takes(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at + 2 < end, source[at] == UInt8(ascii: "("), source[at + 1].isLetter, source[at + 2] == UInt8(ascii: ")")
    else { return false }
    let letter = source[at + 1].capital
    let goesOn = last > 0 && letter == last + 1
    let isListed = goesOn && last >= UInt8(ascii: "B")
    if goesOn || letter == UInt8(ascii: "A") || beginsLate && letter == UInt8(ascii: "B") { last = letter }
    return isListed
  }
}
