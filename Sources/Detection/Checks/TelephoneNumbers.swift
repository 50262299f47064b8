/// Telephone numbers that can be dialled.
enum TelephoneNumbers {
  /// A number of the North American Numbering Plan: ten digits, or eleven with a 1 first; neither area nor exchange code
  /// begins with 0 or 1, none is a service code (N11), and no area code is one of the reserved N9X. Up to six more digits
  /// are an extension.
  static func isNANP(_ digits: [Int]) -> Bool {
    let national = digits.first == 1 ? digits[1...] : digits[...]
    guard (10...16).contains(national.count) else { return false }
    let at = national.startIndex
    guard national.prefix(10).contains(where: { $0 != national[at] }) else { return false }
    let isService = { (at: Int) in national[at + 1] == 1 && national[at + 2] == 1 }
    return national[at] > 1 && national[at + 3] > 1 && !isService(at) && !isService(at + 3) && national[at + 1] != 9
  }

  /// A number of E.164 with `+`, `00` or `011` before it: a country code that is assigned and 8 to 15 digits; after the
  /// code 1 a number of the North American plan.
  static func isE164(_ value: Span<UInt8>) -> Bool {
    var digits = value.digits
    if value.count > 0, value[0] != UInt8(ascii: "+") {
      let prefix = digits.starts(with: [0, 1, 1]) ? 3 : digits.starts(with: [0, 0]) ? 2 : 0
      digits.removeFirst(prefix)
    }
    guard (8...15).contains(digits.count), digits.differ else { return false }
    if digits[0] == 1 { return digits.count == 11 && isNANP(digits) }
    return digits[0] == 7 || codes.contains(digits.number(0, 2)) || codes.contains(digits.number(0, 3))
  }

  /// ITU-T E.164, list of assigned country codes: those of two and three digits.
  private static let codes: Set<Int> = {
    var codes: Set<Int> = [
      20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
      62,
      63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98, 211, 212, 213, 216, 218, 290, 291, 297, 298, 299, 420,
      421, 423, 670, 800, 808, 850, 852, 853, 855, 856, 870, 880, 881, 882, 883, 886, 992, 993, 994, 995, 996, 998,
    ]
    codes.formUnion(220...258)
    codes.formUnion(260...269)
    codes.formUnion(350...359)
    codes.formUnion(370...387)
    codes.subtract([384])
    codes.insert(389)
    codes.formUnion(500...509)
    codes.formUnion(590...599)
    codes.formUnion(672...692)
    codes.subtract([684])
    codes.formUnion(960...968)
    codes.formUnion(970...977)
    codes.insert(979)
    return codes
  }()
}
