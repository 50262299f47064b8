import MarkingGrammar
import MarkingModel

// Banners that a narrow page or a program has cut: they go on on the lines below.
extension BannerLine {
  /// A banner that goes on on further lines.
  struct Continued {
    var mark: Int
    /// Where its text begins and ends, and where its last line does: what lines it through may stand between.
    var start: Int
    var end: Int
    var lineEnd: Int
  }

  /// The same banner with the lines below on which it goes on: one that ends with a slash, a comma or `REL TO`, or where the
  /// next begins with a slash, or that is cut at a blank. Nil where it ends on its line. Time: the longest marking, `mostLines` times.
  static func continued(
    _ range: ByteRange, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Continued? {
    var end = range.end
    var found: Continued?
    for _ in 0..<mostLines {
      guard let line = source.lineBelow(end), line.end - range.start <= mostBytes else { break }
      var next = line
      // `~~SECRET//REL TO USA,` and `GBR~~`: the last line closes what lines the banner through.
      if next.count > 2, source.has("~~", at: next.end - 2, end: next.end) { next.end -= 2 }
      guard (next.start..<next.end).allSatisfy({ source[$0].isOfMarking }) else { break }
      if !source.breaksMarking(at: end), source[next.start] != 0x2F,
        !isCutAtBlank(ByteRange(range.start, end), next, &marks, in: source, vocabulary)
      {
        break
      }
      end = next.end
      if let longer = read(ByteRange(range.start, end), &marks, in: source, vocabulary),
        marks.isKnownThroughout(longer.mark)
      {
        found = Continued(mark: longer.mark, start: longer.start, end: end, lineEnd: line.end)
      }
      if line.end > next.end { break }
    }
    return found
  }

  /// Whether a banner goes on below a line that it could end on: `SECRET//FGI DEU` and `NATO//NOFORN`, `CUI//FED` and `ONLY`.
  /// Both together are a banner without a new fault, and the first is none that is whole, or the second has the slashes of one.
  private static func isCutAtBlank(
    _ above: ByteRange, _ below: ByteRange, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let both = read(ByteRange(above.start, below.end), &marks, in: source, vocabulary),
      marks.isKnownThroughout(both.mark)
    else { return false }
    guard let first = read(above, &marks, in: source, vocabulary) else { return marks.faults(both.mark) == 0 }
    guard marks.faults(both.mark) <= marks.faults(first.mark) else { return false }
    // A footer above the header of the next page.
    if read(below, &marks, in: source, vocabulary) != nil { return false }
    return source.holdsSlashes(below.start, below.end) || marks.faults(first.mark) > 0
      || !marks.isKnownThroughout(first.mark)
  }

  /// A banner has no more lines below its first.
  private static let mostLines = 4
}

extension Span where Element == UInt8 {
  /// Whether two ranges hold the same text: where a line ends stands a blank, or nothing beside a slash.
  func isSameInLines(_ a: ByteRange, _ b: ByteRange) -> Bool {
    var (i, k) = (a.start, b.start)
    while i < a.end, k < b.end {
      let (left, right) = (lineGap(i, a.end), lineGap(k, b.end))
      if left == i, right == k {
        if self[i] != self[k] { return false }
        (i, k) = (i + 1, k + 1)
        continue
      }
      if left > i, right > k {
        (i, k) = (left, right)
        continue
      }
      let isBlank = self[left > i ? k : i] == 0x20
      let gap = left > i ? (at: i, next: left, end: a.end) : (at: k, next: right, end: b.end)
      guard isBlank || self[gap.at - 1] == 0x2F || gap.next < gap.end && self[gap.next] == 0x2F else { return false }
      i = left > i ? left : isBlank ? i + 1 : i
      k = right > k ? right : isBlank ? k + 1 : k
    }
    return i == a.end && k == b.end
  }

  /// Where the blanks end that begin at `at` and hold the end of a line; `at` where none do.
  private func lineGap(_ at: Int, _ end: Int) -> Int {
    var next = at
    var hasEnd = false
    while next < end, self[next] <= 0x20 {
      hasEnd = hasEnd || self[next] == 0x0A || self[next] == 0x0D
      next += 1
    }
    return hasEnd ? next : at
  }
}
