import MarkingModel

extension MarkingParser {
  /// Reads one item; `line` and `index` give those after it, where it may run on (an EYES ONLY list); a part of an item
  /// has no line. Returns how many items were read.
  mutating func take(
    _ item: MarkingItems.Item, _ line: borrowing MarkingItems, _ index: Int, _ text: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Int {
    if outside(item, text, vocabulary) { return 1 }
    if isCategorySegment, item.segment == cuiSegment + 1, category(item, text, vocabulary) { return 1 }
    if let form = Self.controlWord(text, item.range), written.system != .cui {
      cuiSegment = item.segment
      append(.cui, entry: -1, form: form, item)
      noteLongWord(item.range)
      return 1
    }
    if known(item, text, vocabulary) { return 1 }
    if line.count > 0, let count = eyesOnly(item, line, index, text, vocabulary) { return count }
    if let count = eyesOnly(item, text, vocabulary) { return count }
    if commaForSlash(item, text, vocabulary) { return 1 }
    if compound(item, text, vocabulary) { return 1 }
    if category(item, text, vocabulary, onlySpecified: true) { return 1 }
    if continued(item, text, vocabulary) { return 1 }
    if declassification(item, text) { return 1 }
    if level(item, text) { return 1 }
    if orphan(item, text, vocabulary) { return 1 }
    if split(item, text, vocabulary) { return 1 }
    if repaired(item, text, vocabulary) { return 1 }
    if controlSystem(item, text, vocabulary, isPublished: false) { return 1 }
    if category(item, text, vocabulary) { return 1 }
    append(.unknown, entry: -1, state: .unknown, item)
    return 1
  }

  mutating func append(
    _ category: TokenCategory, entry: Int, state: TokenState = .known, form: TokenForm = .same, depth: Int = 0,
    _ item: MarkingItems.Item
  ) {
    written.tokens.append(
      WrittenMarking.Token(
        category: category, entry: entry, state: state, form: form, depth: depth, segment: item.segment,
        range: item.range))
  }

  /// A word of the register, whole.
  mutating func known(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if let (entry, form) = vocabulary.register.form(text, item.start, item.end) {
      append(known: entry, form, item, text, vocabulary)
      return true
    }
    // The token of an attribute that got into the text: DL_ONLY.
    guard let entry = vocabulary.register.underscored(text, item.range) else { return false }
    let it = vocabulary.register.entries[entry]
    append(.dissem, entry: entry, form: written.kind == .portion ? .portion : .abbreviation, item)
    add(
      .attributeToken, item.start, item.end,
      replacement: written.kind == .portion ? it.portion : it.abbreviation)
    return true
  }

  /// Adds a token that the register has. A compartment stands behind its system.
  mutating func append(
    known entry: Int, _ form: TokenForm, _ item: MarkingItems.Item, _ text: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    switch vocabulary.register.entries[entry].category {
    case .sci: _ = controlSystem(item, text, vocabulary, isPublished: true)
    case .aea: _ = atomic(item, text, vocabulary)
    case .sap, .cui, .fgi: append(.unknown, entry: -1, state: .unknown, item)
    case .foreign: append(.foreign, entry: entry, item)
    case .nonic: append(.nonic, entry: entry, form: form, item)
    case .dissem:
      append(.dissem, entry: entry, form: form, item)
      let isEyes = entry == vocabulary.register.eyes
      let isDisplay = entry == vocabulary.register.display
      guard isEyes || isDisplay || entry == vocabulary.register.release else { return }
      // Without a list: in a portion that of the banner.
      written.tokens[written.tokens.count - 1].isBare = true
      if !isEyes, isDisplay || text.wordStop(item.start, item.end) != item.end {
        add(.missingList, item.start, item.end)
      }
    }
  }

  /// Markings that are a word with something behind it.
  mutating func compound(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    releaseList(item, text, vocabulary) || foreignInformation(item, text, vocabulary)
      || program(item, text, vocabulary) || atomic(item, text, vocabulary) || nickname(item, text, vocabulary)
      || controlSystem(item, text, vocabulary, isPublished: true)
  }

  // MARK: FGI

  private mutating func foreignInformation(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let (start, end) = (item.start, item.end)
    let title = LevelWords.word("FOREIGN GOVERNMENT INFORMATION", text, start, end)
    guard let after = title ?? LevelWords.word("FGI", text, start, end),
      after == end || text[after] == 0x20 || text[after] == 0x2D
    else { return false }
    append(.fgi, entry: -1, form: title == nil ? .same : .title, item)
    let token = written.tokens.count - 1
    written.tokens[token].firstCountry = written.countries.count
    // `FGI-GBR`: a hyphen for the blank.
    let list = after < end && text[after] == 0x2D ? after + 1 : after
    if list > after { add(.listSeparator, after, list, replacement: " ") }
    codes(from: list, to: end, text, vocabulary)
    written.tokens[token].countryCount = written.countries.count - written.tokens[token].firstCountry
    return true
  }

  // MARK: ACCM

  private mutating func nickname(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let after = LevelWords.word("ACCM", text, item.start, item.end), after < item.end, text[after] == 0x2D else {
      return false
    }
    append(.nonic, entry: accmEntry(vocabulary), state: .unverifiable, item)
    written.tokens[written.tokens.count - 1].range = ByteRange(after + 1, item.end)
    written.tokens[written.tokens.count - 1].depth = 1
    return true
  }

  private func accmEntry(_ vocabulary: borrowing Vocabulary) -> Int {
    let letters = Array("ACCM".utf8)
    return vocabulary.register.find(letters.span, 0, letters.count) ?? -1
  }

  /// What belongs to the item before it in the same segment: a further program, nickname, SIGMA number or country.
  private mutating func continued(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !item.beginsSegment, let last = written.tokens.last(where: { $0.depth == 0 || $0.category == .nonic }),
      last.segment == item.segment
    else { return false }
    switch last.category {
    case .sap:
      programs(item, from: item.start, form: .same, text)
      return true
    case .nonic where last.depth == 1:
      append(.nonic, entry: last.entry, state: .unverifiable, depth: 1, item)
      return true
    case .aea where last.sigmaCount > 0:
      let number = text.number(item.range)
      guard let number, let index = written.tokens.lastIndex(where: { $0.category == .aea }) else { return false }
      guard written.tokens[index].sigmaCount < MarkingLimits.sigmas else { return false }
      written.sigmas.append(number)
      written.tokens[index].sigmaCount += 1
      add(.sigmaSeparator, written.tokens[index].range.end, item.start, replacement: " ")
      written.tokens[index].range.end = item.end
      return true
    case .fgi where last.countryCount > 0:
      guard let entry = vocabulary.countries.find(text, item.start, item.end),
        let index = written.tokens.lastIndex(where: { $0.category == .fgi })
      else { return false }
      written.countries.append(WrittenMarking.Country(range: item.range, entry: entry))
      written.tokens[index].countryCount += 1
      written.tokens[index].range.end = item.end
      add(.listSeparator, item.start - 1, item.start, replacement: " ")
      return true
    case .dissem where last.countryCount > 0:
      guard let entry = vocabulary.countries.find(text, item.start, item.end),
        let index = written.tokens.lastIndex(where: { $0.category == .dissem }),
        written.tokens[index].firstCountry + written.tokens[index].countryCount == written.countries.count
      else { return false }
      written.countries.append(WrittenMarking.Country(range: item.range, entry: entry))
      written.tokens[index].countryCount += 1
      add(.listSeparator, written.tokens[index].range.end, item.start, replacement: ", ")
      written.tokens[index].range.end = item.end
      return true
    default: return false
    }
  }

  // MARK: What does not belong into a line

  /// A declassification instruction (C16 p32–34, p192).
  private mutating func declassification(_ item: MarkingItems.Item, _ text: Span<UInt8>) -> Bool {
    let (start, end) = (item.start, item.end)
    let isDate = text.number(item.range) != nil && [4, 6, 8].contains(item.range.count)
    let isExemption =
      text.has("25X", start, end) || text.has("50X", start, end) || text.has("75X", start, end)
    let isOld =
      item.range.count == 2 && text[start] == UInt8(ascii: "X") && text[start + 1].isDigit
      || LevelWords.word("MR", text, start, end) == end || LevelWords.word("OADR", text, start, end) == end
      || LevelWords.word("MANUAL REVIEW", text, start, end) == end || LevelWords.word("DECL", text, start, end) != nil
      || LevelWords.word("DECLASSIFY ON", text, start, end) != nil
    guard isDate || isExemption || isOld else { return false }
    append(.declassification, entry: -1, item)
    return true
  }

  /// A second classification.
  private mutating func level(_ item: MarkingItems.Item, _ text: Span<UInt8>) -> Bool {
    let isJoint = LevelWords.word("JOINT", text, item.start, item.end) != nil
    let isNATO =
      LevelWords.word("NATO", text, item.start, item.end) != nil
      || LevelWords.word("COSMIC", text, item.start, item.end) != nil
    let at = isJoint || isNATO ? text.skipBlanks(text.wordStop(item.start, item.end), item.end) : item.start
    guard let match = LevelWords.match(text, at, item.end), isJoint || isNATO || match.end == item.end else {
      return false
    }
    if written.classification == nil, written.system == .none {
      // The line begins with something else: it has its level here.
      written.system = .us
      written.classification = match.classification
      written.levelRange = ByteRange(at, match.end)
      written.levelForm = match.form
      add(.categoryOrder, item.start, item.end)
    } else {
      append(.unknown, entry: -1, state: .known, item)
      add(.secondLevel, item.start, item.end)
    }
    return true
  }

  // MARK: Repairs
}
