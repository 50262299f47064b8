/// Which words of the text the body reader looks at.
enum TextTrigger: Sendable {
  /// REF, REFTEL.
  case reference
  /// END, BEGIN, SUMMARY, COMMENT, TEXT, QUOTE, UNQUOTE, NOTE, ACTION.
  case passage
  /// OFF-LINE.
  case offline
  /// COMPILATION.
  case compilation
}

extension Span where Element == UInt8 {
  /// The next word from `from` on whose first letters are those of a word that matters, and where it begins. `from`
  /// must not lie inside a word. One look at each byte; nothing is allocated.
  @inline(__always)
  func nextTrigger(_ from: Int, _ end: Int) -> (trigger: TextTrigger, at: Int)? {
    var i = from
    while i < end {
      while i < end, !self[i].isLetterOrDigit { i += 1 }
      guard i + 2 < end else { return nil }
      // First letters that none of the words has are passed over at once.
      let first = self[i] & 0x1F
      if Self.firstLetters >> UInt32(first) & 1 == 1, let trigger = trigger(i) { return (trigger, i) }
      i += 1
      while i < end, self[i].isLetterOrDigit { i += 1 }
    }
    return nil
  }

  /// A bit for each first letter: A, B, C, E, N, O, Q, R, S, T, U.
  @inline(__always)
  private static var firstLetters: UInt32 {
    1 << 1 | 1 << 2 | 1 << 3 | 1 << 5 | 1 << 14 | 1 << 15 | 1 << 17 | 1 << 18 | 1 << 19 | 1 << 20 | 1 << 21
  }

  /// What the first three letters of a word say.
  @inline(__always)
  private func trigger(_ at: Int) -> TextTrigger? {
    let letters = UInt32(self[at] | 0x20) << 16 | UInt32(self[at + 1] | 0x20) << 8 | UInt32(self[at + 2] | 0x20)
    switch letters {
    case 0x72_65_66: return .reference  // ref
    case 0x65_6E_64, 0x73_75_6D, 0x6E_6F_74, 0x71_75_6F, 0x75_6E_71, 0x62_65_67, 0x73_74_61, 0x74_65_78, 0x61_63_74:
      return .passage  // end sum not quo unq beg sta tex act
    case 0x63_6F_6D: return isCompilation(at) ? .compilation : .passage  // com
    case 0x6F_66_66: return .offline  // off
    default: return nil
    }
  }

  @inline(__always)
  private func isCompilation(_ at: Int) -> Bool { at + 3 < count && self[at + 3] | 0x20 == 0x70 }
}
