/// A day of the Gregorian calendar, for the comparisons that rules make. Rules see it as a number, yyyymmdd.
package struct CalendarDay: Sendable, Hashable, Comparable, BitwiseCopyable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(month: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Nil where the number is no day.
  package init?(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// As yyyymmdd.
  package var number: Int { year * 10_000 + month * 100 + day }

  /// The Julian day of ACP 127: 1 for 1 January.
  package var dayOfYear: Int {
    var count = day
    for month in 1..<self.month { count += Self.days(month: month, of: year) }
    return count
  }

  /// Days since 1 January of the year 1.
  package var ordinal: Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear - 1
  }

  /// The same day so many years on; 29 February becomes 28 February where the year has none.
  package func adding(years: Int) -> CalendarDay? {
    CalendarDay(year: year + years, month: month, day: min(day, Self.days(month: month, of: year + years)))
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  package static func days(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year that two digits mean on a telegram: 50 to 99 in the last century, 00 to 49 in this.
  package static func year(twoDigits: Int) -> Int { twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits }
}

extension CalendarDay {
  /// The day of a date or time of XML Schema: `2006-05-04`, `2006-05-04T12:00:00Z`. Nil where the text is none.
  package init?(iso text: String) {
    let fields = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count >= 10, fields.count == 3, fields.map(\.utf8.count) == [4, 2, 2] else { return nil }
    guard let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
