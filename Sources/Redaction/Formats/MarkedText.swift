internal import Documents
package import MarkingGrammar
package import MarkingModel
internal import RuleEngine

/// A document with its reading text, and what the reader of markings found in it.
package struct MarkedText: Sendable {
  package let document: any RewritableDocument
  /// One for each part that is a document, with places in the reading text.
  package private(set) var markings: [MarkingDocument]
  /// The document as it stands on the disk.
  package let file: [UInt8]
  /// What its texts were said to look like.
  package let form: Form?

  /// Its reading text as readers of markings are given it.
  private let seen: [UInt8]

  /// Its reading text.
  package var bytes: [UInt8] { document.text }

  /// SHA-256 of the file.
  package var digest: String { Digest.hex(of: file.span) }

  /// Opens a file by its format and reads its markings.
  ///
  /// - Parameter form: what its texts look like; nil to recognise it.
  package init(
    _ file: Span<UInt8>, form: Form? = nil, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) {
    self.file = file.bytes(ByteRange(0, file.count))
    self.form = form
    document = try DocumentFormat.of(file).document(of: self.file)
    let text = document.text
    try Self.decode(text.span)
    seen = SeenText.of(text)
    var markings: [MarkingDocument] = []
    var reader = DocumentReader()
    for part in document.parts where part.kind == .document {
      let bytes = Array(seen[part.range.start..<part.range.end])
      var marking = reader.read(bytes.span, form: form, vocabulary: vocabulary)
      if form == nil, Self.isOfMessage(part, marking) {
        marking = reader.read(bytes.span, form: .email, vocabulary: vocabulary)
      }
      if part.range.start > 0 {
        marking.mapRanges { ByteRange($0.start + part.range.start, $0.end + part.range.start) }
      }
      markings.append(marking)
    }
    self.markings = markings
    if form == nil, markings.count > 1 { readShortParts(&reader, vocabulary) }
  }

  /// Whether a part is the text of a message though it does not say so: its header stands elsewhere or has few fields.
  private static func isOfMessage(_ part: TextPart, _ marking: MarkingDocument) -> Bool {
    switch part.message {
    case .none: false
    case .header: marking.word(.form, of: 0) == "marked"
    case .alternative: ["marked", "unknown"].contains(marking.word(.form, of: 0))
    }
  }

  /// A part that is too short to be known as a marked text by itself is one beside others that are.
  private mutating func readShortParts(_ reader: inout DocumentReader, _ vocabulary: borrowing Vocabulary) {
    let hasPaper = markings.contains { PortionReader.isPaper($0) }
    for (index, part) in document.parts.filter({ $0.kind == .document }).enumerated()
    where markings[index].word(.form, of: 0) == "unknown" {
      let bytes = Array(seen[part.range.start..<part.range.end])
      let isHeader = part.message == .header
      guard hasPaper || isHeader else { continue }
      var marking = reader.read(bytes.span, form: isHeader ? .email : .marked, vocabulary: vocabulary)
      guard marking.nodes.indices.contains(where: { marking.word(.kind, of: $0) == "portion" }) else { continue }
      if part.range.start > 0 {
        marking.mapRanges { ByteRange($0.start + part.range.start, $0.end + part.range.start) }
      }
      markings[index] = marking
    }
  }

  /// The portions of each part that is a document, or all that the format marks itself. A part without any mark beside one
  /// that has them may not pass unseen: it is a portion without a mark.
  package func portions(_ vocabulary: borrowing Vocabulary) throws(Refusal) -> [[ReleasePortion]] {
    if let portions = try document.portions(vocabulary) { return [portions] }
    var portions: [[ReleasePortion]] = []
    for (marking, part) in zip(markings, document.parts.filter { $0.kind == .document }) {
      portions.append(PortionReader.portions(of: marking, at: part.range, in: seen.span, vocabulary))
    }
    var boxes = document.structure.boxes[...]
    for (index, part) in document.parts.filter({ $0.kind == .document }).enumerated() {
      let cells = CellPortions.portions(
        in: document.structure, of: part.range, beside: portions[index], seen.span, vocabulary)
      if !cells.isEmpty { portions[index] = (portions[index] + cells).sorted { $0.range.start < $1.range.start } }
      boxes = boxes.drop { $0.range.start < part.range.start }
      BoxPortions.cover(&portions[index], in: boxes.prefix { $0.range.end <= part.range.end }, seen.span)
      addRecords(in: part.range, to: &portions[index], vocabulary)
    }
    place(&portions)
    guard portions.contains(where: { $0.contains { $0.mark != nil } }) else { return portions }
    for (index, part) in document.parts.filter({ $0.kind == .document }).enumerated()
    where portions[index].allSatisfy({ $0.mark == nil && $0.document == nil && !$0.hasUnreadableMark }) {
      portions[index] = [
        ReleasePortion(
          mark: nil, range: part.range, text: [part.range], name: part.name, position: Position(line: 1, column: 1),
          isWholePart: true)
      ]
    }
    return portions
  }

  /// Adds what records of values and calendars hold beside their marks. Where nobody counts the lines later these are counted.
  private func addRecords(
    in part: ByteRange, to portions: inout [ReleasePortion], _ vocabulary: borrowing Vocabulary
  ) {
    var records =
      RowPortions.portions(in: part, seen.span, vocabulary) + EntryPortions.portions(in: part, seen.span, vocabulary)
    if records.isEmpty { return }
    records.sort { $0.range.start < $1.range.start }
    var counter = LineCounter()
    for index in records.indices {
      records[index].position = counter.position(of: records[index].range.start, in: seen.span)
    }
    portions = (portions + records).sorted { $0.range.start < $1.range.start }
  }

  /// Counts lines as a person does, from the start of each part.
  private func place(_ portions: inout [[ReleasePortion]]) {
    guard document.format != .text else { return }
    let bytes = bytes
    var counter = PartCounter(document.places)
    for group in portions.indices {
      for index in portions[group].indices {
        let place = counter.place(of: portions[group][index].range.start, in: bytes.span)
        portions[group][index].part = place.part
        portions[group][index].position = place.position
      }
    }
  }

  /// Text that is no UTF-8 may be read by someone in another way.
  private static func decode(_ source: Span<UInt8>) throws(Refusal) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: source)
    } catch {
      var counter = LineCounter()
      throw .undecodable(counter.position(of: error.byteOffsets.lowerBound, in: source))
    }
  }
}
