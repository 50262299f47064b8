import MarkingModel

// What stands with a code: the law or the reason that it needs.
extension ExemptionCode {
  private static let categories = PhraseList(["1.4", "E.O.", "EO ", "3.3", "25X", "SEC. 1.4", "SECTION 1.4"])
  private static let statutes = PhraseList([
    "U.S.C.", "USC", "STATUTE", "ACT", "PUB.", "FED. R.", "P.L.", "PL", "PUBLIC LAW", "INTERNAL REVENUE CODE", "IRC",
    "I.R.C.", "INA", "CIPSEA", "AECA", "RULE 6",
  ])
  /// Words that end like the short name of a statute and are none.
  private static let wordsInAct = PhraseList([
    "CONTRACT", "SUBCONTRACT", "CONTACT", "IMPACT", "EXTRACT", "ABSTRACT", "COMPACT", "ATTRACT", "DETRACT", "DISTRACT",
    "SUBTRACT", "INTERACT", "TRANSACT", "REACT", "ENACT", "EXACT", "INTACT", "PACT", "TRACT", "FACT", "TACT",
    "ARTIFACT",
  ])
  private static let deliberative = PhraseList(["DPP", "DP", "DELIBERATIVE", "PREDECISIONAL", "PRE-DECISIONAL"])
  private static let privileges = PhraseList([
    "AC", "ACP", "A/C", "A-C", "ATTORNEY-CLIENT", "ATTORNEY CLIENT", "ATTORNEY/CLIENT", "AWP", "WP", "WORK PRODUCT",
    "WORK-PRODUCT", "PCP", "PRESIDENTIAL COMMUNICATION", "PRESIDENTIAL COMMUNICATIONS", "SETTLEMENT",
  ])
  /// How far behind a code it is looked for.
  private static let reach = 60

  /// Reads what such a code has to have.
  mutating func readReference(_ end: Int, in source: Span<UInt8>) {
    guard scheme == .foia else { return }
    switch number {
    case 1: hasReference = words(from: next(range.end, end, in: source), end, in: source).begin(oneOf: Self.categories)
    case 2: readHigh(end, in: source)
    case 3: hasReference = namesStatute(end, in: source)
    case 5: hasReference = namesPrivilege(end, in: source)
    default: break
    }
  }

  /// The first byte that is no punctuation behind a place.
  private func next(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    let limit = min(end, range.end + Self.reach)
    while i < limit, source[i].isOne(of: " ", ",", ":", "-", ";", "/") || source[i] == 0x5D { i += 1 }
    return i
  }

  private func words(from start: Int, _ end: Int, in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: Self.reach)
    words.add(ByteRange(start, max(start, min(end, range.end + Self.reach))), in: source)
    return words
  }

  /// Where the brackets close in which the code stands, or `end`.
  private func closing(_ end: Int, in source: Span<UInt8>) -> Int {
    var i = range.end
    let limit = min(end, range.end + Self.reach)
    while i < limit, source[i] != 0x5D { i += 1 }
    return i < limit ? i : end
  }

  /// `(b)(3) 50 U.S.C. 3024(i)`, `(b)(3)-P.L. 86-36`, `(b)(3) NatSecAct`. Behind the brackets of the code text goes on, in
  /// which only the title of a code is sure: `[(b)(3)] 10 U.S.C. 424`.
  private func namesStatute(_ end: Int, in source: Span<UInt8>) -> Bool {
    let start = next(range.end, end, in: source)
    let close = closing(end, in: source)
    guard start < min(end, range.end + Self.reach) else { return false }
    if close < start {
      let behind = words(from: start, min(end, start + 12), in: source)
      return source[start].isDigit && (behind.contains("U.S.C.") || behind.contains("USC"))
    }
    if words(from: start, close, in: source).contains(oneOf: Self.statutes) { return true }
    if source[start].isDigit {
      // `(b)(3) - 5 lines` says how much was taken out.
      let number = source.number(at: start, end: close)
      let isAmount = RedactionEntry.isAmount(source.skipBlanks(number.end, close), close, in: source)
      return !isAmount && !source.has("1.4", at: start, end: close)
    }
    return namesAct(start, close, in: source)
  }

  /// Whether a short name of an act stands in a range: `CIAAct`, `NatSecAct`, and `NATSECACT` as its first word.
  private func namesAct(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let limit = min(end, range.end + Self.reach)
    var i = start + 2
    while i + 2 < limit {
      if source.hasWord("Act", at: i, end: end), source[i - 1].isLetter { return true }
      i += 1
    }
    let stop = source.wordEnd(start, limit)
    guard stop - start > 4, source.has("ACT", at: stop - 3, end: stop) else { return false }
    return !words(from: start, stop, in: source).are(oneOf: Self.wordsInAct)
  }

  /// `(b)(5) AC privilege`, `[attorney work product (b)(5)]`: a privilege that no number of years ends, and not that of
  /// the deliberative process as well.
  private func namesPrivilege(_ end: Int, in source: Span<UInt8>) -> Bool {
    let close = closing(end, in: source)
    var start = range.start
    while start > 0, range.start - start < 40, source[start - 1] > 0x1F, !source[start - 1].isOne(of: "[", "]") {
      start -= 1
    }
    let isOpen = close < end && start > 0 && source[start - 1] == 0x5B
    let words =
      isOpen
      ? self.words(from: start, close, in: source)
      : self.words(from: next(range.end, end, in: source), min(end, range.end + 28), in: source)
    return words.contains(oneOf: Self.privileges) && !words.contains(oneOf: Self.deliberative)
  }

  /// `(b)(2) "High 2"`, `(b)(2) (High)`.
  private mutating func readHigh(_ end: Int, in source: Span<UInt8>) {
    var i = range.end
    let limit = min(end, range.end + 8)
    while i < limit, !source[i].isLetterOrDigit { i += 1 }
    isHigh = source.hasWordAnyCase("HIGH", at: i, end: end)
  }

  /// `P1/b(1)`, `P6 (b)(6)`.
  mutating func readPair(_ end: Int, in source: Span<UInt8>) {
    var i = range.end
    while i < end, source[i].isOne(of: " ", "/", ",", ";"), i - range.end < 3 { i += 1 }
    guard i > range.end, i < end, let code = ExemptionCode.read(i, end, inLine: false, in: source), code.scheme == .foia
    else { return }
    pair = code.number
  }
}
