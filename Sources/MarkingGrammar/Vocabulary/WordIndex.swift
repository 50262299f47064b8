import MarkingModel

/// Finds words and phrases by the bytes of a text, without making a string: capital and small letters are the same,
/// and a run of blanks is one blank.
package struct WordIndex: Sendable {
  private struct Entry {
    var start: Int
    var count: Int
    var hash: UInt64
    var value: Int
  }

  /// A phrase that was found.
  package struct Match: Sendable, Hashable {
    /// What was stored with it.
    package var value: Int
    /// The offset after its last byte in the text.
    package var end: Int
  }

  /// The bytes of the table; a key is a range of them.
  private let keys: [UInt8]
  private var entries: [Entry] = []
  /// Open addressing: index of an entry plus 1; 0 is free. The count is a power of two.
  private var slots: [UInt32]
  /// The length of the longest key, by the low five bits of its first byte.
  private var longestKeys = [Int](repeating: 0, count: 32)
  /// For each first byte of a key, by its low five bits, a bit for each second one, by the same.
  private var seconds = [UInt32](repeating: 0, count: 32)

  /// An index for ranges of `table`. The table is shared, not copied.
  init(of table: [UInt8], expecting count: Int) {
    keys = table
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    entries.reserveCapacity(count)
  }

  /// The hash so far, eight bytes of a word or one sign at a time.
  private struct Hasher {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    @inline(__always)
    mutating func add(_ bytes: UInt64) {
      let product = (state ^ bytes).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low
    }
    @inline(__always) var slot: Int { Int(truncatingIfNeeded: state & 0x7FFF_FFFF) }

    /// Adds the word at `at`, or the one sign that stands there, and returns the offset after it. What follows after
    /// `most` bytes is left out.
    @inline(__always)
    mutating func addWord(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, most: Int) -> Int {
      var i = at
      while i &- at <= most {
        let (letters, count) = bytes.wordPart(i, end)
        if count > 0 { add(letters) }
        i &+= count
        if count < 8 { break }
      }
      if i > at { return i }
      add(UInt64(bytes[at]))
      return at &+ 1
    }
  }

  /// Stores a range of the table, one blank between two words of it, as a key. False, and nothing is stored, where it
  /// is empty or stands there already.
  mutating func insert(_ key: Range<Int>, value: Int) -> Bool {
    if entries.count * 2 >= slots.count { grow() }
    var hasher = Hasher()
    let table = keys
    let bytes = table.span
    var next = key.lowerBound
    while next < key.upperBound { next = hasher.addWord(bytes, next, key.upperBound, most: key.count) }
    var slot = hasher.slot & (slots.count - 1)
    while slots[slot] != 0 {
      let other = entries[Int(slots[slot]) - 1]
      if other.hash == hasher.state, other.count == key.count, holds(other, bytes, key.lowerBound, key.upperBound) {
        return false
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard !key.isEmpty else { return false }
    entries.append(Entry(start: key.lowerBound, count: key.count, hash: hasher.state, value: value))
    slots[slot] = UInt32(entries.count)
    let first = Int(bytes[key.lowerBound] & 0x1F)
    longestKeys[first] = max(longestKeys[first], key.count)
    let second: UInt32 = key.count > 1 ? 1 << UInt32(bytes[key.lowerBound + 1] & 0x1F) : ~0
    seconds[Int(bytes[key.lowerBound] & 0x1F)] |= second
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var hasher = Hasher()
      hasher.state = entry.hash
      var slot = hasher.slot & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// What is stored for the whole of a range, blanks at its ends left out; nil where nothing is.
  /// Time: the length of the range, or of the longest key where that is less.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    if to &- from <= 8, from < to {
      let (letters, count) = bytes.wordPart(from, to)
      if count == to &- from { return word(letters, count, bytes, from, to) }
    }
    guard let match = longest(in: bytes, at: bytes.skipBlanks(from, to), end: to), bytes.skipBlanks(match.end, to) == to
    else { return nil }
    return match.value
  }

  /// What is stored for one word of up to eight letters and digits.
  @inline(__always)
  private func word(_ letters: UInt64, _ count: Int, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    guard mayBegin(bytes, from, to) else { return nil }
    var hasher = Hasher()
    hasher.add(letters)
    return stored(hasher, count, bytes, from, to)
  }

  package func find(_ bytes: Span<UInt8>) -> Int? { find(bytes, 0, bytes.count) }

  package func find(_ text: String) -> Int? {
    let letters = text.utf8
    return find(letters.span)
  }

  /// The longest phrase that begins at `at` and ends at the end of a word (no letter or digit follows it).
  /// Time: the length of the longest key.
  package func longest(in bytes: Span<UInt8>, at: Int, end: Int) -> Match? {
    guard at < end, mayBegin(bytes, at, end) else { return nil }
    let longest = longestKeys[Int(bytes[at] & 0x1F)]
    var hasher = Hasher()
    var best: Match?
    var count = 0
    var i = at
    while true {
      if bytes[i] &- 0x21 >= 0x5E {
        // More blanks than a heading ever has between two words end the phrase, so that the time is bounded.
        let next = bytes.skipBlanks(i, end, limit: 64)
        if next > i {
          hasher.add(0x20)
          count &+= 1
          i = next
          if i >= end { break }
        }
      }
      let next = hasher.addWord(bytes, i, end, most: longest)
      count &+= next &- i
      i = next
      if count > longest { break }
      if let value = stored(hasher, count, bytes, at, i) { best = Match(value: value, end: i) }
      if i >= end { break }
    }
    return best
  }

  /// Whether a key can begin with the first two bytes. Blanks of any kind are one blank in a key.
  @inline(__always)
  private func mayBegin(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let second = at + 1 < end ? bytes[at + 1] : 0x20
    let bit = second <= 0x20 || second >= 0x7F ? 0x20 : second
    return seconds[Int(bytes[at] & 0x1F)] >> UInt32(bit & 0x1F) & 1 == 1
  }

  private func stored(_ hasher: Hasher, _ count: Int, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var slot = hasher.slot & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hasher.state, entry.count == count, holds(entry, bytes, from, to) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the range is the entry's key (the hash alone is not proof).
  private func holds(_ entry: Entry, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    to &- from == entry.count && bytes.isSame(from, to, as: keys.span, entry.start)
      || holdsWithBlanks(entry, bytes, from, to)
  }

  /// The same where not every run of blanks is one space.
  private func holdsWithBlanks(_ entry: Entry, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    var key = entry.start
    var i = from
    while i < to {
      if bytes[i] &- 0x21 >= 0x5E {
        let next = bytes.skipBlanks(i, to)
        if next > i {
          if keys[key] != 0x20 { return false }
          key += 1
          i = next
          continue
        }
      }
      if keys[key].capital != bytes[i].capital { return false }
      key &+= 1
      i &+= 1
    }
    return true
  }
}

extension Span where Element == UInt8 {
  /// Up to eight letters and digits of the word at `at`, in capitals, the first lowest; how many they are.
  @inline(__always)
  fileprivate func wordPart(_ at: Int, _ end: Int) -> (letters: UInt64, count: Int) {
    guard at < end else { return (0, 0) }
    guard at &+ 8 <= self.count else { return lastWordPart(at, end) }
    let block = self.block(at)
    let others = ~block.lettersOrDigits & UInt64.highBits
    let count = Swift.min(others.trailingZeroBitCount &>> 3, end &- at)
    let mask: UInt64 = count == 8 ? ~0 : 1 &<< UInt64(8 &* count) &- 1
    return (block.capitals & mask, count)
  }

  /// The same where fewer than eight bytes are left.
  private func lastWordPart(_ at: Int, _ end: Int) -> (letters: UInt64, count: Int) {
    var letters: UInt64 = 0
    var count = 0
    while count < 8, at &+ count < end, self[at &+ count].isLetterOrDigit {
      letters |= UInt64(self[at &+ count].capital) &<< UInt64(8 &* count)
      count &+= 1
    }
    return (letters, count)
  }

  /// Whether a range is the same, capital or small, as the bytes of another text from an offset on.
  fileprivate func isSame(_ from: Int, _ to: Int, as other: Span<UInt8>, _ start: Int) -> Bool {
    var i = from
    var key = start
    while i &+ 8 <= to {
      if block(i).capitals != other.block(key).capitals { return false }
      i &+= 8
      key &+= 8
    }
    while i < to {
      if self[i].capital != other[key].capital { return false }
      i &+= 1
      key &+= 1
    }
    return true
  }
}
