/// Makes values of each kind that are valid and belong to nobody: the generator of the test data.
///
/// It is written apart from the checks of `Detection`: sums are made here, not tested.
struct Values {
  var chance: Chance

  init(seed: UInt64) { chance = Chance(seed: seed) }

  /// A value of the kind that a detector finds, in one of the ways in which it is written beside a word for it, or, where
  /// `alone`, in one that is found without.
  mutating func value(of detector: String, alone: Bool = false) -> String {
    switch detector {
    case "us-ssn": grouped(ssn(), [3, 2, 4], alone ? ["-"] : ["-", "-", "-", " ", "", "."])
    case "us-itin": grouped(itin(), [3, 2, 4], alone ? ["-"] : ["-", "-", " ", ""])
    case "us-ein":
      grouped(chance.pick(["12", "20", "36", "47", "61", "82", "93"]) + chance.digits(7), [2, 7], ["-", "-", ""])
    case "us-passport":
      chance.next(3) == 0 ? chance.letters(1) + chance.digits(8) : chance.number(1...9) + chance.digits(8)
    case "visa-number":
      chance.pick([chance.letters(1) + chance.digits(7), chance.digits(8), "20" + chance.digits(12)])
    case "alien-number":
      chance.pick(["A", "A ", "A-", "A#"]) + grouped("0" + chance.digits(8), [3, 3, 3], ["", "-", " "])
    case "drivers-license": license()
    case "dod-id": "1" + chance.digits(8) + chance.number(1...9)
    case "date-of-birth": date()
    case "us-phone": phone(alone)
    case "international-phone": internationalPhone()
    case "email-address": email()
    case "us-address": address()
    case "ipv4-address":
      "\(chance.number(11...223)).\(chance.next(256)).\(chance.next(256)).\(chance.number(1...254))"
    case "ipv6-address": ipv6()
    case "mac-address": mac()
    case "url": url()
    case "credit-card": card()
    case "bank-account":
      chance.next(4) == 0
        ? chance.digits(4) + "-" + chance.digits(6) : chance.number(1...9) + chance.digits(5 + chance.next(9))
    case "aba-routing": routing()
    case "iban": iban()
    case "mgrs": mgrs()
    default: coordinates()
    }
  }

  private mutating func ssn() -> String {
    let area = chance.next(2) == 0 ? chance.number(1...665, width: 3) : chance.number(667...899, width: 3)
    return area + chance.number(1...99, width: 2) + chance.number(1...9999, width: 4)
  }

  private mutating func itin() -> String {
    "9" + chance.digits(2) + String(chance.pick([50, 58, 65, 70, 77, 88, 90, 92, 94, 99])) + chance.digits(4)
  }

  /// The digits in groups with one of the separators between them.
  mutating func grouped(_ digits: String, _ groups: [Int], _ separators: [String]) -> String {
    let separator = chance.pick(separators)
    var parts: [String] = []
    var rest = Substring(digits)
    for count in groups {
      parts.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return parts.joined(separator: separator)
  }

  private mutating func license() -> String {
    switch chance.next(6) {
    case 0: chance.letters(1) + chance.digits(7)
    case 1: chance.letters(1) + chance.digits(3) + "-" + chance.digits(4) + "-" + chance.digits(4)
    case 2: chance.digits(9)
    case 3: chance.letters(2) + chance.digits(6)
    case 4: chance.letters(1) + chance.digits(12)
    default: chance.digits(3) + " " + chance.digits(3) + " " + chance.digits(3)
    }
  }

  private mutating func date() -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let (day, month, year) = (1 + chance.next(28), chance.next(12), 1930 + chance.next(80))
    let name = months[month]
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return chance.pick([
      "\(day) \(name) \(year)", "\(name) \(day), \(year)", "\(two(month + 1))/\(two(day))/\(year)",
      "\(year)-\(two(month + 1))-\(two(day))", "\(two(day))-\(name.prefix(3).uppercased())-\(two(year % 100))",
      "\(day) \(name.prefix(3)) \(year)", "\(two(day)).\(two(month + 1)).\(year)", "\(name.prefix(3)). \(day), \(year)",
      "\(month + 1)/\(day)/\(two(year % 100))",
    ])
  }

  private mutating func phone(_ alone: Bool) -> String {
    let (area, exchange) = (chance.pick(["202", "312", "415", "617", "808"]), chance.number(220...899))
    let code = exchange.hasSuffix("11") ? "555" : exchange
    let number = chance.digits(4)
    var forms = [
      "(\(area)) \(code)-\(number)", "\(area)-\(code)-\(number)", "\(area).\(code).\(number)",
      "+1 \(area) \(code) \(number)",
      "1-\(area)-\(code)-\(number)", "+1-\(area)-\(code)-\(number)", "(\(area))\(code)-\(number)",
      "+1 (\(area)) \(code)-\(number)",
    ]
    if !alone { forms += ["\(area)\(code)\(number)", "\(area) \(code) \(number)"] }
    return chance.pick(forms)
  }

  private mutating func internationalPhone() -> String {
    chance.pick([
      "+855 23 \(chance.digits(3)) \(chance.digits(3))", "+44 20 7\(chance.digits(3)) \(chance.digits(4))",
      "+49-30-\(chance.number(2...9))\(chance.digits(3))-\(chance.digits(4))",
      "011 81 3 \(chance.digits(4)) \(chance.digits(4))",
      "+33 1 42 \(chance.digits(2)) \(chance.digits(2)) \(chance.digits(2))", "+8612\(chance.digits(9))",
      "00 254 20 \(chance.digits(3)) \(chance.digits(4))", "+61 (0)2 9\(chance.digits(3)) \(chance.digits(4))",
      "+5511\(chance.number(2...9))\(chance.digits(8))",
    ])
  }

  private mutating func email() -> String {
    let first = chance.pick(["ana", "j.doe", "kim", "o.varga", "lee-smith", "m_costa", "t.nguyen+work", "r2"])
    let host = chance.pick([
      "example.org", "harbor.example.com", "mail.example.gov", "example.co.uk", "customs.example.net",
    ])
    return "\(first)\(chance.next(90))@\(host)"
  }

  private mutating func address() -> String {
    let number = chance.number(1...9899)
    let street = chance.pick([
      "Alder", "Mill", "North Harbor", "Old Quarry", "W. Elm", "Saint Paul", "42nd", "Linden Hill",
    ])
    let kind = chance.pick(["Street", "St.", "Avenue", "Ave", "Road", "Rd.", "Drive", "Lane", "Blvd", "Court", "Way"])
    let place = chance.pick([
      "Riverton, IL 62704", "Harbor City, CA 90710", "Springfield, MA 01103", "New Haven, CT 06511-2043",
    ])
    return chance.pick([
      "\(number) \(street) \(kind)", "\(number) \(street) \(kind), \(place)",
      "\(number) \(street) \(kind), Apt. \(chance.number(1...40)), \(place)",
      "P.O. Box \(number), \(place)", place, "\(number) \(street.uppercased()) \(kind.uppercased())",
      "PO Box \(number)",
    ])
  }
}
