import MarkingModel

/// Which words of the text the body reader looks at.
enum TextTrigger: Sendable {
  /// REF, REFTEL.
  case reference
  /// END, BEGIN, SUMMARY, COMMENT, TEXT, QUOTE, UNQUOTE, NOTE, ACTION REQUEST.
  case passage
  /// OFF-LINE.
  case offline
  /// COMPILATION.
  case compilation
}

/// Finds the words that matter.
///
/// For the rest of a line from the first word on that may be one: `TriggerFilter` has looked at those before.
enum TextScan {
  /// The next word from `from` on that matters, and where it begins; nil where none does.
  static func next(from: Int, to end: Int, in source: Span<UInt8>) -> (trigger: TextTrigger, at: Int)? {
    var at = from
    // The high bit of the lowest byte where a letter stands before the block.
    var before: UInt64 = from > 0 && source[from - 1].isLetter ? 0x80 : 0
    while at &+ 10 <= end {
      let block = source.block(at)
      var starts = block.wordStarts(behind: before)
      before = block.letters &>> 56
      while starts != 0 {
        let word = at &+ starts.trailingZeroBitCount &>> 3
        starts &= starts &- 1
        if mayMatter(source[word], source[word &+ 1], source[word &+ 2]), let trigger = trigger(word, end, in: source) {
          return (trigger, word)
        }
      }
      at &+= 8
    }
    var isInWord = before != 0
    while at &+ 2 < end {
      let isLetter = source[at].isLetter
      if isLetter, !isInWord, mayMatter(source[at], source[at &+ 1], source[at &+ 2]),
        let trigger = trigger(at, end, in: source)
      {
        return (trigger, at)
      }
      isInWord = isLetter
      at &+= 1
    }
    return nil
  }

  /// Whether the letters can be the first three of a word of the list: a bit for each letter that stands in each place.
  @inline(__always)
  private static func mayMatter(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let firsts: UInt32 =
      1 << 1 | 1 << 2 | 1 << 3 | 1 << 5 | 1 << 14 | 1 << 15 | 1 << 17 | 1 << 18 | 1 << 19 | 1 << 20 | 1 << 21
    let seconds: UInt32 = 1 << 3 | 1 << 5 | 1 << 6 | 1 << 14 | 1 << 15 | 1 << 20 | 1 << 21
    let thirds: UInt32 = 1 << 1 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 13 | 1 << 15 | 1 << 17 | 1 << 20 | 1 << 24
    let both = firsts >> UInt32(first & 0x1F) & seconds >> UInt32(second & 0x1F)
    return both & thirds >> UInt32(third & 0x1F) & 1 == 1
  }

  /// What the word at `at` is for; nil for other words that begin as one of the list (COMMITTEE, STATE, NOTED).
  private static func trigger(_ at: Int, _ end: Int, in source: Span<UInt8>) -> TextTrigger? {
    let letters = UInt32(source[at] | 0x20) << 16 | UInt32(source[at + 1] | 0x20) << 8 | UInt32(source[at + 2] | 0x20)
    let fourth = at + 3 < end ? source[at + 3].capital : 0x20
    let fifth = at + 4 < end ? source[at + 4].capital : 0x20
    switch letters {
    case 0x72_65_66:  // REF, REFS, REFTEL
      return !fourth.isLetter || fourth == 0x53 || fourth == 0x54 ? .reference : nil
    case 0x65_6E_64:  // END
      return fourth.isLetter ? nil : .passage
    case 0x73_75_6D:  // SUMMARY, SUMARY
      return fourth == 0x4D || fourth == 0x41 ? .passage : nil
    case 0x63_6F_6D:  // COMMENT, COMENT, COMPILATION
      if fourth == 0x50 { return fifth == 0x49 ? .compilation : nil }
      return fourth == 0x4D && (fifth == 0x45 || fifth == 0x4D) || fourth == 0x45 && fifth == 0x4E ? .passage : nil
    case 0x6E_6F_74:  // NOTE
      return fourth == 0x45 && !fifth.isLetter ? .passage : nil
    case 0x71_75_6F, 0x75_6E_71:  // QUOTE, UNQUOTE
      return fourth == 0x54 || fourth == 0x55 ? .passage : nil
    case 0x62_65_67:  // BEGIN
      return fourth == 0x49 && source.hasWordAnyCase("BEGIN", at: at, end: end) ? .passage : nil
    case 0x73_74_61:  // START
      return fourth == 0x52 && source.hasWordAnyCase("START", at: at, end: end) ? .passage : nil
    case 0x74_65_78:  // TEXT
      return fourth == 0x54 && !fifth.isLetter ? .passage : nil
    case 0x61_63_74:  // ACTION REQUEST
      return fourth == 0x49 && source.hasWordAnyCase("ACTION", at: at, end: end) ? .passage : nil
    case 0x6F_66_66:  // OFF-LINE
      return fourth == 0x2D || fourth == 0x4C || fifth == 0x4C ? .offline : nil
    default: return nil
    }
  }
}
