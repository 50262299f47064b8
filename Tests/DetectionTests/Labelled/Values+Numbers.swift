extension Values {
  /// The digits with one more behind them that makes the sum of Luhn right.
  static func withLuhn(_ digits: String) -> String {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let number = Int(String(digit)) ?? 0
      sum += place % 2 == 0 ? number * 2 / 10 + number * 2 % 10 : number
    }
    return digits + String((10 - sum % 10) % 10)
  }

  mutating func card() -> String {
    switch chance.next(6) {
    case 0: return grouped(Self.withLuhn("37" + chance.digits(12)), [4, 6, 5], [" ", "-", ""])
    case 1:
      return grouped(Self.withLuhn("5" + chance.number(1...5) + chance.digits(13)), [4, 4, 4, 4], [" ", "-", ""])
    case 2: return grouped(Self.withLuhn("6011" + chance.digits(11)), [4, 4, 4, 4], [" ", "-", ""])
    case 3: return grouped(Self.withLuhn("36" + chance.digits(11)), [4, 6, 4], [" ", "-", ""])
    default: return grouped(Self.withLuhn("4" + chance.digits(14)), [4, 4, 4, 4], [" ", "-", ""])
    }
  }

  mutating func routing() -> String {
    let eight = chance.number(1...12, width: 2) + chance.digits(6)
    let sum = zip(eight, [3, 7, 1, 3, 7, 1, 3, 7]).reduce(0) { $0 + (Int(String($1.0)) ?? 0) * $1.1 }
    return eight + String((10 - sum % 10) % 10)
  }

  mutating func iban() -> String {
    let (country, rest) = chance.pick([
      ("DE", chance.digits(18)), ("GB", chance.letters(4) + chance.digits(14)), ("FR", chance.digits(23)),
      ("NL", chance.letters(4) + chance.digits(10)), ("ES", chance.digits(20)), ("NO", chance.digits(11)),
    ])
    var remainder = 0
    for character in rest + country + "00" {
      let number = Int(String(character), radix: 36) ?? 0
      remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97
    }
    let check = 98 - remainder
    let whole = country + (check < 10 ? "0" : "") + String(check) + rest
    if chance.next(2) == 0 { return whole }
    return stride(from: 0, to: whole.count, by: 4).map { String(whole.dropFirst($0).prefix(4)) }.joined(separator: " ")
  }

  mutating func ipv6() -> String {
    let group = { (chance: inout Chance) in chance.hex(4) }
    switch chance.next(3) {
    case 0: return (0..<8).map { _ in group(&chance) }.joined(separator: ":")
    case 1: return "2001:db8:" + group(&chance) + "::" + group(&chance)
    default: return "fe80::" + group(&chance) + ":" + group(&chance) + ":" + group(&chance)
    }
  }

  mutating func mac() -> String {
    let pairs = (0..<6).map { _ in chance.hex(2) }
    switch chance.next(4) {
    case 0: return pairs.joined(separator: "-")
    case 1: return pairs.joined(separator: ":").uppercased()
    case 2: return (pairs[0] + pairs[1]) + "." + (pairs[2] + pairs[3]) + "." + (pairs[4] + pairs[5])
    default: return pairs.joined(separator: ":")
    }
  }

  mutating func url() -> String {
    chance.pick([
      "https://harbor.example.org/log/\(chance.digits(3))", "http://example.com",
      "https://www.example.gov/a?id=\(chance.digits(4))&x=y",
      "www.example.org/tides", "ftp://files.example.net/pub/\(chance.hex(6)).txt", "harbor.example.com/berths",
      "example.org",
    ])
  }

  mutating func coordinates() -> String {
    let (lat, lon) = (chance.number(1...89), chance.number(1...179))
    let (minutes, seconds) = (chance.number(10...59), chance.number(10...59))
    let (east, west) = (chance.number(10...59), chance.number(10...59))
    return chance.pick([
      "\(lat).\(chance.digits(4)), -\(lon).\(chance.digits(4))",
      "\(lat).\(chance.digits(5))° N, \(lon).\(chance.digits(5))° W",
      "\(lat)°\(minutes)'\(seconds)\"N \(lon)°\(east)'\(west)\"E",
      "\(lat)° \(minutes)′ \(seconds)″ S, \(lon)° \(east)′ \(west)″ W",
      "\(chance.number(10...89))\(minutes)\(seconds)N \(chance.number(100...179))\(east)\(west)W",
      "\(chance.number(10...89))-\(minutes)N \(chance.number(100...179))-\(east)E",
      "\(lat).\(chance.digits(3))N \(lon).\(chance.digits(3))E",
    ])
  }

  mutating func mgrs() -> String {
    let zone = chance.number(1...60) + chance.letters(1, of: "CDEFGHJKLMNPQRSTUVWX")
    let square = chance.letters(1) + chance.letters(1, of: "ABCDEFGHJKLMNPQRSTUV")
    let digits = 2 + chance.next(4)
    let (easting, northing) = (chance.digits(digits), chance.digits(digits))
    return chance.pick([
      "\(zone) \(square) \(easting) \(northing)", "\(zone)\(square)\(easting)\(northing)",
      "\(zone)\(square) \(easting) \(northing)",
    ])
  }
}
