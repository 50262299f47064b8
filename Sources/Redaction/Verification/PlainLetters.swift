/// The letters and digits of a text as a reader takes them in, and where words begin: what separates them, their case,
/// marks above them and invisible characters between them are gone.
///
/// This is not the folding that the detectors use: what proves a copy must not share the faults of what made it.
struct PlainLetters {
  /// UTF-8 of the letters and digits alone.
  private(set) var bytes: [UInt8] = []
  /// For each byte, whether a word begins there, or a number behind a letter.
  private(set) var begins: [Bool] = []

  init(_ text: some Sequence<Unicode.Scalar>) {
    var isInWord = false
    var wasDigit = false
    for scalar in text {
      let properties = scalar.properties
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        let isDigit = byte &- 0x30 < 10
        guard isDigit || (byte | 0x20) &- 0x61 < 26 else {
          isInWord = false
          continue
        }
        append([isDigit ? byte : byte | 0x20], isStart: !isInWord || isDigit != wasDigit)
        wasDigit = isDigit
        isInWord = true
        continue
      }
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .spacingMark: continue
      case .decimalNumber:
        let digit = UInt8(0x30 + Int(properties.numericValue ?? 0))
        append([digit], isStart: !isInWord || !wasDigit)
        wasDigit = true
        isInWord = true
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        append(Array(Self.base(scalar).utf8), isStart: !isInWord || wasDigit)
        wasDigit = false
        isInWord = true
      default: isInWord = false
      }
    }
  }

  init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  private mutating func append(_ letters: [UInt8], isStart: Bool) {
    bytes += letters
    begins.append(isStart)
    for _ in letters.dropFirst() { begins.append(false) }
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
