/// Some of the capital letters.
struct LetterSet: Sendable {
  private var bits: UInt32 = 0

  /// Adds a letter, which must be a capital.
  mutating func insert(_ letter: UInt8) { bits |= 1 << UInt32(letter & 0x1F) }

  func contains(_ letter: UInt8) -> Bool { bits >> UInt32(letter & 0x1F) & 1 == 1 }
}
