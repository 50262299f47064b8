import MarkingModel

extension MarkingParser {
  /// Reads the classification, or what stands in its place. Returns the index of the first item after it.
  mutating func head(_ line: borrowing MarkingItems, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Int {
    guard line.count > 0 else { return 0 }
    let item = line[0]
    if line.hasLeadingSlashes {
      if owned(item, text, vocabulary, hasSlashes: true) { return 1 }
      // Slashes stand before the classification of another owner alone.
      guard let level = LevelWords.match(text, item.start, item.end), level.end == item.end else { return 0 }
      set(level, item.start, vocabulary, text)
      add(.emptySegment, line.leading.start, line.leading.end, replacement: "")
      return 1
    }
    if controlled(item, text, vocabulary) { return 1 }
    if let next = behindAdministrative(line, text, vocabulary) { return next }
    if let level = LevelWords.match(text, item.start, item.end), level.end == item.end {
      set(level, item.start, vocabulary, text)
      return 1
    }
    // A word of the register before the level, or in its place, is no level with a slip.
    // `(NC)` is NATO's level all the same; NOCONTRACT had that mark behind a level.
    let isNATO = written.kind == .portion && Self.natoAbbreviation(text, item.start, item.end) != nil
    if !isNATO, vocabulary.register.find(text, item.start, item.end) != nil { return 0 }
    if owned(item, text, vocabulary, hasSlashes: false) { return 1 }
    if let spaced = LevelWords.spaced(text, item.start, item.end) {
      set(spaced, item.start, vocabulary, text)
      add(.spacedLetters, item.start, spaced.end, replacement: spaced.classification.word)
      if spaced.end < item.end { rest(after: spaced.end, item, text, vocabulary) }
      return 1
    }
    if let level = LevelWords.match(text, item.start, item.end), level.form == .title || level.end < item.end {
      set(level, item.start, vocabulary, text)
      rest(after: level.end, item, text, vocabulary)
      return 1
    }
    if let (classification, kind) = LevelWords.damaged(text, item.start, item.end) {
      set(LevelWords.Match(classification: classification, end: item.end, form: .title), item.start, vocabulary, text)
      add(kind, item.start, item.end, replacement: classification.word)
      return 1
    }
    if let (level, start) = LevelWords.last(text, item.start, item.end) {
      set(level, start, vocabulary, text)
      add(.levelWords, item.start, start)
      return 1
    }
    return 0
  }

  private mutating func set(
    _ level: LevelWords.Match, _ start: Int, _ vocabulary: borrowing Vocabulary, _ text: Span<UInt8>
  ) {
    written.system = .us
    written.classification = level.classification
    written.levelRange = ByteRange(start, level.end)
    written.levelForm = level.form
  }

  /// How the CUI control marking is written (32 CFR 2002.20(b)(1)); nil where a range is none.
  static func controlWord(_ text: Span<UInt8>, _ range: ByteRange) -> TokenForm? {
    if LevelWords.word("CUI", text, range.start, range.end) == range.end { return .same }
    if LevelWords.word("CONTROLLED", text, range.start, range.end) == range.end { return .title }
    if LevelWords.word("CONTROLLED UNCLASSIFIED INFORMATION", text, range.start, range.end) == range.end {
      return .title
    }
    return nil
  }

  /// What follows a level without a separator: `SECRET NOFORN`, `SECRET - NOFORN`, `SECRET SENSITIVE`.
  private mutating func rest(
    after end: Int, _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var start = text.skipBlanks(end, item.end)
    while start < item.end, text[start] == 0x2D || text[start] == 0x2C || text[start] == 0x20 || text[start] == 0x3B {
      start += 1
    }
    let before = written.tokens.count
    let defects = written.defects.count
    // `UNCLASSIFIED (CUI)`.
    if start + 2 < item.end, text[start] == 0x28, text[item.end - 1] == 0x29,
      let form = Self.controlWord(text, ByteRange(start + 1, item.end - 1))
    {
      cuiSegment = item.segment
      let inner = MarkingItems.Item(
        start: start + 1, end: item.end - 1, segment: item.segment, beginsSegment: false)
      append(.cui, entry: -1, form: form, inner)
      add(.categorySeparator, end, item.end, replacement: "//CUI")
      return
    }
    let part = MarkingItems.Item(start: start, end: item.end, segment: item.segment, beginsSegment: false)
    _ = take(part, MarkingItems(), 0, text, vocabulary)
    let isKnown = written.tokens.count > before && written.tokens[before...].allSatisfy { $0.state == .known }
    if isKnown {
      add(.categorySeparator, end, start, replacement: "//")
      // A level that CUI follows like a word is no control marking, and no banner of a classified paper either.
      if written.tokens[before].category == .cui { add(.cuiWord, item.start, item.end) }
    } else {
      written.tokens.removeLast(written.tokens.count - before)
      written.defects.removeLast(written.defects.count - defects)
      add(.levelWords, end, item.end)
    }
  }

  /// A classification of another owner: NATO's, JOINT, `DEU SECRET`, `FGI S`. Without the slashes that begin one only
  /// what cannot be anything else is read.
  private mutating func owned(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary, hasSlashes: Bool
  ) -> Bool {
    let isRead =
      nato(item, text, vocabulary) || joint(item, text, vocabulary)
      || foreign(item, text, vocabulary, hasSlashes: hasSlashes)
    guard isRead else { return false }
    // `GBR-C` is the style of another directive, which has no slashes.
    if !hasSlashes, written.defects.last?.kind != .hyphenatedOwner {
      add(.missingOwnerSlashes, item.start, item.start, replacement: "//")
    }
    return true
  }

  mutating func setForeign(
    _ level: Classification, _ form: TokenForm, _ item: MarkingItems.Item, to end: Int
  ) {
    written.system = .nonUS
    written.classification = level
    written.levelForm = form
    written.levelRange = ByteRange(item.start, end)
  }

  mutating func own(_ range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    written.countries.append(
      WrittenMarking.Country(range: range, entry: vocabulary.countries.find(text, range.start, range.end) ?? -1))
    written.ownerCount += 1
  }

  // MARK: NATO
}

extension Span where Element == UInt8 {
  /// `//GBR C` for a range that holds `GBR-C`.
  func owner(_ start: Int, _ dash: Int, _ end: Int) -> String {
    "//" + words(start, dash) + " " + words(dash + 1, end)
  }

  /// The offset after the run of letters and digits at `at`.
  func wordStop(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i].isLetterOrDigit { i += 1 }
    return i
  }
}
