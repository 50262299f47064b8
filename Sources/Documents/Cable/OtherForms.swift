import MarkingGrammar
import MarkingModel

// A telegram of another form behind this one: a wire below what SMART prints, a print behind the record of another one, an
// edited text behind a wire.
extension CableReader {
  /// How many bytes are looked at to tell a form: a header and a heading.
  private static let head = 4000
  /// How often that is done in vain.
  private static let looks = 100

  /// Takes a line as the first of a telegram of whatever form, where hardly anything of this one is to come: below the
  /// record of a print or the last fields of SMART, or in a text that is edited. What follows has to look like a telegram
  /// by itself.
  mutating func takeOther(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard depth == 0, form != .quoted, !isLast, looksInVain < Self.looks,
      opensTelegram(LineKey(source, start, end), line, start, end, in: source, vocabulary)
    else { return false }
    let head = source.extracting(0..<min(source.count, line.start + Self.head))
    let look = FormRecogniser.signs(from: line.start, &words, in: head, vocabulary)
    guard look.form != .unknown, look.opening <= line.start else {
      looksInVain += 1
      return false
    }
    finishQuoted(in: source, vocabulary)
    leave(at: topAbove(line, start, end, look.form, in: source, vocabulary), as: look.form, in: source, vocabulary)
    return true
  }

  /// Takes the head of an edited telegram behind the text of this one.
  mutating func takeEditedTelegram(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard body.hasBegun, quoting.isEmpty, Edited.isHead(start, end, in: source), openFence(in: source) == nil else {
      return false
    }
    return takeOther(line, start, end, in: source, vocabulary)
  }

  /// Whether a line is one with which a telegram of some form begins.
  private mutating func opensTelegram(
    _ key: LineKey, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard key.first.isCapital || key.first.isDigit || key.first == 0x2A else { return false }
    if Self.isHeaderLine(key, start, end, in: source) { return true }
    if key.second == 0x20, source.has("FM ", at: source.nextLine(after: line.end), end: source.count) { return true }
    switch key.first {
    case 0x4D where key.begins("M", "E", "S", "S", "A", "G"):
      if source.equals(ByteRange(start, end), "MESSAGE TEXT") { return true }
      // Where the text of a print is lost, its record is all there is.
      return source.equals(ByteRange(start, end), "MESSAGE ATTRIBUTES")
        && records.last.map { $0.original ?? $0.current ?? $0.previous } != nil
    case 0x4D where key.begins("M", "R", "N"):
      guard let label = SmartLabel.read(start, end, in: source), label.field == .mrn else { return false }
      return source.hasDigit(label.value, end) && source.smartFieldFollows(line.end)
    case 0x50 where key.begins("P", "A", "G", "E"):
      words.split(line.upTo(end), in: source, limit: 32)
      let page = PageHeading.read(words, &ruler, in: source)
      return page?.style == .nineteenSeventies && page?.page == 1
    case 0x55, 0x43, 0x53, 0x54, 0x4C:
      guard source.mayBeLevel(start, end), source.hasDigit(start, end), end - start <= 120 else { return false }
      words.split(line.upTo(end), in: source, limit: 64)
      return readClassification(in: source, vocabulary).map { $0.hasMRN && $0.strangers == 0 } ?? false
    default:
      return key.first.isDigit && Edited.isHead(start, end, in: source) && source.datelineFollows(line.end, vocabulary)
    }
  }

  /// The first line of the telegram that a line shows: a print has a level or the stamp of the release above it, what SMART
  /// prints its banner.
  private mutating func topAbove(
    _ line: SourceLine, _ start: Int, _ end: Int, _ form: Form, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Place {
    let own = ruler.place(ByteRange(start, end), on: line, in: source)
    guard form == .smart || form == .naraAAD || form == .foiaPaper else { return own }
    let isPage = source.has("PAGE", at: start, end: end)
    var below = line
    for _ in 0..<6 {
      guard let above = source.lineAbove(below) else { break }
      below = above
      let first = source.skipBlanks(above.start, above.end)
      guard first < above.end else { continue }
      let last = source.trimmedEnd(first, above.end)
      if form == .smart || isPage, source.mayBeLevel(first, last),
        let level = Designation.read(above, first, last, spot: .banner, &ruler, in: source, vocabulary),
        level.level != .none
      {
        return level.place
      }
      if form != .smart, ReleaseStamp.mayBegin(LineKey(source, first, last), first, last, in: source),
        ReleaseStamp.read(first, last, in: source, vocabulary)?.kind == .declassified
      {
        return ruler.place(ByteRange(first, last), on: above, in: source)
      }
      guard form == .smart, Self.isControls(first, last, in: source, vocabulary) else { break }
    }
    return own
  }
}

extension Span where Element == UInt8 {
  /// The line above another one; nil where that is the first, or where it is longer than any level.
  fileprivate func lineAbove(_ line: SourceLine) -> SourceLine? {
    guard line.start > 0 else { return nil }
    var end = line.start - 1
    if end > 0, self[end] == 0x0A, self[end - 1] == 0x0D { end -= 1 }
    var start = end
    while start > 0, self[start - 1] != 0x0A, self[start - 1] != 0x0D {
      guard end - start < 240 else { return nil }
      start -= 1
    }
    return SourceLine(start: start, end: end, number: line.number - 1)
  }

  /// Whether the next line that is not blank is short and has a date, as below the head of an edited telegram.
  fileprivate func datelineFollows(_ at: Int, _ vocabulary: borrowing Vocabulary) -> Bool {
    var start = at
    let reach = Swift.min(count, at + 40)
    while start < reach, self[start] <= 0x20 { start += 1 }
    guard start < reach, self[start].isCapital || self[start] >= 0x80 else { return false }
    var end = start
    while end < count, self[end] != 0x0A, self[end] != 0x0D {
      guard end - start <= 120 else { return false }
      end += 1
    }
    var word = start
    while word < end {
      if WrittenDate.read(at: word, end, in: self, vocabulary) != nil { return true }
      word = Swift.max(word + 1, wordEnd(word, end))
    }
    return false
  }
}
