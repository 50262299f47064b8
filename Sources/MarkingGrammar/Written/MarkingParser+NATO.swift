import MarkingModel

// Classifications of NATO.
extension MarkingParser {
  mutating func nato(
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
    if hyphenatedNATO(item, text, vocabulary) { return true }
    if let (level, control) = Self.natoCompound(text, start, end) {
      setForeign(level, expectedForm, item, to: end)
      written.countries.append(
        WrittenMarking.Country(range: item.range, entry: vocabulary.countries.index(of: "NATO") ?? -1))
      written.ownerCount = 1
      add(.oldNATOForm, start, end, replacement: natoForm(level) + "//" + control.description)
      foreignControl(control, item, vocabulary)
      return true
    }
    if let (begin, level) = Self.doubleNATO(text, start, end) {
      setForeign(level.classification, expectedForm, item, to: end)
      written.countries.append(
        WrittenMarking.Country(range: ByteRange(start, begin), entry: vocabulary.countries.index(of: "NATO") ?? -1))
      written.ownerCount = 1
      add(.natoForm, start, end, replacement: natoForm(level.classification))
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
      var rest = text.skipBlanks(level.end, end)
      if rest < end, text[rest] == 0x2D { rest = text.skipBlanks(rest + 1, end) }
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

  /// `NATO COSMIC TOP SECRET`: both words of NATO before a level, and where it begins.
  private static func doubleNATO(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (begin: Int, LevelWords.Match)? {
    guard let nato = LevelWords.word("NATO", text, start, end),
      let cosmic = LevelWords.word("COSMIC", text, text.skipBlanks(nato, end), end)
    else { return nil }
    let begin = text.skipBlanks(cosmic, end)
    guard let level = LevelWords.match(text, begin, end), level.end == end else { return nil }
    return (cosmic, level)
  }

  /// `CTS-BALK`, `NS ATOMAL`: an abbreviation and a control with a hyphen or a blank between them.
  private mutating func hyphenatedNATO(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let stop = text.wordStop(item.start, item.end)
    guard stop + 1 < item.end, text[stop] == 0x2D || text[stop] == 0x20,
      let level = Self.natoAbbreviation(text, item.start, stop),
      let entry = vocabulary.register.find(text, stop + 1, item.end),
      vocabulary.register.entries[entry].category == .foreign
    else { return false }
    setForeign(level, expectedForm, item, to: stop)
    written.countries.append(
      WrittenMarking.Country(
        range: ByteRange(item.start, stop), entry: vocabulary.countries.index(of: "NATO") ?? -1))
    written.ownerCount = 1
    let control = vocabulary.register.entries[entry].abbreviation
    if text[stop] == 0x2D {
      add(.oldNATOForm, item.start, item.end, replacement: natoForm(level) + "//" + control)
    } else {
      if written.kind == .banner { add(.natoForm, item.start, stop, replacement: Self.natoWords(level)) }
      add(.compoundNATO, stop, item.end, replacement: "//" + control)
    }
    written.tokens.append(
      WrittenMarking.Token(
        category: .foreign, entry: entry, state: .known, form: .same, segment: item.segment,
        range: ByteRange(stop + 1, item.end)))
    return true
  }

  /// The form that a level has in a marking of this kind; one of NATO's in another form is a defect of its own.
  var expectedForm: TokenForm { written.kind == .portion ? .portion : .title }

  func natoForm(_ level: Classification) -> String {
    written.kind == .banner ? Self.natoWords(level) : level == .topSecret ? "CTS" : "N" + level.rawValue
  }

  static func natoWords(_ level: Classification) -> String {
    level == .topSecret ? "COSMIC TOP SECRET" : "NATO " + level.word
  }

  static func natoAbbreviation(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Classification? {
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
  static func natoCompound(
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

  mutating func foreignControl(
    _ name: StaticString, _ item: MarkingItems.Item, _ vocabulary: borrowing Vocabulary
  ) {
    let letters = Array(name.description.utf8)
    written.tokens.append(
      WrittenMarking.Token(
        category: .foreign, entry: vocabulary.register.find(letters.span, 0, letters.count) ?? -1, state: .known,
        form: .same, segment: item.segment, range: item.range))
  }

  // MARK: JOINT and other owners
}
