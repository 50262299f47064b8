import MarkingGrammar
import MarkingModel

/// The Message Attributes page of a database print: what the archive recorded of the telegram.
struct MessageAttributes: Sendable {
  var place: Place
  var original: Level?
  var current: Level?
  var previous: Level?
  var day: CalendarDay?
  var locator: ByteRange?
  var captions: [CaptionMatch] = []

  init(place: Place) { self.place = place }

  /// Takes one line `Label: value`.
  mutating func take(
    _ line: SourceLine, _ start: Int, _ end: Int, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    place.range.end = end
    guard start < end else { return }
    let key = LineKey(source, start, end)
    switch key.first {
    case 0x4F where key.begins("O", "R", "I", "G", "I", "N"):
      if let value = value("Original Classification:", start, end, in: source) {
        original = level(value, in: source, vocabulary)
      } else if let value = value("Original Handling Restrictions:", start, end, in: source) {
        readCaptions(value, line, &ruler, in: source, vocabulary)
      }
    case 0x43 where key.begins("C", "U", "R", "R"):
      if let value = value("Current Classification:", start, end, in: source) {
        current = level(value, in: source, vocabulary)
      }
    case 0x50 where key.begins("P", "R", "E", "V"):
      if let value = value("Previous Classification:", start, end, in: source) {
        previous = level(value, in: source, vocabulary)
      }
    case 0x44 where key.begins("D", "R", "A", "F", "T", " ") || key.begins("D", "O", "C", "U"):
      if let value = value("Draft Date:", start, end, in: source) {
        day = WrittenDate.read(at: value.start, value.end, in: source, vocabulary)?.day
      } else if let value = value("Document Number:", start, end, in: source), !value.isEmpty {
        locator = value
      }
    default:
      break
    }
  }

  private func value(_ label: String, _ start: Int, _ end: Int, in source: Span<UInt8>) -> ByteRange? {
    guard source.has(label, at: start, end: end) else { return nil }
    return source.trimmed(ByteRange(start + label.utf8.count, end))
  }

  private func level(_ value: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Level? {
    let found = vocabulary.levels.longest(in: source, at: value.start, end: value.end)?.word.level
    return found == Level.none ? nil : found
  }

  private mutating func readCaptions(
    _ value: ByteRange, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var at = value.start
    while at < value.end {
      if let found = vocabulary.captions.longest(in: source, at: at, end: value.end) {
        captions.append(
          CaptionMatch(
            caption: found.caption, isKnown: true,
            place: ruler.place(ByteRange(at, found.end), on: line, in: source)))
        at = found.end
      } else {
        at += 1
        while at < value.end, source[at - 1].isLetterOrDigit { at += 1 }
      }
    }
  }

  /// Adds its node. `names` are the captions that the telegram itself carries.
  func write(into document: inout DocumentWriter, names: [String], in source: Span<UInt8>) {
    let parent = document.add(.record, to: 0, at: place.range, place.position)
    document.set(.originalLevel, original?.word)
    document.set(.currentLevel, current?.word)
    document.set(.previousLevel, previous?.word)
    document.set(.day, day?.number)
    document.set(.locator, locator.map { source.name($0) })
    for match in captions {
      document.add(
        .recordCaption, to: parent, at: match.place.range, match.place.position, excerpt: match.place.range)
      document.set(.name, match.caption.name)
      document.set(.inText, names.contains(match.caption.name))
    }
  }
}
