import Detection
import Documents
import MarkingModel
internal import TextKit

// What is found beside the text as it stands: over the ends of pages, in their headings, in the name of the file.
extension TextFinder {
  /// What is found in the name of a document's file, with its underscores, hyphens and points read as blanks and as they are.
  func find(inNameOf marked: MarkedText, _ name: String) throws(Refusal) -> [FoundText] {
    if detectors == nil, terms.entries.isEmpty, withholdsSigner == nil || name.isEmpty { return [] }
    let bytes = marked.bytes
    let finder = try termFinder(bytes.span, marked.markings)
    var found: [FoundText] = []
    for signs in ["", "_+", "_+-."] {
      let reading = name.utf8.map { signs.utf8.contains($0) ? 0x20 : $0 }
      found += try find(in: try folded(reading.span, []), finder)
    }
    return found
  }

  /// What the end of a page or of a telegram's section cuts, or parts from its label.
  func foundAcrossPages(
    _ marked: MarkedText, _ source: Span<UInt8>, _ names: (finder: TermFinder, entries: [TermList.Entry])?
  ) throws(Refusal) -> [FoundText] {
    let breaks = PageBreaks(source, known: marked.markings.flatMap(Self.betweenPages))
    if breaks.text.isEmpty { return [] }
    let signs = MarkupSigns(breaks.text.span)
    let edits = Self.labels(breaks.text.span) + signs.quotes
    var found: [FoundText] = []
    for edits in signs.isInWords ? [edits, edits + signs.signs] : [edits] {
      found += try find(in: try folded(breaks.text.span, edits), names)
    }
    return found.compactMap { found in
      var placed = found
      placed.pieces = found.pieces.flatMap(breaks.originals)
      return placed.pieces.isEmpty ? nil : placed
    }
  }

  /// Terms in headings of pages, which are not read with the text: the name of a post.
  func foundInHeadings(
    _ marked: MarkedText, _ source: Span<UInt8>, _ names: (finder: TermFinder, entries: [TermList.Entry])
  ) throws(Refusal) -> [FoundText] {
    var text: [UInt8] = []
    var places = ReadingPlaces()
    for heading in Self.edits(marked) where heading.text.isEmpty {
      places.add(heading.range, at: text.count)
      text += source.bytes(heading.range) + [0x0A, 0x0A]
    }
    if text.isEmpty { return [] }
    let folded = try folded(text.span, Self.labels(text.span))
    return try terms(in: folded, names).compactMap { found in
      var placed = found
      placed.pieces = found.pieces.flatMap(places.originals)
      return placed.pieces.isEmpty ? nil : placed
    }
  }

  /// Headings of pages, banners, and all that stands between two sections of a telegram.
  static func betweenPages(of document: MarkingDocument) -> [ByteRange] {
    let text = document.nodes(named: .paragraph).first.map { document.nodes[$0].range.start } ?? .max
    return document.nodes.indices.filter { index in
      let node = document.nodes[index]
      switch node.name {
      case .page, .designation: return true
      case .marking: return document.word(.kind, of: index) == "banner"
      case .classification, .caption, .passing, .executiveOrder, .tags, .subject, .references, .authority, .separator,
        .validation, .end, .transmissionID, .routing, .originator, .security, .dtg, .from, .addressee:
        return node.range.start > text
      default: return false
      }
    }.map { document.nodes[$0].range }
  }
}
