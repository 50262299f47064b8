import Glibc

/// The time that reports give, where one is asked for.
enum Timestamp {
  /// Seconds since 1970 from `--timestamp`, else from SOURCE_DATE_EPOCH; nil without both.
  static func of(_ arguments: Arguments, _ surroundings: Surroundings) throws(UsageError) -> Int? {
    if let given = arguments.value(.timestamp) {
      if given == "now" { return Int(time(nil)) }
      guard let seconds = Self.seconds(given) ?? dateTime(given) else { throw .wrongTime(.timestamp) }
      return seconds
    }
    guard let given = surroundings.variable("SOURCE_DATE_EPOCH"), !given.isEmpty else { return nil }
    guard let seconds = Self.seconds(given) else { throw .wrongTime(nil) }
    return seconds
  }

  /// Digits only, up to the year 9999.
  private static func seconds(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let value = Int(text), value <= 253_402_300_799 else { return nil }
    return value
  }

  /// "2009-12-14T02:33:00Z", in exactly these places; nil where it is not a time that exists.
  private static func dateTime(_ text: String) -> Int? {
    let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == pattern.count else { return nil }
    var fields: [Int] = [0]
    for (byte, expected) in zip(bytes, pattern) {
      if expected == UInt8(ascii: "d") {
        guard byte &- 0x30 < 10 else { return nil }
        fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - 0x30)
      } else {
        guard byte == expected else { return nil }
        fields.append(0)
      }
    }
    let (year, month, day) = (fields[0], fields[1], fields[2])
    let (hour, minute, second) = (fields[3], fields[4], fields[5])
    guard year >= 1970, 1...12 ~= month, 1...days(in: month, of: year) ~= day, hour < 24, minute < 60, second < 60
    else {
      return nil
    }
    return ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(in month: Int, of year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Counted in years that begin in March, so that the leap day is the last.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let shifted = (month + 9) % 12
    let inYear = (153 * shifted + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + inYear - 719_468
  }
}
