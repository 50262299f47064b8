import MarkingModel

// The words in the text that open and close passages, and those that cite references.
extension BodyReader {
  /// Looks through the text of a line. `isBlockStart`: a paragraph, or a line after a blank one, begins at `from`.
  mutating func scan(
    _ line: SourceLine, _ from: Int, _ end: Int, isBlockStart: Bool, in source: Span<UInt8>
  ) {
    var at = max(from, line.trigger)
    while at < end, let found = TextScan.next(from: at, to: state.glued ?? end, in: source) {
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
    let phrase = PassagePhrase.read(at, end, in: source)
    if phrase == nil || phrase?.kinds == .note {
      takeFence(at, line, from, end, isBlockStart: isBlockStart, in: source)
    }
    guard let phrase else {
      for word in ["END", "BEGIN"] where source.hasWordAnyCase(word, at: at, end: end) {
        holdEnd(word, at, line, end, in: source)
      }
      return nil
    }
    var lead = Lead(
      at, from: from, isBlockStart: isBlockStart, isAfterSentence: isAfterSign(in: source), in: source)
    lead.isFirst = lead.isLineStart && source.skipBlanks(line.start, end) == from
    if phrase.closes {
      let place = place(phrase.range, on: line, in: source)
      // UNQUOTE is no word of a sentence; in small letters it may be one: `quote, unquote`.
      let isSign = phrase.kinds == .quote && source.hasWord("UNQUOTE", at: phrase.range.start, end: end)
      let isWord = source.hasWord("unquote", at: phrase.range.start, end: end) && !lead.isLineStart
      let isCertain =
        isSign || lead.isSentenceStart && !isWord && Self.isEnd(phrase.range.end, end, in: source)
      close(phrase, at: place, isCertain: isCertain)
      state.glued = Self.glued(phrase.range.end, end, in: source)
      return phrase.range.end
    }
    guard
      let weight = opening(phrase, lead, end, in: source)
        ?? Self.qualified(
          phrase, from: from, end, isBlockStart: isBlockStart, isAfterSentence: isAfterSign(in: source), in: source)
    else { return nil }
    tracker.open(
      phrase.kinds, at: place(phrase.range, on: line, in: source), paragraph: paragraph,
      weight: weight)
    return phrase.range.end
  }

  /// Takes BEGIN or END at the start of a sentence where it may be the fence of a paper.
  private mutating func takeFence(
    _ at: Int, _ line: SourceLine, _ from: Int, _ end: Int, isBlockStart: Bool, in source: Span<UInt8>
  ) {
    let begins =
      source.hasWordAnyCase("BEGIN", at: at, end: end) || source.hasWordAnyCase("START", at: at, end: end)
    guard begins || source.hasWordAnyCase("END", at: at, end: end) else { return }
    let lead = Lead(at, from: from, isBlockStart: isBlockStart, isAfterSentence: isAfterSign(in: source), in: source)
    guard lead.isSentenceStart || lead.isLineStart else { return }
    takeFence(at, begins: begins, at + (begins ? 5 : 3), line, end, in: source)
  }

  /// Where the number of a paragraph stands that is glued to the end of a passage: `END SUMMARY.1. `.
  private static func glued(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard at + 4 < end, source[at] == 0x2E, source[at + 1].isDigit else { return nil }
    let number = source.number(at: at + 1, end: end)
    guard number.digits <= 3, number.end + 1 < end, source[number.end] == 0x2E, source[number.end + 1] <= 0x20 else {
      return nil
    }
    return at + 1
  }

  /// Closes what a phrase names.
  mutating func close(_ phrase: PassagePhrase, at place: Place, isCertain: Bool) {
    let start = tracker.close(phrase.kinds, at: place, paragraph: paragraph, isCertain: isCertain)
    // What is quoted has numbers of its own. A summary is a part of the telegram.
    if let start, !phrase.kinds.isDisjoint(with: [.text, .quote]) { sequence.endPassage(from: start) }
  }

  /// Whether a closing phrase ends there: a sign or the end of the line, not a further word.
  private static func isEnd(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let i = source.skipGap(at, end)
    return i >= end || !source[i].isLetter
  }
}
