import MarkingModel

/// The words of a plain text, to tell whether a page beside it says no more.
struct WordSet: Sendable {
  private var words: Set<UInt64> = []

  var isEmpty: Bool { words.isEmpty }

  /// Adds those of a range. O(bytes).
  mutating func add(_ range: ByteRange, of bytes: [UInt8]) {
    Self.each(of: range, bytes) { hash, _ in words.insert(hash) }
  }

  /// Whether the words of a page are among them: all that can be of a marking, and three in four of the others. Pages have
  /// some that the plain text leaves out, as in a footer.
  func says(_ page: [UInt8]) -> Bool {
    var (all, missing) = (0, 0)
    var isWhole = true
    Self.each(of: ByteRange(0, page.count), page) { hash, isInCapitals in
      all += 1
      guard !words.contains(hash) else { return }
      missing += 1
      if isInCapitals { isWhole = false }
    }
    return isWhole && missing * 4 <= all
  }

  /// Calls for each word with a number for it, and whether no small letter stands in it.
  private static func each(of range: ByteRange, _ bytes: [UInt8], _ body: (UInt64, Bool) -> Void) {
    var hash: UInt64 = 0
    var count = 0
    var isInCapitals = true
    for at in range.start...range.end {
      let byte = at < range.end ? bytes[at] : 0x20
      if byte.isLetterOrDigit || byte >= 0x80 {
        // Small letters and capitals apart: `(S)` is a mark and `(s)` is none.
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        count += 1
        if byte.isSmall || byte >= 0x80 { isInCapitals = false }
      } else if count > 0 {
        body(hash, isInCapitals)
        (hash, count, isInCapitals) = (0, 0, true)
      }
    }
  }
}
