import MarkingModel

/// The literals of rules, found by the bytes of a text: the characters count, not what Swift takes for equal.
struct LiteralIndex: Sendable {
  private var keys: [[UInt8]] = []
  private var values: [CodedValue] = []
  /// Open addressing: a place in `keys` plus 1; 0 is free. The count is a power of two.
  private var slots = [UInt16](repeating: 0, count: 64)

  /// A number of a text's bytes.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var at = 0
    while at &+ 8 <= bytes.count {
      state = (state ^ bytes.block(at)) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
      at &+= 8
    }
    while at < bytes.count {
      state = (state ^ UInt64(bytes[at])) &* 0xD6E8_FEB8_6659_FD93
      at &+= 1
    }
    return Int(truncatingIfNeeded: (state ^ state >> 32) & 0x7FFF_FFFF)
  }

  /// The value that a literal of these bytes has; nil where no rule has one.
  func value(of bytes: Span<UInt8>) -> CodedValue? {
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if Self.areEqual(keys[place], bytes) { return values[place] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func areEqual(_ key: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard key.count == bytes.count else { return false }
    for at in key.indices where key[at] != bytes[at] { return false }
    return true
  }

  /// Adds a literal that is not there yet. False where there is no room for any more.
  mutating func add(_ key: [UInt8], _ value: CodedValue) -> Bool {
    guard keys.count < Int(UInt16.max) - 1 else { return false }
    keys.append(key)
    values.append(value)
    if keys.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for place in keys.indices { enter(place) }
    } else {
      enter(keys.count - 1)
    }
    return true
  }

  private mutating func enter(_ place: Int) {
    let key = keys[place]
    var slot = Self.hash(key.span) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(place + 1)
  }
}
