internal import MarkingModel

/// Finds the places of a text where something may be tried: most of the bytes are letters within words, and of these and of
/// most words eight bytes are looked at together. A loop of its own, so that all it needs is in registers.
enum TriggerScan {
  /// The first place from `start` on where something may be tried; the number of bytes where there is none.
  @inline(never)
  static func next(
    _ bytes: Span<UInt8>, _ roles: Span<AnchorPlan.Role>, _ starts: Span<UInt64>, isQuiet: Bool, from start: Int
  ) -> Int {
    var at = start
    // The high bit of the lowest byte where a letter or digit stands before the block.
    var before: UInt64 = isWordStart(bytes, start) ? 0 : 0x80
    while at &+ 8 <= bytes.count {
      let block = bytes.block(at)
      let (letters, words) = (block.letters, block.lettersOrDigits)
      var stops = UInt64.highBits
      if isQuiet {
        let others = ~letters & ~block.highBits(of: 0x20)
        stops &= others | letters & ~(words &<< 8 | before)
        before = words &>> 56 & 0x80
      }
      while stops != 0 {
        let place = at &+ stops.trailingZeroBitCount &>> 3
        if isTrigger(bytes, roles, starts, place) { return place }
        stops &= stops &- 1
      }
      at &+= 8
    }
    while at < bytes.count, !isTrigger(bytes, roles, starts, at) { at &+= 1 }
    return at
  }

  @inline(__always)
  private static func isTrigger(
    _ bytes: Span<UInt8>, _ roles: Span<AnchorPlan.Role>, _ starts: Span<UInt64>, _ at: Int
  ) -> Bool {
    let role = roles[Int(bytes[at])].rawValue
    if role & 0b011 != 0 { return true }
    return role != 0 && isWordStart(bytes, at) && isStart(WordBeginning(bytes, at: at), starts)
  }

  /// Whether something may be tried at a word that begins like this.
  @inline(__always)
  static func isStart(_ beginning: WordBeginning, _ starts: Span<UInt64>) -> Bool {
    starts[Int(beginning.code &>> 6)] &>> UInt64(beginning.code & 63) & 1 != 0
  }

  /// Whether no letter or digit stands before a place.
  @inline(__always)
  static func isWordStart(_ bytes: Span<UInt8>, _ at: Int) -> Bool { at == 0 || !bytes[at &- 1].isLetterOrDigit }
}
