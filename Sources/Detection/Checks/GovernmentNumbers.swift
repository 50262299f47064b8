/// Numbers that U.S. agencies issue within known ranges.
enum GovernmentNumbers {
  /// A Social Security number (SSA, POMS RM 10201.035): never area 000, 666 or 900 and above, group 00 or serial 0000.
  static func isSSN(_ digits: [Int]) -> Bool {
    guard digits.count == 9 else { return false }
    let area = digits.number(0, 3)
    return area != 0 && area != 666 && area < 900 && digits.number(3, 5) != 0 && digits.number(5, 9) != 0
  }

  /// An ITIN (IRM 3.21.263): a 9 first, and a group (fourth and fifth digit) of 50–65, 70–88, 90–92 or 94–99.
  static func isITIN(_ digits: [Int]) -> Bool {
    guard digits.count == 9, digits[0] == 9 else { return false }
    let group = digits.number(3, 5)
    return (50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group)
      || (94...99).contains(group)
  }

  /// An EIN: a prefix that the IRS has given out ("How EINs are assigned and valid EIN prefixes").
  static func isEIN(_ digits: [Int]) -> Bool {
    guard digits.count == 9, digits.differ else { return false }
    switch digits.number(0, 2) {
    case 1...6, 10...16, 20...27, 30...48, 50...68, 71...77, 80...88, 90...95, 98, 99: return true
    default: return false
    }
  }

  /// A DoD ID number (DoDI 1000.30; the EDIPI): ten digits, a 1 first, not all the same.
  static func isEDIPI(_ digits: [Int]) -> Bool {
    digits.count == 10 && digits[0] == 1 && Set(digits).count > 2
  }
}
