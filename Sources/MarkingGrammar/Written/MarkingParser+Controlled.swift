import MarkingModel

// CUI as the control marking of a line, and what is said of its parts as a whole (32 CFR 2002.20, CUI Marking Handbook).
extension MarkingParser {
  /// `CUI` or `CONTROLLED` in the place of the classification.
  mutating func controlled(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if let form = Self.controlWord(text, item.range) {
      begin(form, item.range, item)
      noteLongWord(item.range)
      return true
    }
    if Self.isSpelledOut(text, item.range) {
      begin(.same, item.range, item)
      add(.cuiWord, item.start, item.end, replacement: "CUI")
      return true
    }
    return runOn(item, text, vocabulary)
  }

  /// `DRAFT//CUI`, `DRAFT CUI`: the control marking behind an administrative one, which belongs outside. Returns the index
  /// of the first item after it.
  mutating func behindAdministrative(
    _ line: borrowing MarkingItems, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    let item = line[0]
    if vocabulary.outsideWords.find(text, item.start, item.end) == .administrative, line.count > 1,
      let form = Self.controlWord(text, line[1].range)
    {
      begin(form, line[1].range, line[1])
      add(.administrative, item.start, item.end)
      return 2
    }
    var stop = text.wordStop(item.start, item.end)
    if stop < item.end, text[stop] == 0x2D { stop = text.wordStop(stop + 1, item.end) }
    guard stop < item.end, vocabulary.outsideWords.find(text, item.start, stop) == .administrative else { return nil }
    var start = stop
    while start < item.end, text[start].isOne(of: 0x20, 0x2D, 0x3A, 0x2C) { start += 1 }
    let rest = ByteRange(start, item.end)
    guard start > stop, let form = Self.controlWord(text, rest) else { return nil }
    begin(form, rest, item)
    add(.administrative, item.start, stop)
    return 1
  }

  private mutating func begin(_ form: TokenForm, _ range: ByteRange, _ item: MarkingItems.Item) {
    written.system = .cui
    cuiSegment = item.segment
    written.levelRange = range
    written.tokens.append(
      WrittenMarking.Token(category: .cui, entry: -1, state: .known, form: form, segment: item.segment, range: range))
  }

  /// Only CUI and CONTROLLED are control markings, and not the words that CUI stands for (32 CFR 2002.20(b)(1)).
  mutating func noteLongWord(_ range: ByteRange) {
    if range.count > 10 { add(.cuiWord, range.start, range.end, replacement: "CUI") }
  }

  /// Whether a range is `C.U.I.` or `C U I`.
  private static func isSpelledOut(_ text: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard 4...8 ~= range.count, text[range.start] == UInt8(ascii: "C") else { return false }
    var letters: [UInt8] = []
    for i in range.start..<range.end where text[i] != 0x2E && text[i] != 0x20 { letters.append(text[i]) }
    return letters.elementsEqual("CUI".utf8)
  }

  /// `CUI SP-CTI`, `CUI-NOFORN`: a part of the marking behind CUI without the slashes between them.
  private mutating func runOn(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let stop = LevelWords.word("CUI", text, item.start, item.end) else { return false }
    var start = stop
    while start < item.end, text[start].isOne(of: 0x20, 0x2D, 0x3A, 0x2C) { start += 1 }
    guard start > stop else { return false }
    begin(.same, ByteRange(item.start, stop), item)
    let tokens = written.tokens.count
    let defects = written.defects.count
    // What follows stands where the categories would stand behind the slashes.
    cuiSegment = item.segment - 1
    isCategorySegment = true
    let part = MarkingItems.Item(start: start, end: item.end, segment: item.segment, beginsSegment: false)
    _ = take(part, MarkingItems(), 0, text, vocabulary)
    cuiSegment = item.segment
    isCategorySegment = false
    if written.tokens.count > tokens, written.tokens[tokens...].allSatisfy({ $0.state == .known }) {
      add(.cuiSeparator, stop, start, replacement: "//")
    } else {
      written.tokens.removeLast(written.tokens.count - tokens)
      written.defects.removeLast(written.defects.count - defects)
      add(.levelWords, stop, item.end)
    }
    return true
  }

  /// What does not belong behind CUI: a classification, an administrative marking, the head of a warning.
  mutating func outside(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard cuiSegment > -2 else { return false }
    let kind: MarkingDefect.Kind
    if let word = vocabulary.outsideWords.find(text, item.start, item.end) {
      kind = word == .warning ? .warningWords : .administrative
    } else if written.system == .cui, let level = LevelWords.match(text, item.start, item.end), level.end == item.end {
      kind = .levelAfterCUI
    } else {
      return false
    }
    append(.unknown, entry: -1, item)
    add(kind, item.start, item.end)
    return true
  }

  // MARK: Review

  /// The control marking, the categories and the dissemination controls in this order, `//` between two of them and `/`
  /// inside one (CUIH p6). Controls of other systems have rules of their own.
  mutating func reviewControlled(
    _ token: WrittenMarking.Token, after previous: WrittenMarking.Token?, order: Int, _ text: Span<UInt8>,
    _ highest: inout Int
  ) {
    guard Self.isOfCUI(token) else { return }
    if let last = previous, Self.isOfCUI(last) {
      let gap = ByteRange(last.range.end, max(last.range.end, token.range.start))
      if text.hasSlash(gap), (last.segment == token.segment) != (last.category == token.category) {
        add(.cuiSeparator, gap.start, gap.end, replacement: last.category == token.category ? "/" : "//")
      }
    }
    if order < highest { add(.cuiOrder, token.range.start, token.range.end) }
    highest = max(highest, order)
  }

  private static func isOfCUI(_ token: WrittenMarking.Token) -> Bool {
    token.category == .cui || token.category == .cuiCategory || token.category == .dissem
  }

  /// `SP-` where laws specify handling, and only there (CUIH p10).
  mutating func reviewSpecified(_ vocabulary: borrowing Vocabulary) {
    for token in written.tokens where token.category == .cuiCategory && token.entry >= 0 {
      let category = vocabulary.categories.rows[token.entry]
      if category.kind == .specified, !token.isSpecified {
        add(.missingSP, token.range.start, token.range.end, replacement: "SP-" + category.code)
      }
      if category.kind == .basic, token.isSpecified {
        add(.needlessSP, token.range.start, token.range.end, replacement: category.code)
      }
    }
  }

  /// The CUI Registry writes some controls with small letters, and some activities of NATO have them in their names
  /// (`NATO PfP`). Written so they are no small letters of the line; a control in capitals differs from the Registry.
  mutating func reviewCase(
    _ source: Span<UInt8>, _ text: borrowing FoldedText, _ vocabulary: borrowing Vocabulary
  ) {
    var exempt: [ByteRange] = []
    for country in written.countries where country.isActivity { exempt.append(text.place(country.range)) }
    if cuiSegment > -2, written.kind == .banner { exempt += registryWords(source, text, vocabulary) }
    guard !exempt.isEmpty else { return }
    let whole = text.place(written.range)
    smallLetter = (whole.start..<whole.end).first { i in
      source[i].isSmall && !exempt.contains { $0.start <= i && i < $0.end }
    }
    isCaseReviewed = true
  }

  /// The places of controls that are written as the CUI Registry has them, small letters included.
  private mutating func registryWords(
    _ source: Span<UInt8>, _ text: borrowing FoldedText, _ vocabulary: borrowing Vocabulary
  ) -> [ByteRange] {
    var exempt: [ByteRange] = []
    for token in written.tokens where token.category == .dissem && token.entry >= 0 && token.form != .portion {
      let form = vocabulary.register.entries[token.entry].title
      guard form.utf8.contains(where: \.isSmall) else { continue }
      let range = text.place(token.range)
      if source.isExactly(form, range) {
        exempt.append(range)
      } else {
        add(.registryCase, token.range.start, token.range.end, replacement: form)
      }
    }
    return exempt
  }
}

extension Span where Element == UInt8 {
  fileprivate func hasSlash(_ range: ByteRange) -> Bool {
    for i in range.start..<range.end where self[i] == 0x2F { return true }
    return false
  }
}
