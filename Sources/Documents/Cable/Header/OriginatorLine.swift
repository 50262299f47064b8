import MarkingModel

/// Format line 3: `DE RUEHPF #0907/01 3480233`, the originator's indicator, station serial, section and filing time.
struct OriginatorLine: Sendable, BitwiseCopyable {
  var wellFormed: Bool
  /// The word in the place of the routing indicator, if there is one.
  var written: ByteRange?
  /// Its index among the indicators of the transmission.
  var indicator: Int?
  var serial: Int?
  /// How many digits the serial has; four as a rule.
  var serialDigits = 0
  var section: Int?
  /// The Julian day of the filing time.
  var julian: Int?
  /// Whether there is such a time of filing; nil where none is given.
  var timeValid: Bool? { julian.map { _ in minute != nil } }
  /// The time of filing, as minutes after 0000Z; nil where there is no such time.
  var minute: Int?
  var repaired = false

  /// The line, or nil where it is none: DE, then an indicator or a serial with its mark.
  static func read(_ words: LineWords, in source: Span<UInt8>) -> OriginatorLine? {
    guard words.count >= 2, words.count <= 12, source.equals(words[0], "DE") else { return nil }
    let indicator = RoutingIndicator.isLike(words[1], in: source) || isDamagedIndicator(words, in: source)
    guard indicator || source[words[1].start] == 0x23 else { return nil }
    var line = OriginatorLine(wellFormed: indicator && RoutingIndicator.isWellFormed(words[1], in: source))
    if indicator { line.written = words[1] }
    var next = indicator ? 2 : 1
    if next < words.count { line.readSerial(words[next], in: source) } else { line.wellFormed = false }
    next += 1
    // The mark may stand apart from the serial: `DE RUEHC # 3577`.
    if line.serial == nil, next < words.count {
      line.readSerial(words[next], in: source)
      next += 1
      line.wellFormed = false
    }
    if next < words.count { line.readTime(words[next], in: source) } else { line.wellFormed = false }
    return line
  }

  /// Whether another word stands in the place of the indicator: the serial with its mark follows, as in nothing else
  /// that begins with DE.
  private static func isDamagedIndicator(_ words: LineWords, in source: Span<UInt8>) -> Bool {
    guard words.count >= 3, words[1].count <= 16, words[2].count >= 4, source[words[2].start] == 0x23 else {
      return false
    }
    for i in words[1].start..<words[1].end where !source[i].isLetterOrDigit { return false }
    return source[words[2].start + 1].isDigit
  }

  /// `#0907/01`.
  private mutating func readSerial(_ word: ByteRange, in source: Span<UInt8>) {
    var at = word.start
    if source[at] == 0x23 { at += 1 } else { wellFormed = false }
    var slash = at
    while slash < word.end, source[slash] != 0x2F { slash += 1 }
    guard let number = OCR.number(ByteRange(at, slash), in: source) else {
      wellFormed = false
      return
    }
    serial = number.value
    serialDigits = number.digits
    repaired = repaired || number.repaired
    if !(4...5).contains(number.digits) { wellFormed = false }
    guard slash < word.end else { return }
    guard let part = OCR.number(ByteRange(slash + 1, word.end), in: source) else {
      wellFormed = false
      return
    }
    section = part.value
    repaired = repaired || part.repaired
    if part.digits != 2 { wellFormed = false }
  }

  /// `3480233`, also with the letter of the zone.
  private mutating func readTime(_ word: ByteRange, in source: Span<UInt8>) {
    var end = word.end
    if end - word.start == 8, source[end - 1].capital == 0x5A { end -= 1 }
    guard let number = OCR.number(ByteRange(word.start, end), in: source), number.digits == 7 else {
      wellFormed = false
      return
    }
    repaired = repaired || number.repaired
    julian = number.value / 10_000
    let hour = number.value / 100 % 100
    let minute = number.value % 100
    if hour < 24, minute < 60 { self.minute = hour * 60 + minute } else { wellFormed = false }
  }

  /// Whether the Julian day exists in the year of the date-time group (in any year where that is not known).
  func julianValid(year: Int?) -> Bool? {
    julian.map { $0 >= 1 && $0 <= (year.map(CalendarDay.isLeap) ?? true ? 366 : 365) }
  }

  /// Days from the day of the date-time group to the Julian day; near a turn of the year the nearer one.
  func dayDifference(from day: CalendarDay) -> Int? {
    guard let julian, (1...366).contains(julian) else { return nil }
    let length = CalendarDay.isLeap(day.year) ? 366 : 365
    let lengthBefore = CalendarDay.isLeap(day.year - 1) ? 366 : 365
    let difference = julian - day.dayOfYear
    if difference < -length / 2 { return difference + length }
    if difference > length / 2 { return difference - lengthBefore }
    return difference
  }
}
