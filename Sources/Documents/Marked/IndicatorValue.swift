import MarkingGrammar
import MarkingModel

/// A value of the CUI designation indicator that is written as an abbreviation: a category or a control of the Registry,
/// or none.
///
/// A category may be spelt out (dodcui.mil), so that words in capitals alone are judged, and none that begin a name of
/// the Registry.
struct IndicatorValue: Sendable {
  enum Kind: String, Sendable { case category, control, date }

  var kind: Kind
  var range: ByteRange
  var line: SourceLine
  var isKnown: Bool

  /// Those of a block, in order.
  static func all(
    of block: LabelBlock, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [IndicatorValue] {
    var values: [IndicatorValue] = []
    for field in block.fields where !field.value.are(oneOf: nothings) {
      let kind: Kind
      switch field.label {
      case .category: kind = .category
      case .dissemination, .distributionOrDissemination: kind = .control
      default: continue
      }
      for part in field.parts {
        let range = source.trimmed(part.range)
        // Another label stands there.
        if (range.start..<range.end).contains(where: { source[$0] == 0x3A }) { break }
        add(range, of: kind, on: part.line, to: &values, in: source, vocabulary)
        // Only what a separator leads to is one more of them.
        guard !range.isEmpty, source[range.end - 1].isOne(of: ",", ";", "/") else { break }
      }
    }
    return values
  }

  /// What says that there is none.
  static let nothings = PhraseList(["NONE", "N/A", "NA", "NOT APPLICABLE"])
  private static let statements = PhraseList(["DIST", "STATEMENT"])

  private static func add(
    _ range: ByteRange, of kind: Kind, on line: SourceLine, to values: inout [IndicatorValue],
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var start = range.start
    var isInList = false
    for i in range.start...range.end where i == range.end || source[i].isOne(of: ",", ";", "/", "(") {
      // The countries of REL TO and DISPLAY ONLY.
      let isOfList = isInList
      let part = source.trimmed(ByteRange(start, i))
      start = i + 1
      isInList =
        kind == .control && i < range.end && source[i] == 0x2C
        && (isOfList || LimitedControl.first(in: part, in: source, vocabulary)?.hasList == true)
      if !isOfList, !part.isEmpty, isAbbreviation(part, in: source) {
        let isKnown =
          kind == .category
          ? isCategory(part, in: source, vocabulary)
          : isControl(part, in: source, vocabulary)
        values.append(IndicatorValue(kind: kind, range: part, line: line, isKnown: isKnown))
      }
      // What stands in parentheses explains it.
      if i < range.end, source[i] == 0x28 { return }
    }
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

  /// Whether a value is a limited dissemination control, or names a distribution statement in its place.
  private static func isControl(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if range.count == 1 || statements.first(at: range.start, end: range.end, in: source) != nil { return true }
    guard let control = LimitedControl.first(in: range, in: source, vocabulary) else { return false }
    return control.hasList || control.end == range.end
  }

  /// Whether a value is the abbreviation of a category, or words that begin its name or that of its group.
  private static func isCategory(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var range = range
    if source.has("SP-", at: range.start, end: range.end) { range.start += 3 }
    if vocabulary.categories.find(source, range.start, range.end) != nil { return true }
    let words = (range.start..<range.end).map { source[$0] }.split(separator: 0x20)
    guard let last = words.last else { return false }
    return vocabulary.categories.rows.contains { row in
      [row.name, row.group].contains { name in
        let name = name.utf8.map(\.capital).split { !$0.isLetterOrDigit && $0 != 0x2D }
          .drop { word in leads.contains { word.elementsEqual($0.utf8) } }
        // `EXPORT CONTROL` for `Export Controlled`.
        return name.count >= words.count && zip(name, words.dropLast()).allSatisfy { $0.elementsEqual($1) }
          && name[name.startIndex + words.count - 1].starts(with: last) && last.count > 3
      }
    }
  }

  /// What names of the Registry begin with that says nothing alone.
  private static let leads = ["GENERAL", "PROVISIONAL", "INFORMATION", "-"]

  func write(
    into document: inout DocumentWriter, to node: Int, _ ruler: inout Ruler, in source: Span<UInt8>
  ) {
    let at = ruler.place(range, on: line, in: source)
    document.add(.indicatorValue, to: node, at: at.range, at.position)
    document.set(.label, kind.rawValue)
    document.set(.known, isKnown)
  }
}
