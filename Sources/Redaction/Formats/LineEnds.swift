extension Span<UInt8> {
  /// The first line feed or return at or after `start`; the end where there is none. Eight bytes are looked at together.
  func lineEnd(from start: Int) -> Int {
    precondition(start >= 0)
    let ones: UInt64 = 0x0101_0101_0101_0101
    return unsafe withUnsafeBytes { buffer in
      var at = start
      while at &+ 8 <= buffer.count {
        let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let (feeds, returns) = (word ^ ones &* 0x0A, word ^ ones &* 0x0D)
        // The lowest byte that is found is exact, and only that one is looked at.
        let found = (((feeds &- ones) & ~feeds) | ((returns &- ones) & ~returns)) & (ones &* 0x80)
        if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
        at &+= 8
      }
      while at < buffer.count, unsafe buffer[at] != 0x0A, unsafe buffer[at] != 0x0D { at &+= 1 }
      return Swift.min(at, buffer.count)
    }
  }

  /// Where the line begins behind one that ends at `end`; behind the text where there is none.
  func nextLine(behind end: Int) -> Int {
    end + 1 < count && self[end] == 0x0D && self[end + 1] == 0x0A ? end + 2 : end + 1
  }
}
