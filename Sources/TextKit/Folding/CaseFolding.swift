internal import CFolding

/// Case folding of what folding leaves that is not ASCII.
enum CaseFolding {
  /// Folds the case of every letter that stays as long as it was; ASCII is done already. The few others (İ and the
  /// like) have been decomposed before.
  static func fold(_ bytes: inout [UInt8]) {
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let (scalar, length) = decode(bytes.span, at, bytes.count)
      if let scalar, let folded = Unicode.Scalar(cfold_case(scalar)), UTF8.width(folded) == length {
        var next = at
        for byte in String(folded).utf8 {
          bytes[next] = byte
          next += 1
        }
      }
      at += length
    }
  }

  /// The character at an offset and its length in bytes; nil and the length of what cannot be one otherwise.
  static func decode(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (UInt32?, Int) {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let count = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0
    if count == 0 { return (nil, 1) }
    var scalar = UInt32(first) & (0x3F &>> UInt32(count))
    for k in 1...count {
      guard at + k < end, bytes[at + k] & 0xC0 == 0x80 else { return (nil, k) }
      scalar = scalar << 6 | UInt32(bytes[at + k] & 0x3F)
      // Too long a form, a surrogate or beyond the last character shows in the second byte.
      if k == 1 {
        let second = bytes[at + 1]
        if (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90)
          || (first == 0xF4 && second > 0x8F)
        {
          return (nil, 1)
        }
      }
    }
    return (scalar, count + 1)
  }
}
