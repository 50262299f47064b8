/// Characters that look like those of a keyboard, or show nothing: what a reader takes them for in a marking.
package enum LookAlike {
  /// The ASCII character for a scalar, a capital where it is a letter; nil where it is left out; a question mark where there
  /// is none.
  package static func ascii(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x20...0x7E: UInt8(scalar).capital
    case 0...0x1F, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: 0x20
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: nil
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: 0x2D
    case 0x2044, 0x2215, 0x29F8: 0x2F
    case 0x207D, 0x208D, 0xFE59: 0x28
    case 0x207E, 0x208E, 0xFE5A: 0x29
    case 0xFF01...0xFF5E: UInt8(scalar - 0xFEE0).capital
    default: letter(scalar) ?? 0x3F
    }
  }

  /// Capital letters of other alphabets that look like Latin ones, and their small forms where those do.
  private static func letter(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x391, 0x410, 0x430: UInt8(ascii: "A")
    case 0x392, 0x412: UInt8(ascii: "B")
    case 0x421, 0x441, 0x3F9, 0x216D: UInt8(ascii: "C")
    case 0x395, 0x415, 0x435: UInt8(ascii: "E")
    case 0x3DC: UInt8(ascii: "F")
    case 0x397, 0x41D: UInt8(ascii: "H")
    case 0x399, 0x406, 0x456, 0x4C0: UInt8(ascii: "I")
    case 0x408, 0x458: UInt8(ascii: "J")
    case 0x39A, 0x41A: UInt8(ascii: "K")
    case 0x39C, 0x41C: UInt8(ascii: "M")
    case 0x39D: UInt8(ascii: "N")
    case 0x39F, 0x41E, 0x43E, 0x3BF: UInt8(ascii: "O")
    case 0x3A1, 0x420, 0x440: UInt8(ascii: "P")
    case 0x405, 0x455, 0x54F: UInt8(ascii: "S")
    case 0x3A4, 0x422: UInt8(ascii: "T")
    case 0x54D: UInt8(ascii: "U")
    case 0x3A5, 0x4AE: UInt8(ascii: "Y")
    case 0x3A7, 0x425, 0x445: UInt8(ascii: "X")
    case 0x396: UInt8(ascii: "Z")
    default: nil
    }
  }
}
