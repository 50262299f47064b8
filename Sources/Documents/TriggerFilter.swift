/// Tells words that may be one of `TextTrigger` from others by their first three letters, the first in the lowest byte.
enum TriggerFilter {
  /// Whether the letters, in any case, may be the first of a word of the list: in English text those of nine words of
  /// ten may not, which one multiplication tells.
  @inline(__always)
  static func mayMatter(_ letters: UInt32) -> Bool { slots &>> slot(letters) & 1 == 1 }

  /// Whether they are.
  static func matters(_ letters: UInt32) -> Bool {
    switch letters & 0x00DF_DFDF {
    case three("R", "E", "F"), three("E", "N", "D"), three("S", "U", "M"), three("C", "O", "M"),
      three("N", "O", "T"), three("Q", "U", "O"), three("U", "N", "Q"), three("B", "E", "G"),
      three("S", "T", "A"), three("T", "E", "X"), three("A", "C", "T"), three("O", "F", "F"):
      true
    default: false
    }
  }

  /// A number below 64 for three letters. The factor is one of those, found by trying, for which few of the words that
  /// are frequent in telegrams share a number with one of the list.
  @inline(__always)
  private static func slot(_ letters: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: ((letters & 0x00DF_DFDF) &* 0x85CF_BD25) &>> 26)
  }

  /// A bit for the number of each word of the list. The compiler makes one number of it.
  @inline(__always)
  private static var slots: UInt64 {
    bit("R", "E", "F") | bit("E", "N", "D") | bit("S", "U", "M") | bit("C", "O", "M") | bit("N", "O", "T")
      | bit("Q", "U", "O") | bit("U", "N", "Q") | bit("B", "E", "G") | bit("S", "T", "A") | bit("T", "E", "X")
      | bit("A", "C", "T") | bit("O", "F", "F")
  }

  @inline(__always)
  private static func bit(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt64 {
    1 &<< slot(three(a, b, c))
  }

  @inline(__always)
  private static func three(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt32 {
    a.value | b.value &<< 8 | c.value &<< 16
  }
}
