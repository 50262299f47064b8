import MarkingModel

// What can only be said of the whole line: order, repeats, forms.
extension MarkingParser {
  mutating func review(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    reviewLevel(text)
    if written.system == .joint || written.ownerCount > 1 {
      reviewList(written.firstOwner, written.ownerCount, .ownerOrder, startsWithUSA: false, text, vocabulary)
    }
    if !written.countries.isEmpty { reviewCodes(text, vocabulary) }
    if written.tokens.isEmpty { return }
    reviewCategories(text)
    if written.tokens.count > 1 { reviewOrder(text, vocabulary) }
    if written.countries.count > 1 { reviewLists(text, vocabulary) }
    if written.tokens.count > 1 { reviewRepeats(text) }
    if written.countries.count > 1 { reviewRepeatedCodes(text) }
    reviewForms(vocabulary)
    if cuiSegment > -2 || written.tokens.contains(where: { $0.category == .cuiCategory }) {
      reviewSpecified(vocabulary)
    }
  }

  private mutating func reviewLevel(_ text: Span<UInt8>) {
    guard let level = written.classification, !written.levelRange.isEmpty else { return }
    let isWell = written.kind == .banner ? written.levelForm == .title : written.levelForm == .portion
    guard !isWell else { return }
    add(
      .levelForm, written.levelRange.start, written.levelRange.end,
      replacement: writtenLevel(level, text))
  }

  /// The classification as it belongs into this kind of marking.
  private func writtenLevel(_ level: Classification, _ text: Span<UInt8>) -> String? {
    let form = written.kind == .banner ? level.word : level.rawValue
    if written.system == .us { return form }
    // The letters of a portion of NATO are no level with an owner before it.
    if text.has("COSMIC", written.levelRange.start, written.levelRange.end)
      || text.has("NATO", written.levelRange.start, written.levelRange.end)
    {
      return level == .topSecret ? "CTS" : "N" + level.rawValue
    }
    let count = written.levelForm == .portion ? level.rawValue.utf8.count : level.word.utf8.count
    let owner = text.trimEnd(written.levelRange.start, max(written.levelRange.end - count, written.levelRange.start))
    if owner == written.levelRange.start || text[owner - 1] != 0x20 && owner < written.levelRange.end - count {
      let words = text.words(written.levelRange.start, owner)
      if !words.isEmpty { return words.utf8.count > 200 ? nil : words + " " + form }
    }
    return level == .topSecret ? "COSMIC TOP SECRET" : "NATO " + level.word
  }

  /// Each category once, each behind those that belong before it, and `//` between two (C16 p14–16, p27).
  private mutating func reviewCategories(_ text: Span<UInt8>) {
    var highest = 0
    var previous: WrittenMarking.Token?
    var end = written.levelRange.end
    for token in written.tokens {
      let gap = end
      end = token.range.end
      guard token.depth == 0 || token.category == .nonic else { continue }
      defer { previous = token }
      guard let order = token.category.order else { continue }
      if written.system == .cui {
        reviewControlled(token, after: previous, order: order, text, &highest)
        continue
      }
      let isBehind = order >= highest
      if !isBehind {
        let isControlled = token.category == .cui || token.category == .cuiCategory
        add(isControlled ? .cuiOrder : .categoryOrder, token.range.start, token.range.end)
      }
      highest = max(highest, order)
      guard isBehind else { continue }
      if let last = previous {
        reviewSeparator(last, token, from: gap, text)
      } else if token.segment == 0, !written.levelRange.isEmpty, token.category != .cui {
        addSeparator(.categorySeparator, from: gap, token, "//", text)
      }
    }
  }

  private mutating func reviewSeparator(
    _ last: WrittenMarking.Token, _ token: WrittenMarking.Token, from gap: Int, _ text: Span<UInt8>
  ) {
    guard last.segment == token.segment else {
      if last.category == token.category { addSeparator(.itemSeparator, from: gap, token, "/", text) }
      return
    }
    guard last.category != token.category else { return }
    switch (last.category, token.category) {
    case (.dissem, .nonic): addSeparator(.nonICInDissem, from: gap, token, "//", text)
    case (.foreign, .sci), (.foreign, .aea): add(.foreignOrder, token.range.start, token.range.end)
    case (.unknown, _), (.declassification, _): break
    default: addSeparator(.categorySeparator, from: gap, token, "//", text)
    }
  }

  /// A separator that should be another one; the blanks around it are no fault of their own then. Where no slash stands
  /// the gap has been said before.
  private mutating func addSeparator(
    _ kind: MarkingDefect.Kind, from gap: Int, _ token: WrittenMarking.Token, _ replacement: String,
    _ text: Span<UInt8>
  ) {
    var first = gap
    while first < token.range.start, text[first] != 0x2F, text[first] != 0x5C { first += 1 }
    guard first < token.range.start else { return }
    var end = first
    while end < token.range.start, text[end] == 0x2F || text[end] == 0x5C || text[end] == 0x20 { end += 1 }
    let range = ByteRange(text.trimEnd(gap, first), end)
    written.defects.removeAll {
      ($0.kind == .separatorSpace || $0.kind == .categorySeparator || $0.kind == .itemSeparator) && $0.range == range
    }
    add(kind, range.start, range.end, replacement: replacement)
  }

  private mutating func reviewOrder(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    // Indexes of the last token of each kind that the next one is held against; -1 where there is none.
    var (system, compartment, subcompartment) = (-1, -1, -1)
    var (atomic, control, other, category) = (-1, -1, -1, -1)
    for index in written.tokens.indices {
      switch written.tokens[index].category {
      case .sci, .sap:
        switch written.tokens[index].depth {
        case 0:
          if system >= 0, written.tokens[system].category == written.tokens[index].category {
            order(
              system, index, written.tokens[index].category == .sci ? .systemOrder : .programOrder, text, vocabulary)
          }
          (system, compartment, subcompartment) = (index, -1, -1)
        case 1:
          order(compartment, index, .compartmentOrder, text, vocabulary)
          (compartment, subcompartment) = (index, -1)
        default:
          order(subcompartment, index, .subcompartmentOrder, text, vocabulary)
          subcompartment = index
        }
      case .aea: compare(&atomic, index, text, vocabulary)
      case .dissem: compare(&control, index, text, vocabulary)
      case .nonic: compare(&other, index, text, vocabulary)
      case .cuiCategory: compare(&category, index, text, vocabulary)
      default: break
      }
    }
  }

  /// Notes that the token at `b` should stand before the one at `a`; nothing where there is no `a`.
  private mutating func order(
    _ a: Int, _ b: Int, _ kind: MarkingDefect.Kind, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard a >= 0, !isInOrder(written.tokens[a], written.tokens[b], text, vocabulary) else { return }
    add(kind, written.tokens[b].range.start, written.tokens[b].range.end)
  }

  /// Numbers before letters; a published name counts as its abbreviation.
  private func isInOrder(
    _ a: WrittenMarking.Token, _ b: WrittenMarking.Token, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if a.form != .title, b.form != .title { return !text.precedes(b.range, a.range) }
    return key(a, text, vocabulary).lexicographicallyPrecedes(key(b, text, vocabulary))
  }

  private func key(
    _ token: WrittenMarking.Token, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [UInt8] {
    if token.form == .title, token.entry >= 0 {
      let code = Array(vocabulary.register.entries[token.entry].code.utf8)
      guard token.depth == 1, let dash = code.firstIndex(of: 0x2D) else { return code }
      return Array(code[(dash + 1)...])
    }
    var bytes: [UInt8] = []
    for i in token.range.start..<token.range.end { bytes.append(text[i]) }
    return bytes
  }

  /// Holds a token against the last one of its category, which it becomes.
  private mutating func compare(
    _ last: inout Int, _ index: Int, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    defer { last = index }
    if last >= 0 { compare(written.tokens[last], written.tokens[index], text, vocabulary) }
  }

  private mutating func compare(
    _ a: WrittenMarking.Token, _ b: WrittenMarking.Token, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if b.category == .cuiCategory {
      if a.isSpecified != b.isSpecified {
        if b.isSpecified { add(.specifiedOrder, b.range.start, b.range.end) }
      } else if text.precedes(b.range, a.range) {
        add(.cuiCategoryOrder, b.range.start, b.range.end)
      }
      return
    }
    // The Register has no ACCM, so that no order is prescribed for one; ODNI writes it first.
    guard a.entry >= 0, b.entry >= 0, b.category != .nonic || a.depth == b.depth else { return }
    if b.category == .dissem, written.system == .cui {
      // Limited dissemination controls are alphabetical (CUIH p12).
      if text.precedes(b.range, a.range) { add(.cuiDissemOrder, b.range.start, b.range.end) }
      return
    }
    guard vocabulary.register.entries[b.entry].order < vocabulary.register.entries[a.entry].order else { return }
    add(
      b.category == .aea ? .atomicOrder : b.category == .dissem ? .dissemOrder : .nonICOrder, b.range.start,
      b.range.end)
  }

  /// A banner has titles or abbreviations, a portion its own forms (C16 p27).
  private mutating func reviewForms(_ vocabulary: borrowing Vocabulary) {
    var hasTitle = false
    var hasAbbreviation = false
    for token in written.tokens {
      if written.kind == .portion {
        guard token.form == .title || token.form == .abbreviation, token.category != .cui else { continue }
        add(.portionForm, token.range.start, token.range.end, replacement: portionForm(token, vocabulary))
      } else if token.form == .portion {
        add(.bannerForm, token.range.start, token.range.end, replacement: bannerForm(token, vocabulary))
      } else if token.category != .cui, !isEyesOnly(token, vocabulary) {
        hasTitle = hasTitle || token.form == .title
        hasAbbreviation = hasAbbreviation || token.form == .abbreviation
      }
    }
    if hasTitle, hasAbbreviation { add(.mixedForms, written.range.start, written.range.end) }
  }

  /// EYES ONLY has one form for banners, which is neither title nor abbreviation (C16 p37).
  private func isEyesOnly(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> Bool {
    token.category == .dissem && token.entry >= 0 && token.entry == vocabulary.register.eyes
  }

  private func portionForm(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> String? {
    token.entry >= 0 && token.depth == 0 && token.countryCount == 0 && token.sigmaCount == 0 && !token.isCriticalDesign
      ? vocabulary.register.entries[token.entry].portion : nil
  }

  private func bannerForm(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> String? {
    token.entry >= 0 && token.depth == 0 && token.countryCount == 0
      ? vocabulary.register.entries[token.entry].abbreviation : nil
  }
}
