import MarkingModel

/// The signs of Markdown that set words off: `**2.** (S)`, `*CONFIDENTIAL*`, `__(C)__`. They come in pairs, at the border
/// of a word and in one paragraph; any other asterisk is a bullet, a rule or the reference of a note.
///
/// Asked of signs in their order. Time for all of them: linear, since for each kind of sign a stretch is searched once.
struct Emphasis {
  /// By kind: where the sign stands that closes the one that is open, and how far none was found.
  private var closing = InlineArray<6, Int>(repeating: -1)
  private var searched = InlineArray<6, Int>(repeating: 0)

  /// Whether a run of `count` asterisks or low lines at `at` is such a sign.
  mutating func takes(_ at: Int, count: Int, in source: Span<UInt8>) -> Bool {
    guard count <= 3 else { return false }
    let kind = count - 1 + (source[at] == 0x2A ? 0 : 3)
    if closing[kind] >= at { return closing[kind] == at }
    guard searched[kind] <= at, source.opensEmphasis(at, count) else { return false }
    guard let close = source.closingEmphasis(at, count, &searched[kind]) else { return false }
    closing[kind] = close
    return true
  }
}

extension Span where Element == UInt8 {
  /// How many bytes like the one at `at` follow one another there.
  func run(at: Int) -> Int {
    var end = at + 1
    while end < count, self[end] == self[at] { end += 1 }
    return end - at
  }

  /// Whether a word begins behind signs and none ends before them.
  fileprivate func opensEmphasis(_ at: Int, _ length: Int) -> Bool {
    guard at + length < count, self[at + length] > 0x20 else { return false }
    return at == 0 || !self[at - 1].isLetterOrDigit
  }

  /// Where the signs stand that close those at `at`. Where there are none, `searched` is how far that is known.
  fileprivate func closingEmphasis(_ at: Int, _ length: Int, _ searched: inout Int) -> Int? {
    let sign = self[at]
    var i = at + length
    while i < count {
      if self[i] == 0x0A || self[i] == 0x0D {
        let next = nextLine(after: i)
        if isBlankLine(next) { break }
        i = next
      } else if self[i] == sign {
        let run = run(at: i)
        if run == length, closesEmphasis(i, run) { return i }
        i += run
      } else {
        i += 1
      }
    }
    searched = i
    return nil
  }

  /// Whether a word ends before signs. Those behind a bracket close only where no word goes on.
  private func closesEmphasis(_ at: Int, _ length: Int) -> Bool {
    guard self[at - 1] > 0x20, self[at - 1] != 0x5C else { return false }
    let goesOn = at + length < count && self[at + length].isLetterOrDigit
    return !goesOn || self[at] == 0x2A && self[at - 1].isLetterOrDigit
  }

  private func isBlankLine(_ start: Int) -> Bool {
    var i = start
    while i < count, self[i] == 0x20 || self[i] == 0x09 { i += 1 }
    return i >= count || self[i] == 0x0A || self[i] == 0x0D
  }
}
