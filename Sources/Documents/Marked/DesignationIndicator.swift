import MarkingGrammar
import MarkingModel

/// The CUI designation indicator block (32 CFR 2002.20(d); DoDI 5200.48).
struct DesignationIndicator: Sendable {
  private static let technicalCategories = PhraseList(["CTI", "EXPT", "SP-CTI", "SP-EXPT"])
  /// How the words of a distribution statement begin.
  private static let sentences = PhraseList(["APPROVED FOR", "DISTRIBUTION", "FURTHER"])
  var block: LabelBlock
  var page = 1

  /// The letter of a distribution statement that it names.
  var statement: UInt8? {
    for field in block.fields where field.label == .distribution || field.label == .distributionOrDissemination {
      if let letter = Self.letter(in: field.value) { return letter }
    }
    return nil
  }

  /// The letter that is a value: `D`, `D. Distribution authorized to …`, `Distribution Statement D`. The first word of a
  /// sentence is none (`A copy to each division`), nor is that of `N/A`.
  private static func letter(in words: FoldedWords) -> UInt8? {
    let text = words.bytes.span
    var at = text.skipBlanks(0, words.count)
    let start = at
    if words.begin("DISTRIBUTION ", at: at) { at += 13 }
    if words.begin("STATEMENT ", at: at) { at += 10 }
    guard at < words.count, text[at].isCapital else { return nil }
    let next = text.skipBlanks(at + 1, words.count)
    if next >= words.count || text[at + 1].isOne(of: ".", ":", ";", "(") || text[next] == 0x28 { return text[at] }
    let isFollowed = next > at + 1 && (at > start || words.begin(oneOf: sentences, at: next))
    return isFollowed ? text[at] : nil
  }

  /// Whether it names a limited dissemination control.
  private func hasControl(_ vocabulary: borrowing Vocabulary) -> Bool {
    for field in block.fields {
      switch field.label {
      case .dissemination where field.value.wordCount > 0 && !field.value.are(oneOf: IndicatorValue.nothings):
        return true
      case .distribution, .distributionOrDissemination:
        if LimitedControl.stands(in: field.value, vocabulary) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a category is one whose documents are technical (CTI, EXPT).
  var isTechnical: Bool {
    block.values(of: .category).contains { $0.contains(oneOf: Self.technicalCategories) }
  }

  func write(
    into document: inout DocumentWriter, _ ruler: inout Ruler, day: CalendarDay?, released: CalendarDay?,
    in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let first = block.fields[0]
    let at = ruler.place(ByteRange(first.start, block.end), on: first.line, in: source)
    let node = document.add(.designationIndicator, to: 0, at: at.range, at.position)
    document.set(.page, page)
    document.set(.by, block.values(of: .controlledBy).contains { $0.wordCount > 0 })
    document.set(.category, block.values(of: .category).contains { $0.wordCount > 0 })
    document.set(.technical, isTechnical)
    document.set(.letter, statement.map(\.asText))
    document.set(.control, hasControl(vocabulary))
    let contacts = block.fields.filter { $0.label == .contact && $0.value.wordCount > 0 }
    document.set(.contact, !contacts.isEmpty)
    let decontrol = block.values(of: .decontrolOn).first.flatMap { words in
      WrittenDate.read(at: words.bytes.span.skipBlanks(0, words.count), words.count, in: words.bytes.span, vocabulary)?
        .day
    }
    document.set(.decontrolDay, decontrol?.number)
    // A paper that is dated after its own day of decontrol was controlled when it was no longer to be.
    if let decontrol, let released {
      document.set(.passed, decontrol <= released)
    } else if let decontrol, let day {
      document.set(.passed, decontrol < day)
    }
    for value in IndicatorValue.all(of: block, in: source, vocabulary) {
      value.write(into: &document, to: node, &ruler, in: source)
    }
    if decontrol != nil, let field = block.fields.first(where: { $0.label == .decontrolOn }) {
      let range = ByteRange(field.start, source.trimmedEnd(field.start, field.line.end))
      IndicatorValue(kind: .date, range: range, line: field.line, isKnown: true)
        .write(into: &document, to: node, &ruler, in: source)
    }
    guard let contact = contacts.first else { return }
    let end = source.trimmedEnd(contact.start, contact.line.end)
    let place = ruler.place(ByteRange(contact.start, end), on: contact.line, in: source)
    document.add(.contact, to: node, at: place.range, place.position)
    document.set(.person, contacts.contains { Self.isPerson($0.value) })
  }

  /// A name with a telephone number or a mailbox, not the name of a group.
  private static func isPerson(_ words: FoldedWords) -> Bool {
    let digits = words.bytes.count(where: \.isDigit)
    return digits >= 4 || words.bytes.contains(0x40)
  }
}
