import MarkingModel

// Special access programs: `SAR-BP-J12 J54-K15/CD-YYY 456 689` (C16 p100).
extension MarkingParser {
  mutating func program(_ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let prefix = Self.programPrefix(text, item.start, item.end) else { return false }
    let start = text.skipBlanks(prefix.end, item.end)
    if start == item.end || !prefix.isWell {
      add(.programPrefix, item.start, start, replacement: start == item.end ? nil : "SAR-")
    } else if !item.beginsSegment, written.tokens.last?.category == .sap {
      add(.programRepeat, item.start, start, replacement: "")
    }
    if start == item.end {
      // It says of what kind a program is and names none: the defect says so.
      append(.unknown, entry: -1, item)
    } else {
      programs(item, from: start, form: prefix.form, text)
    }
    return true
  }

  /// `SAR-` and what is written for it. `SAP` alone may be the name of a control system that is not published.
  private static func programPrefix(
    _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (end: Int, form: TokenForm, isWell: Bool)? {
    guard start < end, text[start] == UInt8(ascii: "S") else { return nil }
    if let after = LevelWords.word("SAR", text, start, end) {
      return prefix(after, .same, isRequired: true, standsAlone: true, text, end)
    }
    if let after = LevelWords.word("SPECIAL ACCESS REQUIRED", text, start, end) {
      return prefix(after, .title, isRequired: true, standsAlone: true, text, end)
    }
    if let after = LevelWords.word("SAP", text, start, end) {
      return prefix(after, .same, isRequired: false, standsAlone: false, text, end)
    }
    guard let after = LevelWords.word("SPECIAL ACCESS PROGRAM", text, start, end) else { return nil }
    return prefix(after, .title, isRequired: false, standsAlone: true, text, end)
  }

  private static func prefix(
    _ after: Int, _ form: TokenForm, isRequired: Bool, standsAlone: Bool, _ text: Span<UInt8>, _ end: Int
  ) -> (end: Int, form: TokenForm, isWell: Bool)? {
    if after == end { return standsAlone ? (end, form, false) : nil }
    switch text[after] {
    case 0x2D: return (after + 1, form, isRequired)
    case 0x20, 0x3A, 0x5F: return (after + 1, form, false)
    default: return nil
    }
  }

  /// A program with its compartments.
  mutating func programs(_ item: MarkingItems.Item, from start: Int, form: TokenForm, _ text: Span<UInt8>) {
    let state: TokenState = text.isProgram(ByteRange(start, item.end)) ? .unverifiable : .unknown
    let nameEnd = programEnd(start, item.end, text)
    guard nameEnd > start else {
      append(.sap, entry: -1, state: .unknown, form: form, item)
      return
    }
    written.tokens.append(
      WrittenMarking.Token(
        category: .sap, entry: -1, state: state, form: form, segment: item.segment,
        range: ByteRange(start, nameEnd)))
    var parts = PartsOfIdentifier(nameEnd, item.end, firstDepth: 1, hasUnderscores: false)
    while written.tokens.count < MarkingLimits.tokens, let part = parts.next(text) {
      written.tokens.append(
        WrittenMarking.Token(
          category: .sap, entry: -1, state: state, form: .same, depth: part.depth, segment: item.segment,
          range: part.range))
    }
  }

  /// The end of the name of a program, which may have several words: `SAR-JUNIOR PROM`. An abbreviation of two or three
  /// characters has none: there a blank is written for a hyphen.
  private mutating func programEnd(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> Int {
    var dash = start
    while dash < end, text[dash] != 0x2D { dash += 1 }
    let word = text.wordStop(start, dash)
    guard word < dash, text[word] == 0x20, word - start <= 3 else { return dash }
    add(.compartmentHyphen, word, word + 1, replacement: "-")
    return word
  }
}

extension Span where Element == UInt8 {
  /// Whether a range has the shape of a program with its compartments.
  fileprivate func isProgram(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    for i in range.start..<range.end
    where !self[i].isLetterOrDigit && self[i] != 0x2D && self[i] != 0x20 && self[i] != 0x5F {
      return false
    }
    return true
  }
}
