import MarkingModel

// JOINT markings and those of other states: the codes of their owners stand before the level.
extension MarkingParser {
  mutating func joint(
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

  mutating func foreign(
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
        vocabulary.countries.find(text, i, stop) != nil || (hasSlashes && text.isIdentifier(ByteRange(i, stop), 2...4))
      else { return false }
      owners.append(ByteRange(i, stop))
      i = text.skipBlanks(stop, end)
    }
    return false
  }

  /// The codes that stand before a level, each of three or four letters, and where the level would begin.
  func codesBeforeLevel(
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
