import MarkingModel

/// What is labelled, each with its label before it, as if a form had been filled in: the heading of a column stands far
/// from most of its values, and a detector looks for words beside them.
struct LabelledReading {
  private(set) var text: [UInt8] = []
  private var places = ReadingPlaces()

  /// As far as a value is looked at. O(values): elements may be nested, so that a text stands in many of them.
  private static let longest = 400

  /// What the structure of the file names, what stands in its tables and in those of its text, and the items of lists.
  init(of source: Span<UInt8>, _ structure: TextStructure, _ words: inout KnownLabels) {
    for named in structure.named where words.isKnown(named.label) { add(named, source) }
    for table in structure.tables {
      var labels = TableLabels()
      for row in table.rows {
        if TableLabels.isHeading(row, source, &words) {
          labels.add(headings: row, source, &words)
        } else {
          for cell in labels.labelled(row, source, &words) { add(cell, source) }
        }
      }
    }
    for cell in TextTables(source, &words).labelled { add(cell, source) }
    for item in NamedLists(source, &words).labelled { add(item, source) }
  }

  private mutating func add(_ labelled: LabelledText, _ source: Span<UInt8>) {
    var end = min(labelled.range.end, labelled.range.start + Self.longest)
    if end < labelled.range.end { while end > labelled.range.start, source[end] & 0xC0 == 0x80 { end -= 1 } }
    guard end > labelled.range.start else { return }
    if !text.isEmpty { text += [0x0A, 0x0A] }
    text += LabelWords.reading(labelled.label)
    text += [0x3A, 0x20]
    places.add(ByteRange(labelled.range.start, end), at: text.count)
    text += source.bytes(ByteRange(labelled.range.start, end))
  }

  /// Where something that was found comes from, without what of it is no value.
  func originals(of range: ByteRange) -> [ByteRange] { places.originals(of: range) }
}
