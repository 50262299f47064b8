import Documents
import MarkingGrammar
import MarkingModel

/// Calendars and cards with marks in what they say: `SUMMARY:(S//NF) The quay is sold`. What a property says goes by the
/// marks in it, over the lines that continue it; what others of the same entry say, without a mark, by all marks of the entry.
///
/// They are portions beside those of the text around them, and none lowers one of these.
struct EntryPortions {
  /// The properties of the entry at hand that say something, and how many things are open around it.
  private var entries: [ContentEntry] = []
  private var last: ContentEntry?
  private var depth = 0
  private var portions: [ReleasePortion] = []

  /// Those of a part of a text. O(text).
  static func portions(
    in part: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var reader = EntryPortions()
    var at = part.start
    while at < part.end {
      let end = min(source.lineEnd(from: at), part.end)
      let line = ByteRange(at, source.trimmedEnd(at, end))
      at = max(source.nextLine(behind: end), at + 1)
      if reader.depth == 0, !source.hasAnyCase("BEGIN:V", at: line.start, end: line.end) { continue }
      reader.take(line, in: source, vocabulary)
    }
    reader.close(in: source, vocabulary)
    return reader.portions
  }

  private mutating func take(_ line: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let entry = ContentEntry(line, in: source) else {
      last?.goOn(line, in: source)
      return
    }
    if let last { entries.append(last) }
    last = entry
    let isOfCalendar = entry.value.elementsEqual("VCALENDAR".utf8)
    if entry.names("BEGIN") {
      depth += 1
      // What the calendar says of itself belongs to none of its entries.
      if depth == 2 { close(in: source, vocabulary) }
    } else if entry.names("END") {
      depth -= 1
      last = nil
      if depth <= 1 || isOfCalendar { close(in: source, vocabulary) }
    }
    if isOfCalendar { depth = entry.names("BEGIN") ? 1 : 0 }
  }

  /// Makes portions of an entry.
  private mutating func close(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    if let last { entries.append(last) }
    let texts = entries.filter(\.isText).map { (entry: $0, marks: EntryMarks($0.value.span, vocabulary)) }
    let whole = texts.compactMap(\.marks.whole).reduce(nil as PortionStatement?) { $0?.joined(with: $1) ?? $1 }
    (entries, last) = ([], nil)
    guard let whole, whole.level > .unclassified else { return }
    for text in texts {
      if text.marks.whole == nil {
        add(ByteRange(0, text.entry.value.count), of: text.entry, whole, in: source)
      } else {
        for (range, statement) in text.marks.stretches where statement.level > .unclassified {
          add(range, of: text.entry, statement, in: source)
        }
      }
    }
  }

  private mutating func add(
    _ range: ByteRange, of entry: ContentEntry, _ statement: PortionStatement, in source: Span<UInt8>
  ) {
    let place = Pieces.trimmed(entry.place(of: range), in: source)
    if place.isEmpty { return }
    portions.append(
      ReleasePortion(
        mark: statement, range: place, text: [place], name: "calendar entry", position: Position(line: 1, column: 1)))
  }
}
