import MarkingModel

/// Values of texts, found by their bytes: the characters count, not what Swift takes for equal. The same text may have
/// another value in each group of texts. O(bytes) to find one, or to add it.
///
/// A dictionary of strings would do, at five times the instructions, and rules are compiled at every start.
struct TextMap<Value: Sendable>: Sendable {
  private struct Row: BitwiseCopyable, Sendable {
    var hash: UInt64
    var group: Int32
    /// A stretch of `bytes`.
    var start: Int32
    var end: Int32
  }

  private var rows: [Row] = []
  private var values: [Value] = []
  private var bytes: [UInt8] = []
  /// Open addressing: a place in `rows` plus 1; 0 is free. The count is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { rows.count }

  private static func hash(_ text: Span<UInt8>, _ group: Int) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count) ^ UInt64(truncatingIfNeeded: group) << 32
    var at = 0
    while at &+ 8 <= text.count {
      state = (state ^ text.block(at)) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
      at &+= 8
    }
    while at < text.count {
      state = (state ^ UInt64(text[at])) &* 0xD6E8_FEB8_6659_FD93
      at &+= 1
    }
    return state ^ state >> 32
  }

  /// The value of a text; nil for one that was not added.
  func value(of text: Span<UInt8>, in group: Int = 0) -> Value? {
    let hash = Self.hash(text, group)
    var slot = slot(of: hash)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if rows[place].hash == hash, isText(text, group, at: place) { return values[place] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func value(of text: String, in group: Int = 0) -> Value? {
    let letters = text.utf8
    return value(of: letters.span, in: group)
  }

  private func isText(_ text: Span<UInt8>, _ group: Int, at place: Int) -> Bool {
    let row = rows[place]
    guard Int(row.group) == group, Int(row.end - row.start) == text.count else { return false }
    let (bytes, start) = (bytes.span, Int(row.start))
    for at in text.indices where bytes[start &+ at] != text[at] { return false }
    return true
  }

  /// Adds a text that is not there yet.
  mutating func add(_ text: Span<UInt8>, in group: Int = 0, _ value: Value) {
    let start = Int32(bytes.count)
    for at in text.indices { bytes.append(text[at]) }
    let row = Row(hash: Self.hash(text, group), group: Int32(group), start: start, end: Int32(bytes.count))
    rows.append(row)
    values.append(value)
    if rows.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for place in rows.indices { enter(place) }
    } else {
      enter(rows.count - 1)
    }
  }

  mutating func add(_ text: String, in group: Int = 0, _ value: Value) {
    let letters = text.utf8
    add(letters.span, in: group, value)
  }

  private mutating func enter(_ place: Int) {
    var slot = slot(of: rows[place].hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place + 1)
  }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }
}
