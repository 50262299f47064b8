/// The letters and digits of a text as a reader takes them in, and where words begin: what separates them, their case,
/// marks above them and invisible characters between them are gone.
///
/// This is not the folding that the detectors use: what proves a copy must not share the faults of what made it.
struct PlainLetters {
  /// UTF-8 of the letters and digits alone.
  private(set) var bytes: [UInt8] = []
  /// For each byte, whether a word begins there, or a number behind a letter.
  private(set) var begins: [Bool] = []

  private var isInWord = false
  private var wasDigit = false

  /// Bytes that are no UTF-8 separate words.
  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    begins.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      at = takeASCII(text, from: at)
      if at == text.count { break }
      var end = at
      while end < text.count, text[end] >= 0x80 { end += 1 }
      for scalar in String(decoding: text[at..<end], as: UTF8.self).unicodeScalars { take(scalar) }
      at = end
    }
  }

  /// Takes what is ASCII up to the first byte that is not.
  private mutating func takeASCII(_ text: [UInt8], from start: Int) -> Int {
    var (at, isInWord, wasDigit) = (start, isInWord, wasDigit)
    while at < text.count, text[at] < 0x80 {
      let byte = text[at]
      let isDigit = byte &- 0x30 < 10
      if isDigit || (byte | 0x20) &- 0x61 < 26 {
        bytes.append(isDigit ? byte : byte | 0x20)
        begins.append(!isInWord || isDigit != wasDigit)
        (isInWord, wasDigit) = (true, isDigit)
      } else {
        isInWord = false
      }
      at &+= 1
    }
    (self.isInWord, self.wasDigit) = (isInWord, wasDigit)
    return at
  }

  /// A character beyond ASCII.
  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .spacingMark: return
    case .decimalNumber: append(UInt8(0x30 + Int(scalar.properties.numericValue ?? 0)), isDigit: true)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      for byte in Self.base(scalar).utf8 { append(byte, isDigit: false) }
    default: isInWord = false
    }
  }

  private mutating func append(_ byte: UInt8, isDigit: Bool) {
    bytes.append(byte)
    begins.append(!isInWord || isDigit != wasDigit)
    isInWord = true
    wasDigit = isDigit
  }

  /// The small letter without its accents, in the widths that everybody types.
  private static func base(_ scalar: Unicode.Scalar) -> String {
    var value = scalar.value
    if (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) { value -= 0xFEE0 }
    let letter = Unicode.Scalar(value) ?? scalar
    let small = letter.properties.lowercaseMapping
    // Letters of Latin with a mark are equal to the letter with the mark behind it.
    let first = small.unicodeScalars.first ?? letter
    if let plain = Self.latin[first] { return String(plain) }
    return String(
      String.UnicodeScalarView(small.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }))
  }

  private static let latin: [Unicode.Scalar: Character] = {
    let rows: [(Character, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįı"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"),
      ("t", "ţťŧț"),
      ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Character] = [:]
    for (letter, marked) in rows { for scalar in marked.unicodeScalars { table[scalar] = letter } }
    return table
  }()

  /// Whether a word ends before the byte at `index`.
  func ends(at index: Int) -> Bool { index >= bytes.count || begins[index] }
}
