/// Numbers that carry their own checksum.
enum Checksums {
  /// The sum of Luhn (ISO/IEC 7812-1, annex B) of at least two digits that are not all the same.
  static func luhn(_ digits: [Int]) -> Bool {
    guard digits.count > 1, Set(digits).count > 1 else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let weighted = place % 2 == 1 ? digit * 2 : digit
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum % 10 == 0
  }

  /// A payment card: the sum of Luhn, and a length that its issuer gives out.
  static func isCard(_ value: Span<UInt8>) -> Bool {
    let digits = value.digits
    guard (13...19).contains(digits.count), luhn(digits) else { return false }
    return lengths(digits.number(0, 4)).contains(digits.count)
  }

  /// The lengths of card numbers that begin with these four digits; none where no issuer has them.
  private static func lengths(_ prefix: Int) -> Set<Int> {
    switch prefix {
    case 4000...4999: [13, 16, 19]
    case 3400...3499, 3700...3799: [15]
    case 5100...5599, 2221...2720: [16]
    case 3000...3059, 3095, 3600...3699, 3800...3999: [14, 16, 17, 18, 19]
    case 3528...3589, 6011, 6440...6599, 6200...6299: [16, 17, 18, 19]
    // UATP and AirPlus.
    case 1000...1999: [15]
    // Maestro and national debit cards.
    case 5000...5099, 5600...5899, 6000...6999: [13, 14, 15, 16, 17, 18, 19]
    default: []
    }
  }

  /// An American Bankers Association routing number: nine digits, weights 3, 7, 1, and a prefix of a Federal Reserve
  /// district, a thrift, an electronic or a travellers' cheque number.
  static func isRoutingNumber(_ digits: [Int]) -> Bool {
    guard digits.count == 9 else { return false }
    let prefix = digits.number(0, 2)
    guard (1...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix) || prefix == 80 else {
      return false
    }
    return zip(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 10 == 0
  }

  /// An IBAN (ISO 13616): the length that its country has, and the remainder 1 modulo 97.
  static func isIBAN(_ value: Span<UInt8>) -> Bool {
    let characters = value.lettersAndDigits
    guard characters.count > 4, ibanLengths[String(decoding: characters[..<2], as: UTF8.self)] == characters.count
    else {
      return false
    }
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      let number = Int(character &- 0x30 < 10 ? character - 0x30 : character - 0x41 + 10)
      remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97
    }
    return remainder == 1
  }

  /// The bytes of an IBAN at the start of a text, by the length that its country has; nil where there are not so many
  /// letters and digits, or more without a space between.
  static func ibanCount(_ value: Span<UInt8>) -> Int? {
    guard value.count > 4 else { return nil }
    let country = String(decoding: [value[0] & 0xDF, value[1] & 0xDF], as: UTF8.self)
    guard var left = ibanLengths[country] else { return nil }
    for index in value.indices {
      if left == 0 { return value[index].isLetterOrDigit ? nil : index }
      if value[index].isLetterOrDigit { left -= 1 }
    }
    return left == 0 ? value.count : nil
  }

  /// The SWIFT IBAN registry, release 97: characters of an IBAN by country.
  private static let ibanLengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
    "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
    "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
    "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20,
    "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
    "YE": 30,
  ]
}
