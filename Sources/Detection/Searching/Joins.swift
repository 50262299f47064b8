internal import MarkingModel
internal import TextKit

/// Values that an end of line parts: `ana@harbor-` and `city.example.org`, `LIC 44-` and `7788` on the next line.
///
/// A dash at the end of a line, or at the start of one, is one of the value, or a hyphen that the end of the line brought
/// there: what stands around it is read without the end of the line, and behind a dash without this, too. Where a line ends
/// with another sign within what looks like an address, both halves are read together. What is found across the place
/// counts, for every detector. Where no sign stands, expressions allow a space. The signs of web addresses between the digits
/// of a number, `%2D`, part it as an end of line does.
enum Joins {
  /// Bytes after which an address goes on, and such before which it has not ended.
  private static let open = ByteClass("@/_=&:.%?+")
  private static let unfinished = ByteClass("@/._?&=")
  private static let dash = UInt8(ascii: "-")
  /// How far an address is looked at in each line.
  private static var reach: Int { 120 }

  /// What the set finds across ends of lines. O(text).
  static func candidates(
    in text: FoldedText, of set: DetectorSet, _ options: DetectorSet.Options
  ) throws(DetectorError) -> [Search.Candidate] {
    var (joined, hyphenated): ([ByteRange], [ByteRange]) = ([], [])
    let bytes = text.bytes
    for wrap in text.wraps where wrap > 0 && wrap + 1 < bytes.count {
      if bytes[wrap - 1] == dash {
        // A dash alone, and two of them, are signs of a sentence.
        guard wrap > 1, bytes[wrap - 2] > 0x20, bytes[wrap - 2] != dash else { continue }
        joined.append(ByteRange(wrap, wrap + 1))
        hyphenated.append(ByteRange(wrap - 1, wrap + 1))
      } else if isWithinNumber(wrap, text) || isWithinAddress(wrap, bytes) {
        joined.append(ByteRange(wrap, wrap + 1))
      }
    }
    return try candidates(in: text, leavingOut: joined, of: set, options)
      + candidates(in: text, leavingOut: hyphenated, of: set, options)
      + candidates(in: text, leavingOut: escapes(in: bytes), of: set, options)
  }

  /// The digits of signs that are written as in web addresses, `514%2D38%2D7793`, where a number may go on behind them:
  /// without these a sign stands between its digits.
  private static func escapes(in bytes: [UInt8]) -> [ByteRange] {
    var escapes: [ByteRange] = []
    var at = 0
    while at + 2 < bytes.count {
      guard bytes[at] == 0x25, bytes[at + 1] == 0x32,
        bytes[at + 2] &- 0x30 < 10 || (bytes[at + 2] | 0x20) &- 0x61 < 6
      else {
        at += 1
        continue
      }
      let isBehindDigit = at > 0 && (bytes[at - 1] &- 0x30 < 10 || escapes.last?.end == at)
      let isBeforeDigit = at + 3 < bytes.count && bytes[at + 3] &- 0x30 < 10
      if isBehindDigit || isBeforeDigit { escapes.append(ByteRange(at + 1, at + 3)) }
      at += 3
    }
    return escapes
  }

  private static func candidates(
    in text: FoldedText, leavingOut cuts: [ByteRange], of set: DetectorSet, _ options: DetectorSet.Options
  ) throws(DetectorError) -> [Search.Candidate] {
    if cuts.isEmpty { return [] }
    // Words of context that are near enough, and a long value, are read with it.
    let reading = JoinedReading(
      text, leavingOut: cuts, reach: reach + max(set.contexts.lead, set.contexts.reach.max() ?? 0))
    let folded: FoldedText
    do throws(FoldingError) { folded = try FoldedText(reading.bytes.span) } catch { throw .folding(error) }
    // What is folded stays as it is when it is folded again, so that places are the same.
    var search = try Search(set, folded, options)
    try search.run()
    return search.candidates.compactMap { candidate in
      guard let place = reading.place(acrossSeam: candidate.range) else { return nil }
      var placed = candidate
      placed.range = place
      return placed
    }
  }

  /// Whether a line begins with a dash of a number: `LIC 44` and `-7788` below it. Where words stand, or the line above
  /// begins with one as well, it is that of a list.
  private static func isWithinNumber(_ wrap: Int, _ text: FoldedText) -> Bool {
    let bytes = text.bytes
    guard bytes[wrap + 1] == dash, wrap + 2 < bytes.count, bytes[wrap - 1] &- 0x30 < 10, bytes[wrap + 2] &- 0x30 < 10
    else { return false }
    var start = wrap
    while start > 0, wrap - start < reach, bytes[start - 1] != 0x0A,
      !(bytes[start - 1] == 0x20 && text.isWrap(start - 1))
    {
      start -= 1
    }
    return bytes[start] != dash
  }

  /// Whether what looks like an address goes on in the next line.
  private static func isWithinAddress(_ wrap: Int, _ bytes: [UInt8]) -> Bool {
    let (last, next) = (bytes[wrap - 1], bytes[wrap + 1])
    guard open.contains(last) || unfinished.contains(next) else { return false }
    // A sentence has ended, and another begins.
    if last == 0x2E, next &- 0x41 < 26 { return false }
    var (start, end) = (wrap, wrap + 1)
    while start > 0, wrap - start < reach, bytes[start - 1] > 0x20 { start -= 1 }
    while end < bytes.count, end - wrap < reach, bytes[end] > 0x20 { end += 1 }
    return isAddress(bytes[start..<wrap], bytes[(wrap + 1)..<end], countsDots: last != 0x2E)
  }

  /// Whether two halves are more than the end of a sentence.
  private static func isAddress(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, countsDots: Bool
  ) -> Bool {
    for half in [first, second] {
      for (at, byte) in zip(half.indices, half) {
        if byte == 0x40 || byte == 0x2F { return true }
        if countsDots, byte == 0x2E, at + 1 == half.endIndex || half[at + 1].isLetterOrDigit { return true }
      }
    }
    return false
  }
}
