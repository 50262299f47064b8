import MarkingModel

/// The words of one line: what stands between blanks, a link (`[PGOV](#)`) reduced to its text.
///
/// Used for lines of the header and heading only; the body is never split. One instance is used again and again, so
/// that its storage is allocated once.
struct LineWords: Sendable {
  private(set) var line = SourceLine(start: 0, end: 0, number: 1)
  private(set) var count = 0
  /// The first `count` are those of the line; those behind them are of lines before.
  private var storage = [ByteRange](repeating: ByteRange(0, 0), count: 32)

  /// The words as a list.
  var words: [ByteRange] { Array(storage[..<count]) }

  subscript(index: Int) -> ByteRange {
    precondition(index < count, "a word of the line")
    return storage[index]
  }

  /// From the first to the last word; empty where there is none.
  var range: ByteRange {
    count == 0 ? ByteRange(line.start, line.start) : ByteRange(storage[0].start, storage[count &- 1].end)
  }

  /// From one word to the end of the line's last word.
  func range(from index: Int) -> ByteRange {
    let end = range.end
    return ByteRange(index < count ? storage[index].start : end, end)
  }

  /// Splits a line. At most `limit` words are kept, so that a long line costs no more than it has to.
  mutating func split(_ line: SourceLine, in source: Span<UInt8>, limit: Int = 4096) {
    self.line = line
    count = 0
    if splitShort(limit: limit, in: source) { return }
    var at = line.start
    while count < limit {
      at = source.skipBlanks(at, line.end)
      guard at < line.end else { break }
      let end = source.nextBlank(at &+ 1, line.end)
      let word = ByteRange(at, end)
      append(source[at] == 0x5B ? source.unlinked(word) : word)
      at = end
    }
  }

  private mutating func append(_ word: ByteRange) {
    if count < storage.count { storage[count] = word } else { storage.append(word) }
    count += 1
  }

  /// The same for a short line of printable ASCII, 64 bytes together; false, and nothing is done, for others.
  private mutating func splitShort(limit: Int, in source: Span<UInt8>) -> Bool {
    let count = line.end &- line.start
    guard VectorScan.isAvailable, count > 0, count < 64, line.start &+ 64 <= source.count else { return false }
    let (special, spaces) = VectorScan.spaces(at: line.start, in: source)
    let inside: UInt64 = 1 &<< UInt64(count) &- 1
    guard special & inside == 0 else { return false }
    let start = line.start
    var letters = ~spaces & inside
    var found = 0
    // Fewer than 64 bytes have 32 words at most, for which there is room.
    var words = storage.mutableSpan
    while letters != 0, found < limit {
      let first = letters.trailingZeroBitCount
      let after = first &+ (~(letters &>> UInt64(first))).trailingZeroBitCount
      let word = ByteRange(start &+ first, start &+ after)
      words[found] = source[word.start] == 0x5B ? source.unlinked(word) : word
      found &+= 1
      letters &= ~0 &<< UInt64(after)
    }
    self.count = found
    return true
  }
}

extension Span where Element == UInt8 {
  /// The first offset from `at` on where a blank stands; `end` where none does.
  func nextBlank(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end {
      if i &+ 8 <= end {
        let blanks = block(i).mayBeBlank
        if blanks == 0 {
          i &+= 8
          continue
        }
        i &+= blanks.trailingZeroBitCount &>> 3
      }
      // Printable ASCII first: nothing else needs a closer look.
      if self[i] &- 0x21 >= 0x5E, blank(at: i, end: end) > 0 { return i }
      i &+= 1
    }
    return end
  }

  /// The text of a link that is a whole word: `PGOV` of `[PGOV](#)`. Any other word is itself.
  fileprivate func unlinked(_ word: ByteRange) -> ByteRange {
    guard word.count >= 5, self[word.start] == 0x5B, self[word.end - 1] == 0x29 else { return word }
    var close = word.start + 1
    while close + 1 < word.end, self[close] != 0x5D { close += 1 }
    guard close + 1 < word.end, self[close + 1] == 0x28, close > word.start + 1 else { return word }
    return ByteRange(word.start + 1, close)
  }

  /// Whether a word is `word`, capital or small; `word` is given in capitals.
  @inline(__always)
  func equals(_ range: ByteRange, _ word: String) -> Bool {
    range.count == word.utf8.count && hasAnyCase(word, at: range.start, end: range.end)
  }

  /// Whether every byte of the range is a capital letter. False for an empty one.
  func areCapitals(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    for i in range.start..<range.end where !self[i].isCapital { return false }
    return true
  }

  /// Whether every byte of the range is a digit. False for an empty one.
  func areDigits(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    for i in range.start..<range.end where !self[i].isDigit { return false }
    return true
  }

  /// A word of one to eight printable ASCII characters in capitals, the first in the lowest byte and 0 behind the last;
  /// nil for any other range.
  private func short(_ range: ByteRange) -> UInt64? {
    guard (1...8).contains(range.count) else { return nil }
    var letters: UInt64 = 0
    for k in 0..<range.count {
      let byte = self[range.start + k]
      guard byte &- 0x21 < 0x5E else { return nil }
      letters |= UInt64(byte.capital) << UInt64(8 * k)
    }
    return letters
  }

  /// Sets an attribute to the name that stands in a range.
  func set(_ attribute: AttributeName, nameOf range: ByteRange, in document: inout DocumentWriter) {
    if let short = short(range) { document.set(attribute, short: short) } else { document.set(attribute, name(range)) }
  }

  /// The ASCII text of a short range, in capitals, with each run of blanks as one space. For names that go into the
  /// marking document, never for text.
  func name(_ range: ByteRange) -> String {
    var text = ""
    var gap = false
    var at = range.start
    while at < range.end {
      let width = blank(at: at, end: range.end)
      if width > 0 {
        gap = !text.isEmpty
        at += width
        continue
      }
      if gap { text.append(" ") }
      gap = false
      if self[at] < 0x80 { text.unicodeScalars.append(Unicode.Scalar(self[at].capital)) }
      at += 1
    }
    return text
  }
}
