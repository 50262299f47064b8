/// The time of a run, where the user asked for one.
///
/// Written here rather than by FoundationEssentials, which nothing else needs and which would be loaded at every start.
package enum WrittenTime {
  /// Seconds since 1970 as "2024-05-01T12:00:00Z".
  package static func text(_ seconds: Int) -> String {
    let day = floor(seconds, 86_400)
    let second = seconds - day * 86_400
    let (year, month, dayOfMonth) = date(day)
    let time = [second / 3_600, second / 60 % 60, second % 60].map { digits($0, 2) }.joined(separator: ":")
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))T\(time)Z"
  }

  /// The day of a time in seconds since 1970, in UTC: yyyymmdd.
  package static func day(_ seconds: Int) -> Int {
    let (year, month, day) = date(floor(seconds, 86_400))
    return year * 10_000 + month * 100 + day
  }

  /// Days since 1970 as a date of the Gregorian calendar. Counted in years that begin in March, so that the leap day
  /// is the last.
  private static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      era * 400 + yearOfEra + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number / divisor - (number % divisor < 0 ? 1 : 0)
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
