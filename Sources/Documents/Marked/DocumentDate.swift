package import MarkingGrammar
import MarkingModel

/// The date of a document: of its `Date:` line, of the header of its e-mail, of a line that is nothing but a date near
/// its beginning, or of one there that names a place or an office beside it.
package struct DocumentDate: Sendable {
  private(set) var day: CalendarDay?
  private var sureness = Sureness.none

  /// How surely it is the document's: what is surer replaces what is less so, and else the first one stays.
  private enum Sureness: Int { case none, ofKnowledge, beside, alone, labelled }

  /// Takes the value of a date label.
  mutating func takeLabelled(_ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    take(Self.day(start, end, in: source, vocabulary), .labelled)
  }

  /// Takes a line that is nothing but a date. Whether it is one, and the surest so far.
  @discardableResult
  mutating func takeBare(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard sureness.rawValue < Sureness.alone.rawValue, end - start <= 40 else { return false }
    return take(Self.whole(start, end, in: source, vocabulary), .alone)
  }

  /// Takes a line at the head of a document, its mark left out, that holds a date and little else: `As of 3 May 2016`,
  /// `Washington, May 3, 2016`, `AFZX-WB     3 May 2016`.
  /// - Parameter above: the line of text above it, where no blank line parts them.
  mutating func takeHead(
    _ start: Int, _ end: Int, below above: SourceLine?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard sureness != .labelled, (6...160).contains(end - start), source.hasDigit(start, end) else { return }
    if let value = Self.labelAtRight(start, end, in: source) ?? Self.behindSerial(start, end, in: source) {
      take(Self.whole(value, end, in: source, vocabulary), .labelled)
    } else if let (value, sureness, hasPlace) = Self.label(start, end, in: source) {
      let whole = Self.whole(value, end, in: source, vocabulary)
      take(
        whole
          ?? (hasPlace
            ? Self.read(value, end, in: source, vocabulary)?.day
            : Self.besidePlace(start, end, in: source, vocabulary)),
        sureness)
    } else if !takeBare(start, end, in: source, vocabulary) {
      take(
        Self.besidePlace(start, end, in: source, vocabulary)
          ?? Self.alone(start, end, below: above, in: source, vocabulary),
        .beside)
      take(Self.month(start, end, in: source, vocabulary), .ofKnowledge)
    }
  }

  /// Takes what stands on the line of a banner, at its other end: one of the parts that wide gaps divide.
  mutating func takeBesideBanner(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var at = source.skipBlanks(start, end)
    while at < end {
      let stop = source.wideGap(at, end) ?? end
      if takeBare(at, source.trimmedEnd(at, stop), in: source, vocabulary) { return }
      at = source.skipBlanks(stop, end)
    }
  }

  @discardableResult
  private mutating func take(_ found: CalendarDay?, _ sureness: Sureness) -> Bool {
    guard let found, sureness.rawValue > self.sureness.rawValue else { return false }
    day = found
    self.sureness = sureness
    return true
  }
}

// The ways in which it is written.
extension DocumentDate {
  /// The first of them name the date and place of a meeting, the next ones the date of the document and a time, then the
  /// date alone; the others that of what it knows, or of a version.
  private static let labels = PhraseList([
    "DATE, TIME AND PLACE", "DATE, TIME, AND PLACE", "DATE, TIME & PLACE", "DATE/TIME/PLACE", "DATE AND PLACE",
    "DATE & PLACE", "DATE/PLACE", "DATE AND TIME", "DATE & TIME", "DATE/TIME",
    "DATE OF REPORT", "REPORT DATE", "DATE OF DOCUMENT", "DOCUMENT DATE", "DATE PREPARED", "DATE PUBLISHED",
    "DATE OF PUBLICATION", "PUBLICATION DATE", "DATE ISSUED", "DATE OF ISSUE", "DTG", "DATED", "DATE", "PUBLISHED",
    "ISSUED", "PREPARED", "AS OF", "CURRENT AS OF", "INFORMATION AS OF", "EFFECTIVE DATE", "DRAFT OF", "DRAFT DATED",
    "DRAFT", "UPDATED", "LAST UPDATED", "REVISED", "LAST REVISED", "VERSION OF", "EDITION OF",
    "INFORMATION CUT-OFF DATE", "INFORMATION CUTOFF DATE", "CUT-OFF DATE", "CUTOFF DATE",
  ])
  private static let ofMeetings = 6
  private static let places = 10
  private static let dates = 26

  /// Where the value of a label begins, a mark left out, how surely it is the date of the document, and whether more than
  /// the date may follow. That of a meeting is another one where the paper has its own.
  private static func label(
    _ start: Int, _ end: Int, in source: Span<UInt8>
  ) -> (value: Int, sureness: Sureness, hasPlace: Bool)? {
    var index = 0
    while index < labels.indices.count, let found = labels.firstAnyCase(from: index, at: start, end: end, in: source) {
      index = found.index + 1
      var at = source.skipBlanks(found.end, end)
      if at < end, source[at] == 0x3A { at = source.skipMark(source.skipBlanks(at + 1, end), end) }
      guard at > found.end, at < end, source[at].isDigit || source.wordEnd(at, end) - at >= 3 else { continue }
      let sureness: Sureness =
        found.index < ofMeetings ? .beside : found.index < dates ? .labelled : .ofKnowledge
      return (at, sureness, found.index < places)
    }
    return nil
  }

  /// Where the value of a date label begins that stands at the right of another one: `Precedence: ROUTINE    Date: …`.
  private static func labelAtRight(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard let gap = source.wideGap(start, end) else { return nil }
    let at = source.skipBlanks(gap, end)
    guard source.hasAnyCase("DATE:", at: at, end: end) else { return nil }
    return source.skipBlanks(at + 5, end)
  }

  /// The day that the value of a date label says, `Tue, 12 May 2015 09:14`.
  package static func day(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? { read(start, end, in: source, vocabulary)?.day }

  /// A date, after a word where one stands before it, such as the name of a weekday in any language.
  private static func read(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> WrittenDate? {
    var at = source.skipMark(start, end)
    for _ in 0..<2 {
      if let date = WrittenDate.read(at: at, end, in: source, vocabulary) { return date }
      // `Thursday, May 14, 2009`, `Thu May 14`.
      let word = source.wordEnd(at, end)
      guard word > at, source[at].isLetter else { return nil }
      at = source.skipPoints(word, end)
    }
    return nil
  }

  /// The day beside the name of a place or an office: `Washington, DC, May 3, 2016`, `3 May 2016 | Office of Wells`.
  private static func besidePlace(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    guard end - start <= 80 else { return nil }
    for sign in start + 1..<end where source[sign].isOne(of: ",", "|") {
      let comma = source.trimmedEnd(start, sign)
      let next = source.skipBlanks(sign + 1, end)
      if source.isPlaceName(start, comma) || source.isVersion(start, comma),
        let day = whole(next, end, in: source, vocabulary)
      {
        return day
      }
      if source.isPlaceName(next, end), let day = whole(start, comma, in: source, vocabulary) { return day }
    }
    return nil
  }

  /// The day at the right end of a line, unless one stands there on the line above or below as well: a table of days.
  private static func alone(
    _ start: Int, _ end: Int, below above: SourceLine?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    guard let day = atRight(start, end, in: source, vocabulary) else { return nil }
    let next = source.lineBelow(end).map { ByteRange($0.start, $0.end) }
    for line in [above.map { ByteRange($0.start, $0.end) }, next] {
      guard let line else { continue }
      let first = source.skipBlanks(line.start, line.end)
      let last = source.trimmedEnd(first, line.end)
      if last - first >= 8, atRight(first, last, in: source, vocabulary) != nil { return nil }
    }
    return day
  }

  /// Where the date begins behind the serial number of a naval letter (SECNAV M-5216.5): `Ser N2/1234  3 May 2016`.
  private static func behindSerial(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source.hasWordAnyCase("SER", at: start, end: end) else { return nil }
    let serial = source.skipBlanks(start + 3, end)
    var at = serial
    while at < end, source[at] > 0x20 { at += 1 }
    guard serial > start + 3, source.hasDigit(serial, at) else { return nil }
    return source.skipBlanks(at, end)
  }

  /// The day at the right end of a line that has something else at its left.
  private static func atRight(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    guard let gap = source.wideGap(start, end), gap - start <= 60, source[gap - 1] != 0x3A,
      (start..<gap).contains(where: { source[$0].isLetter })
    else { return nil }
    return whole(source.skipBlanks(gap, end), end, in: source, vocabulary)
  }
}

extension Span where Element == UInt8 {
  /// Whether a range numbers a version: `Version 2`, `Rev. 1.3`, `Draft 4`.
  fileprivate func isVersion(_ start: Int, _ end: Int) -> Bool {
    let word = wordEnd(start, end)
    let number = skipPoints(word, end)
    guard number < end, self[number].isDigit, !(number..<end).contains(where: { !self[$0].isDigit && self[$0] != 0x2E })
    else { return false }
    return ["VERSION", "VER", "V", "REVISION", "REV", "DRAFT", "EDITION", "ISSUE", "CHANGE"].contains {
      $0.utf8.count == word - start && hasAnyCase($0, at: start, end: word)
    }
  }

  /// Whether a range is one to five words of letters that each begin with a capital, the small ones between not counted:
  /// `Office of Wells`.
  fileprivate func isPlaceName(_ start: Int, _ end: Int) -> Bool {
    var words = 0
    var i = start
    while i < end {
      if words > 0, let small = ["of ", "the ", "and ", "for "].first(where: { has($0, at: i, end: end) }) {
        i += small.utf8.count
        continue
      }
      guard self[i].isCapital || self[i] >= 0x80 else { return false }
      words += 1
      while i < end, self[i].isLetter || self[i] >= 0x80 || self[i].isOne(of: ".", ",", "-", "'") { i += 1 }
      let next = skipBlanks(i, end)
      guard next > i && next - i < 3 || i == end else { return false }
      i = next
    }
    return (1...5).contains(words)
  }
}
