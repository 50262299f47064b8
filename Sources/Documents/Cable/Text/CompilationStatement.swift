import MarkingModel

// The sentence that says why the level is above that of every portion.
extension BodyReader {
  /// Looks for a statement that the level is that of the whole (E.O. 13526 1.7(e)) where the level is above that of every
  /// portion and COMPILATION beside CLASSIFIED was not found: `by compilation the cable is SECRET`, `in the aggregate
  /// this cable is classified`. The text is gone through once.
  mutating func searchCompilation(above level: Level, in source: Span<UInt8>) {
    guard level.isClassified, metrics.marked > 0, metrics.portionRank < level.rank, !metrics.isCompilation,
      let start = state.start, let end = state.last?.text.end
    else { return }
    var at = start
    while at < end {
      let after = source.wordEnd(at, end)
      if after > at {
        let isWhole =
          source.equals(ByteRange(at, after), "COMPILATION") && Self.isByWhole(at, from: start, in: source)
          || source.hasAnyCase("AGGREGATION", at: at, end: after)
          || source.equals(ByteRange(at, after), "AGGREGATE") && Self.isByWhole(at, from: start, in: source)
        if isWhole, maySearch(), Self.namesLevel(around: at, start, end, in: source) {
          metrics.isCompilation = true
          return
        }
      }
      at = max(after, at + 1)
    }
  }

  /// Whether words before a place say that something is so for the whole: `by`, `in the`, `through`, `as a`.
  private static func isByWhole(_ at: Int, from start: Int, in source: Span<UInt8>) -> Bool {
    var end = at
    for _ in 0..<2 {
      while end > start, source[end - 1] <= 0x20 { end -= 1 }
      var first = end
      while first > start, end - first < 8, source[first - 1].isLetter { first -= 1 }
      let word = ByteRange(first, end)
      for lead in ["BY", "IN", "THROUGH", "AS"] where source.equals(word, lead) { return true }
      guard source.equals(word, "THE") || source.equals(word, "A") || source.equals(word, "THEIR") else { return false }
      end = first
    }
    return false
  }

  /// Whether the sentence around a place has CLASSIFIED, or a classified level in capitals. No more than 200 bytes to
  /// either side are looked at.
  private static func namesLevel(around at: Int, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var first = at
    while first > start, at - first < 200, source[first - 1] != 0x2E { first -= 1 }
    var last = at
    while last < end, last - at < 200, source[last] != 0x2E { last += 1 }
    for i in first..<last where i == first || !source[i - 1].isLetterOrDigit {
      if source.hasAnyCase("CLASSIFI", at: i, end: last) || source.hasWord("SECRET", at: i, end: last)
        || source.hasWord("CONFIDENTIAL", at: i, end: last)
      {
        return true
      }
    }
    return false
  }
}
