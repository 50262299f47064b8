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
    if let level = LevelWords.match(text, item.start, item.end), level.end == item.end {
      set(level, item.start, vocabulary, text)
      return 1
    }
    // A word of the register before the level, or in its place, is no level with a slip.
    if vocabulary.register.find(text, item.start, item.end) != nil { return 0 }
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
    let part = MarkingItems.Item(start: start, end: item.end, segment: item.segment, beginsSegment: false)
    _ = take(part, MarkingItems(), 0, text, vocabulary)
    let isKnown = written.tokens.count > before && written.tokens[before...].allSatisfy { $0.state == .known }
    if isKnown {
      add(.categorySeparator, end, start, replacement: "//")
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

  private mutating func setForeign(
    _ level: Classification, _ form: TokenForm, _ item: MarkingItems.Item, to end: Int
  ) {
    written.system = .nonUS
    written.classification = level
    written.levelForm = form
    written.levelRange = ByteRange(item.start, end)
  }

  private mutating func own(_ range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    written.countries.append(
      WrittenMarking.Country(range: range, entry: vocabulary.countries.find(text, range.start, range.end) ?? -1))
    written.ownerCount += 1
  }

  // MARK: NATO

  private mutating func nato(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let (start, end) = (item.start, item.end)
    if let level = Self.natoAbbreviation(text, start, end) {
      setForeign(level, expectedForm, item, to: end)
      if written.kind == .banner { add(.natoForm, start, end, replacement: Self.natoWords(level)) }
      written.countries.append(
        WrittenMarking.Country(range: item.range, entry: vocabulary.countries.index(of: "NATO") ?? -1))
      written.ownerCount = 1
      return true
    }
    if let (level, control) = Self.natoCompound(text, start, end) {
      setForeign(level, expectedForm, item, to: end)
      written.countries.append(
        WrittenMarking.Country(range: item.range, entry: vocabulary.countries.index(of: "NATO") ?? -1))
      written.ownerCount = 1
      add(.oldNATOForm, start, end, replacement: natoForm(level) + "//" + control.description)
      foreignControl(control, item, vocabulary)
      return true
    }
    if let (owner, level) = natoActivity(item, text, vocabulary) {
      setForeign(level.classification, level.form, item, to: end)
      written.countries.append(owner)
      written.ownerCount = 1
      return true
    }
    let isCosmic = LevelWords.word("COSMIC", text, start, end) != nil
    guard let first = LevelWords.word("COSMIC", text, start, end) ?? LevelWords.word("NATO", text, start, end) else {
      return false
    }
    let next = text.skipBlanks(first, end)
    guard let level = LevelWords.match(text, next, end) else { return false }
    setForeign(level.classification, expectedForm, item, to: level.end)
    written.countries.append(
      WrittenMarking.Country(
        range: ByteRange(start, first), entry: vocabulary.countries.index(of: "NATO") ?? -1))
    written.ownerCount = 1
    if isCosmic != (level.classification == .topSecret) {
      add(.natoLevel, start, level.end, replacement: natoForm(level.classification))
    } else if written.kind == .portion || level.form != .title {
      add(.natoForm, start, level.end, replacement: natoForm(level.classification))
    }
    if level.end < end {
      let rest = text.skipBlanks(level.end, end)
      if let entry = vocabulary.register.find(text, rest, end), vocabulary.register.entries[entry].category == .foreign
      {
        add(.compoundNATO, level.end, end, replacement: "//" + vocabulary.register.entries[entry].abbreviation)
        written.tokens.append(
          WrittenMarking.Token(
            category: .foreign, entry: entry, state: .known, form: .same, segment: item.segment,
            range: ByteRange(rest, end)))
      } else {
        add(.levelWords, level.end, end)
      }
    }
    return true
  }

  /// The form that a level has in a marking of this kind; one of NATO's in another form is a defect of its own.
  private var expectedForm: TokenForm { written.kind == .portion ? .portion : .title }

  private func natoForm(_ level: Classification) -> String {
    written.kind == .banner ? Self.natoWords(level) : level == .topSecret ? "CTS" : "N" + level.rawValue
  }

  private static func natoWords(_ level: Classification) -> String {
    level == .topSecret ? "COSMIC TOP SECRET" : "NATO " + level.word
  }

  private static func natoAbbreviation(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Classification? {
    if LevelWords.word("CTS", text, start, end) == end { return .topSecret }
    guard end - start == 2, text[start] == UInt8(ascii: "N") else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "S"): return .secret
    case UInt8(ascii: "C"): return .confidential
    case UInt8(ascii: "R"): return .restricted
    case UInt8(ascii: "U"): return .unclassified
    default: return nil
    }
  }

  /// The compound forms of before December 2010: CTSA, CTS-B, NSAT, NCA (C16 p192, p197).
  private static func natoCompound(
    _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (Classification, StaticString)? {
    guard end - start >= 3, text[start] == UInt8(ascii: "C") || text[start] == UInt8(ascii: "N") else { return nil }
    for (word, level, control) in [
      ("CTSA", Classification.topSecret, "ATOMAL"), ("CTS-A", .topSecret, "ATOMAL"), ("CTSB", .topSecret, "BOHEMIA"),
      ("CTS-B", .topSecret, "BOHEMIA"), ("CTSAT", .topSecret, "ATOMAL"), ("NSA", .secret, "ATOMAL"),
      ("NSAT", .secret, "ATOMAL"), ("NS-A", .secret, "ATOMAL"), ("NCA", .confidential, "ATOMAL"),
      ("NC-A", .confidential, "ATOMAL"),
    ] as [(StaticString, Classification, StaticString)] where LevelWords.word(word, text, start, end) == end {
      return (level, control)
    }
    return nil
  }

  private mutating func foreignControl(
    _ name: StaticString, _ item: MarkingItems.Item, _ vocabulary: borrowing Vocabulary
  ) {
    let letters = Array(name.description.utf8)
    written.tokens.append(
      WrittenMarking.Token(
        category: .foreign, entry: vocabulary.register.find(letters.span, 0, letters.count) ?? -1, state: .known,
        form: .same, segment: item.segment, range: item.range))
  }

  // MARK: JOINT and other owners

  private mutating func joint(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let first = LevelWords.word("JOINT", text, item.start, item.end) else { return false }
    let next = text.skipBlanks(first, item.end)
    guard let level = LevelWords.match(text, next, item.end) ?? LevelWords.restricted(text, next, item.end) else {
      return false
    }
    written.system = .joint
    written.classification = level.classification
    written.levelForm = level.form
    written.levelRange = ByteRange(item.start, level.end)
    written.firstOwner = written.countries.count
    codes(from: level.end, to: item.end, text, vocabulary)
    written.ownerCount = written.countries.count - written.firstOwner
    return true
  }

  /// Codes with blanks between them, as FGI and JOINT list them. A comma is no separator of these lists.
  mutating func codes(from start: Int, to end: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var i = text.skipBlanks(start, end)
    while i < end, written.countries.count < MarkingLimits.countries {
      var stop = i
      while stop < end, text[stop] != 0x20, text[stop] != 0x2C { stop += 1 }
      if let activity = activityEnd(i, end, text, vocabulary) {
        stop = activity
        written.countries.append(
          WrittenMarking.Country(
            range: ByteRange(i, stop), entry: vocabulary.countries.find(text, i, i + 4) ?? -1, isActivity: true))
      } else if stop > i {
        written.countries.append(
          WrittenMarking.Country(
            range: ByteRange(i, stop), entry: vocabulary.countries.find(text, i, stop) ?? -1))
      }
      let next = stop
      var after = next
      var commas = 0
      while after < end, text[after] == 0x20 || text[after] == 0x2C {
        if text[after] == 0x2C { commas += 1 }
        after += 1
      }
      if commas > 0 { add(.listSeparator, next, after, replacement: after < end ? " " : "") }
      i = after
    }
  }

  private mutating func foreign(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary, hasSlashes: Bool
  ) -> Bool {
    let (start, end) = (item.start, item.end)
    let firstStop = text.wordStop(start, end)
    if firstStop == end || text[firstStop] != 0x2D, LevelWords.word("FGI", text, start, end) != nil {
      let next = text.skipBlanks(start + 3, end)
      let codes = codesBeforeLevel(text, next, end)
      guard let level = LevelWords.match(text, codes.end, end), level.end == end else { return false }
      setForeign(level.classification, level.form, item, to: end)
      written.isConcealedOwner = true
      written.firstOwner = written.countries.count
      written.ownerCount = 0
      for owner in codes.codes { own(owner, text, vocabulary) }
      return true
    }
    // 32 CFR 2001.24(c) also has `GBR-C` and `FGI-C`.
    if firstStop < end, text[firstStop] == 0x2D, text.isIdentifier(ByteRange(start, firstStop), 3...4) {
      let isConcealed = LevelWords.word("FGI", text, start, firstStop) != nil
      if let level = LevelWords.match(text, firstStop + 1, end), level.end == end,
        isConcealed || vocabulary.countries.find(text, start, firstStop) != nil
      {
        setForeign(level.classification, level.form, item, to: end)
        written.isConcealedOwner = isConcealed
        if !isConcealed { own(ByteRange(start, firstStop), text, vocabulary) }
        add(.hyphenatedOwner, start, end, replacement: text.owner(start, firstStop, end))
        return true
      }
    }
    // One or more codes, then the level.
    var i = start
    var owners: [ByteRange] = []
    while i < end {
      if !owners.isEmpty, let level = LevelWords.match(text, i, end), level.end == end {
        setForeign(level.classification, level.form, item, to: end)
        written.firstOwner = written.countries.count
        written.ownerCount = 0
        for owner in owners { own(owner, text, vocabulary) }
        return true
      }
      let stop = text.wordStop(i, end)
      // Only behind the slashes a code that is not known is taken for one.
      guard stop > i, owners.count < MarkingLimits.countries,
        vocabulary.countries.find(text, i, stop) != nil || (hasSlashes && text.isIdentifier(ByteRange(i, stop), 3...4))
      else { return false }
      owners.append(ByteRange(i, stop))
      i = text.skipBlanks(stop, end)
    }
    return false
  }
}

extension MarkingParser {
  /// The codes that stand before a level, each of three or four letters, and where the level would begin.
  private func codesBeforeLevel(
    _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (codes: [ByteRange], end: Int) {
    var codes: [ByteRange] = []
    var i = start
    while i < end, codes.count < MarkingLimits.countries {
      // TOP is a code of three letters too.
      if let level = LevelWords.match(text, i, end), level.end == end { break }
      let stop = text.wordStop(i, end)
      guard text.isIdentifier(ByteRange(i, stop), 3...4) else { break }
      codes.append(ByteRange(i, stop))
      i = text.skipBlanks(stop, end)
    }
    return (codes, i)
  }
}

extension Span where Element == UInt8 {
  /// `//GBR C` for a range that holds `GBR-C`.
  fileprivate func owner(_ start: Int, _ dash: Int, _ end: Int) -> String {
    "//" + words(start, dash) + " " + words(dash + 1, end)
  }

  /// The offset after the run of letters and digits at `at`.
  func wordStop(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i].isLetterOrDigit { i += 1 }
    return i
  }
}
