import MarkingGrammar
import MarkingModel

/// The values of the CUI designation indicator that are abbreviations: those of the Registry, or none.
///
/// A category may be spelt out (dodcui.mil), so that one word in capitals alone is judged, and none that is in a name.
enum IndicatorValues {
  private static let controls = PhraseList([
    "FEDCON", "FED ONLY", "NOCON", "DL ONLY", "NOFORN", "NF", "RELIDO", "AC", "AWP", "DELIB", "ATTORNEY-CLIENT",
    "ATTORNEY-WP", "DELIBERATIVE", "NONE", "N/A", "NA", "NOT APPLICABLE",
  ])
  /// What goes on behind it with names, or names a distribution statement.
  private static let openings = PhraseList(["REL TO", "REL", "DISPLAY ONLY", "DL ONLY", "DIST", "STATEMENT"])

  /// Whether no value on the lines of a label is an abbreviation that nobody has registered.
  static func areKnown(
    of block: LabelBlock, _ label: BlockLabel, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    block.fields.allSatisfy { field in
      guard field.label == label, let value = value(of: field, in: source) else { return true }
      if label == .dissemination, openings.firstAnyCase(at: value.start, end: value.end, in: source) != nil {
        return true
      }
      var start = value.start
      for i in value.start...value.end where i == value.end || source[i].isOne(of: ",", ";", "/", "(") {
        let part = source.trimmed(ByteRange(start, i))
        start = i + 1
        guard !part.isEmpty, isAbbreviation(part, in: source) else { continue }
        let isKnown =
          label == .category
          ? isCategory(part, in: source, vocabulary)
          : controls.is(part, in: source) || part.count == 1
        if !isKnown { return false }
        // What stands in parentheses explains it.
        if i < value.end, source[i] == 0x28 { break }
      }
      return true
    }
  }

  /// What stands behind the colon of a label, on its line; nil where another label does.
  private static func value(of field: LabelBlock.Field, in source: Span<UInt8>) -> ByteRange? {
    guard let colon = (field.start..<field.line.end).first(where: { source[$0] == 0x3A }) else { return nil }
    let value = source.trimmed(ByteRange(colon + 1, field.line.end))
    return value.isEmpty || (value.start..<value.end).contains { source[$0] == 0x3A } ? nil : value
  }

  /// Whether a value is written as abbreviations are: capitals, two words at most.
  private static func isAbbreviation(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var blanks = 0
    for i in range.start..<range.end {
      if source[i] == 0x20 { blanks += 1 }
      guard source[i].isCapital || source[i].isDigit || source[i] == 0x2D || source[i] == 0x20 else { return false }
    }
    return range.count <= 16 && blanks <= 1
  }

  private static func isCategory(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var range = range
    if source.has("SP-", at: range.start, end: range.end) { range.start += 3 }
    if vocabulary.categories.find(source, range.start, range.end) != nil { return true }
    // A word of a name is that name spelt out: PRIVACY.
    let word = (range.start..<range.end).map { source[$0] }
    if word.contains(0x20) { return true }
    return vocabulary.categories.rows.contains { row in
      (row.name + " " + row.group).utf8.map(\.capital).split { !$0.isLetterOrDigit && $0 != 0x2D }
        .contains { $0.elementsEqual(word) }
    }
  }
}

extension PhraseList {
  /// Whether a whole range is one of them.
  fileprivate func `is`(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var index = 0
    while index < indices.count,
      let found = firstAnyCase(from: index, at: range.start, end: range.end, in: source)
    {
      if found.end == range.end { return true }
      index = found.index + 1
    }
    return false
  }
}
