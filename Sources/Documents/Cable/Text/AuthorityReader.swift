package import MarkingGrammar
import MarkingModel

extension AuthorityPart {
  /// Reads a Classified-By block. The block begins with its first line, whose number and mark belong to it.
  package static func read(
    _ block: FieldBlock, isBeforeText: Bool, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> AuthorityPart {
    var text = JoinedText(limit: 2000)
    // SMART prints the label in a column of its own; elsewhere the first line holds it.
    let label = block.label.range
    let labelLine = SourceLine(
      start: label.start, end: label.end, number: block.label.position.line, column: block.label.position.column)
    text.add(labelLine, from: label.start, to: label.end, in: source)
    for line in block.lines { text.add(line, from: line.start, to: line.end, in: source) }
    return read(
      text, place: Place(block.range, block.label.position), isBeforeText: isBeforeText, section: block.section, &ruler,
      in: source, vocabulary)
  }

  /// The same for lines that were joined.
  static func read(
    _ text: JoinedText, place: Place, isBeforeText: Bool, section: Int, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> AuthorityPart {
    let bytes = text.bytes
    var part = AuthorityPart(
      place: place, label: ByteRange(place.range.start, place.range.start), isBeforeText: isBeforeText,
      section: section)
    var at = 0
    let number = bytes.span.number(at: 0, end: bytes.count)
    if number.digits > 0, number.end < bytes.count, bytes[number.end].isOne(of: ".", ")") {
      part.number = number.value
      at = bytes.span.skipBlanks(number.end + 1, bytes.count)
    }
    if var mark = vocabulary.marks.mark(in: bytes.span, at: at, end: bytes.count), mark.isLegal {
      at = mark.range.end
      mark.range = text.range(mark.range.start..<mark.range.end)
      part.mark = mark
    }
    let labels = AuthorityLabel.all(in: bytes.span, from: at)
    if let first = labels.first { part.label = text.range(first.range) }
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : bytes.count
      let value = text.trimmed(bytes.span.skipPunctuation(label.range.upperBound, end)..<end)
      switch label.kind {
      case .by:
        part.hasBy = true
        let person = ClassifierName.read(text, label: label.range.lowerBound, value, in: source, vocabulary)
        part.hasName = part.hasName || person.hasName
        part.hasPosition = part.hasPosition || person.hasPosition
      case .derivedFrom:
        part.isDerived = true
      case .declassifyOn:
        part.declassifyOn = text.place(value.isEmpty ? label.range : value, &ruler, in: source)
      case .reason, .number:
        part.hasReason = true
        part.addReason(label.range.lowerBound..<end, text, &ruler, in: source, vocabulary)
      }
    }
    return part
  }

  private mutating func addReason(
    _ range: Range<Int>, _ text: JoinedText, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let bytes = text.bytes
    let found = ReasonText.read(bytes.span, range, vocabulary)
    reasons.append(
      Reason(
        place: text.place(Self.shown(found, text), &ruler, in: source), paragraph: found.paragraph,
        letters: found.letters.map { at in
          (bytes[at] | 0x20, text.place(at..<(at + 1), &ruler, in: source))
        }, isControl: found.isControl))
  }

  /// What a report points at: the words from the label on, or from the number on where that has a line of its own.
  private static func shown(_ reason: ReasonText, _ text: JoinedText) -> Range<Int> {
    guard let number = reason.number, text.line(at: number) != text.line(at: reason.range.lowerBound) else {
      return reason.range
    }
    return number..<reason.range.upperBound
  }
}

extension Span where Element == UInt8 {
  /// The offset after blanks, colons and points.
  func skipPunctuation(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i] <= 0x20 || self[i].isOne(of: ":", ".", "-") { i += 1 }
    return i
  }
}

/// The words that divide a Classified-By block.
struct AuthorityLabel: Sendable {
  enum Kind: Sendable {
    case by, derivedFrom, declassifyOn, reason
    /// `1.4 (b)` without the word.
    case number
  }

  var kind: Kind
  var range: Range<Int>

  private static let words: [(word: String, kind: Kind)] = [
    ("CLASSIFIED BY", .by), ("DERIVATIVELY CLASSIFIED BY", .by), ("DERIVED FROM", .derivedFrom),
    ("DECLASSIFY ON", .declassifyOn), ("DECLASSIFIED ON", .declassifyOn), ("DECLASSIFY", .declassifyOn),
    ("DECL ON", .declassifyOn), ("DECL", .declassifyOn), ("REASONS", .reason), ("REASON(S)", .reason),
    ("REASON", .reason),
  ]

  /// The labels from `from` on. The number of a reason is one where no word for it stands before.
  static func all(in text: Span<UInt8>, from: Int) -> [AuthorityLabel] {
    var labels: [AuthorityLabel] = []
    var at = from
    while at < text.count {
      guard at == 0 || !text[at - 1].isLetterOrDigit else {
        at += 1
        continue
      }
      if let found = words.first(where: { text.hasWord($0.word, at: at, end: text.count) }) {
        let end = at + found.word.utf8.count
        labels.append(AuthorityLabel(kind: found.kind, range: at..<end))
        at = end
      } else if ReasonText.isNumber(text, at), !labels.contains(where: { $0.kind == .reason || $0.kind == .number }) {
        labels.append(AuthorityLabel(kind: .number, range: at..<(at + 3)))
        at += 3
      } else {
        at += 1
      }
    }
    return labels
  }
}
