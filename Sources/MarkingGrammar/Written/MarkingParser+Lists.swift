import MarkingModel

// Lists of countries: REL TO, DISPLAY ONLY, EYES ONLY.
extension MarkingParser {
  private struct Lead {
    /// Whether the list is one of REL TO, and else of DISPLAY ONLY.
    var isRelease: Bool
    var end: Int
    var form = TokenForm.same
    /// Whether a form that is no longer used, or never was, leads the list.
    var isSuperseded = false
    /// Whether the blank between its two words is missing.
    var isRunTogether = false

    /// As it belongs there.
    var words: String { isRelease ? "REL TO" : "DISPLAY ONLY" }
  }

  private func lead(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Lead? {
    if let stop = LevelWords.word("REL TO", text, start, end) { return Lead(isRelease: true, end: stop) }
    if let stop = LevelWords.word("AUTHORIZED FOR RELEASE TO", text, start, end) {
      return Lead(isRelease: true, end: stop, form: .title)
    }
    if let stop = LevelWords.word("RELEASABLE TO", text, start, end) ?? LevelWords.word("REL", text, start, end) {
      return Lead(isRelease: true, end: stop, isSuperseded: true)
    }
    // C16 p164: forms that never were registered or no longer are.
    if let stop = LevelWords.word("FOR DISPLAY ONLY TO", text, start, end)
      ?? LevelWords.word("FOR DISPLAY ONLY", text, start, end) ?? LevelWords.word("DISPLAY ONLY TO", text, start, end)
      ?? LevelWords.word("SENSITIVE DISPLAY ONLY", text, start, end)
    {
      return Lead(isRelease: false, end: stop, isSuperseded: true)
    }
    if let stop = LevelWords.word("DISPLAY ONLY", text, start, end) { return Lead(isRelease: false, end: stop) }
    if let stop = LevelWords.word("RELTO", text, start, end) {
      return Lead(isRelease: true, end: stop, isRunTogether: true)
    }
    return LevelWords.word("DISPLAYONLY", text, start, end).map {
      Lead(isRelease: false, end: $0, isRunTogether: true)
    }
  }

  /// `REL TO USA, GBR`, `DISPLAY ONLY AFG, IRQ`.
  mutating func releaseList(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let lead = lead(text, item.start, item.end),
      let entry = lead.isRelease ? vocabulary.register.release : vocabulary.register.display
    else { return false }
    let start = text.skipBlanks(lead.end, item.end)
    // `REL ON REQUEST` is no list.
    guard start == item.end || start > lead.end else { return false }
    append(.dissem, entry: entry, form: lead.form, item)
    // In a portion REL alone stands for the list of the banner (C16 p151).
    let isShort = written.kind == .portion && start == item.end && item.range.count == 3
    if isShort {
      written.tokens[written.tokens.count - 1].isBare = true
      return true
    }
    if lead.isSuperseded, start < item.end, !(isOwnedByNATO(vocabulary) && text.has("RELEASABLE", item.start, item.end))
    {
      add(.supersededForm, item.start, lead.end, replacement: lead.words)
    }
    if lead.isRunTogether { add(.slip, item.start, lead.end, replacement: lead.words) }
    guard start < item.end else {
      written.tokens[written.tokens.count - 1].isBare = true
      add(.missingList, item.start, item.end)
      return true
    }
    list(from: start, to: item.end, text, vocabulary)
    return true
  }

  /// Whether the classification is one of NATO, which writes RELEASABLE TO.
  private func isOwnedByNATO(_ vocabulary: borrowing Vocabulary) -> Bool {
    guard written.system == .nonUS, let owner = written.owners.first else { return false }
    return owner.entry >= 0 && vocabulary.countries.rows[owner.entry].code.hasPrefix("NATO")
  }

  /// Codes with a comma and a blank between two, behind the token that was added last.
  private mutating func list(
    from start: Int, to end: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let token = written.tokens.count - 1
    written.tokens[token].firstCountry = written.countries.count
    written.countries.reserveCapacity(written.countries.count + Swift.min((end - start) / 5 + 1, 16))
    var i = start
    while i < end, written.countries.count < MarkingLimits.countries {
      var stop = i
      while stop < end, text[stop] != 0x2C, text[stop] != 0x3B { stop += 1 }
      element(ByteRange(i, text.trimEnd(i, stop)), text, vocabulary)
      if stop == end { break }
      let next = text.skipBlanks(stop + 1, end)
      let isWell = text[stop] == 0x2C && next == stop + 2 && text.trimEnd(i, stop) == stop
      if !isWell { add(.listSeparator, text.trimEnd(i, stop), next, replacement: next < end ? ", " : "") }
      i = next
    }
    written.tokens[token].countryCount = written.countries.count - written.tokens[token].firstCountry
  }

  /// What stands between two commas: one code, or several that should have commas between them.
  private mutating func element(_ range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard !range.isEmpty else { return }
    if let entry = vocabulary.countries.find(text, range.start, range.end) {
      written.countries.append(WrittenMarking.Country(range: range, entry: entry))
      return
    }
    if activityEnd(range.start, range.end, text, vocabulary) == range.end {
      written.countries.append(
        WrittenMarking.Country(
          range: range, entry: vocabulary.countries.find(text, range.start, range.start + 4) ?? -1, isActivity: true))
      return
    }
    // A code whose letters were torn apart by the copy: `FV EY`.
    let compact = text.compact(range.start, range.end)
    if compact.count < range.count, compact.count <= 4, let entry = vocabulary.countries.index(of: compact.span) {
      written.countries.append(WrittenMarking.Country(range: range, entry: entry))
      add(.spacedLetters, range.start, range.end, replacement: vocabulary.countries.rows[entry].code)
      return
    }
    // A name that is none of a country, and no list of codes without its commas: one word that is wrong, not several.
    if vocabulary.countries.code(ofAlias: text, range.start, range.end) != nil || !holdsCode(range, text, vocabulary) {
      written.countries.append(WrittenMarking.Country(range: range, entry: -1))
      return
    }
    var i = range.start
    var isFirst = true
    var isAfterWord = false
    while i < range.end, written.countries.count < MarkingLimits.countries {
      let stop = text.codeStop(i, range.end)
      guard stop > i else {
        i += 1
        continue
      }
      let word = ByteRange(i, stop)
      let next = text.skipBlanks(stop, range.end)
      if LevelWords.word("AND", text, i, range.end) == stop || LevelWords.word("&", text, i, range.end) == stop {
        add(.listAnd, i, next)
        // The word is what is wrong, and not that no comma stands in its place.
        isAfterWord = !isFirst
      } else {
        if !isFirst, !isAfterWord { add(.listSeparator, i, i, replacement: ", ") }
        isAfterWord = false
        written.countries.append(
          WrittenMarking.Country(range: word, entry: vocabulary.countries.find(text, i, stop) ?? -1))
        isFirst = false
      }
      i = next
    }
  }

  /// Whether one of the words of a range is a code, or the `and` of a list.
  private func holdsCode(_ range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    var i = range.start
    while i < range.end {
      let stop = text.codeStop(i, range.end)
      let isAnd = LevelWords.word("AND", text, i, range.end) == stop || LevelWords.word("&", text, i, range.end) == stop
      if isAnd || vocabulary.countries.find(text, i, stop) != nil { return true }
      i = max(stop, i + 1)
      i = text.skipBlanks(i, range.end)
    }
    return false
  }

  /// `USA/CAN/GBR EYES ONLY`: the slashes of the list are no separators of the line (C16 p157). Returns how many items
  /// it holds.
  mutating func eyesOnly(
    _ item: MarkingItems.Item, _ line: borrowing MarkingItems, _ index: Int, _ text: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    var last = index
    while last < line.count, last == index || !line[last].beginsSegment {
      let candidate = line[last]
      let code = text.wordStop(candidate.start, candidate.end)
      guard code > candidate.start else { return nil }
      if code == candidate.end {
        guard vocabulary.countries.find(text, candidate.start, code) != nil else { return nil }
        last += 1
        continue
      }
      let eyes = text.skipBlanks(code, candidate.end)
      let isEyes =
        LevelWords.word("EYES", text, eyes, candidate.end) == candidate.end
        || LevelWords.word("EYES ONLY", text, eyes, candidate.end) == candidate.end
      guard isEyes, let entry = vocabulary.register.eyes else { return nil }
      let isShort = LevelWords.word("EYES", text, eyes, candidate.end) == candidate.end
      written.tokens.append(
        WrittenMarking.Token(
          category: .dissem, entry: entry, state: .known, form: isShort ? .portion : .same, segment: item.segment,
          range: ByteRange(item.start, candidate.end)))
      let token = written.tokens.count - 1
      written.tokens[token].firstCountry = written.countries.count
      for k in index...last {
        let start = line[k].start
        let stop = text.wordStop(start, line[k].end)
        written.countries.append(
          WrittenMarking.Country(
            range: ByteRange(start, stop), entry: vocabulary.countries.find(text, start, stop) ?? -1))
      }
      written.tokens[token].countryCount = written.countries.count - written.tokens[token].firstCountry
      return last - index + 1
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// The offset after a word of a list: letters, digits and the ampersand.
  fileprivate func codeStop(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i] > 0x20, self[i] != 0x2C { i += 1 }
    return i
  }
}
