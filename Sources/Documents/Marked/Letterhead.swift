import MarkingModel

/// The names of institutions that are no departments, where they say whose a paper is: in the lines at its head, and below
/// the name of who signed it (32 CFR 2002.20(d)). A name ends with what the institution is (`Harbor Safety Board`), or goes
/// on with what it is of (`Commission on Lamps`); elsewhere such a word is one of a title or an address.
enum Letterhead {
  private static let institutions = PhraseList([
    "COMMISSION", "ADMINISTRATION", "SERVICE", "SERVICES", "BOARD", "FOUNDATION", "AUTHORITY", "CORPS", "GUARD",
    "CENTER",
    "CENTERS", "LABORATORY", "LABORATORIES", "INSTITUTE", "INSTITUTES", "INSTITUTION", "BUREAU", "COUNCIL", "COURT",
    "COURTS", "SENATE", "CONGRESS", "HOUSE OF REPRESENTATIVES", "LIBRARY", "WHITE HOUSE", "CORPORATION", "MUSEUM",
    "ARCHIVES", "OBSERVATORY", "HEADQUARTERS", "ATTORNEY", "TREASURY", "MINT", "TRIBUNAL", "INSPECTOR GENERAL",
    "FORCE", "REGIMENT", "BATTALION", "BRIGADE", "SQUADRON", "FLEET", "ARSENAL", "SHIPYARD",
  ])
  /// What the name goes on with.
  private static let links = PhraseList(["OF", "FOR", "ON", "AND", "TO"])
  /// An office is one of any agency; that of the nation is an agency: `Government Printing Office`.
  private static let nationals = PhraseList([
    "NATIONAL", "GOVERNMENT", "CONGRESSIONAL", "FEDERAL", "U.S.", "UNITED STATES",
  ])
  private static let departments = PhraseList(["DEPARTMENT OF", "BUREAU OF", "EMBASSY OF", "AGENCY"])
  /// Initials that stand for the name.
  private static let initials = PhraseList([
    "NASA", "FBI", "CIA", "NSA", "DIA", "NGA", "NRO", "ODNI", "DHS", "DOJ", "DOE", "DOD", "GSA", "SSA", "EPA", "FEMA",
    "FDA", "IRS", "NRC", "NARA", "FCC", "FTC", "FAA", "NOAA", "NIST", "NSF", "NIH", "CDC", "USDA", "HHS", "HUD",
    "USCIS", "CBP", "TSA", "USAID", "OPM", "OMB", "FERC", "AMTRAK",
  ])
  /// What a line begins with that is the title of the paper, or says to whom it goes or what it is about.
  private static let others = PhraseList([
    "FROM", "TO:", "THRU", "THROUGH", "VIA", "CC", "ATTN", "ATTENTION", "FOR:", "SUBJECT", "SUBJ", "RE:", "REPORT",
    "MINUTES", "SUMMARY", "REVIEW", "AGENDA", "TRANSCRIPT", "PLAN", "NOTES", "DISTRIBUTION", "ENCLOSURE", "ATTACHMENT",
    "CUI CATEGORY", "POC", "DATE",
  ])
  /// Below these nothing belongs to the head.
  private static let beginnings = PhraseList([
    "DEAR", "MR.", "MRS.", "MS.", "DR.", "THE HONORABLE", "HONORABLE", "MEMORANDUM", "MEMO", "SUBJECT", "SUBJ", "TO:",
    "RE:",
  ])
  private static let greetings = PhraseList([
    "SINCERELY", "RESPECTFULLY", "VERY RESPECTFULLY", "YOURS", "REGARDS", "BEST REGARDS", "V/R", "/S/", "//SIGNED//",
  ])
  private static let reach = 700
  /// How many lines that are not blank stand below a greeting.
  private static let signature = 6

  /// Whether the head of a paper or a signature names one. Time: linear in the last and first lines, and none elsewhere.
  static func namesInstitution(in source: Span<UInt8>) -> Bool {
    var at = 0
    while at < min(source.count, reach) {
      let line = line(at, in: source)
      let words = words(of: line, in: source)
      if words.begin(oneOf: beginnings) { break }
      if isName(line, words, in: source) { return true }
      at = source.nextLine(after: line.end)
    }
    return signs(in: source)
  }

  /// Whether one stands below a greeting among the last lines.
  private static func signs(in source: Span<UInt8>) -> Bool {
    var at = max(0, source.count - 2 * reach)
    var left = 0
    while at < source.count {
      let line = line(at, in: source)
      at = source.nextLine(after: line.end)
      guard source.skipBlanks(line.start, line.end) < line.end else { continue }
      let words = words(of: line, in: source)
      if words.wordCount <= 3, words.begin(oneOf: greetings) {
        left = signature
      } else if left > 0 {
        left -= 1
        if isName(line, words, in: source) { return true }
      }
    }
    return false
  }

  /// Whether one stands in the lines of a signature, the last above a place: with the blank line above them they end.
  static func signs(above end: Int, in source: Span<UInt8>) -> Bool {
    var stop = end
    var left = signature
    while stop > 0, left > 0, end - stop < reach {
      stop -= source[stop - 1] == 0x0A && stop > 1 && source[stop - 2] == 0x0D ? 2 : 1
      var start = stop
      while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D, stop - start < reach { start -= 1 }
      let line = ByteRange(source.skipBlanks(start, stop), stop)
      stop = start
      if line.start >= line.end {
        if left < signature { return false }
        continue
      }
      left -= 1
      let words = words(of: line, in: source)
      if isName(line, words, in: source) { return true }
      if line.count <= 100, words.contains(oneOf: departments), !words.begin(oneOf: others),
        !source.hasSmallWord(line.start, line.end)
      {
        return true
      }
    }
    return false
  }

  /// Whether an address of the government's own domains stands in a range: `jane.roe@lamps.gov`.
  static func isAddress(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard let at = (start..<end).first(where: { source[$0] == 0x40 }) else { return false }
    return (at + 1..<end).contains { index in
      (source.hasWordAnyCase("GOV", at: index, end: end) || source.hasWordAnyCase("MIL", at: index, end: end))
        && source[index - 1] == 0x2E
    }
  }

  private static func line(_ start: Int, in source: Span<UInt8>) -> ByteRange {
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D, end - start < reach { end += 1 }
    return ByteRange(source.skipBlanks(start, end), end)
  }

  private static func words(of line: ByteRange, in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 120)
    words.add(line, in: source)
    return words
  }

  /// Whether a line is a name of one, and no sentence: names have small words of up to three letters.
  private static func isName(_ line: ByteRange, _ words: FoldedWords, in source: Span<UInt8>) -> Bool {
    guard line.count <= 100, !words.isEmpty, !words.begin(oneOf: others), !source.hasSmallWord(line.start, line.end)
    else { return false }
    let text = words.bytes.span
    let last = words.bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    if last > 6, text.has("OFFICE", at: last - 6, end: last), nationals.first(at: 0, end: last, in: text) != nil {
      return true
    }
    for index in 0..<text.count where text[index].isLetter && (index == 0 || !text[index - 1].isLetterOrDigit) {
      if end(of: initials, at: index, in: text) != nil { return true }
      guard let end = end(of: institutions, at: index, in: text) else { continue }
      let next = text.skipBlanks(end, text.count)
      if next >= text.count || !text[next].isLetter || Self.end(of: links, at: next, in: text) != nil { return true }
    }
    return false
  }

  /// Where one of the words ends that stands there whole.
  private static func end(of list: PhraseList, at start: Int, in text: Span<UInt8>) -> Int? {
    var next = 0
    while let found = list.firstAnyCase(from: next, at: start, end: text.count, in: text) {
      if found.end >= text.count || !text[found.end].isLetterOrDigit { return found.end }
      next = found.index + 1
    }
    return nil
  }
}
