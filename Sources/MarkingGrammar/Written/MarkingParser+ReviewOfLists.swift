import MarkingModel

// Order and codes of lists of countries.
extension MarkingParser {
  /// Trigraphs in alphabetical order, then tetragraphs; USA first where it belongs into the list (C16 p16, p151).
  mutating func reviewLists(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    for token in written.tokens where token.countryCount > 1 {
      let isDisplay =
        token.category == .dissem && token.entry >= 0 && token.entry == vocabulary.register.display ?? -1
      reviewList(
        token.firstCountry, token.countryCount, isDisplay ? .displayOrder : .listOrder,
        startsWithUSA: token.category == .dissem, text, vocabulary)
    }
  }

  /// Codes that no list has; what people write instead of one is known (C16 p14).
  mutating func reviewCodes(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    for country in written.countries where country.entry < 0 {
      let (start, end) = (country.range.start, country.range.end)
      add(.countryCode, start, end, replacement: vocabulary.countries.code(ofAlias: text, start, end))
    }
  }

  mutating func reviewList(
    _ first: Int, _ count: Int, _ kind: MarkingDefect.Kind, startsWithUSA: Bool, _ text: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var previous = -1
    for k in first..<(first + count) {
      let country = written.countries[k]
      // What is no code has no place among them.
      guard country.entry >= 0 else { continue }
      if startsWithUSA, country.range.count == 3, text.has("USA", country.range.start, country.range.end) { continue }
      defer { previous = k }
      guard previous >= 0 else { continue }
      let a = written.countries[previous]
      let kinds = (isTrigraph(a, vocabulary), isTrigraph(country, vocabulary))
      let isOut = kinds.0 == kinds.1 ? text.precedes(country.range, a.range) : kinds.1
      if isOut { add(kind, country.range.start, country.range.end) }
    }
  }

  func isTrigraph(_ country: WrittenMarking.Country, _ vocabulary: borrowing Vocabulary) -> Bool {
    vocabulary.countries.rows[country.entry].kind == .trigraph
  }
}
