import MarkingGrammar
import MarkingModel

/// The classification authority block of a document (32 CFR 2001.21(a), .22; C16 p31–35).
struct AuthorityBlock: Sendable {
  private static let titles = PhraseList([
    "CHIEF", "DIRECTOR", "DEPUTY", "SECRETARY", "AMBASSADOR", "COMMANDER", "OFFICER", "HEAD", "MANAGER", "PRESIDENT",
    "ADVISOR", "COUNSELOR", "ADMINISTRATOR", "ASSISTANT", "ANALYST", "COMMISSIONER", "DCM", "PDAS", "DAS",
    "CHARGE", "CHARG", "CONSUL", "ATTACHE", "MINISTER", "COUNSEL", "SUPERVISOR",
  ])
  /// How an order is named behind the section that gives the reason: `1.4(c), E.O. 13526`.
  private static let orders = PhraseList(["E.O", "EO", "EXECUTIVE ORDER", "OF E.O", "OF EO", "OF EXECUTIVE", "OF THE"])
  private static let multiples = PhraseList(["MULTIPLE SOURCES", "MULTIPLE", "MULTI"])
  private static let agencies = PhraseList([
    "DEPARTMENT", "DEPT", "AGENCY", "OFFICE OF", "BUREAU", "COMMAND", "DIVISION", "DIRECTORATE", "EMBASSY", "CENTER",
    "U.S.", "DOD", "CIA", "NSA", "DIA", "NGA", "ODNI", "NRO", "FBI", "DHS", "USAF", "USA", "USN",
  ])
  enum Source: String, Sendable { case none, multiple, named, vague }

  var block: LabelBlock
  var page = 1
  var hasBy: Bool
  var hasName = false
  /// Whether a position stands with the name, or a personal identifier for both.
  var hasPosition = false
  var hasAgency = false
  var hasReason: Bool
  /// How many of the categories (a) to (h) the reason names.
  var letters = 0
  var isReasonWellFormed = false
  var isDerived: Bool
  var source = Source.none
  var isSourceDated = false
  /// How many `Declassify On` there are.
  var instructions = 0
  var declassifyOn: DeclassifyOn
  /// The sources that the document lists, where it does.
  var sources: SourceList?

  init(_ block: LabelBlock, _ vocabulary: borrowing Vocabulary) {
    self.block = block
    hasBy = block.has(.classifiedBy)
    hasReason = block.has(.reason)
    isDerived = block.has(.derivedFrom)
    instructions = block.fields.count { $0.label == .declassifyOn }
    declassifyOn = DeclassifyOn(block.value(of: .declassifyOn) ?? FoldedWords(), vocabulary)
    if let words = block.value(of: .classifiedBy) { readName(words) }
    if let words = block.value(of: .reason) { readReason(words) }
    guard let words = block.value(of: .derivedFrom) else { return }
    readSource(words, vocabulary)
    // A number that one person has needs no more than whose guide it was; a position exists in many offices.
    if let name = block.value(of: .classifiedBy), name.wordCount == 1, name.bytes.contains(where: \.isDigit) {
      hasAgency = hasAgency || words.contains(oneOf: Self.agencies)
    }
  }

  private mutating func readName(_ words: FoldedWords) {
    hasName = words.wordCount > 0
    let digits = words.bytes.contains(where: \.isDigit)
    let commas = words.bytes.count { $0 == 0x2C || $0 == 0x3B }
    hasPosition = digits || commas > 0 || words.contains(oneOf: Self.titles)
    hasAgency = commas > 1 || words.contains(oneOf: Self.agencies)
  }

  /// `1.4(c)`, `E.O. 13526 1.4 (b) and (d)`, `1.4b`, `1.4(c), E.O. 13526`.
  private mutating func readReason(_ words: FoldedWords) {
    let text = words.bytes.span
    // 1.5 is the section of an order that has ended.
    guard let at = words.find("1.4") else { return }
    isReasonWellFormed = true
    var i = at + 3
    while i < words.count {
      let byte = text[i]
      if byte.isCapital, !text[i - 1].isLetterOrDigit, words.begin(oneOf: Self.orders, at: i) { break }
      let isAlone =
        (i == at + 3 || !text[i - 1].isLetterOrDigit) && (i + 1 >= words.count || !text[i + 1].isLetterOrDigit)
      if byte.isCapital, isAlone, byte != 0x41 || text[i - 1] == 0x28 || i == at + 3 {
        if byte <= 0x48 { letters += 1 } else { isReasonWellFormed = false }
      }
      i += 1
    }
    if letters == 0 { isReasonWellFormed = false }
  }

  private mutating func readSource(_ words: FoldedWords, _ vocabulary: borrowing Vocabulary) {
    if words.begin(oneOf: Self.multiples) {
      source = .multiple
      return
    }
    let text = words.bytes.span
    for i in 0..<words.count where text[i].isDigit && (i == 0 || !text[i - 1].isDigit) {
      let number = text.number(at: i, end: words.count)
      if number.digits == 8 && CalendarDay(number: number.value) != nil
        || number.digits == 4 && (1900...2100).contains(number.value)
        || WrittenDate.read(at: i, words.count, in: text, vocabulary)?.day != nil
      {
        isSourceDated = true
      }
    }
    source = words.wordCount < 2 ? .vague : .named
  }

  /// Adds its node. `day` is the document's, `released` the day of its release where one is stamped on it.
  func write(
    into document: inout DocumentWriter, _ ruler: inout Ruler, day: CalendarDay?, released: CalendarDay?,
    place: String, isDuplicate: Bool, in source: Span<UInt8>
  ) {
    let first = block.fields[0]
    let at = ruler.place(ByteRange(first.start, block.end), on: first.line, in: source)
    let node = document.add(.authorityBlock, to: 0, at: at.range, at.position)
    document.set(.kind, isDerived ? "derivative" : "original")
    document.set(.page, page)
    document.set(.place, place)
    document.set(.by, hasBy)
    document.set(.name, hasName)
    document.set(.position, hasPosition)
    document.set(.agency, hasAgency)
    document.set(.hasReason, hasReason)
    document.set(.letters, letters)
    document.set(.wellFormed, isReasonWellFormed)
    document.set(.derivedFrom, isDerived)
    document.set(.source, self.source.rawValue)
    document.set(.dated, isSourceDated)
    document.set(.instructions, instructions)
    document.set(.duplicate, isDuplicate)
    if let sources, !sources.isElsewhere {
      document.set(.sources, sources.count)
      document.set(.nested, sources.hasMultiple)
      if let isLongest = sources.isLongest(declassifyOn) { document.set(.longest, isLongest) }
    }
    write(declassifyOn, into: &document, day: day, released: released)
    for label in [BlockLabel.classifiedBy, .reason, .derivedFrom, .declassifyOn] {
      guard let field = block.fields.first(where: { $0.label == label }) else { continue }
      let at = ruler.place(ByteRange(field.start, field.line.end), on: field.line, in: source)
      document.add(.authorityLine, to: node, at: at.range, at.position)
      document.set(.label, label.word)
    }
    for field in block.repeatedFields {
      let at = ruler.place(ByteRange(field.start, field.line.end), on: field.line, in: source)
      document.add(.authorityLine, to: node, at: at.range, at.position)
      document.set(.label, "duplicate")
    }
  }

  private func write(
    _ value: DeclassifyOn, into document: inout DocumentWriter, day: CalendarDay?, released: CalendarDay?
  ) {
    document.set(.value, value.kind.rawValue)
    document.set(.values, value.values)
    document.set(.number, value.number)
    document.set(.companion, value.hasCompanion)
    document.set(.imagery, value.isImagery)
    document.set(.dateDefect, value.isImpossible ? "impossible" : value.isOutOfShape ? "shape" : "none")
    document.set(.declDay, value.day?.number)
    if let day, let end = value.day {
      document.set(.early, end < day)
      document.set(.years, Self.years(from: day, to: end))
    }
    if let released, let end = value.day { document.set(.passed, end <= released) }
    document.set(.speaksOfRD, value.speaksOfRD)
    document.set(.speaksOfFRD, value.speaksOfFRD)
    document.set(.speaksOfTFNI, value.speaksOfTFNI)
    document.set(.speaksOfNATO, value.speaksOfNATO)
    document.set(.sourceList, value.seesSourceList)
  }

  /// The years between two days, those begun counted whole.
  static func years(from start: CalendarDay, to end: CalendarDay) -> Int {
    guard end > start else { return 0 }
    let years = end.year - start.year
    guard let anniversary = start.adding(years: years) else { return years }
    return end > anniversary ? years + 1 : years
  }
}
