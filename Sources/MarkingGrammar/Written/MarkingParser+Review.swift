import MarkingModel

// What can only be said of the whole line: order, repeats, forms.
extension MarkingParser {
  mutating func review(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    reviewLevel()
    reviewCategories(text)
    reviewOrder(text, vocabulary)
    reviewLists(text, vocabulary)
    reviewRepeats(text)
    reviewForms(vocabulary)
    reviewSpecified(vocabulary)
  }

  private mutating func reviewLevel() {
    guard written.classification != nil, !written.levelRange.isEmpty else { return }
    let isAbbreviated = written.levelForm != .title
    let isPortionForm = written.levelForm == .portion
    if written.kind == .banner ? isAbbreviated : !isPortionForm {
      add(.levelForm, written.levelRange.start, written.levelRange.end)
    }
  }

  /// Each category once, each behind those that belong before it, and `//` between two (C16 p14–16, p27).
  private mutating func reviewCategories(_ text: Span<UInt8>) {
    var highest = 0
    var previous: WrittenMarking.Token?
    for token in written.tokens where token.depth == 0 || token.category == .nonic {
      defer { previous = token }
      guard let order = token.category.order else { continue }
      if written.system == .cui {
        reviewControlled(token, after: previous, order: order, text, &highest)
        continue
      }
      if let last = previous, last.segment == token.segment {
        guard last.category != token.category else { continue }
        switch (last.category, token.category) {
        case (.dissem, .nonic), (.nonic, .dissem): add(.nonICInDissem, token.range.start, token.range.end)
        case (.foreign, .sci), (.foreign, .aea): add(.foreignOrder, token.range.start, token.range.end)
        case (.unknown, _), (.declassification, _): break
        default: add(.categorySeparator, token.range.start, token.range.end)
        }
      } else if let last = previous, last.category == token.category {
        add(.itemSeparator, token.range.start, token.range.end)
      }
      if order < highest {
        let isControlled = token.category == .cui || token.category == .cuiCategory
        add(isControlled ? .cuiOrder : .categoryOrder, token.range.start, token.range.end)
      }
      highest = max(highest, order)
    }
  }

  private mutating func reviewOrder(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    // The last token of each kind that the next one is held against.
    var system: WrittenMarking.Token?
    var compartment: WrittenMarking.Token?
    var subcompartment: WrittenMarking.Token?
    var others: [TokenCategory: WrittenMarking.Token] = [:]
    for token in written.tokens {
      switch (token.category, token.depth) {
      case (.sci, 0), (.sap, 0):
        if let last = system, last.category == token.category, !isInOrder(last, token, text, vocabulary) {
          add(token.category == .sci ? .systemOrder : .programOrder, token.range.start, token.range.end)
        }
        (system, compartment, subcompartment) = (token, nil, nil)
      case (.sci, 1), (.sap, 1):
        if let last = compartment, !isInOrder(last, token, text, vocabulary) {
          add(.compartmentOrder, token.range.start, token.range.end)
        }
        (compartment, subcompartment) = (token, nil)
      case (.sci, _), (.sap, _):
        if let last = subcompartment, !isInOrder(last, token, text, vocabulary) {
          add(.subcompartmentOrder, token.range.start, token.range.end)
        }
        subcompartment = token
      case (.aea, _), (.dissem, _), (.nonic, _), (.cuiCategory, _):
        if let last = others[token.category] { compare(last, token, text, vocabulary) }
        others[token.category] = token
      default: break
      }
    }
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
    guard a.entry >= 0, b.entry >= 0 else { return }
    if b.category == .dissem, written.system == .cui {
      // Limited dissemination controls are alphabetical (CUIH p12).
      if text.precedes(b.range, a.range) { add(.cuiDissemOrder, b.range.start, b.range.end) }
      return
    }
    let entries = vocabulary.register.entries
    guard entries[b.entry].order < entries[a.entry].order else { return }
    add(
      b.category == .aea ? .atomicOrder : b.category == .dissem ? .dissemOrder : .nonICOrder, b.range.start,
      b.range.end)
  }

  /// Trigraphs in alphabetical order, then tetragraphs; USA first where it belongs into the list (C16 p16, p151).
  private mutating func reviewLists(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    if written.system == .joint || written.ownerCount > 1 {
      reviewList(written.firstOwner, written.ownerCount, .ownerOrder, startsWithUSA: false, text, vocabulary)
    }
    for token in written.tokens where token.countryCount > 1 {
      reviewList(
        token.firstCountry, token.countryCount, .listOrder, startsWithUSA: token.category == .dissem, text, vocabulary)
    }
    for country in written.countries where country.entry < 0 {
      let (start, end) = (country.range.start, country.range.end)
      add(.countryCode, start, end, replacement: vocabulary.countries.code(ofAlias: text, start, end))
    }
  }

  private mutating func reviewList(
    _ first: Int, _ count: Int, _ kind: MarkingDefect.Kind, startsWithUSA: Bool, _ text: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var previous = -1
    for k in first..<(first + count) {
      let country = written.countries[k]
      if startsWithUSA, country.range.count == 3, text.has("USA", country.range.start, country.range.end) { continue }
      defer { previous = k }
      guard previous >= 0 else { continue }
      let a = written.countries[previous]
      let kinds = (isTrigraph(a, vocabulary), isTrigraph(country, vocabulary))
      let isOut = kinds.0 == kinds.1 ? text.precedes(country.range, a.range) : kinds.1
      if isOut { add(kind, country.range.start, country.range.end) }
    }
  }

  private func isTrigraph(_ country: WrittenMarking.Country, _ vocabulary: borrowing Vocabulary) -> Bool {
    country.entry >= 0 ? vocabulary.countries.rows[country.entry].kind == .trigraph : country.range.count == 3
  }

  /// The same token or country twice. A token is held against so many before it, which is more than a line ever has.
  private mutating func reviewRepeats(_ text: Span<UInt8>) {
    let window = 64
    for k in written.tokens.indices.dropFirst()
    where written.tokens[k].depth == 0 || written.tokens[k].category == .nonic {
      let token = written.tokens[k]
      for other in written.tokens[max(0, k - window)..<k]
      where other.category == token.category && other.depth == token.depth && other.isSpecified == token.isSpecified {
        let isSame =
          token.entry >= 0 && token.depth == 0 ? other.entry == token.entry : text.isSame(other.range, token.range)
        guard isSame else { continue }
        add(.duplicate, token.range.start, token.range.end)
        break
      }
    }
    for token in written.tokens where token.countryCount > 1 {
      for k in (token.firstCountry + 1)..<(token.firstCountry + token.countryCount) {
        let country = written.countries[k]
        let others = written.countries[max(token.firstCountry, k - window)..<k]
        if others.contains(where: { text.isSame($0.range, country.range) }) {
          add(.duplicate, country.range.start, country.range.end)
        }
      }
    }
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
      } else if token.category != .cui {
        hasTitle = hasTitle || token.form == .title
        hasAbbreviation = hasAbbreviation || token.form == .abbreviation
      }
    }
    if hasTitle, hasAbbreviation { add(.mixedForms, 0, text.bytes.count) }
  }

  private func portionForm(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> String? {
    token.entry >= 0 && token.depth == 0 && token.countryCount == 0 && token.sigmas.isEmpty && !token.isCriticalDesign
      ? vocabulary.register.entries[token.entry].portion : nil
  }

  private func bannerForm(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> String? {
    token.entry >= 0 && token.depth == 0 && token.countryCount == 0
      ? vocabulary.register.entries[token.entry].abbreviation : nil
  }
}
