import MarkingGrammar
import MarkingModel

// A line, or a part of one, that is nothing but a date.
extension DocumentDate {
  private static let weekdays = PhraseList([
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "MON", "TUE", "TUES", "WED", "THU",
    "THURS", "FRI", "SAT", "SUN",
  ])

  /// The day of a range that is nothing but a date: `3 May 2016`, `Tuesday, May 3, 2016`, `031200Z MAY 16`.
  static func whole(
    _ first: Int, _ last: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    let (start, end) = source.withoutEmphasis(first, last)
    var at = start
    var index = 0
    while index < weekdays.indices.count,
      let found = weekdays.firstAnyCase(from: index, at: start, end: end, in: source)
    {
      index = found.index + 1
      if found.end < end, !source[found.end].isLetterOrDigit { at = source.skipPoints(found.end, end) }
    }
    if source.number(at: at, end: end).digits == 6 {
      guard end - at <= 20, let group = DateTimeGroup.read(ByteRange(at, end), in: source, prosign: false),
        group.defect == .none || group.defect == .zone, source[end - 1].isDigit
      else { return nil }
      return group.day
    }
    if let day = stamped(at, end, in: source, vocabulary) ?? compact(at, end, in: source, vocabulary)
      ?? spelt(at, end, in: source, vocabulary) ?? dotted(at, end, in: source)
    {
      return day
    }
    // `1.2.10` is the number of a section.
    if end - at < 8, !(at..<end).contains(where: { source[$0] == 0x2F }) { return nil }
    guard let date = WrittenDate.read(at: at, end, in: source, vocabulary),
      source.skipBlanks(date.end, end) >= end || isTime(date.end, end, in: source)
    else { return nil }
    return date.day
  }

  /// Whether a range is nothing but a time of day: `0900 EST`, `, 9:00 a.m.`
  private static func isTime(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let hours = source.number(at: source.skipPoints(start, end), end: end)
    var at = hours.end
    if (1...2).contains(hours.digits), at < end, source[at] == 0x3A {
      let minutes = source.number(at: at + 1, end: end)
      guard minutes.digits == 2 else { return false }
      at = minutes.end
    } else if hours.digits != 4 || hours.value > 2400 {
      return false
    }
    return end - at <= 12 && (at..<end).allSatisfy { source[$0].isLetter || source[$0].isOne(of: " ", ".") }
  }

  /// The day of `3MAY16`, `03MAY2016`.
  private static func compact(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    let day = source.number(at: start, end: end)
    var word = day.end
    while word < end, source[word].isLetter { word += 1 }
    guard (1...2).contains(day.digits), word > day.end, let month = vocabulary.months.find(source, day.end, word)
    else { return nil }
    let year = source.number(at: word, end: end)
    guard year.end == end, year.digits == 2 || year.digits == 4 else { return nil }
    let found = year.digits == 2 ? CalendarDay.year(twoDigits: year.value) : year.value
    return CalendarDay(year: found, month: month, day: day.value)
  }

  /// The day of `18-May-2016`, `18th of May 2016`, `18. May 2016`.
  private static func spelt(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    let day = source.number(at: start, end: end)
    guard (1...2).contains(day.digits) else { return nil }
    var at = day.end
    for ending in ["ST", "ND", "RD", "TH"] where source.hasAnyCase(ending, at: at, end: end) { at += 2 }
    at = source.skipSigns(at, end)
    if source.hasAnyCase("OF ", at: at, end: end) { at = source.skipBlanks(at + 3, end) }
    let word = source.wordEnd(at, end)
    guard at > day.end, word > at, let month = vocabulary.months.find(source, at, word) else { return nil }
    let year = source.number(at: source.skipSigns(word, end), end: end)
    guard year.digits == 4, year.end == end else { return nil }
    return CalendarDay(year: year.value, month: month, day: day.value)
  }

  /// The day of `18.05.2016`: where points part the numbers the day stands first. A number of a section has no such year.
  private static func dotted(_ start: Int, _ end: Int, in source: Span<UInt8>) -> CalendarDay? {
    guard end - start == 10, source[start + 2] == 0x2E, source[start + 5] == 0x2E else { return nil }
    let parts = [(0, 2), (3, 2), (6, 4)].map { source.number(at: start + $0.0, end: start + $0.0 + $0.1) }
    guard parts[0].digits == 2, parts[1].digits == 2, parts[2].digits == 4 else { return nil }
    return CalendarDay(year: parts[2].value, month: parts[1].value, day: parts[0].value)
  }

  /// The last day of the month that a line is and nothing else: `May 2016`. What is reckoned from it is never too early.
  static func month(
    _ first: Int, _ last: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    let (start, end) = source.withoutEmphasis(source.skipMark(first, last), last)
    let word = source.wordEnd(start, end)
    guard word > start, let month = vocabulary.months.find(source, start, word) else { return nil }
    let year = source.number(at: source.skipPoints(word, end), end: end)
    guard year.digits == 4, year.end == end else { return nil }
    return (28...31).reversed().lazy.compactMap { CalendarDay(year: year.value, month: month, day: $0) }.first
  }

  /// The day of a stamp with wheels, a digit each: `MAY 0 4 2012`.
  private static func stamped(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    let word = source.wordEnd(start, end)
    let at = source.skipBlanks(word, end)
    guard at + 7 < end, source[at].isDigit, source[at + 1] == 0x20, source[at + 2].isDigit, source[at + 3] == 0x20,
      let month = vocabulary.months.find(source, start, word)
    else { return nil }
    let year = source.number(at: source.skipBlanks(at + 3, end), end: end)
    guard year.digits == 4, year.end == end else { return nil }
    return CalendarDay(year: year.value, month: month, day: Int(source[at] - 0x30) * 10 + Int(source[at + 2] - 0x30))
  }
}

extension Span where Element == UInt8 {
  /// The offset after commas, points and blanks.
  func skipPoints(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i].isOne(of: ",", ".", " ") { i += 1 }
    return i
  }

  /// The offset after points, commas, dashes and blanks.
  fileprivate func skipSigns(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i].isOne(of: ",", ".", " ", "-", "/") { i += 1 }
    return i
  }

  /// The offset after the mark of an unclassified label: `DATE: (U) May 3, 2016`.
  func skipMark(_ at: Int, _ end: Int) -> Int {
    guard has("(U", at: at, end: end) else { return at }
    var i = at + 2
    while i < end, i - at < 24, self[i].isCapital || self[i] == 0x2F || self[i] == 0x20 { i += 1 }
    return i < end && self[i] == 0x29 ? skipBlanks(i + 1, end) : at
  }

  /// A range without the signs of emphasis around it: `*May 3, 2016*`.
  fileprivate func withoutEmphasis(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var (from, to) = (start, end)
    while from + 2 < to, self[from] == 0x2A || self[from] == 0x5F, self[to - 1] == self[from] {
      (from, to) = (from + 1, to - 1)
    }
    return (from, to)
  }
}
