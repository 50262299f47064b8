import MarkingGrammar
import MarkingModel

/// The CUI designation indicator block (32 CFR 2002.20(d); DoDI 5200.48).
struct DesignationIndicator: Sendable {
  private static let technicalCategories = PhraseList(["CTI", "EXPT", "SP-CTI", "SP-EXPT"])
  private static let controls = PhraseList([
    "FEDCON", "FED ONLY", "NOCON", "DL ONLY", "NOFORN", "REL TO", "RELIDO", "DISPLAY ONLY", "ATTORNEY-CLIENT",
    "ATTORNEY-WP", "AC", "AWP", "DELIBERATIVE",
  ])
  var block: LabelBlock
  var page = 1

  /// The letter of a distribution statement that it names.
  var statement: UInt8? {
    for words in block.values(of: .distribution) {
      let text = words.bytes.span
      var at = text.skipBlanks(0, words.count)
      if words.begin("DISTRIBUTION STATEMENT ", at: at) { at += 23 }
      if words.begin("STATEMENT ", at: at) { at += 10 }
      if at < words.count, text[at].isCapital, at + 1 >= words.count || !text[at + 1].isLetterOrDigit {
        return text[at]
      }
    }
    return nil
  }

  /// Whether it names a limited dissemination control.
  var hasControl: Bool {
    let values = block.values(of: .dissemination) + block.values(of: .distribution)
    return values.contains { words in
      words.contains(oneOf: Self.controls)
    } || block.values(of: .dissemination).contains { $0.wordCount > 0 }
  }

  /// Whether a category is one whose documents are technical (CTI, EXPT).
  var isTechnical: Bool {
    block.values(of: .category).contains { $0.contains(oneOf: Self.technicalCategories) }
  }

  func write(
    into document: inout DocumentWriter, _ ruler: inout Ruler, released: CalendarDay?, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let first = block.fields[0]
    let at = ruler.place(ByteRange(first.start, block.end), on: first.line, in: source)
    let node = document.add(.designationIndicator, to: 0, at: at.range, at.position)
    document.set(.page, page)
    document.set(.by, block.values(of: .controlledBy).contains { $0.wordCount > 0 })
    document.set(.category, block.values(of: .category).contains { $0.wordCount > 0 })
    document.set(.technical, isTechnical)
    document.set(.categoryKnown, IndicatorValues.areKnown(of: block, .category, in: source, vocabulary))
    document.set(.controlKnown, IndicatorValues.areKnown(of: block, .dissemination, in: source, vocabulary))
    document.set(.letter, statement.map(\.asText))
    document.set(.control, hasControl)
    let contacts = block.fields.filter { $0.label == .contact && $0.value.wordCount > 0 }
    document.set(.contact, !contacts.isEmpty)
    let decontrol = block.values(of: .decontrolOn).first.flatMap { words in
      WrittenDate.read(at: words.bytes.span.skipBlanks(0, words.count), words.count, in: words.bytes.span, vocabulary)?
        .day
    }
    document.set(.decontrolDay, decontrol?.number)
    if let decontrol, let released { document.set(.passed, decontrol <= released) }
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
