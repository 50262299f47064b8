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

  /// The hash so far (FNV-1a), byte by byte.
  private struct Hasher {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always) mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    /// FNV's low bits are weak: fold the high ones in.
    @inline(__always) var slot: Int { Int(truncatingIfNeeded: (state ^ (state >> 29)) & 0x7FFF_FFFF) }
  }

  /// Stores a range of the table, one blank between two words of it, as a key. False, and nothing is stored, where it
  /// is empty or stands there already.
  mutating func insert(_ key: Range<Int>, value: Int) -> Bool {
    if entries.count * 2 >= slots.count { grow() }
    var hasher = Hasher()
    let table = keys
    let bytes = table.span
    for i in key { hasher.add(bytes[i].capital) }
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
    let start = bytes.skipBlanks(from, to)
    guard start < to, mayBegin(bytes, start, to) else { return nil }
    let longest = longestKeys[Int(bytes[start] & 0x1F)]
    var hasher = Hasher()
    var count = 0
    var end = start
    var i = start
    while i < to {
      let byte = bytes[i]
      if byte &- 0x21 >= 0x5E {
        let next = bytes.skipBlanks(i, to, limit: 64)
        if next > i {
          i = next
          if i >= to { break }
          // More blanks than a heading ever has between two words: only the end of the range follows, or no key does.
          if bytes.blank(at: i, end: to) > 0 {
            if bytes.skipBlanks(i, to) == to { break }
            return nil
          }
          hasher.add(0x20)
          count &+= 1
          continue
        }
      }
      hasher.add(byte.capital)
      count &+= 1
      if count > longest { return nil }
      i &+= 1
      end = i
    }
    return stored(hasher, count, bytes, start, end)
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
    var byte = bytes[at]
    while true {
      if byte &- 0x21 >= 0x5E {
        // More blanks than a heading ever has between two words end the phrase, so that the time is bounded.
        let next = bytes.skipBlanks(i, end, limit: 64)
        if next > i {
          hasher.add(0x20)
          count &+= 1
          i = next
          if i >= end { break }
          byte = bytes[i]
        }
      }
      hasher.add(byte.capital)
      count &+= 1
      i &+= 1
      if count > longest { break }
      guard i < end else {
        if let value = stored(hasher, count, bytes, at, i) { best = Match(value: value, end: i) }
        break
      }
      let last = byte
      byte = bytes[i]
      if byte.isLetterOrDigit, last.isLetterOrDigit { continue }
      if let value = stored(hasher, count, bytes, at, i) { best = Match(value: value, end: i) }
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
