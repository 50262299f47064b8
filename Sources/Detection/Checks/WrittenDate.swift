internal import MarkingModel

/// Dates as people write them.
enum WrittenDate {
  /// The beginnings of months, in English, then in Spanish, French, Portuguese, Italian and German where they differ.
  private static let months = [
    ["jan", "ene", "gen"], ["feb", "fev"], ["mar", "mae"], ["apr", "abr", "avr"], ["may", "mai", "mag"],
    ["jun", "juin", "giu"], ["jul", "juil", "lug"], ["aug", "ago", "aou"], ["sep", "set"],
    ["oct", "out", "ott", "okt"],
    ["nov"], ["dec", "dic", "dez"],
  ]
  private static let romanMonths = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

  /// Whether it is a day of the calendar: "12 May 1961", "May 12, 1961", "05/12/1961", "12.05.61", "1961-05-12",
  /// "61-05-12", "12.V.1961", "19610512", "05121961", "051261". Years of four digits lie between 1890 and 2035. Letters that
  /// a scanner reads for digits within a number (l, I, O) are these.
  static func isDay(_ value: Span<UInt8>) -> Bool {
    let bytes = digits(of: value)
    return isDayOfDigits(bytes.span)
  }

  private static func isDayOfDigits(_ value: Span<UInt8>) -> Bool {
    var numbers: [(number: Int, digits: Int)] = []
    var month: Int?
    var at = 0
    while at < value.count {
      let start = at
      if value[at] &- 0x30 < 10 {
        while at < value.count, value[at] &- 0x30 < 10 { at += 1 }
        numbers.append((value.extracting(start..<at).digits.number(0, at - start), at - start))
      } else if value[at].isLetterOrDigit {
        while at < value.count, value[at].isLetterOrDigit, value[at] &- 0x30 >= 10 { at += 1 }
        month = month ?? monthNumber(value.extracting(start..<at))
      } else {
        at += 1
      }
    }
    if let month {
      guard numbers.count == 2 else { return false }
      let isYearFirst = numbers[0].digits == 4
      return isDay(isYearFirst ? numbers[1] : numbers[0], month, isYearFirst ? numbers[0] : numbers[1])
    }
    if numbers.count == 1 { return isDay(inARow: numbers[0].number, digits: numbers[0].digits) }
    guard numbers.count == 3 else { return false }
    if numbers[0].digits == 4 { return isDay(numbers[2], numbers[1].number, numbers[0]) }
    // What is no day of a month can only be a year.
    if numbers[0].number > 31, isDay(numbers[2], numbers[1].number, numbers[0]) { return true }
    return isDay(numbers[1], numbers[0].number, numbers[2]) || isDay(numbers[0], numbers[1].number, numbers[2])
  }

  /// Year, month and day, or month, day and year, or day, month and year without signs between them.
  private static func isDay(inARow number: Int, digits: Int) -> Bool {
    guard digits == 8 || digits == 6 else { return false }
    let years = digits == 8 ? 10_000 : 100
    let (rest, year) = (number / years, (number % years, digits - 4))
    return isDay((number % 100, 2), number / 100 % 100, (number / 10_000, digits - 4))
      || isDay((rest % 100, 2), rest / 100, year) || isDay((rest / 100, 2), rest % 100, year)
  }

  /// The bytes with l and I as 1 and O as 0 where they stand beside digits and no other letters.
  private static func digits(of value: Span<UInt8>) -> [UInt8] {
    var bytes = value.indices.map { value[$0] }
    for run in value.runs(where: \.isLetterOrDigit) {
      let word = run.start..<run.end
      guard bytes[word].contains(where: { $0 &- 0x30 < 10 }), bytes[word].allSatisfy({ scanned($0) &- 0x30 < 10 })
      else {
        continue
      }
      for index in word { bytes[index] = scanned(bytes[index]) }
    }
    return bytes
  }

  private static func scanned(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    default: byte
    }
  }

  private static func monthNumber(_ word: Span<UInt8>) -> Int? {
    let letters = String(decoding: word.indices.map { word[$0] | 0x20 }, as: UTF8.self)
    if let month = romanMonths.firstIndex(of: letters) { return month + 1 }
    return months.firstIndex { $0.contains { letters.hasPrefix($0) } }.map { $0 + 1 }
  }

  private static func isDay(_ day: (number: Int, digits: Int), _ month: Int, _ year: (number: Int, digits: Int)) -> Bool
  {
    guard (1...12).contains(month), day.digits <= 2, year.digits == 2 || year.digits == 4 else { return false }
    if year.digits == 4, !(1890...2035).contains(year.number) { return false }
    let isLeap = year.digits == 2 || (year.number % 4 == 0 && (year.number % 100 != 0 || year.number % 400 == 0))
    let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...days).contains(day.number)
  }
}
