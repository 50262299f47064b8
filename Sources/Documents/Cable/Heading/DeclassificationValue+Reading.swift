import MarkingGrammar
import MarkingModel

// Reads what an E.O. line says: a date, an event, a schedule, or an exemption in place of one.
extension DeclassificationValue {
  /// Reads a value.
  static func read(_ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary)
    -> DeclassificationValue
  {
    let at = skipPunctuation(range.start, range.end, in: source)
    guard at < range.end else { return DeclassificationValue(kind: .empty) }
    let range = ByteRange(at, range.end)
    if let value = notApplicable(range, in: source) { return value }
    if let value = keyword(range, in: source, vocabulary) { return value }
    if let value = special(range, in: source, vocabulary) { return value }
    if let date = WrittenDate.read(at: range.start, range.end, in: source, vocabulary) {
      return dated(.decl, nil, date)
    }
    return DeclassificationValue(kind: .unknown)
  }

  /// `N/A`, `NA`, `N.A.`, `NOT APPLICABLE`, and the slips `M/A`, `/A`, `N/ A`.
  private static func notApplicable(_ range: ByteRange, in source: Span<UInt8>) -> DeclassificationValue? {
    if source.hasWordAnyCase("NOT APPLICABLE", at: range.start, end: range.end) {
      return DeclassificationValue(kind: .na)
    }
    var at = range.start
    var repaired = false
    let first = source[at].capital
    if first == 0x4E || first == 0x4D {
      repaired = first == 0x4D
      at += 1
    } else if first != 0x2F {
      return nil
    } else {
      repaired = true
    }
    var slash = false
    while at < range.end, at - range.start < 5, source[at].isOne(of: "/", ".", "\\", " ", "-") {
      if source[at] != 0x20 { slash = true }
      at += 1
    }
    guard at < range.end, source[at].capital == 0x41, at + 1 >= range.end || !source[at + 1].isLetterOrDigit,
      slash || !repaired && at == range.start + 1
    else { return nil }
    return DeclassificationValue(kind: .na, repaired: repaired)
  }

  /// `DECL: …`, `GDS …`, `XGDS-1 …` and the like.
  static func keyword(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue? {
    let (word, rest) = firstWord(range, in: source)
    let end = range.end
    if source.equals(word, "DECL") || source.equals(word, "DECLAS") || source.equals(word, "DECLASSIFY") {
      let on = source.hasWordAnyCase("ON", at: rest, end: end) ? skipPunctuation(rest + 2, end, in: source) : rest
      return declassified(.decl, ByteRange(on, end), in: source, vocabulary)
    }
    if source.equals(word, "DNG") { return downgraded(ByteRange(rest, end), in: source, vocabulary) }
    return schedule(range, in: source, vocabulary)
  }

  /// The schedules of the orders of 1972 and 1978: `GDS …`, `XGDS-1 …`, `RDS-1 …`.
  private static func schedule(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue? {
    let (word, rest) = firstWord(range, in: source)
    let end = range.end
    if source.equals(word, "GDS") { return scheduled(.gds, .gds, rest, end, in: source, vocabulary) }
    if source.equals(word, "ADS") { return scheduled(.ads, .ads, rest, end, in: source, vocabulary) }
    if source.equals(word, "RDS") { return scheduled(.rds, .rds, rest, end, in: source, vocabulary) }
    if source.equals(word, "XGDS") || source.equals(word, "XDS") {
      guard isExemption(word.end, end, in: source) else { return DeclassificationValue(kind: .unknown) }
      return scheduled(.xgds, .xgds, rest, end, in: source, vocabulary)
    }
    return nil
  }

  /// The letters that a value begins with, and where what follows them and the number of a schedule begins.
  private static func firstWord(_ range: ByteRange, in source: Span<UInt8>) -> (word: ByteRange, rest: Int) {
    var after = range.start
    while after < range.end, source[after].isLetter { after += 1 }
    let rest = skipPunctuation(skipGroup(after, range.end, in: source), range.end, in: source)
    return (ByteRange(range.start, after), rest)
  }

  /// The number of a schedule (`XGDS-1`, `RDS-3`, `XGDS(2)`) after its keyword.
  private static func skipGroup(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    guard at + 1 < end, source[at] == 0x2D || source[at] == 0x28 else { return at }
    let number = source.number(at: at + 1, end: end)
    guard number.digits == 1 else { return at }
    return number.end < end && source[number.end] == 0x29 ? number.end + 1 : number.end
  }

  /// Whether one of the four exemptions of the order of 1972 follows its keyword, or no number.
  private static func isExemption(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at + 1 < end, source[at] == 0x2D || source[at] == 0x28 else { return true }
    let number = source.number(at: at + 1, end: end)
    // A date may follow the hyphen.
    guard number.digits > 0, number.end >= end || !source[number.end].isOne(of: "/", "-") else { return true }
    return (1...4).contains(number.value)
  }

  /// What follows DECL or DNG: a date, or what stands in place of one.
  static func declassified(
    _ keyword: Keyword, _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue {
    guard !range.isEmpty else { return DeclassificationValue(kind: .empty, keyword: keyword) }
    if var value = notApplicable(range, in: source) ?? special(range, in: source, vocabulary)
      ?? schedule(range, in: source, vocabulary)
    {
      value.keyword = keyword
      return value
    }
    if let date = WrittenDate.read(at: range.start, range.end, in: source, vocabulary) {
      return dated(.decl, keyword, date)
    }
    if isCode(range, in: source) || isNever(range, in: source) {
      return DeclassificationValue(kind: .unknown, keyword: keyword)
    }
    if isEvent(range, in: source) { return DeclassificationValue(kind: .event, keyword: keyword) }
    // One word may be an event, too; digits that make no date are a date out of shape.
    for i in range.start..<min(range.end, range.start + 12) where source[i].isDigit {
      return DeclassificationValue(kind: .decl, keyword: keyword, dateDefect: .shape)
    }
    return DeclassificationValue(kind: source[range.start].isLetter ? .event : .decl, keyword: keyword)
  }

  /// Whether a value begins with a word and has another: `AFTER THE 2017 ELECTION`. What stands in parentheses is a name.
  private static func isEvent(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    guard source[range.start].isLetter else { return false }
    var words = 0
    var at = range.start
    while at < range.end, source[at] != 0x28 {
      var after = at
      while after < range.end, source[after].isLetter { after += 1 }
      if after - at >= 3 { words += 1 }
      if words == 2 { return true }
      at = max(after, at + 1)
    }
    return false
  }

  /// Whether a value is written like an exemption: a letter and digits alone (`X9`), or digits with an X (`26X1`). No
  /// order has such a one, and an event is told in words.
  private static func isCode(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    let end = source.trimmedEnd(range.start, range.end)
    var after = range.start
    var digits = 0
    while after < end, source[after].isLetterOrDigit || source[after] == 0x2D {
      if source[after].isDigit { digits += 1 }
      after += 1
    }
    // More digits are a date.
    if source[range.start].isLetter { return (1...2).contains(digits) && (after == end || source[after] == 0x2E) }
    let number = source.number(at: range.start, end: after)
    return number.digits > 0 && number.end < after && source[number.end].capital == 0x58
  }

  private static func scheduled(
    _ kind: Kind, _ keyword: Keyword, _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue {
    guard at < end, let date = WrittenDate.read(at: at, end, in: source, vocabulary) else {
      return DeclassificationValue(kind: kind, keyword: keyword)
    }
    return dated(kind, keyword, date)
  }

  /// OADR, X1 to X8, MR, 25X…, 50X…, DNI ONLY, or a control in place of a value.
  private static func special(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> DeclassificationValue? {
    let end = range.end
    let after = source.wordEnd(range.start, end)
    let word = ByteRange(range.start, after)
    if source.equals(word, "OADR") || source.equals(word, "0ADR") {
      return DeclassificationValue(kind: .oadr, repaired: !source[word.start].isLetter)
    }
    if source.hasWordAnyCase("ORIGINATING AGENCY", at: word.start, end: end) {
      return DeclassificationValue(kind: .oadr)
    }
    if source.equals(word, "MR") || source.hasWordAnyCase("MANUAL REVIEW", at: word.start, end: end) {
      return DeclassificationValue(kind: .mr)
    }
    if (2...4).contains(word.count), isOnly(after, end, in: source) { return DeclassificationValue(kind: .only) }
    // X5 is in section 1.6 of the order, and many telegrams say so: `DECL: 1.6X5`, `DECL: 1.6 X5`.
    if source.has("1.6", at: range.start, end: end) {
      let start = skipPunctuation(range.start + 3, end, in: source)
      let number = ByteRange(start, source.wordEnd(start, end))
      if isX(number, in: source) {
        return DeclassificationValue(kind: .x, exemption: number)
      }
    }
    if isX(word, in: source) { return DeclassificationValue(kind: .x, exemption: word) }
    if isCategory(word, in: source) {
      var tail = after
      if tail < end, source[tail] == 0x2D { tail = source.wordEnd(tail + 1, end) }
      let kind: Kind = source[word.start] == 0x32 ? .twentyFiveX : .fiftyX
      var value = DeclassificationValue(kind: kind, exemption: ByteRange(word.start, tail))
      let next = skipPunctuation(tail, end, in: source)
      if next < end { value.day = WrittenDate.read(at: next, end, in: source, vocabulary)?.day }
      return value
    }
    if let match = vocabulary.levels.longest(in: source, at: range.start, end: end), match.word.control != .none {
      return DeclassificationValue(kind: .control)
    }
    return nil
  }

  /// X1 to X8 of the order of 1995.
  private static func isX(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    word.count == 2 && source[word.start].capital == 0x58 && (0x31...0x38).contains(source[word.start + 1])
  }

  /// 25X or 50X with the number of a category, 1 to 9; letters may be glued to it.
  private static func isCategory(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard word.count >= 4, (0x31...0x39).contains(source[word.start + 3]),
      source.hasAnyCase("25X", at: word.start, end: word.end) || source.hasAnyCase("50X", at: word.start, end: word.end)
    else { return false }
    return word.count == 4 || source[word.start + 4].isLetter
  }

  /// Whether nothing but ONLY follows, as in DNI ONLY.
  private static func isOnly(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let start = source.skipBlanks(at, end)
    guard source.hasWordAnyCase("ONLY", at: start, end: end) else { return false }
    return skipPunctuation(start + 4, end, in: source) >= end
  }

  private static func dated(_ kind: Kind, _ keyword: Keyword?, _ date: WrittenDate) -> DeclassificationValue {
    DeclassificationValue(
      kind: kind, keyword: keyword, dateDefect: date.day == nil ? .impossible : DateDefect.none, day: date.day)
  }

  static func skipPunctuation(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    while i < end {
      let width = source.blank(at: i, end: end)
      if width > 0 { i += width } else if source[i].isOne(of: ":", ";", ",", ".", "-") { i += 1 } else { break }
    }
    return i
  }
}
