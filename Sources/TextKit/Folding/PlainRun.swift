extension Span where Element == UInt8 {
  /// The first offset at or after `start` where no plain text stands; `end` where all of it is plain.
  ///
  /// Plain is what folding leaves as it is: a printable ASCII character that is no space before another one. Eight bytes
  /// are looked at together.
  func endOfPlainRun(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= count)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    return unsafe withUnsafeBytes { buffer in
      var at = start
      // The ninth byte tells whether a space is followed by another one.
      while at &+ 9 <= end {
        let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let next = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at &+ 1, as: UInt64.self))
        // In each sum the lowest byte with its high bit set is exact, and only that one is looked at.
        let control = (word &- ones &* 0x20) & ~word
        let delete = ((word ^ ones &* 0x7F) &- ones) & ~(word ^ ones &* 0x7F)
        let blanks = (word ^ ones &* 0x20) | (next ^ ones &* 0x20)
        let found = (word | control | delete | ((blanks &- ones) & ~blanks)) & highs
        if found != 0 { return at &+ found.trailingZeroBitCount &>> 3 }
        at &+= 8
      }
      while at < end {
        let byte = unsafe buffer[at]
        if byte &- 0x20 >= 0x5F { return at }
        if byte == 0x20, at &+ 1 < end, unsafe buffer[at &+ 1] == 0x20 { return at }
        at &+= 1
      }
      return end
    }
  }
}
