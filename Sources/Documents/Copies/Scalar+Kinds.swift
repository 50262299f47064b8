extension Unicode.Scalar {
  /// Whether it is a blank of any width (Zs) but the space itself, whose bytes are seen without asking.
  var isBlank: Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether it shows nothing and says nothing: a break that a word may have, a join, an order of writing.
  var isInvisible: Bool {
    switch value {
    case 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether it is a sign of a font of symbols, as office programs write bullets (U+F0B7, U+F0A7).
  var isSymbolFont: Bool { value >= 0xF020 && value <= 0xF0FF }
}

extension Span where Element == UInt8 {
  /// Where a sign ends that stands at an offset and shows nothing, a soft hyphen among them; nil where something is seen.
  package func invisibleEnd(_ at: Int) -> Int? {
    guard at < count, self[at] >= 0xC2 else { return nil }
    let (scalar, length) = character(at: at)
    return scalar.map { $0 == "\u{AD}" || $0.isInvisible } ?? false ? at + length : nil
  }
}

extension Span where Element == UInt8 {
  /// The offset after signs that show nothing, and the blanks among them.
  @inline(__always)
  func skipUnseen(_ start: Int, _ end: Int) -> Int {
    guard start < end, self[start] >= 0xC2 else { return start }
    var at = start
    while at < end, let next = invisibleEnd(at) { at = skipBlanks(Swift.min(next, end), end) }
    return at
  }

  /// Where a range ends, without the blanks and the signs that show nothing at its end.
  @inline(__always)
  func seenEnd(_ start: Int, _ end: Int) -> Int {
    var last = trimmedEnd(start, end)
    while last > start, self[last - 1] >= 0x80 {
      var first = last - 1
      while first > start, self[first] & 0xC0 == 0x80 { first -= 1 }
      guard invisibleEnd(first) == last else { break }
      last = trimmedEnd(start, first)
    }
    return last
  }
}

extension CharacterReference {
  /// Whether what it stands for shows nothing.
  package var isInvisible: Bool { scalar == "\u{AD}" || scalar.isInvisible }
}
