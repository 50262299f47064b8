package import MarkingGrammar
package import MarkingModel

/// Reads a document of any form: bytes in, marking document out.
///
/// Any byte sequence is read, in time that grows with its length: what is no telegram becomes a document of the form
/// `unknown`. Nothing is copied but what is not its own text (UTF-16, pages, messages, copies with prefixes or signs), which is
/// read from a changed copy; places are always places in the bytes that were given.
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
    guard let order = UTF16Text.byteOrder(of: bytes) else { return read(bytes, form, vocabulary, wasUTF16: false) }
    let text = UTF16Text(bytes, order)
    var document = read(text.bytes.span, form, vocabulary, wasUTF16: true)
    text.restorePlaces(of: &document)
    return document
  }

  /// Reads what is dressed in markup or as a message, or else a text. `wasUTF16` says whether it is a copy of UTF-16.
  private mutating func read(
    _ bytes: Span<UInt8>, _ form: Form?, _ vocabulary: borrowing Vocabulary, wasUTF16: Bool
  ) -> MarkingDocument {
    if Self.mayBeLabelled(form), let labelling = XMLLabelling.labelling(of: bytes) {
      return LabelledXMLReader.read(bytes, as: labelling, wasUTF16: wasUTF16, vocabulary)
    }
    let encoding = wasUTF16 ? 1 : 0
    if let message = MessageText(bytes), message.isChanged {
      var document = read(message.page.bytes.span, from: 0, form: form, vocabulary, encoding: encoding)
      message.restorePlaces(of: &document, in: bytes)
      return document
    }
    if form == nil || form == .frus, PageText.begins(bytes) {
      var text = CopiedText(reserving: bytes.count)
      PageText.add(ByteRange(0, bytes.count), showsTitle: true, of: bytes, to: &text)
      var document = read(text.bytes.span, from: 0, form: form, vocabulary, encoding: encoding)
      text.restorePlaces(of: &document, in: bytes)
      return document
    }
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    if let text = DoubleSpacing(bytes, from: start) {
      var document = read(text.copy.bytes.span, from: 0, form: form, vocabulary, encoding: encoding)
      text.copy.restorePlaces(of: &document, from: start, in: bytes)
      document.isEditable = false
      return document
    }
    return read(bytes, from: start, form: form, vocabulary, encoding: encoding)
  }

  /// Whether XML with labels is read as that. A country's paper is a form that a profile gives: it says nothing of the file.
  private static func mayBeLabelled(_ form: Form?) -> Bool {
    guard let form else { return true }
    return form == .ismXML || form == .natoXML || NationalMarking.Scheme(paper: form) != nil
  }

  /// Reads UTF-8. `encoding` counts what had to be repaired to get it.
  private mutating func read(
    _ source: Span<UInt8>, from start: Int, form: Form?, _ vocabulary: borrowing Vocabulary, encoding: Int
  ) -> MarkingDocument {
    guard let text = TelegramText(source, from: start) else {
      let look = look(form, from: start, in: source, vocabulary)
      let seen = form ?? look.form
      return prefixed(look, from: start, isGiven: form != nil, in: source, vocabulary, encoding: encoding)
        ?? paper(seen, from: start, isGiven: form != nil, in: source, vocabulary)
        ?? telegram(
          seen, isGiven: form != nil, opening: look.opening, from: start, in: source, vocabulary, encoding: encoding)
    }
    let copy = text.copy.bytes.span
    let look = look(form, from: start, in: copy, vocabulary)
    let seen = form ?? look.form
    if var document = prefixed(
      look, from: start, isGiven: form != nil, in: copy, vocabulary, encoding: encoding)
    {
      text.restorePlaces(of: &document, from: start, in: source)
      return document
    }
    if let document = dressedPaper(seen, from: start, isGiven: form != nil, in: source, vocabulary) { return document }
    var document = telegram(
      seen, isGiven: form != nil, opening: look.opening, from: start, in: copy, vocabulary, encoding: encoding,
      strayBytes: text.strayBytes)
    text.restorePlaces(of: &document, from: start, in: source)
    return document
  }

  /// What a document shows of its form; nothing where the form is given.
  private mutating func look(
    _ form: Form?, from start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> FormRecogniser {
    form == nil ? FormRecogniser.look(from: start, &cable.words, in: source, vocabulary) : FormRecogniser()
  }

  /// Reads a telegram that was copied with something before each line, as in a reply; nil for anything else.
  private mutating func prefixed(
    _ look: FormRecogniser, from start: Int, isGiven: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary,
    encoding: Int
  ) -> MarkingDocument? {
    guard !isGiven, look.form == .unknown, let prefix = look.prefix.found else { return nil }
    let text = prefix.text(of: source, from: start)
    guard FormRecogniser.look(from: 0, &cable.words, in: text.bytes.span, vocabulary).form != .unknown else {
      return nil
    }
    var document = read(text.bytes.span, from: 0, form: nil, vocabulary, encoding: encoding)
    text.restorePlaces(of: &document, from: start, in: source)
    document.isEditable = false
    return document
  }

  /// Reads a paper with strange signs in it; nil for anything else.
  private mutating func dressedPaper(
    _ form: Form, from start: Int, isGiven: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument? {
    guard let text = PaperText(source, from: start) else {
      return paper(form, from: start, isGiven: isGiven, in: source, vocabulary)
    }
    guard var document = paper(form, from: start, isGiven: isGiven, in: text.copy.bytes.span, vocabulary) else {
      return nil
    }
    text.copy.restorePlaces(of: &document, from: start, in: source)
    return document
  }

  /// Reads a paper; nil for anything else.
  private mutating func paper(
    _ form: Form, from start: Int, isGiven: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument? {
    if isGiven, let scheme = NationalMarking.Scheme(paper: form) {
      return NationalPaper.document(from: start, scheme, in: source, vocabulary)
    }
    if form == .unknown, !isGiven, let found = NationalSigns.find(from: start, in: source, vocabulary) {
      // What is no American paper after all is one of the country whose words it bears.
      let american =
        found.mayBeAmerican ? MarkedReader.document(from: start, form: nil, &marks, in: source, vocabulary) : nil
      return american ?? NationalPaper.document(from: start, found.scheme, in: source, vocabulary)
    }
    guard form == .marked || form == .email || form == .unknown && !isGiven else { return nil }
    if !isGiven, NationalLetterhead.isCanadian(in: source), !AmericanSigns.show(in: source) { return nil }
    return MarkedReader.document(from: start, form: isGiven ? form : nil, &marks, in: source, vocabulary)
  }

  /// Reads a telegram, or a text that shows no form. `strayBytes` are those that are no longer in it.
  private mutating func telegram(
    _ form: Form, isGiven: Bool, opening: Int, from start: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary, encoding: Int, strayBytes: (count: Int, first: Int) = (0, 0)
  ) -> MarkingDocument {
    cable.begin(form: form, isGiven: isGiven, opening: opening)
    var scanner = LineScanner(from: start)
    let next = cable.takeLines(&scanner, in: source, vocabulary)
    let own = cable.followingForm
    cable.finish(in: source, vocabulary)
    var further = FurtherTelegrams()
    if let next { further.read(from: next, as: cable.form, own: own, &scanner, in: source, vocabulary) }
    let whole = SourceLine(start: 0, end: source.count, number: 1)
    if encoding > 0 { cable.repairs.add(.encoding, at: Place(ByteRange(0, 0), Position(line: 1, column: 1))) }
    cable.add(scanner.invalid, strayBytes, as: .encoding, in: source)
    cable.add(scanner.controls, as: .controlCharacters, in: source)
    var document = cable.document(whole.range, Position(line: 1, column: 1), in: source, vocabulary)
    document.quoted += further.documents
    return document
  }
}

extension CableReader {
  /// Adds what the scanner counted as one repair, with what `TelegramText` counted before.
  fileprivate mutating func add(
    _ tally: LineScanner.Tally, _ others: (count: Int, first: Int) = (0, 0), as kind: RepairCount.Kind,
    in source: Span<UInt8>
  ) {
    let count = tally.count + others.count
    guard count > 0 else { return }
    let isOther = tally.count == 0 || others.count > 0 && others.first < tally.first
    let first = isOther ? others.first : tally.first
    let range = ByteRange(first, min(first + 1, source.count))
    // Lines and columns of the copy are found anew.
    let position = isOther ? Position(line: 1, column: 1) : ruler.position(of: first, on: tally.line, in: source)
    repairs.add(kind, at: Place(range, position), count: count)
  }
}
