import MarkingModel

// Whether a phrase of a line opens a passage of the text: by the words of it, the sign behind it and what stands before.
extension BodyReader {
  /// What stands before a word.
  struct Lead {
    /// Whether a paragraph or a line after a blank one begins with it.
    var isBlockStart: Bool
    var isLineStart: Bool
    /// Whether not even the number of a paragraph stands before it on its line.
    var isFirst = false
    var isSentenceStart: Bool
    var isInParentheses: Bool

    init(_ at: Int, from: Int, isBlockStart: Bool, isAfterSentence: Bool, in source: Span<UInt8>) {
      var i = at
      while i > from, source[i - 1] <= 0x20 || source[i - 1].isOne(of: "\"", "'") { i -= 1 }
      let before = i > from ? source[i - 1] : 0
      isInParentheses = before == 0x28 || before == 0x5B
      isLineStart = i == from
      self.isBlockStart = isLineStart && isBlockStart
      isSentenceStart =
        isLineStart
        ? isBlockStart || isAfterSentence
        : (before.isOne(of: ".", ":", ";", ")", "]", "?") || before.isOne(of: "!", "-", "(", "[", ","))
    }
  }

  enum Weight {
    case certain
    /// Counts where its end comes too: a word that is often an ordinary one.
    case provisional
    /// Counts where its end comes, or that of another of its kind: the text uses the word as a sign.
    case sign
    /// Counts where no further heading ends it.
    case heading
  }

  /// Whether a phrase opens a passage; nil where its words are ordinary ones.
  mutating func opening(_ phrase: PassagePhrase, _ lead: Lead, _ end: Int, in source: Span<UInt8>) -> Weight? {
    let next = Self.signAfter(phrase.range.end, end, in: source)
    if phrase.begins {
      guard lead.isSentenceStart || next == 0x3A || next == 0x2E || next == 0 else { return nil }
      return lead.isInParentheses ? .provisional : .certain
    }
    if phrase.kinds.contains(.quote) { return quote(phrase, lead, next, end, in: source) }
    if phrase.kinds.contains(.text) { return textFollows(phrase, next, end, in: source) ? .provisional : nil }
    // `(COMMENT) … (END COMMENT)`
    if lead.isInParentheses, phrase.range.end < end, source[phrase.range.end].isOne(of: ")", "]") {
      return .provisional
    }
    if next == 0, lead.isFirst, lead.isBlockStart || isBehindRule(in: source) {
      return Self.heading(phrase, isUnderlined: source.isRule(below: end))
    }
    if phrase.kinds == .note {
      guard next == 0x3A, lead.isSentenceStart else { return nil }
      return lead.isBlockStart && !isEarly() ? .certain : .provisional
    }
    if phrase.kinds == .actionRequest {
      guard next == 0x3A || next == 0 || next == 0x2E, lead.isSentenceStart else { return nil }
      // ACTION REQUESTED is a heading; ACTION REQUEST has its end word.
      let isHeading = source[phrase.range.end - 1].capital == 0x44
      return lead.isBlockStart && !isEarly() && !isHeading && next != 0x2E ? .certain : .provisional
    }
    // SUMMARY and COMMENT: a heading of a paragraph, or a word with a colon behind a sentence.
    if lead.isBlockStart {
      return next == 1 ? .provisional : .certain
    }
    // Alone on its line.
    if next == 0, lead.isLineStart, lead.isSentenceStart { return .provisional }
    guard next == 0x3A, lead.isSentenceStart || Self.isOfficeBefore(phrase.range.start, in: source) else { return nil }
    return lead.isInParentheses ? .provisional : .certain
  }

  /// The heading of a part of the text, alone on its line, whatever rules stand above or below it. A summary has its end
  /// word all the same, unless it is underlined and further headings are; the next heading ends the others.
  private static func heading(_ phrase: PassagePhrase, isUnderlined: Bool) -> Weight {
    guard phrase.kinds.contains(.summary) else { return .provisional }
    return isUnderlined ? .heading : .certain
  }

  /// The opening behind one or two words that say whose or what kind it is: `EXECUTIVE SUMMARY:`, `Embassy Bio Note:`. It
  /// counts where its end comes.
  static func qualified(
    _ phrase: PassagePhrase, from: Int, _ end: Int, isBlockStart: Bool, isAfterSentence: Bool, in source: Span<UInt8>
  ) -> Weight? {
    guard phrase.kinds.isDisjoint(with: [.text, .quote]), signAfter(phrase.range.end, end, in: source) == 0x3A else {
      return nil
    }
    var start = phrase.range.start
    for _ in 0..<2 {
      start = Self.beforeAnd(start, from: from, in: source)
      guard start > from + 1, source[start - 1] == 0x20 else { return nil }
      var first = start - 1
      while first > from, start - first < 20, source[first - 1].isLetter || source[first - 1].isOne(of: "'", "-") {
        first -= 1
      }
      guard first < start - 1, source[first].isCapital else { return nil }
      start = first
      let lead = Lead(start, from: from, isBlockStart: isBlockStart, isAfterSentence: isAfterSentence, in: source)
      if lead.isSentenceStart || lead.isLineStart { return .provisional }
    }
    return nil
  }

  /// `INTRODUCTION AND SUMMARY:`, `Summary & Comment:`: where AND begins that stands before a word; `at` where none does.
  private static func beforeAnd(_ at: Int, from: Int, in source: Span<UInt8>) -> Int {
    for word in ["AND", "&"] {
      let first = at - word.utf8.count - 1
      if first > from + 1, source[at - 1] == 0x20, source[first - 1] == 0x20,
        source.hasAnyCase(word, at: first, end: at)
      {
        return first
      }
    }
    return at
  }

  /// Before the 1990s NOTE and ACTION REQUESTED were headings like others, seldom closed.
  private mutating func isEarly() -> Bool { context.day.map { $0 < 1990_00_00 } ?? false }

  /// QUOTE is a sign of the telegraph in capitals: alone on its line or at its end it opens a passage, and so it does
  /// below a line that announces it, or among small letters; else only where UNQUOTE follows. In small letters it is one
  /// as `Quote:` or `(quote)`, and where its end follows.
  private mutating func quote(
    _ phrase: PassagePhrase, _ lead: Lead, _ next: UInt8, _ end: Int, in source: Span<UInt8>
  ) -> Weight? {
    let range = phrase.range
    guard source[range.start + 1].isCapital else {
      let isAlone = lead.isInParentheses && range.end < end && source[range.end].isOne(of: ")", "]")
      return isAlone || next == 0x3A && lead.isSentenceStart ? .provisional : nil
    }
    if lead.isBlockStart && (next == 0 || next == 0x3A) { return .certain }
    if lead.isLineStart, isAnnounced(in: source) { return .certain }
    if lead.isBlockStart, Self.namesTelegram(range.end, end, in: source) { return .certain }
    // `QUOTE. …` at the start of the line below `TEXT FOLLOWS:`.
    if lead.isLineStart && lead.isSentenceStart && (next == 0x2E || next == 0x3A) { return .certain }
    if Self.isVerb(range, in: source) { return .provisional }
    return Self.isAmongSmallLetters(range, end, in: source) ? .certain : .sign
  }

  /// `QUOTE UNCLASSIFIED LISBON 4410`: the line of a telegram with its level and number stands behind it.
  private static func namesTelegram(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let start = source.skipGap(at, end)
    let last = source.trimmedEnd(start, end)
    return start > at && last > start && source[last - 1].isDigit
      && levels.contains { source.has($0, at: start, end: last) }
  }

  private static let levels = [
    "UNCLAS ", "UNCLASSIFIED ", "LIMITED OFFICIAL USE ", "CONFIDENTIAL ", "SECRET ", "TOP SECRET ", "U N C L A S ",
    "C O N F I D E N T I A L ", "S E C R E T ", "L I M I T E D  O F F I C I A L  U S E ",
  ]

  /// `WE QUOTE`, `TO QUOTE`, `A QUOTE`: a word of the sentence.
  private static func isVerb(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    let end = source.trimmedEnd(max(0, range.start - 16), range.start)
    guard end < range.start else { return false }
    return ["WE", "I", "TO", "A", "THE", "AND", "CAN", "MAY", "WILL", "NOT", "PRICE", "PLEASE"].contains { word in
      let start = end - word.utf8.count
      return start > 0 && !source[start - 1].isLetter && source.hasWordAnyCase(word, at: start, end: end)
    }
  }

  /// Whether the line before announces what follows.
  private mutating func isAnnounced(in source: Span<UInt8>) -> Bool {
    state.last.map { source[$0.text.end - 1] == 0x3A } ?? false
  }

  /// `He said QUOTE We agree`: a word in small letters before it, and words in them behind.
  private static func isAmongSmallLetters(_ range: ByteRange, _ end: Int, in source: Span<UInt8>) -> Bool {
    var before = range.start
    while before > 0, range.start - before < 3, source[before - 1].isOne(of: " ", ":", ",") { before -= 1 }
    let next = source.skipGap(range.end, end)
    return before < range.start && before > 0 && source[before - 1].isSmall && next > range.end && next + 1 < end
      && (source[next].isSmall || source[next].isCapital && (source[next + 1].isSmall || source[next + 1] == 0x20))
  }

  /// `TEXT FOLLOWS`, `TEXT OF NOTE FOLLOWS:`, `FOLLOWING IS TEXT`.
  private mutating func textFollows(_ phrase: PassagePhrase, _ next: UInt8, _ end: Int, in source: Span<UInt8>) -> Bool
  {
    if next == 0x3A { return true }
    guard maySearch() else { return false }
    var i = phrase.range.end
    let reach = min(end, i + 64)
    while i < reach {
      if source.hasAnyCase("FOLLOW", at: i, end: end) { return true }
      i = max(i + 1, source.wordEnd(i, reach))
    }
    i = max(0, phrase.range.start - 32)
    while i < phrase.range.start {
      if source.hasAnyCase("FOLLOW", at: i, end: phrase.range.start) { return true }
      i += 1
    }
    return false
  }

  /// `EMBASSY COMMENT:`, `AMBASSADOR'S COMMENT:`.
  private static func isOfficeBefore(_ at: Int, in source: Span<UInt8>) -> Bool {
    guard at > 1, source[at - 1] == 0x20 else { return false }
    var start = at - 1
    while start > 0, at - start < 16, source[start - 1].isLetter || source[start - 1] == 0x27 { start -= 1 }
    for office in ["EMBASSY", "POST", "MISSION", "CONSULATE", "CONGEN", "CHARGE", "AMBASSADOR", "USUN", "BRIEF"]
    where source.hasAnyCase(office, at: start, end: at) && at - 1 - start <= office.utf8.count + 2 {
      return true
    }
    return false
  }

  /// The sign behind a phrase and the mark that may stand there; 0 at the end of the line, 1 for anything else.
  private static func signAfter(_ at: Int, _ end: Int, in source: Span<UInt8>) -> UInt8 {
    var i = source.skipGap(at, end)
    if i < end, source[i] == 0x28, let close = source.first(0x29, from: i, to: min(end, i + 12)) {
      i = source.skipGap(close + 1, end)
    }
    guard i < end else { return 0 }
    return source[i].isOne(of: ":", ";", ".", "-") ? source[i] : 1
  }
}
