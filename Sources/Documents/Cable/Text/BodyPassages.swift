import MarkingModel

// The words in the text that open and close passages, and those that cite references.
extension BodyReader {
  /// Looks through the text of a line. `isBlockStart`: a paragraph, or a line after a blank one, begins at `from`.
  mutating func scan(
    _ line: SourceLine, _ from: Int, _ end: Int, isBlockStart: Bool, in source: Span<UInt8>
  ) {
    var at = max(from, line.trigger)
    while at < end, let found = TextScan.next(from: at, to: end, in: source) {
      at = take(found.trigger, found.at, line, from, end, isBlockStart: isBlockStart, in: source)
    }
  }

  /// Takes a word that may matter; the offset from where to go on.
  private mutating func take(
    _ trigger: TextTrigger, _ at: Int, _ line: SourceLine, _ from: Int, _ end: Int, isBlockStart: Bool,
    in source: Span<UInt8>
  ) -> Int {
    switch trigger {
    case .reference:
      return takeCitation(at, line, end, in: source) ?? source.wordEnd(at, end)
    case .passage:
      return takePassage(at, line, from, end, isBlockStart: isBlockStart, in: source) ?? source.wordEnd(at, end)
    case .offline:
      takeOffline(at, end, in: source)
      return source.wordEnd(at, end)
    case .compilation:
      takeCompilation(at, line, in: source)
      return source.wordEnd(at, end)
    }
  }

  // MARK: Citations

  private mutating func takeCitation(_ at: Int, _ line: SourceLine, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard let word = CitationText.end(at, end, in: source) else { return nil }
    // The label of a list, in a paper that is quoted or described.
    if word < end, source[word] == 0x3A, source[word - 1].capital != 0x4C { return word }
    guard var letter = CitationText.next(word, end, isFirst: true, in: source) else {
      cite(nil, ByteRange(at, word), line, in: source)
      // The letter may stand on the next line.
      if word == end, !citations.isEmpty { openCitation = citations.count - 1 }
      return word
    }
    // The first begins with REF, the last ends with its parenthesis.
    var start = at
    while let next = CitationText.next(letter.end, end, isFirst: false, in: source) {
      cite(source[letter.at].capital, ByteRange(start, letter.at + 1), line, in: source)
      citeRange(from: letter.at, to: next.at, in: source)
      start = next.at
      letter = next
    }
    cite(source[letter.at].capital, ByteRange(start, letter.end), line, in: source)
    return letter.end
  }

  /// `refs A-D` cites B and C as well. The offsets are those of the letters.
  private mutating func citeRange(from first: Int, to last: Int, in source: Span<UInt8>) {
    guard source.first(0x2D, from: first, to: last) != nil || source.hasAnyCase("THR", at: first + 2, end: last) else {
      return
    }
    let (low, high) = (source[first].capital, source[last].capital)
    if low + 1 < high { for letter in (low + 1)..<high { citedLetters.insert(letter) } }
  }

  private mutating func cite(_ letter: UInt8?, _ range: ByteRange, _ line: SourceLine, in source: Span<UInt8>) {
    if let letter { citedLetters.insert(letter) } else { citesWithoutLetter = true }
    guard citations.count < Self.limit else { return }
    citations.append(Citation(place: place(range, on: line, in: source), letter: letter))
  }

  // MARK: Passages

  private mutating func takePassage(
    _ at: Int, _ line: SourceLine, _ from: Int, _ end: Int, isBlockStart: Bool, in source: Span<UInt8>
  ) -> Int? {
    guard let phrase = PassagePhrase.read(at, end, in: source) else {
      for word in ["END", "BEGIN"] where source.hasWordAnyCase(word, at: at, end: end) {
        holdEnd(word, at, line, end, in: source)
      }
      return nil
    }
    var lead = Lead(
      at, from: from, isBlockStart: isBlockStart, isAfterSentence: isAfterSentence(in: source), in: source)
    lead.isFirst = lead.isLineStart && source.skipBlanks(line.start, end) == from
    if phrase.closes {
      let place = place(phrase.range, on: line, in: source)
      let isCertain = lead.isSentenceStart && Self.isEnd(phrase.range.end, end, in: source)
      close(phrase, at: place, isCertain: isCertain)
      return phrase.range.end
    }
    guard let weight = opening(phrase, lead, end, in: source) else { return nil }
    tracker.open(
      phrase.kinds, at: place(phrase.range, on: line, in: source), paragraph: paragraph,
      isProvisional: weight == .provisional)
    return phrase.range.end
  }

  /// Closes what a phrase names.
  mutating func close(_ phrase: PassagePhrase, at place: Place, isCertain: Bool) {
    let start = tracker.close(phrase.kinds, at: place, paragraph: paragraph, isCertain: isCertain)
    // What is quoted has numbers of its own. A summary is a part of the telegram.
    if let start, !phrase.kinds.isDisjoint(with: [.text, .quote]) { sequence.endPassage(from: start) }
  }

  /// What stands before a word.
  private struct Lead {
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

  private enum Weight { case certain, provisional }

  /// Whether a phrase opens a passage; nil where its words are ordinary ones.
  private mutating func opening(_ phrase: PassagePhrase, _ lead: Lead, _ end: Int, in source: Span<UInt8>) -> Weight? {
    let next = Self.signAfter(phrase.range.end, end, in: source)
    if phrase.begins {
      guard lead.isSentenceStart || next == 0x3A || next == 0x2E || next == 0 else { return nil }
      return lead.isInParentheses ? .provisional : .certain
    }
    if phrase.kinds.contains(.quote) { return quote(phrase, lead, next, end, in: source) }
    if phrase.kinds.contains(.text) { return textFollows(phrase, next, end, in: source) ? .provisional : nil }
    if next == 0, lead.isFirst, lead.isBlockStart || isBelowRule(in: source) { return Self.heading(phrase) }
    if phrase.kinds == .note {
      guard next == 0x3A, lead.isSentenceStart else { return nil }
      return lead.isBlockStart && !isEarly() ? .certain : .provisional
    }
    if phrase.kinds == .actionRequest {
      guard next == 0x3A || next == 0, lead.isSentenceStart else { return nil }
      // ACTION REQUESTED is a heading; ACTION REQUEST has its end word.
      let isHeading = source[phrase.range.end - 1].capital == 0x44
      return lead.isBlockStart && !isEarly() && !isHeading ? .certain : .provisional
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
  /// word all the same; the next heading ends the others.
  private static func heading(_ phrase: PassagePhrase) -> Weight {
    phrase.kinds.contains(.summary) ? .certain : .provisional
  }

  /// Whether the line before is a rule: nothing but hyphens or the like.
  private mutating func isBelowRule(in source: Span<UInt8>) -> Bool {
    guard let last = state.last?.text, last.count >= 3 else { return false }
    let sign = source[last.end - 1]
    return sign.isOne(of: "-", "=", "_", "*") && source[last.end - 2] == sign && source[last.start] == sign
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
    // `QUOTE. …` at the start of the line below `TEXT FOLLOWS:`.
    if lead.isLineStart && lead.isSentenceStart && (next == 0x2E || next == 0x3A) { return .certain }
    return Self.isAmongSmallLetters(range, end, in: source) ? .certain : .provisional
  }

  /// Whether the line before announces what follows.
  private mutating func isAnnounced(in source: Span<UInt8>) -> Bool {
    state.last.map { source[$0.text.end - 1] == 0x3A } ?? false
  }

  /// `He said QUOTE We agree`: a word in small letters before it, and a sentence in them behind.
  private static func isAmongSmallLetters(_ range: ByteRange, _ end: Int, in source: Span<UInt8>) -> Bool {
    var before = range.start
    while before > 0, range.start - before < 3, source[before - 1].isOne(of: " ", ":", ",") { before -= 1 }
    let next = source.skipGap(range.end, end)
    return before < range.start && before > 0 && source[before - 1].isSmall && next > range.end && next + 1 < end
      && source[next].isCapital && (source[next + 1].isSmall || source[next + 1] == 0x20)
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

  /// Whether a closing phrase ends there: a sign or the end of the line, not a further word.
  private static func isEnd(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let i = source.skipGap(at, end)
    return i >= end || !source[i].isLetter
  }

  /// Whether the line before ends a sentence.
  private mutating func isAfterSentence(in source: Span<UInt8>) -> Bool {
    guard let last = state.last else { return true }
    return
      (source[last.text.end - 1].isOne(of: ".", ":", ";", ")", "]", "?")
      || source[last.text.end - 1].isOne(of: "!", "\"", "'", "-"))
  }
}
