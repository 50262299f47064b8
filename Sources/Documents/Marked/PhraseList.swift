import MarkingModel

/// Phrases, given in capitals, that are looked for together: at each place of a text only those are compared that begin
/// with its byte.
struct PhraseList: Sendable {
  /// All letters, one phrase after the other, and where each ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// The first phrase by the low six bits of the byte that it begins with, and the next one with the same after each; -1
  /// where there is none.
  private var firsts: [Int] = Array(repeating: -1, count: 64)
  private var nexts: [Int] = []
  /// A bit for each byte that one of them begins with, by its low six bits.
  private var beginnings: UInt64 = 0
  /// For each of those bytes a bit for each that stands second behind it, by the same.
  private var seconds: [UInt64] = Array(repeating: 0, count: 64)

  init(_ phrases: [String]) {
    for phrase in phrases {
      letters += phrase.utf8
      ends.append(letters.count)
    }
    nexts = Array(repeating: -1, count: phrases.count)
    for index in phrases.indices.reversed() where length(index) > 0 {
      let group = Int(letters[start(index)] & 0x3F)
      nexts[index] = firsts[group]
      firsts[group] = index
      beginnings |= 1 &<< UInt64(group)
      let second = length(index) > 1 ? 1 &<< UInt64(letters[start(index) + 1] & 0x3F) : ~0
      seconds[group] |= second
    }
  }

  /// Each of the first words with each of the second ones behind it.
  static func pairs(_ first: [String], _ second: [String]) -> [String] {
    first.flatMap { word in second.map { word + " " + $0 } }
  }

  var indices: Range<Int> { ends.indices }

  /// How many bytes a phrase has.
  private func length(_ index: Int) -> Int { ends[index] &- start(index) }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index &- 1] }

  /// Whether a phrase may begin with a byte.
  @inline(__always)
  private func mayBegin(_ byte: UInt8) -> Bool { beginnings &>> UInt64(byte & 0x3F) & 1 != 0 }

  /// Whether a phrase may begin with the byte at a place and the one behind it.
  @inline(__always)
  private func mayBegin(at: Int, in text: Span<UInt8>) -> Bool {
    guard mayBegin(text[at]) else { return false }
    return at &+ 1 >= text.count || seconds[Int(text[at] & 0x3F)] &>> UInt64(text[at &+ 1] & 0x3F) & 1 != 0
  }

  /// The first phrase that stands at `at`, and where it ends there; nil where none does.
  @inline(__always)
  func first(at: Int, end: Int, in text: Span<UInt8>) -> (index: Int, end: Int)? {
    guard at < end, mayBegin(text[at]) else { return nil }
    return first(from: 0, at: at, end: end, anyCase: false, in: text)
  }

  /// The same, capital or small in the text.
  @inline(__always)
  func firstAnyCase(from index: Int = 0, at: Int, end: Int, in text: Span<UInt8>) -> (index: Int, end: Int)? {
    guard at < end, mayBegin(text[at].capital) else { return nil }
    return first(from: index, at: at, end: end, anyCase: true, in: text)
  }

  private func first(
    from index: Int, at: Int, end: Int, anyCase: Bool, in text: Span<UInt8>
  ) -> (index: Int, end: Int)? {
    let letters = letters.span
    let byte = anyCase ? text[at].capital : text[at]
    var k = firsts[Int(byte & 0x3F)]
    while k >= 0 {
      let start = start(k)
      let length = ends[k] &- start
      if k >= index, end &- at >= length {
        var i = 0
        while i < length, letters[start &+ i] == (anyCase ? text[at &+ i].capital : text[at &+ i]) { i &+= 1 }
        if i == length { return (k, at &+ length) }
      }
      k = nexts[k]
    }
    return nil
  }

  /// Whether a phrase stands at a place, letter for letter.
  func stands(_ index: Int, at: Int, in text: Span<UInt8>) -> Bool {
    let start = start(index)
    for k in 0..<length(index) where text[at &+ k] != letters[start &+ k] { return false }
    return true
  }

  /// Whether one of them stands somewhere in a text as whole words. O(bytes · phrases), and where no phrase can begin no
  /// more than a look at each byte.
  func isIn(_ text: Span<UInt8>) -> Bool {
    var starts = WordStarts(text)
    while let i = starts.next(in: text) {
      if mayBegin(at: i, in: text), wholeWords(from: 0, at: i, in: text) != nil { return true }
    }
    return false
  }

  /// All that stand somewhere in a text as whole words, some more than once. Time as for `isIn`.
  func found(in text: Span<UInt8>) -> [Int] {
    var found: [Int] = []
    var starts = WordStarts(text)
    while let i = starts.next(in: text) {
      guard mayBegin(at: i, in: text) else { continue }
      var next = 0
      while let index = wholeWords(from: next, at: i, in: text) {
        found.append(index)
        next = index &+ 1
      }
    }
    return found
  }

  /// The first phrase from `index` on that stands at a place where no word goes on behind it.
  private func wholeWords(from index: Int, at: Int, in text: Span<UInt8>) -> Int? {
    var next = index
    while next < ends.count, let found = first(from: next, at: at, end: text.count, anyCase: false, in: text) {
      if found.end >= text.count || !text[found.end].isLetterOrDigit || !text[found.end &- 1].isLetterOrDigit {
        return found.index
      }
      next = found.index &+ 1
    }
    return nil
  }
}

/// The places of a text with no letter or digit before them, eight bytes at a time.
private struct WordStarts {
  private var start = -8
  /// The high bit of each of the eight bytes from `start` on that was not returned yet.
  private var left: UInt64 = 0
  /// The high bit of the lowest byte where the block before ends with a letter or digit.
  private var before: UInt64 = 0
  private let count: Int

  init(_ text: Span<UInt8>) { count = text.count }

  @inline(__always)
  mutating func next(in text: Span<UInt8>) -> Int? {
    while left == 0 {
      start &+= 8
      guard start < count else { return nil }
      var words: UInt64 = 0
      if start &+ 8 <= count {
        words = text.block(start).lettersAndDigits
        left = ~(words &<< 8 | before) & UInt64.highBits
      } else {
        for k in 0..<(count &- start) where text[start &+ k].isLetterOrDigit { words |= 0x80 &<< UInt64(8 &* k) }
        left = ~(words &<< 8 | before) & UInt64.highBits & (1 &<< UInt64(8 &* (count &- start)) &- 1)
      }
      before = words &>> 56
    }
    let at = left.trailingZeroBitCount &>> 3
    left &= left &- 1
    return start &+ at
  }
}

extension UInt64 {
  /// The high bit of each of eight bytes that is an ASCII letter or digit.
  @inline(__always)
  fileprivate var lettersAndDigits: UInt64 {
    let low = self & ~Self.highBits
    let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~self & Self.highBits
    return letters | digits
  }
}
