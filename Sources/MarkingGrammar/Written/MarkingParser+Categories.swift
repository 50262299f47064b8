import MarkingModel

// Categories of CUI. `PROPIN`, `FISA` and some others are categories and dissemination controls too: the place decides
// (markings reference 2.4).
extension MarkingParser {
  /// Whether the segment that begins with the item at `index` holds categories: it does where its first item is one, or
  /// is nothing that the register has.
  func holdsCategories(
    _ line: MarkingItems, _ index: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var isAllRegister = true
    var k = index
    while k < line.items.count, k == index || !line.items[k].beginsSegment {
      let item = line.items[k]
      if text.has("SP-", item.start, item.end) { return true }
      let isCategory = vocabulary.categories.find(text, item.start, item.end) != nil
      if k == index, isCategory { return true }
      if vocabulary.register.longest(in: text, at: item.start, end: item.end) == nil { isAllRegister = false }
      k += 1
    }
    return !isAllRegister
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
    if entry == nil, !isSpecified {
      // In the place of a category, but a word of the register: it is read as that.
      if vocabulary.register.longest(in: text, at: item.start, end: item.end) != nil { return false }
    }
    if entry != nil, !isSpecified, !isPlace, cuiSegment < -1 { return false }
    append(.cuiCategory, entry: entry ?? -1, state: entry == nil ? .unknown : .known, item)
    written.tokens[written.tokens.count - 1].isSpecified = isSpecified
    return true
  }
}
