package import MarkingGrammar
package import MarkingModel

/// Reads a document of any form: bytes in, marking document out.
///
/// Any byte sequence is read, in time that grows with its length: what is no telegram becomes a document of the form
/// `unknown`. Nothing is copied but UTF-16 and markup, which are read from a changed copy; places are always places
/// in the bytes that were given.
///
/// One instance reads document after document with the same vocabulary, in the storage of the first; of a document
/// nothing is kept but its markings, which need not be read again in the next one.
package struct DocumentReader: Sendable {
  private var cable = CableReader(form: .unknown, isGiven: false)
  private var marks = KnownMarks()

  package init() {}

  /// Reads one document alone.
  package static func read(
    _ bytes: Span<UInt8>, form: Form? = nil, vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var reader = DocumentReader()
    return reader.read(bytes, form: form, vocabulary: vocabulary)
  }

  /// Reads `bytes`. `form` says what the document looks like; without it, that is recognised.
  package mutating func read(
    _ bytes: Span<UInt8>, form: Form? = nil, vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    if form == .marking { return MarkingReader.read(bytes, vocabulary) }
    if let form, let scheme = NationalMarking.Scheme(form) {
      return NationalReader.read(bytes, scheme: scheme, vocabulary)
    }
    if form == .rollup { return RollUpReader.read(bytes, vocabulary: vocabulary).document }
    if form == nil || form == .ismXML || form == .natoXML, let labelling = XMLLabelling.labelling(of: bytes) {
      return LabelledXMLReader.read(bytes, as: labelling, vocabulary)
    }
    if let order = UTF16Text.byteOrder(of: bytes) {
      let text = UTF16Text(bytes, order)
      var document = read(text.bytes.span, from: 0, form: form, vocabulary, encoding: 1)
      text.restorePlaces(of: &document)
      return document
    }
    if form == nil || form == .frus, MarkupText.isMarkup(bytes, from: 0) {
      let text = MarkupText(bytes)
      var document = read(text.bytes.span, from: 0, form: form, vocabulary, encoding: 0)
      text.restorePositions(of: &document, in: bytes)
      return document
    }
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    return read(bytes, from: start, form: form, vocabulary, encoding: 0)
  }

  /// Reads UTF-8. `encoding` counts what had to be repaired to get it.
  private mutating func read(
    _ source: Span<UInt8>, from start: Int, form: Form?, _ vocabulary: borrowing Vocabulary, encoding: Int
  ) -> MarkingDocument {
    let seen = form ?? FormRecogniser.form(from: start, &cable.words, in: source, vocabulary)
    let scheme =
      form.map { NationalMarking.Scheme(paper: $0) }
      ?? (seen == .unknown ? NationalSigns.scheme(from: start, in: source, vocabulary) : nil)
    if let scheme { return NationalPaper.document(from: start, scheme, in: source, vocabulary) }
    if seen == .marked || seen == .email || seen == .unknown && form == nil,
      let document = MarkedReader.document(from: start, form: form, &marks, in: source, vocabulary)
    {
      return document
    }
    cable.begin(form: seen, isGiven: form != nil)
    var scanner = LineScanner(from: start)
    let next = cable.takeLines(&scanner, in: source, vocabulary)
    cable.finish(in: source, vocabulary)
    var further = FurtherTelegrams()
    if let next { further.read(from: next, as: cable.form, &scanner, in: source, vocabulary) }
    let whole = SourceLine(start: 0, end: source.count, number: 1)
    if encoding > 0 { cable.repairs.add(.encoding, at: Place(ByteRange(0, 0), Position(line: 1, column: 1))) }
    cable.add(scanner.invalid, as: .encoding, in: source)
    cable.add(scanner.controls, as: .controlCharacters, in: source)
    var document = cable.document(whole.range, Position(line: 1, column: 1), in: source, vocabulary)
    document.quoted += further.documents
    return document
  }
}

extension CableReader {
  /// Adds what the scanner counted as one repair.
  fileprivate mutating func add(_ tally: LineScanner.Tally, as kind: RepairCount.Kind, in source: Span<UInt8>) {
    guard tally.count > 0 else { return }
    let place = ruler.place(ByteRange(tally.first, tally.first + 1), on: tally.line, in: source)
    repairs.add(kind, at: place, count: tally.count)
  }
}
