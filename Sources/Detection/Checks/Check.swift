/// A condition that the matched characters have to fulfil: checksums, ranges that are issued, days that exist.
package enum Check: String, Sendable, Hashable, CaseIterable {
  /// ISO/IEC 7812: the sum of Luhn over 12 to 19 digits with an issuer's number that is in use.
  case card = "card"
  /// The sum of Luhn alone.
  case luhn = "luhn"
  /// American Bankers Association routing number: weights 3, 7, 1 and a prefix that is in use.
  case aba = "aba"
  /// ISO 13616: modulo 97, and the length that the country has.
  case iban = "iban"
  /// Social Security number: none of the area, group and serial numbers that are never issued.
  case ssn = "ssn"
  /// Individual Taxpayer Identification Number: the groups that are issued.
  case itin = "itin"
  /// Employer Identification Number: the prefixes that are in use.
  case ein = "ein"
  /// DoD ID number (EDIPI): ten digits that begin with 1 and are none of the placeholders.
  case edipi = "edipi"
  /// A day of the calendar from 1900 to 2030.
  case date = "date"
  /// Four numbers up to 255.
  case ipv4 = "ipv4"
  /// RFC 4291: the form of an IPv6 address.
  case ipv6 = "ipv6"
  /// Six bytes, neither all the same nor all zero.
  case mac = "mac"
  /// North American Numbering Plan: area and exchange codes that can be dialled.
  case nanp = "nanp"
  /// ITU-T E.164: a country code that is assigned, and 8 to 15 digits.
  case e164 = "e164"
  /// Degrees, minutes and seconds within their ranges.
  case coordinates = "coordinates"
  /// Military Grid Reference System: zone, band and square that exist, and an even number of digits.
  case mgrs = "mgrs"
  /// A state and a ZIP code of its own range.
  case zip = "zip"

  /// How many of the bytes fulfil it; nil where they do not. All of them, but for an IBAN: how long it is only its country
  /// says, and more may have been matched.
  func accepted(_ value: Span<UInt8>) -> Int? {
    guard self == .iban else { return passes(value) ? value.count : nil }
    guard let count = Checksums.ibanCount(value) else { return nil }
    return passes(value.extracting(0..<count)) ? count : nil
  }

  /// Whether folded characters fulfil it. O(length).
  package func passes(_ value: Span<UInt8>) -> Bool {
    switch self {
    case .card: Checksums.isCard(value)
    case .luhn: Checksums.luhn(value.digits)
    case .aba: Checksums.isRoutingNumber(value.digits)
    case .iban: Checksums.isIBAN(value)
    case .ssn: GovernmentNumbers.isSSN(value.digits)
    case .itin: GovernmentNumbers.isITIN(value.digits)
    case .ein: GovernmentNumbers.isEIN(value.digits)
    case .edipi: GovernmentNumbers.isEDIPI(value.digits)
    case .date: WrittenDate.isDay(value)
    case .ipv4: NetworkAddresses.isIPv4(value)
    case .ipv6: NetworkAddresses.isIPv6(value)
    case .mac: NetworkAddresses.isMAC(value)
    case .nanp: TelephoneNumbers.isNANP(value.digits)
    case .e164: TelephoneNumbers.isE164(value)
    case .coordinates: Coordinates.areInRange(value)
    case .mgrs: Coordinates.isMGRS(value)
    case .zip: PostalCodes.isZIP(value)
    }
  }
}

extension Span where Element == UInt8 {
  /// The digits in it as numbers.
  var digits: [Int] {
    var digits: [Int] = []
    digits.reserveCapacity(count)
    for index in indices where self[index] &- 0x30 < 10 { digits.append(Int(self[index] &- 0x30)) }
    return digits
  }

  /// The letters and digits in it, letters as capitals.
  var lettersAndDigits: [UInt8] {
    var result: [UInt8] = []
    for index in indices where self[index].isLetterOrDigit {
      result.append(self[index] &- 0x61 < 26 ? self[index] & 0xDF : self[index])
    }
    return result
  }
}

extension [Int] {
  /// Whether they are more than one, and not all the same.
  var differ: Bool { contains { $0 != self[0] } }

  /// The digits from `start` to before `end` as one number.
  func number(_ start: Int, _ end: Int) -> Int { self[start..<end].reduce(0) { $0 * 10 + $1 } }
}
