import MarkingModel

/// Format line 5, or the date-time group of a SMART field: `O 140233Z DEC 09` (ACP 121).
struct DateTimeGroup: Sendable, BitwiseCopyable {
  /// What is wrong with it, as the contract names it.
  enum Defect: Sendable {
    case none, shape, day, hour, minute, month, zone, year

    /// As the contract names it.
    var word: Word {
      switch self {
      case .none: .nothing
      case .shape: .shape
      case .day: .day
      case .hour: .hour
      case .minute: .minute
      case .month: .month
      case .zone: .zone
      case .year: .year
      }
    }
  }

  /// Rank of its first prosign; 0 where there is none.
  var rank = 0
  var defect = Defect.none
  /// The date; nil where day, month or year do not make one.
  var day: CalendarDay?
  /// The time, as minutes after 0000Z; nil where there is no such time.
  var minute: Int?
  var repaired = false

  /// The group of a whole line, or nil where it is none: prosigns, digits, the zone, a month and a year, of which one
  /// may be damaged.
  static func read(_ words: LineWords, in source: Span<UInt8>) -> DateTimeGroup? {
    guard words.count >= 2, words.count <= 16 else { return nil }
    var next = 0
    while next < words.count, next < 4, words[next].count <= 2, source.areCapitals(words[next]) { next += 1 }
    // A 0 alone is the O of IMMEDIATE.
    let isMisread = next == 0 && words[0].count == 1 && source[words[0].start] == 0x30
    if isMisread { next = 1 }
    guard next < words.count else { return nil }
    guard var group = read(words.range(from: next), in: source, prosign: next > 0) else { return nil }
    if next > 0 { group.rank = Prosign.rank(isMisread ? 0x4F : source[words[0].start]) }
    if isMisread { group.repaired = true }
    return group
  }

  /// The group that begins a range; what follows the year is not looked at.
  static func read(_ range: ByteRange, in source: Span<UInt8>, prosign: Bool) -> DateTimeGroup? {
    var group = DateTimeGroup()
    var at = range.start
    guard let time = group.readTime(&at, range.end, in: source) else { return nil }
    let zone =
      isZone(at, range.end, after: time.digits, in: source)
      ? group.repairZone(&at) : readZone(&at, range.end, in: source)
    let month = group.readMonth(&at, range.end, in: source)
    // Four signs make a group: prosign, six digits, zone and month. Two of them must be there.
    var signs = 0
    if prosign { signs += 1 }
    if time.digits == 6 { signs += 1 }
    if zone == 0x5A { signs += 1 }
    if month.number != nil { signs += 1 }
    guard signs >= 2, zone != nil || month.isWord else { return nil }
    let year = group.readYear(&at, range.end, in: source)
    group.judge(time.value, digits: time.digits, zone: zone, month: month.number, year: year)
    return group
  }

  private mutating func judge(_ time: Int, digits: Int, zone: UInt8?, month: Int?, year: Int?) {
    let day = time / 10_000
    let hour = time / 100 % 100
    let minute = time % 100
    if digits == 6 {
      if hour < 24, minute < 60 { self.minute = hour * 60 + minute }
      if let month, let year { self.day = CalendarDay(year: year, month: month, day: day) }
    }
    let longest = month.map { CalendarDay.days(month: $0, of: year ?? 2000) } ?? 31
    if digits != 6 {
      defect = .shape
    } else if day < 1 || day > longest {
      defect = .day
    } else if hour > 23 {
      defect = .hour
    } else if minute > 59 {
      defect = .minute
    } else if month == nil {
      defect = .month
    } else if zone != 0x5A {
      defect = .zone
    } else if year == nil {
      defect = .year
    }
  }

  /// The digits of day, hour and minute; letters that stand for digits are read as such within the first six.
  private mutating func readTime(
    _ at: inout Int, _ end: Int, in source: Span<UInt8>
  ) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    var real = 0
    while at < end, digits < 9, let digit = OCR.digit(source[at]) {
      if digit.repaired {
        guard digits < 6 else { break }
        // A Z after the digits is the zone, not a 2.
        if source[at].capital == 0x5A, at + 1 >= end || OCR.digit(source[at + 1]) == nil { break }
      } else {
        if Self.isZone(at, end, after: digits, in: source) { break }
        real += 1
      }
      value = value * 10 + digit.value
      digits += 1
      at += 1
    }
    guard real >= 3, digits >= 4, digits <= 8 else { return nil }
    if digits != real { repaired = true }
    return (value, digits)
  }

  /// Whether a 2 behind six digits is the Z of the zone: the month follows.
  private static func isZone(_ at: Int, _ end: Int, after digits: Int, in source: Span<UInt8>) -> Bool {
    guard digits == 6, at + 4 < end, source[at] == 0x32, source[at + 1] == 0x20 else { return false }
    let month = source.skipBlanks(at + 1, end)
    return month + 3 <= end && Month.number(ByteRange(month, month + 3), in: source) != nil
  }

  private mutating func repairZone(_ at: inout Int) -> UInt8? {
    repaired = true
    at += 1
    return 0x5A
  }

  /// The letter of the zone: it stands alone or directly before the month.
  private static func readZone(_ at: inout Int, _ end: Int, in source: Span<UInt8>) -> UInt8? {
    let start = source.skipBlanks(at, end)
    guard start < end, source[start].isLetter else { return nil }
    var after = start
    while after < end, source[after].isLetter { after += 1 }
    // `Z`, or `ZDEC`: the zone and a month of at least three letters run together.
    guard after == start + 1 || after >= start + 4 && Month.number(ByteRange(start + 1, after), in: source) != nil
    else {
      return nil
    }
    at = start + 1
    return source[start].capital
  }

  /// The month; `isWord` where a word of letters stands in its place.
  private mutating func readMonth(
    _ at: inout Int, _ end: Int, in source: Span<UInt8>
  ) -> (number: Int?, isWord: Bool) {
    let start = source.skipBlanks(at, end)
    var after = start
    while after < end, source.blank(at: after, end: end) == 0, after - start < 12 {
      // The year may be glued to the month (`DEC09`).
      if source[after].isDigit, after >= start + 3 { break }
      after += 1
    }
    let word = ByteRange(start, after)
    guard word.count >= 3, source[start].isLetter || source[start + 1].isLetter else { return (nil, false) }
    at = after
    if let number = Month.number(word, in: source) { return (number, true) }
    guard let number = Month.repairedNumber(word, in: source) else { return (nil, true) }
    repaired = true
    return (number, true)
  }

  private mutating func readYear(_ at: inout Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    let start = source.skipBlanks(at, end)
    var after = start
    while after < end, source[after].isLetterOrDigit, after - start < 5 { after += 1 }
    guard let number = OCR.number(ByteRange(start, after), in: source) else { return nil }
    if number.repaired { repaired = true }
    switch number.digits {
    case 2: return CalendarDay.year(twoDigits: number.value)
    case 4 where number.value >= 1900 && number.value < 2100: return number.value
    default: return nil
    }
  }
}

/// The months as telegrams write them: three letters or the whole name.
enum Month {
  private static let letters: [UInt8] = Array("JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC".utf8)
  private static let names = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ]

  /// 1 to 12, or nil where the word is no month.
  static func number(_ word: ByteRange, in source: Span<UInt8>) -> Int? {
    find(word, in: source) { $0.isLetter ? $0.capital : nil }
  }

  /// The same, OCR slips repaired (`0CT`).
  static func repairedNumber(_ word: ByteRange, in source: Span<UInt8>) -> Int? {
    find(word, in: source) { OCR.letter($0)?.value }
  }

  private static func find(_ word: ByteRange, in source: Span<UInt8>, _ letter: (UInt8) -> UInt8?) -> Int? {
    guard word.count >= 3, let a = letter(source[word.start]), let b = letter(source[word.start + 1]),
      let c = letter(source[word.start + 2])
    else { return nil }
    for month in 0..<12 where letters[month * 3] == a && letters[month * 3 + 1] == b && letters[month * 3 + 2] == c {
      if word.count == 3 || source.equals(word, names[month]) || month == 8 && source.equals(word, "SEPT") {
        return month + 1
      }
    }
    return nil
  }
}
