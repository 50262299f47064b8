import MarkingGrammar

/// What stands behind `Declassify On` (32 CFR 2001.21(a)(4), .22(e), .26).
struct DeclassifyOn: Sendable {
  /// Words of events that come when somebody wants them to: no happening ends anything.
  private static let vagueWords = PhraseList([
    "NO LONGER SENSITIVE", "WHEN DIRECTED", "TO BE DETERMINED", "NO LONGER REQUIRED", "NO LONGER NEEDED", "AS DIRECTED",
    "NOTIFICATION BY", "NOTIFICATION FROM", "NOTIFICATION OF THE ORIGINATOR", "NOTIFIED", "FURTHER NOTICE",
    "BY THE ORIGINATOR", "BY ORIGINATOR", "DISCRETION", "WHEN AUTHORIZED", "WHEN APPROPRIATE", "AS APPROPRIATE",
    "UPON REQUEST", "UPON REVIEW", "WHEN NO LONGER",
  ])
  /// Those that events have in their names, too: `Completion of the permanent pier`.
  private static let vagueAlone = PhraseList([
    "NEVER", "PERMANENT", "PERMANENTLY", "NONE", "INDEFINITE", "INDEFINITELY", "TBD", "UNKNOWN",
  ])
  private static let nothings = PhraseList(["N/A", "NA", "NOT APPLICABLE"])
  private static let agreements = PhraseList(["TREATY", "INTERNATIONAL AGREEMENT"])
  private static let directors = PhraseList(["DCI ONLY", "DNI ONLY"])
  private static let lastingSuffixes = PhraseList(["-HUM", "-WMD"])
  private static let imageryOrders = PhraseList(["EO 12951", "E.O. 12951", "E.O.12951"])
  private static let exclusions = PhraseList(["N/A TO", "NOT APPLICABLE TO", "N/A FOR", "NOT APPLICABLE FOR"])
  enum Kind: String, Sendable {
    case none, date, event, vague
    case twentyFiveX = "25x"
    case fiftyX = "50x"
    case seventyFiveX = "75x"
    /// 50X1-HUM, 50X2-WMD.
    case lasting
    /// One that there is not: `50X2-HUM`.
    case unknown
    /// `N/A to RD portions. See source list for NSI portions.`
    case notApplicable = "na"
    case oadr, mr, x, treaty
    /// `25X1-human`, retired in 2012.
    case human
    case sourceMarked = "source-marked"
    case directorOnly = "director-only"
  }

  var kind = Kind.none
  var day: CalendarDay?
  /// Whether a date is written in another way than yyyymmdd.
  var isOutOfShape = false
  /// Whether digits stand for a day that does not exist.
  var isImpossible = false
  /// The number of the exemption: 1 of `25X1`.
  var number: Int?
  /// Whether a date or an event stands behind the exemption.
  var hasCompanion = false
  /// `25X1, EO 12951`.
  var isImagery = false
  /// How many values stand there: one is right.
  var values = 0
  var speaksOfRD = false
  var speaksOfFRD = false
  var speaksOfTFNI = false
  var speaksOfNATO = false
  /// Whether the sentence sends the reader to the source list.
  var seesSourceList = false

  init(_ words: FoldedWords, _ vocabulary: borrowing Vocabulary) {
    let text = words.bytes.span
    // The date of the source says nothing of when this ends.
    let count = words.find("DATE OF SOURCE") ?? words.find("DATE OF MOST RECENT SOURCE") ?? words.count
    guard words.wordCount > 0 else { return }
    values = 1
    if words.begin(oneOf: Self.exclusions) {
      kind = .notApplicable
      speaksOfFRD = words.contains("FRD") || words.contains("FORMERLY RESTRICTED DATA")
      speaksOfRD = words.contains("RD") || !speaksOfFRD && words.contains("RESTRICTED DATA")
      speaksOfTFNI = words.contains("TFNI")
      speaksOfNATO = words.contains("NATO")
      seesSourceList = words.contains("SOURCE LIST")
      return
    }
    // Without what it does not apply to.
    if words.are(oneOf: Self.nothings) {
      kind = .notApplicable
      return
    }
    // The date behind it is that of the source.
    if words.contains("SOURCE MARKED") || words.contains("SOURCES MARKED") {
      kind = words.contains("OADR") ? .oadr : .sourceMarked
      return
    }
    var exemptions = 0
    var dates = 0
    var i = 0
    while i < count {
      guard i == 0 || !text[i - 1].isLetterOrDigit else {
        i += 1
        continue
      }
      if let (found, value, next) = Self.exemption(at: i, words) {
        exemptions += 1
        if exemptions == 1 { (kind, number) = (found, value) }
        i = next
      } else if text[i].isDigit, let date = Self.date(at: i, words, vocabulary) {
        dates += 1
        if dates == 1 { take(date) }
        i = max(date.end, i + 1)
      } else if text[i].isLetter, let date = WrittenDate.read(at: i, count, in: text, vocabulary) {
        dates += 1
        if dates == 1 {
          day = date.day
          isOutOfShape = true
        }
        i = max(date.end, i + 1)
      } else {
        i += 1
      }
    }
    isImagery = words.contains(oneOf: Self.imageryOrders)
    if exemptions > 0 {
      // No date behind it makes that an instruction.
      if words.contains("SUBJECT TO"), words.contains(oneOf: Self.agreements) { kind = .treaty }
      hasCompanion = dates > 0 || isImagery || Self.hasWords(words, after: exemptions)
      values = max(exemptions, 1) + max(dates - 1, 0)
      return
    }
    // `203605`, `2036-05`, `May 2036`: a date without its day.
    if dates == 0, Self.isPartOfDate(words, vocabulary) { (dates, isOutOfShape) = (1, true) }
    kind = Self.retired(words) ?? (dates > 0 ? .date : Self.isVague(words) ? .vague : .event)
    // `20360518 or completion of the tests` are two.
    if kind == .date { values = dates == 1 && words.contains("OR") ? 2 : dates }
  }

  /// Whether nothing but digits, and a month before them, stand there.
  private static func isPartOfDate(_ words: FoldedWords, _ vocabulary: borrowing Vocabulary) -> Bool {
    let text = words.bytes.span
    if DocumentDate.month(text.skipBlanks(0, words.count), text.trimmedEnd(0, words.count), in: text, vocabulary) != nil
    {
      return true
    }
    let digits = words.bytes.count(where: \.isDigit)
    return (4...9).contains(digits) && words.bytes.allSatisfy { $0.isDigit || $0.isOne(of: "-", "/", ".", " ") }
  }

  private mutating func take(_ date: (day: CalendarDay?, end: Int, isCompact: Bool)) {
    day = date.day
    isImpossible = date.day == nil
    isOutOfShape = !date.isCompact
  }

  private static func date(
    at i: Int, _ words: FoldedWords, _ vocabulary: borrowing Vocabulary
  ) -> (day: CalendarDay?, end: Int, isCompact: Bool)? {
    let text = words.bytes.span
    let number = text.number(at: i, end: words.count)
    if number.digits == 8 {
      return (CalendarDay(number: number.value), number.end, true)
    }
    guard let date = WrittenDate.read(at: i, words.count, in: text, vocabulary) else { return nil }
    return (date.day, date.end, false)
  }

  /// `25X1`, `50X1-HUM`, `75X2`, `25X1-HUMAN`: what it is, its number and the offset after it.
  private static func exemption(at i: Int, _ words: FoldedWords) -> (Kind, Int?, Int)? {
    let kind: Kind
    if words.begin("25X", at: i) {
      kind = .twentyFiveX
    } else if words.begin("50X", at: i) {
      kind = .fiftyX
    } else if words.begin("75X", at: i) {
      kind = .seventyFiveX
    } else {
      return nil
    }
    let number = words.bytes.span.number(at: i + 3, end: words.count)
    if words.begin("-HUMAN", at: number.end) { return (.human, number.value, number.end + 6) }
    if kind == .twentyFiveX, words.begin("-HUM", at: number.end) { return (.human, number.value, number.end + 4) }
    if kind == .fiftyX, words.begin(oneOf: Self.lastingSuffixes, at: number.end) {
      // 1 is about human sources, 2 about weapons of mass destruction.
      let isOne = number.value == (words.begin("-HUM", at: number.end) ? 1 : 2)
      return (isOne ? .lasting : .unknown, number.value, number.end + 4)
    }
    // What may be kept for more than 75 years need not be one of the nine: `75X, 20850503` (32 CFR 2001.26(c)).
    return (kind, kind == .seventyFiveX && number.digits == 0 ? nil : number.value, number.end)
  }

  /// Whether words that are no exemption and no order stand there: an event.
  private static func hasWords(_ words: FoldedWords, after exemptions: Int) -> Bool {
    words.wordCount > exemptions + 1
  }

  /// Instructions that no new document may carry (32 CFR 2001.22(e)(3), 2001.26(a)(6)).
  private static func retired(_ words: FoldedWords) -> Kind? {
    if words.contains("OADR") || words.contains("DETERMINATION REQUIRED") { return .oadr }
    if words.are("MR") || words.contains("MANUAL REVIEW") { return .mr }
    if words.contains(oneOf: Self.directors) { return .directorOnly }
    if words.contains(oneOf: Self.agreements) { return .treaty }
    let text = words.bytes.span
    let at = text.skipBlanks(0, words.count)
    if at + 1 < words.count, text[at] == 0x58, text[at + 1] &- 0x31 < 8,
      at + 2 >= words.count || !text[at + 2].isLetterOrDigit
    {
      return .x
    }
    return nil
  }

  private static func isVague(_ words: FoldedWords) -> Bool {
    if words.contains(oneOf: Self.vagueWords) || words.are(oneOf: Self.vagueAlone) { return true }
    // An exemption that no order had: `X9`.
    let text = words.bytes.span
    let at = text.skipBlanks(0, words.count)
    return at + 1 < words.count && text[at] == 0x58 && text.number(at: at + 1, end: words.count).end >= words.count
  }
}
