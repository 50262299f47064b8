import MarkingModel

// Categories of CUI. `PROPIN`, `FISA` and some others are categories and dissemination controls too: the place decides
// (markings reference 2.4).
extension MarkingParser {
  /// Whether the segment that begins with the item at `index` holds categories: it does where its first item is one, or
  /// is nothing that the register has.
  func holdsCategories(
    _ line: borrowing MarkingItems, _ index: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var isAllRegister = true
    var k = index
    while k < line.count, k == index || !line[k].beginsSegment {
      let item = line[k]
      if text.has("SP-", item.start, item.end) { return true }
      let isCategory = vocabulary.categories.find(text, item.start, item.end) != nil
      if k == index, isCategory { return true }
      if !isOfRegister(item.range, text, vocabulary),
        vocabulary.outsideWords.find(text, item.start, item.end) == nil
      {
        isAllRegister = false
      }
      k += 1
    }
    return !isAllRegister
  }

  /// Whether a range begins with a word of the register, or with one that makes a marking of what stands behind it.
  private func isOfRegister(
    _ range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let (start, end) = (range.start, range.end)
    return vocabulary.register.longest(in: text, at: start, end: end) != nil
      || vocabulary.register.underscored(text, range) != nil
      || LevelWords.word("FGI", text, start, end) != nil || LevelWords.word("SAR", text, start, end) != nil
      || LevelWords.word("REL", text, start, end) != nil || text.has("FOREIGN GOVERNMENT", start, end)
      || text.has("SPECIAL ACCESS REQUIRED", start, end)
  }

  /// A category, `SP-` before it where it is specified. Outside the segment of the categories only what is known.
  mutating func category(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary, onlySpecified: Bool = false
  ) -> Bool {
    let isSpecified = text.has("SP-", item.start, item.end)
    if onlySpecified, !isSpecified { return false }
    let start = isSpecified ? item.start + 3 : item.start
    let entry = vocabulary.categories.find(text, start, item.end)
    let isPlace = isCategorySegment && item.segment == cuiSegment + 1
    guard entry != nil || isSpecified || isPlace else { return false }
    if entry == nil, separated(item, text, vocabulary) || spaced(item, text, vocabulary) { return true }
    if entry == nil, !isSpecified {
      // In the place of a category, but a word of the register: it is read as that.
      if isOfRegister(item.range, text, vocabulary) { return false }
    }
    if entry != nil, !isSpecified, !isPlace, cuiSegment < -1 { return false }
    append(.cuiCategory, entry: entry ?? -1, state: entry == nil ? .unknown : .known, item)
    written.tokens[written.tokens.count - 1].isSpecified = isSpecified
    return true
  }

  /// `SP-CTI, SP-EXPT`: categories with a comma between them. Each of them must be known.
  private mutating func separated(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var parts: [ByteRange] = []
    var start = item.start
    for i in item.start...item.end where i == item.end || text[i] == 0x2C || text[i] == 0x3B {
      let from = text.skipBlanks(start, i)
      let part = ByteRange(from, text.trimEnd(from, i))
      let code = text.has("SP-", part.start, part.end) ? part.start + 3 : part.start
      guard vocabulary.categories.find(text, code, part.end) != nil else { return false }
      parts.append(part)
      start = i + 1
    }
    guard parts.count > 1 else { return false }
    for (k, part) in parts.enumerated() {
      _ = category(
        MarkingItems.Item(
          start: part.start, end: part.end, segment: item.segment, beginsSegment: k == 0 && item.beginsSegment), text,
        vocabulary)
      if k > 0 { add(.cuiSeparator, parts[k - 1].end, part.start, replacement: "/") }
    }
    return true
  }

  /// `SP CTI`: a blank for the hyphen.
  private mutating func spaced(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard text.has("SP ", item.start, item.end),
      let entry = vocabulary.categories.find(text, item.start + 3, item.end)
    else { return false }
    append(.cuiCategory, entry: entry, item)
    written.tokens[written.tokens.count - 1].isSpecified = true
    add(.slip, item.start, item.end, replacement: "SP-" + vocabulary.categories.rows[entry].code)
    return true
  }
}
