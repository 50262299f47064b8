/// A byte that is no UTF-8, as texts have it that were written in Latin-1 or by Windows (code page 1252).
struct StrayByte {
  private let byte: UInt8

  init(_ byte: UInt8) { self.byte = byte }

  /// The character that it stands for; nil where it is none.
  var scalar: Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Self.windows[Int(byte - 0x80)]
  }

  /// The same where a reader may ask for it: a blank, a dash, a bullet, a soft hyphen, a pilcrow. Letters and the rest
  /// stay what they are.
  var sign: Unicode.Scalar? {
    switch byte {
    case 0x95, 0x96, 0x97, 0xA0, 0xAD, 0xB6, 0xB7: scalar
    default: nil
    }
  }

  private static let windows: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}", "\u{2030}",
    "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17D}", nil, nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", nil, "\u{17E}",
    "\u{178}",
  ]
}
