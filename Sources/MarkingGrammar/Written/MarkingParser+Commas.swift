import MarkingModel

// Commas where a marking has slashes.
extension MarkingParser {
  /// `HCS-P, TK-KAND`, `ORCON,REL TO USA, POL`: a comma between two control systems, or before a release list. Other words of
  /// the register are split where all of them are known (`split`).
  mutating func commaForSlash(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var comma = item.start
    while comma < item.end, text[comma] != 0x2C { comma += 1 }
    let next = text.skipBlanks(Swift.min(comma + 1, item.end), item.end)
    let end = text.trimEnd(item.start, comma)
    guard next < item.end, end > item.start else { return false }
    let first = MarkingItems.Item(start: item.start, end: end, segment: item.segment, beginsSegment: item.beginsSegment)
    let second = MarkingItems.Item(start: next, end: item.end, segment: item.segment, beginsSegment: false)
    let isSystem = beginsWithSystem(first, text, vocabulary)
    let isList = LevelWords.word("REL TO", text, next, item.end).map { $0 < item.end } ?? false
    guard isSystem ? beginsWithSystem(second, text, vocabulary) : isList else { return false }
    if isSystem {
      guard controlSystem(first, text, vocabulary, isPublished: true) else { return false }
    } else {
      guard let (entry, form) = vocabulary.register.form(text, first.start, first.end),
        vocabulary.register.entries[entry].category == .dissem
      else { return false }
      append(known: entry, form, first, text, vocabulary)
    }
    add(.itemSeparator, end, next, replacement: "/")
    if !commaForSlash(second, text, vocabulary) { _ = compound(second, text, vocabulary) }
    return true
  }

  /// Whether an item is a control system of the Register with what hangs on it.
  private func beginsWithSystem(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let name = text.wordStop(item.start, item.end)
    guard name == item.end || text[name].isOne(of: 0x2D, 0x20, 0x2C) else { return false }
    return category(of: ByteRange(item.start, name), text, vocabulary) == .sci
  }

  /// `USA, CAN, GBR EYES ONLY`: the list has slashes (C16 p157). Returns 1 where it is one.
  mutating func eyesOnly(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard let eyes = vocabulary.register.eyes else { return nil }
    var countries: [WrittenMarking.Country] = []
    var i = item.start
    while i < item.end, countries.count < MarkingLimits.countries {
      let stop = text.wordStop(i, item.end)
      let isShort = LevelWords.word("EYES", text, i, item.end) == item.end
      if countries.count > 1, isShort || LevelWords.word("EYES ONLY", text, i, item.end) == item.end {
        return add(countries, eyes, isShort ? .portion : .same, item)
      }
      guard stop > i, let entry = vocabulary.countries.find(text, i, stop) else { return nil }
      countries.append(WrittenMarking.Country(range: ByteRange(i, stop), entry: entry))
      i = stop
      while i < item.end, text[i] == 0x20 || text[i] == 0x2C { i += 1 }
    }
    return nil
  }

  private mutating func add(
    _ countries: [WrittenMarking.Country], _ eyes: Int, _ form: TokenForm, _ item: MarkingItems.Item
  ) -> Int {
    var token = WrittenMarking.Token(
      category: .dissem, entry: eyes, state: .known, form: form, segment: item.segment, range: item.range)
    (token.firstCountry, token.countryCount) = (written.countries.count, countries.count)
    written.tokens.append(token)
    written.countries += countries
    for (a, b) in zip(countries, countries.dropFirst()) {
      add(.eyesSeparator, a.range.end, b.range.start, replacement: "/")
    }
    return 1
  }
}
