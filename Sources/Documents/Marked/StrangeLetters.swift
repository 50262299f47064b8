import MarkingModel

/// Capital letters in parentheses where portions begin that are no portion marks: those of a list (`(A)`, `(B)`), roman
/// numerals, or slips such as `(V)` for `(U)`.
struct StrangeLetters: Sendable {
  private(set) var count = 0
  /// A bit for each letter that there is, A the lowest.
  private var seen: UInt32 = 0

  mutating func add(_ letter: UInt8) {
    count += 1
    seen |= 1 << UInt32(letter &- 0x41)
  }

  /// Whether a list begins among them: with A or B, or I where it is numbered in roman numerals.
  var beginList: Bool { seen & 0b1_0000_0011 != 0 }

  /// Whether they number a list in roman numerals, which no mark but `(C)` can be one of.
  var areRoman: Bool { seen & (1 << 8) != 0 && seen & ~Self.roman == 0 }

  private static let roman: UInt32 = "IVXLCDM".utf8.reduce(0) { $0 | 1 << UInt32($1 - 0x41) }

  /// The letter of `(V)` where a portion begins; nil where something else stands there.
  @inline(__always)
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> UInt8? {
    guard at &+ 2 < end, source[at] == 0x28, source[at &+ 1].isCapital, source[at &+ 2] == 0x29 else { return nil }
    return source[at &+ 1]
  }
}
