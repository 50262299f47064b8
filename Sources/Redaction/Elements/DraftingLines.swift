import Documents
import MarkingModel

/// Who drafted, cleared and approved a telegram, in a print of the 1970s: lines without colons above its date-time group.
///
///     DRAFTED BY ARA/AND/B:JROE:ABC
///     APPROVED BY ARA:DOE
///     S/S - O:RSMITH
///                ------------------105141 022237Z /20
enum DraftingLines {
  /// What stands behind the labels, and the lines that go on with it: up to a blank line, dashes or a line of the header. The
  /// dashes end such lines: what stands below a blank one is of them where the dashes come, as in a copy in double spacing.
  static func places(in document: MarkingDocument, _ source: Span<UInt8>) -> [ByteRange] {
    guard let root = document.nodes.first, isPrint(document) else { return [] }
    var header = document.nodes.dropFirst().filter { names.contains($0.name) }.map(\.range)[...]
    var places: [ByteRange] = []
    var isOpen = false
    // Lines below a blank one.
    var held: [ByteRange]?
    var at = root.range.start
    while at < root.range.end {
      let stop = min(source.lineEnd(from: at), root.range.end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      at = stop + 1
      while let place = header.first, place.end <= line.start { header.removeFirst() }
      let isHeader = header.first.map { $0.start < line.end && !line.isEmpty } ?? false
      if line.isEmpty {
        held = isOpen ? held ?? [] : nil
      } else if isHeader {
        (isOpen, held) = (false, nil)
      } else if source.has("---", at: line.start, end: line.end) {
        places += held ?? []
        (isOpen, held) = (false, nil)
      } else if let value = value(of: line, in: source) {
        places += held ?? []
        places.append(ByteRange(value, line.end))
        (isOpen, held) = (true, nil)
      } else if held != nil {
        held?.append(line)
      } else if isOpen {
        places.append(line)
      }
    }
    return places
  }

  private static func isPrint(_ document: MarkingDocument) -> Bool {
    switch document.word(.form, of: 0) {
    case "nara-aad", "foia-paper", "wire-1970s", "quoted": true
    default: false
    }
  }

  /// What no such line is: the other lines of the header, the heading and the text.
  private static let names: Set<ElementName> = [
    .dtg, .from, .addressee, .page, .classification, .executiveOrder, .tags, .subject, .references, .paragraph,
  ]

  private static func value(of line: ByteRange, in source: Span<UInt8>) -> Int? {
    for label in ["DRAFTED BY ", "CLEARED BY ", "APPROVED BY ", "RELEASED BY "]
    where source.has(label, at: line.start, end: line.end) {
      return source.skipBlanks(line.start + label.utf8.count, line.end)
    }
    return nil
  }
}
