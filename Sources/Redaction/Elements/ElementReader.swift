import Documents
package import MarkingModel

/// Finds the parts of a document's form that a policy can withhold.
package struct ElementReader {
  /// The places of one kind of element in all of a text, in order.
  ///
  /// - Parameters:
  ///   - fields: of headers those that are meant.
  ///   - takesOthers: whether all that only print shows are meant, too.
  package static func places(
    of element: ReleaseElement, fields: [HeaderField] = [], takesOthers: Bool = false, in documents: [MarkingDocument],
    _ source: Span<UInt8>
  ) -> [ByteRange] {
    let places: [ByteRange]
    switch element {
    // The reader of markings does not know them.
    case .drafting:
      places = values(ofLabels: draftingLabels, in: source) + documents.flatMap { DraftingLines.places(in: $0, source) }
    case .correspondents, .header:
      places = HeaderLines.values(of: fields, takesOthers: takesOthers, in: source)
    default: places = documents.flatMap { Self.places(of: element, in: $0, source) }
    }
    return places.map { Pieces.trimmed($0, in: source) }.filter { !$0.isEmpty }.sorted { $0.start < $1.start }
  }

  private static func places(
    of element: ReleaseElement, in document: MarkingDocument, _ source: Span<UInt8>
  ) -> [ByteRange] {
    var places: [ByteRange] = []
    switch element {
    case .transmission: places = ranges(of: transmission, in: document)
    case .routing: places = ranges(of: [.routing, .indicator], in: document)
    case .signature: places = ranges(of: [.signature], in: document) + PaperSignatures.names(in: document, source)
    case .authority: places = ranges(of: [.authority, .authorityBlock], in: document)
    case .record: places = ranges(of: [.record], in: document)
    case .personTags:
      places = document.nodes(named: .tag).filter { document.word(.kind, of: $0) == "person" }
        .map { document.nodes[$0].range }
    case .continuityNumbers:
      places = document.nodes(named: .addressee).filter { document.number(.mcn, of: $0) != nil }
        .compactMap { lastNumber(in: document.nodes[$0].range, source) }
    case .drafting, .correspondents, .header, .attachments: break
    }
    for quoted in document.quoted { places += Self.places(of: element, in: quoted, source) }
    return places
  }

  /// The lines by themselves: the node around them may reach to the end of the telegram.
  private static let transmission: Set<ElementName> = [
    .transmissionID, .routing, .originator, .security, .dtg, .from, .addressee, .separator, .validation, .end,
  ]

  private static func ranges(of names: Set<ElementName>, in document: MarkingDocument) -> [ByteRange] {
    document.nodes.filter { names.contains($0.name) }.map(\.range)
  }

  /// The digits that end a range.
  private static func lastNumber(in range: ByteRange, _ source: Span<UInt8>) -> ByteRange? {
    let end = source.trimmedEnd(range.start, range.end)
    var start = end
    while start > range.start, source[start - 1].isDigit { start -= 1 }
    return start < end ? ByteRange(start, end) : nil
  }

  private static let draftingLabels = [
    "DRAFTED BY", "DRAFTED", "DRAFTER", "CLEARED BY", "CLEARED", "CLEARANCES", "CLEARANCE", "APPROVED BY", "APPROVED",
    "APPROVER", "RELEASED BY", "ACTION OFFICER", "TYPIST",
  ]

  /// What stands behind one of the labels and a colon, to the end of its line and of the lines that go on with it.
  private static func values(ofLabels labels: [String], in source: Span<UInt8>) -> [ByteRange] {
    var places: [ByteRange] = []
    var line = 0
    var isContinued = false
    while line < source.count {
      var end = line
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let start = source.skipBlanks(line, end)
      if let value = value(behind: labels, start, end, in: source) {
        places.append(ByteRange(value, end))
        isContinued = true
      } else if isContinued, start > line, start < end {
        places.append(ByteRange(start, end))
      } else {
        isContinued = false
      }
      line = end + 1
    }
    return places
  }

  private static func value(behind labels: [String], _ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    for label in labels where source.hasAnyCase(label, at: start, end: end) {
      let colon = source.skipBlanks(start + label.utf8.count, end)
      if colon < end, source[colon] == UInt8(ascii: ":") { return colon + 1 }
    }
    return nil
  }
}
