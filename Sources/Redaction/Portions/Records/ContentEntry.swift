import Documents
import MarkingModel

/// A property of a calendar or a card (RFC 5545, 6350) as somebody reads it: `SUMMARY;LANGUAGE=en:The quay`, with the lines
/// that continue it put together and its signs of escaping undone.
struct ContentEntry {
  /// Its name in capitals.
  var name: [UInt8] = []
  /// What it says, in paragraphs that line feeds part, and where each byte of it stands in the text.
  private(set) var value: [UInt8] = []
  private(set) var places: [Int] = []

  /// The property that begins with a line; nil where none does. A form's values have no blanks: what looks like one and has
  /// some is a line of the text before.
  init?(_ line: ByteRange, in source: Span<UInt8>) {
    var at = line.start
    while at < line.end, source[at].isLetterOrDigit || source[at] == UInt8(ascii: "-") { at += 1 }
    guard at > line.start, at < line.end, source[line.start].isLetter, source[at].isOne(of: ":", ";") else {
      return nil
    }
    name = source.bytes(ByteRange(line.start, at)).map(\.capital)
    var isQuoted = false
    while at < line.end, isQuoted || source[at] != UInt8(ascii: ":") {
      if source[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      at += 1
    }
    guard at < line.end, isText || isForm else { return nil }
    if isForm, source.trimmedEnd(at + 1, line.end) > at + 1,
      (source.skipBlanks(at + 1, line.end)..<source.trimmedEnd(at + 1, line.end)).contains(where: { source[$0] == 0x20 }
      )
    {
      return nil
    }
    append(ByteRange(at + 1, line.end), in: source)
  }

  /// Whether a property of the form opens or closes something, and what.
  func names(_ word: String) -> Bool { name.elementsEqual(word.utf8) }

  /// Whether it says something in words.
  var isText: Bool { Self.texts.contains(name) || name.starts(with: "X-".utf8) }

  private var isForm: Bool { Self.form.contains(name) }

  /// Takes a line that goes on with it: behind one blank the same word, otherwise a paragraph.
  mutating func goOn(_ line: ByteRange, in source: Span<UInt8>) {
    if !line.isEmpty, source[line.start] == 0x20 || source[line.start] == 0x09 {
      append(ByteRange(line.start + 1, line.end), in: source)
    } else {
      add(0x0A, at: line.start)
      append(line, in: source)
    }
  }

  private mutating func append(_ line: ByteRange, in source: Span<UInt8>) {
    var at = line.start
    while at < line.end {
      if source[at] == UInt8(ascii: "\\"), at + 1 < line.end, source[at + 1].isOne(of: "n", "N") {
        add(0x0A, at: at)
        at += 2
      } else {
        add(source[at], at: at)
        at += 1
      }
    }
  }

  private mutating func add(_ byte: UInt8, at place: Int) {
    value.append(byte)
    places.append(place)
  }

  /// Where a stretch of the value stands in the text.
  func place(of range: ByteRange) -> ByteRange {
    range.isEmpty ? ByteRange(0, 0) : ByteRange(places[range.start], places[range.end - 1] + 1)
  }

  private static let texts: Set<[UInt8]> = words(
    """
    SUMMARY DESCRIPTION LOCATION COMMENT CONTACT CATEGORIES RESOURCES NAME NOTE TITLE ROLE ORG NICKNAME STYLED-DESCRIPTION
    STRUCTURED-DATA REQUEST-STATUS CONFERENCE RELATED-TO
    """)

  private static let form: Set<[UInt8]> = words(
    """
    BEGIN END VERSION PRODID CALSCALE METHOD UID DTSTAMP DTSTART DTEND DUE DURATION CREATED LAST-MODIFIED SEQUENCE STATUS TRANSP
    CLASS PRIORITY PERCENT-COMPLETE COMPLETED RRULE RDATE EXDATE RECURRENCE-ID ORGANIZER ATTENDEE ACTION TRIGGER REPEAT TZID
    TZNAME TZOFFSETFROM TZOFFSETTO TZURL FREEBUSY GEO URL ATTACH REV FN N TEL EMAIL ADR BDAY KIND SOURCE COLOR IMAGE
    REFRESH-INTERVAL
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }
}
