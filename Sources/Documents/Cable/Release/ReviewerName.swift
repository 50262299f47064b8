import MarkingModel

// The stamp of systematic review, which begins with the name of the reviewer: `Jane Q. Doe Declassified/Released US
// Department of State EO Systematic Review 20 Mar 2014`.
extension Span where Element == UInt8 {
  /// Whether a line begins with such a stamp, or is the name above the rest of one.
  @inline(__always)
  func isOfReviewer(_ start: Int, _ end: Int) -> Bool {
    start + 1 < end && self[start].isCapital && (self[start + 1].isSmall || self[start + 1] == 0x2E)
      && hasReviewer(start, end)
  }

  @inline(never)
  private func hasReviewer(_ start: Int, _ end: Int) -> Bool {
    var at = start
    for count in 0...Self.mostNames {
      if count > 1, has(Self.review, at: at, end: end) { return true }
      guard let next = nameEnd(at, end) else { return false }
      // A copy of a page may break the stamp behind the name.
      if count > 0, skipBlanks(next, end) >= end {
        let below = nextLine(after: end)
        return below < self.count && has(Self.review, at: skipBlanks(below, self.count), end: self.count)
      }
      guard next < end, self[next] == 0x20 else { return false }
      at = next + 1
    }
    return false
  }

  /// Where the name of a reviewer begins that ends before `at`, with a blank; `at` where none does.
  func reviewerStart(before at: Int, from start: Int) -> Int {
    var first = at
    for _ in 0..<Self.mostNames {
      guard first - 1 > start, self[first - 1] == 0x20 else { break }
      var word = first - 1
      while word > start, self[word - 1] > 0x20, first - word < 32 { word -= 1 }
      guard nameEnd(word, first) == first - 1 else { break }
      first = word
    }
    // One word is no name: text may stand there.
    return (first..<max(first, at - 1)).contains { self[$0] == 0x20 } ? first : at
  }

  private static var mostNames: Int { 4 }
  private static var review: String { "Declassified/Released" }

  /// Where a word of a name ends: a capital with small letters, or an initial with its point.
  private func nameEnd(_ start: Int, _ end: Int) -> Int? {
    guard start < end, self[start].isCapital else { return nil }
    var i = start + 1
    if i < end, self[i] == 0x2E { return i + 1 }
    let first = i
    while i < end, self[i].isLetter || self[i] == 0x2D || self[i] == 0x27 { i += 1 }
    guard i > first, (first..<i).contains(where: { self[$0].isSmall }) else { return nil }
    // `Jr.,`, `Doe,`.
    while i < end, self[i] == 0x2E || self[i] == 0x2C { i += 1 }
    return i
  }
}
