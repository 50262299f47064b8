import MarkingModel

/// What programs and writers of e-mail put before a subject and its mark: `RE:`, `FW:`, `[EXTERNAL]`, `ACTION:`.
enum SubjectLead {
  /// Where the subject begins behind them.
  static func end(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var at = start
    while at < end {
      let next = source.skipBlanks(reply(at, end, in: source) ?? tag(at, end, in: source) ?? at, end)
      if next == at { break }
      // Nothing but tags is the subject itself.
      if next >= end { return start }
      at = next
    }
    return action(at, end, in: source) ?? at
  }

  private static func reply(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    ["RE:", "FW:", "FWD:"].first { source.hasAnyCase($0, at: at, end: end) }.map { at + $0.utf8.count }
  }

  /// `[EXTERNAL]`, `[Non-DoD Source]`: a word in brackets that is no mark.
  private static func tag(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source[at] == 0x5B else { return nil }
    var close = at + 1
    while close < end, close - at < 40, source[close] != 0x5D { close += 1 }
    guard close < end, source[close] == 0x5D, close - at > 4, !source.holdsSlashes(at, close) else { return nil }
    return close + 1
  }

  /// `ACTION: (U) Crane inspection`: words in capitals before the mark say what is wanted of the reader.
  private static func action(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var colon = at
    while colon < end, colon - at < 24, source[colon].isCapital || source[colon] == 0x20 { colon += 1 }
    guard colon - at > 1, colon < end, source[colon] == 0x3A else { return nil }
    let mark = source.skipBlanks(colon + 1, end)
    return mark < end && source[mark] == 0x28 && PortionStart.mayBegin(mark, end, in: source) ? mark : nil
  }
}
