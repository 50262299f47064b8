/// ZIP codes of the Postal Service.
enum PostalCodes {
  /// A state by its two letters and a ZIP code whose first digit it has (Publication 65); a state written out and any ZIP.
  static func isZIP(_ value: Span<UInt8>) -> Bool {
    let digits = value.digits
    guard digits.count >= 5 else { return false }
    let zip = digits.count >= 9 ? Array(digits.suffix(9)) : Array(digits.suffix(5))
    var start = value.count
    var seen = 0
    while start > 0, seen < zip.count {
      start -= 1
      if value[start] &- 0x30 < 10 { seen += 1 }
    }
    while start > 0, !value[start - 1].isLetterOrDigit { start -= 1 }
    guard zip.number(0, 5) > 500 else { return false }
    let isCode =
      start >= 2 && value[start - 2].isLetterOrDigit && (start == 2 || !value[start - 3].isLetterOrDigit)
    guard isCode else { return true }
    let state = String(decoding: [value[start - 2] & 0xDF, value[start - 1] & 0xDF], as: UTF8.self)
    return firstDigits[state]?.contains(zip[0]) ?? false
  }

  private static let firstDigits: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (digit, states) in [
      (0, "CT MA ME NH NJ NY PR RI VT VI AE"), (1, "DE NY PA"), (2, "DC MD NC SC VA WV"), (3, "AL FL GA MS TN AA"),
      (4, "IN KY MI OH"), (5, "IA MN MT ND SD WI DC"), (6, "IL KS MO NE"), (7, "AR LA OK TX"),
      (8, "AZ CO ID NM NV TX UT WY"), (9, "AK AP AS CA FM GU HI MH MP OR PW WA"),
    ] {
      for state in states.split(separator: " ") { table[String(state), default: []].append(digit) }
    }
    return table
  }()
}
