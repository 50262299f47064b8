import MarkingGrammar
import MarkingModel

// Telegrams that stand one after the other in a document: each is a document of its own.
extension CableReader {
  /// Takes lines to the end, or to where another telegram turns out to have begun; the first line of that.
  mutating func takeLines(
    _ scanner: inout LineScanner, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> SourceLine? {
    while let line = takeTextLines(&scanner, in: source, vocabulary) {
      take(line, in: source, vocabulary)
      if following != nil {
        passTakenLines(&scanner, in: source)
        return following.take()
      }
    }
    return nil
  }

  /// Whether a line is a format line with which a header begins, and cannot be text.
  static func isHeaderLine(_ key: LineKey, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    switch key.first {
    case 0x56: key.begins("V", "Z", "C", "Z", "C")
    case 0x44: key.begins("D", "E", " ", "R") && hasSerialMark(start, end, in: source)
    case 0x5A: key.begins("Z", "N", "R", " ") || key.begins("Z", "N", "Y", " ")
    case 0x2A: key.begins("*", "Z", "N")
    default: key.first == key.second && source.has(" RUE", at: start + 2, end: end)
    }
  }

  private static func hasSerialMark(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    for i in start..<min(end, start + 24) where source[i] == 0x23 { return true }
    return false
  }

  /// Whether a date-time group begins another telegram, as in files of telegrams that have no lines of the network: FM stands
  /// below it, and the name of who signed the one before above.
  func isFirstLine(_ key: LineKey, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard key.second == 0x20, let last = body.lastLine, last.end - last.start <= 40 else { return false }
    let below = source.nextLine(after: line.end)
    guard source.has("FM ", at: below, end: source.count) else { return false }
    return (last.start..<last.end).allSatisfy { source[$0].isCapital || source[$0].isOne(of: " ", "-", ".", "'") }
      && source[last.end - 1].isCapital
  }

  /// Takes a classification line below a header as that of another telegram; false where it is this one's. Sections and
  /// repeats have the MRN of the first. The MRN alone might be a slip: the header has to say the same.
  mutating func takeFollowing(
    _ line: ClassificationLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard form != .quoted, !isLast, body.hasBegun, isTransmissionOpen, isForeign(line), let serial = line.serial,
      let last = body.lastLine, let opening = transmissions.last?.lines.first, opening.place.range.start > last.start
    else { return false }
    let before = endBeforeHeader()
    var page: Int?
    for index in pages.indices.reversed() {
      guard pages[index].heading.place.range.start >= before else { break }
      page = index
    }
    guard isOwn(serial, page: page) else { return false }
    let header = transmissions.removeLast()
    guard var first = header.lines.first?.place else { return false }
    if let page, pages[page].heading.place.range.start < first.range.start { first = pages[page].heading.place }
    // The level above the head of its page is the top of that, and not the bottom of the page before.
    if let top = designations.last(where: { $0.spot == .pageTop && $0.place.range.start < first.range.start }),
      top.place.range.start >= before
    {
      first = top.place
    }
    leave(at: first, in: source, vocabulary)
    return true
  }

  /// Whether a line has another MRN than the telegram, and is not that of a further section.
  func isForeign(_ line: ClassificationLine) -> Bool {
    guard line.strangers == 0, line.section.map({ $0.section <= 1 }) ?? true, let own = mrn.serial else { return false }
    if line.serial != own { return true }
    guard let post = line.post, let ours = mrn.post, post.isKnown, ours.isKnown else { return false }
    return post.name != ours.name
  }

  /// Whether the header that is open is one of a telegram with a serial: by its format line 3, by the head of its page, or
  /// because it was sent at another time than this telegram.
  private func isOwn(_ serial: Int, page: Int?) -> Bool {
    let header = transmissions[transmissions.count - 1]
    if let station = header.serial {
      if station == serial % 10_000 || station == serial % 100_000 { return true }
      // A slip in one of both serials; the header is that of a section of this telegram unless it says otherwise.
      guard transmissions.count > 1, station != mrn.serial.map({ $0 % 10_000 }), station != transmissions[0].serial
      else {
        return false
      }
      return isSentElsewhere(header)
    }
    if let page { return pages[page].heading.serial == serial }
    guard transmissions.count > 1 else { return true }
    guard let group = header.dtg, let day = group.day, let ours = transmissions[0].dtg, let first = ours.day else {
      return false
    }
    return day.number != first.number || group.minute != ours.minute
  }

  /// Whether a header has another sender than this telegram, or was sent at another time.
  private func isSentElsewhere(_ header: Transmission) -> Bool {
    if let post = header.senders.first?.post, let ours = mrn.sender, post.name != ours.name { return true }
    guard let group = header.dtg, let first = transmissions[0].dtg else { return false }
    return group.day?.number != first.day?.number || group.minute != first.minute
  }

  /// Where what is known of the telegram before the open header ends.
  private func endBeforeHeader() -> Int {
    let last = transmissions.count > 1 ? transmissions[transmissions.count - 2].lines.last?.place.range.end ?? 0 : 0
    return max(last, body.lastLine?.end ?? 0)
  }

  /// Ends this telegram before a place, where another one begins.
  mutating func leave(
    at first: Place, as form: Form? = nil, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    // The last field of SMART is one of this telegram's transmission.
    closeField(in: source, vocabulary)
    followingForm = form
    var start = first.range.start
    while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    following = SourceLine(start: start, end: first.range.end, number: first.position.line)
    pages.removeAll { $0.heading.place.range.start >= start }
    designations.removeAll { $0.place.range.start >= start }
    stamps.removeAll { $0.place.range.start >= start }
    furniture.removeAll(keepingCapacity: true)
    pendingLevel = nil
    isTransmissionOpen = false
    addressList = AddressList()
    // The FM line of the other telegram has been read.
    context.post = mrn.sender ?? mrn.post
    phase = .closed
  }
}

/// The telegrams behind the first one of a document. What a release says of that says nothing of them.
struct FurtherTelegrams {
  /// More than any file holds: the last one takes what follows.
  static let limit = 1000

  private(set) var documents: [MarkingDocument] = []

  /// Reads the telegrams from `first` on.
  ///
  /// - Parameters:
  ///   - form: that of the telegram before.
  ///   - own: that of the first of them, where it is another one.
  ///   - scanner: stands behind the line by which the first of them was found.
  mutating func read(
    from first: SourceLine, as form: Form, own: Form?, _ scanner: inout LineScanner, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var reader = CableReader(form: form, isGiven: true)
    var own = own
    var ends: FenceEnds?
    var next: SourceLine? = first
    var form = form
    while let start = next {
      form = own ?? form
      reader.begin(form: form, isGiven: true)
      reader.fenceEnds = ends
      reader.isLast = documents.count + 1 == Self.limit
      // Its header is read again. What no text should hold has been counted there.
      var again = LineScanner(from: start.start, number: start.number - 1)
      while again.next < scanner.next, let line = again.line(in: source) {
        reader.take(line, in: source, vocabulary)
        reader.passTakenLines(&again, in: source)
      }
      next = reader.takeLines(&scanner, in: source, vocabulary)
      own = reader.followingForm
      ends = reader.fenceEnds
      reader.finish(in: source, vocabulary)
      let range = ByteRange(start.start, next?.start ?? source.count)
      documents.append(reader.document(range, Position(line: start.number, column: 1), in: source, vocabulary))
    }
  }
}
