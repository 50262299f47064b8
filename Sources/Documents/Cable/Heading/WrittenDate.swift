import MarkingGrammar
import MarkingModel

/// A date as E.O. lines write it: `12/14/2019`, `7/2/85`, `2019/12/14`, `14 DEC 2019`, `December 14, 2019`, `20191214`;
/// `14th December 2019`.
struct WrittenDate: Sendable {
  /// Nil where the numbers make no day.
  var day: CalendarDay?
  /// The offset after it.
  var end: Int

  /// The date at `at`, or nil where nothing that looks like one stands there.
  static func read(at start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary)
    -> WrittenDate?
  {
    guard start < end else { return nil }
    if source[start].isLetter { return monthFirst(start, end, in: source, vocabulary) }
    let first = source.number(at: start, end: end)
    guard first.digits > 0 else { return nil }
    if first.digits == 8 {
      return WrittenDate(day: CalendarDay(number: first.value), end: first.end)
    }
    guard let separator = separator(first.end, end, in: source) else {
      return dayFirst(first, end, in: source, vocabulary)
    }
    let second = source.number(at: separator, end: end)
    guard second.digits > 0, let next = self.separator(second.end, end, in: source) else { return nil }
    let third = source.number(at: next, end: end)
    guard third.digits > 0 else { return nil }
    if first.digits == 4 {
      return WrittenDate(day: CalendarDay(year: first.value, month: second.value, day: third.value), end: third.end)
    }
    let day = year(third.value, digits: third.digits).flatMap {
      CalendarDay(year: $0, month: first.value, day: second.value)
    }
    return WrittenDate(day: day, end: third.end)
  }

  /// `14 DEC 2019`.
  private static func dayFirst(
    _ first: (value: Int, digits: Int, end: Int), _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> WrittenDate? {
    guard first.digits <= 2 else { return nil }
    let word = source.skipBlanks(ordinal(first.end, end, in: source), end)
    let after = source.wordEnd(word, end)
    guard after > word, let month = vocabulary.months.find(source, word, after) else { return nil }
    let number = source.number(at: skip(after, end, in: source), end: end)
    guard number.digits > 0 else { return nil }
    let day = year(number.value, digits: number.digits).flatMap {
      CalendarDay(year: $0, month: month, day: first.value)
    }
    return WrittenDate(day: day, end: number.end)
  }

  /// `DECEMBER 14, 2019`.
  private static func monthFirst(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> WrittenDate? {
    let after = source.wordEnd(start, end)
    guard let month = vocabulary.months.find(source, start, after) else { return nil }
    let day = source.number(at: skip(after, end, in: source), end: end)
    guard (1...2).contains(day.digits) else { return nil }
    let year = source.number(at: skip(ordinal(day.end, end, in: source), end, in: source), end: end)
    guard year.digits > 0 else { return nil }
    let found = self.year(year.value, digits: year.digits).flatMap {
      CalendarDay(year: $0, month: month, day: day.value)
    }
    return WrittenDate(day: found, end: year.end)
  }

  /// The offset after the ending of an ordinal number: `3rd`.
  private static func ordinal(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    guard source.wordEnd(at, end) == at + 2 else { return at }
    for ending in ["ST", "ND", "RD", "TH"] where source.hasAnyCase(ending, at: at, end: end) { return at + 2 }
    return at
  }

  private static func year(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 2: CalendarDay.year(twoDigits: value)
    case 4: value
    default: nil
    }
  }

  private static func separator(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    let next = source.skipBlanks(at, end)
    guard next < end, source[next] == 0x2F || source[next] == 0x2D || source[next] == 0x2E else { return nil }
    return source.skipBlanks(next + 1, end)
  }

  private static func skip(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    while i < end, source[i] <= 0x20 || source[i] == 0x2C || source[i] == 0x2E { i += 1 }
    return i
  }
}
