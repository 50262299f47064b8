internal import MarkingModel
internal import TextKit

/// Addresses that an end of line parts: `ana@harbor-` and `city.example.org` on the next line.
///
/// Where a line ends within what looks like an address, both halves are read together, without the end of the line and,
/// behind a dash, without the dash as well. What is found across the place counts; numbers need none of this, their
/// expressions allow a space.
enum Joins {
  /// Bytes after which an address goes on, and such before which it has not ended.
  private static let open = ByteClass("-@/_=&:.%?+")
  private static let unfinished = ByteClass("@/._?&=")
  /// How far an address is looked at in each line.
  private static var reach: Int { 120 }

  /// What the set finds across ends of lines.
  static func candidates(
    in text: FoldedText, of set: DetectorSet, _ options: DetectorSet.Options
  ) throws(DetectorError) -> [Search.Candidate] {
    var found: [Search.Candidate] = []
    let bytes = text.bytes
    for wrap in text.wraps where wrap > 0 && wrap + 1 < bytes.count {
      let (last, next) = (bytes[wrap - 1], bytes[wrap + 1])
      guard open.contains(last) || unfinished.contains(next) else { continue }
      // A sentence has ended, and another begins.
      if last == 0x2E, next &- 0x41 < 26 { continue }
      var (start, end) = (wrap, wrap + 1)
      while start > 0, wrap - start < reach, bytes[start - 1] > 0x20 { start -= 1 }
      while end < bytes.count, end - wrap < reach, bytes[end] > 0x20 { end += 1 }
      guard isAddress(bytes[start..<wrap], bytes[(wrap + 1)..<end], countsDots: last != 0x2E) else { continue }
      for cut in last == 0x2D ? [1, 0] : [0] {
        let half = wrap - cut - start
        let reading = Array(bytes[start..<(wrap - cut)] + bytes[(wrap + 1)..<end])
        for var candidate in try candidates(in: reading, of: set, options)
        where candidate.standsAlone && candidate.range.start < half && candidate.range.end > half {
          candidate.range = ByteRange(start + candidate.range.start, wrap + 1 + candidate.range.end - half)
          found.append(candidate)
        }
      }
    }
    return found
  }

  private static func candidates(
    in reading: [UInt8], of set: DetectorSet, _ options: DetectorSet.Options
  ) throws(DetectorError) -> [Search.Candidate] {
    let text: FoldedText
    do throws(FoldingError) { text = try FoldedText(reading.span) } catch { throw .folding(error) }
    // What is folded stays as it is when it is folded again, so that places are the same.
    var search = try Search(set, text, options)
    try search.run()
    return search.candidates
  }

  /// Whether two halves are more than a word that is hyphenated, or than the end of a sentence.
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
