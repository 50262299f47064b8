import MarkingGrammar
import MarkingModel

// Stamps, furniture and the record of the release: they may stand anywhere.
extension CableReader {
  /// Takes a line that is a stamp or the head of a page of a print.
  mutating func takeRelease(
    _ key: LineKey, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if key.begins("M", "E", "S", "S", "A", "G") {
      if source.equals(ByteRange(start, end), "MESSAGE TEXT") { return true }
      if source.equals(ByteRange(start, end), "MESSAGE ATTRIBUTES") {
        beginRecord(line, start, end, in: source, vocabulary)
        return true
      }
      return false
    }
    if isReleaseBroken, takeReleaseRest(start, end, in: source) { return true }
    guard ReleaseStamp.mayBegin(key, start, end, in: source),
      let reading = ReleaseStamp.read(start, end, in: source, vocabulary)
    else { return false }
    isReleaseBroken = reading.kind == .other && source.hasAnyCase("RELEASE", at: start, end: end)
    // Exemption codes alone on a line are a stamp only in a copy that is released, as `1.4(D)` is else a reason.
    if reading.kind == .exemption, !form.isScan, stamps.isEmpty { return false }
    add(reading, ByteRange(start, end), line, inText: false, in: source)
    return true
  }

  /// Cuts out the stamp that the extraction of the text put behind a line of the heading: where that ends before it.
  mutating func cutStamp(_ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    guard phase != .record, let stamp = source.stampInside(start, end), stamp.start > start else { return end }
    add(ReleaseStamp.Reading(kind: .declassified), stamp, line, inText: false, in: source)
    return source.trimmedEnd(start, stamp.start)
  }

  mutating func add(
    _ reading: ReleaseStamp.Reading, _ range: ByteRange, _ line: SourceLine, inText: Bool, in source: Span<UInt8>
  ) {
    stamps.append(
      ReleaseStamp(
        place: ruler.place(range, on: line, in: source), kind: reading.kind, level: reading.level, inText: inText))
    if let codes = reading.exemption, reading.kind != .exemption {
      stamps.append(
        ReleaseStamp(
          place: ruler.place(codes, on: line, in: source), kind: .exemption, level: nil, inText: inText))
    }
  }

  /// `FULL` or `PART B6`: the second line of a stamp in the margin.
  private mutating func takeReleaseRest(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    isReleaseBroken = false
    let isFull = source.hasWordAnyCase("FULL", at: start, end: end)
    guard isFull || source.hasWordAnyCase("PART", at: start, end: end), end - start < 40, let last = stamps.indices.last
    else { return false }
    stamps[last].kind = isFull ? .releasedFull : .releasedPart
    stamps[last].place.range.end = end
    return true
  }

  private mutating func beginRecord(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if phase == .heading { closeBlock(in: source, vocabulary) }
    if phase == .body { finishQuoted(in: source, vocabulary) }
    pendingLevel = nil
    phase = .record
    records.append(MessageAttributes(place: ruler.place(ByteRange(start, end), on: line, in: source)))
  }

  mutating func takeRecord(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if ReleaseStamp.mayBegin(LineKey(source, start, end), start, end, in: source),
      let reading = ReleaseStamp.read(start, end, in: source, vocabulary), reading.kind == .declassified
    {
      add(reading, ByteRange(start, end), line, inText: false, in: source)
      return
    }
    if takeOther(line, start, end, in: source, vocabulary) { return }
    records[records.count - 1].take(line, start, end, &ruler, in: source, vocabulary)
  }

  /// A line of what is no telegram: only stamps and banners are looked for.
  mutating func takeUnknown(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if takeRelease(LineKey(source, start, end), line, start, end, in: source, vocabulary) {
      if phase == .record { phase = .prelude }
      return
    }
    _ = takeDesignation(line, start, end, spot: .banner, in: source, vocabulary)
    furniture.removeAll(keepingCapacity: true)
  }

  /// A line that is only a level or a control.
  mutating func takeDesignation(
    _ line: SourceLine, _ start: Int, _ end: Int, spot: Designation.Spot, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard source.mayBeLevel(start, end),
      let designation = Designation.read(line, start, end, spot: spot, &ruler, in: source, vocabulary)
    else { return false }
    add(designation)
    return true
  }

  mutating func add(_ designation: Designation) {
    designations.append(designation)
    furniture.append(designations.count - 1)
  }
}

extension Span where Element == UInt8 {
  /// Whether a line of the text can be something else: a level, a stamp, a header, a label that comes late. Its first two
  /// bytes decide; a few too many pass.
  @inline(__always)
  func mayBeginMarker(_ at: Int, _ end: Int) -> Bool {
    guard at &+ 1 < end else { return false }
    let first = self[at]
    let second = self[at &+ 1]
    if first.isDigit { return mayBeginMarkerInDigit(at, end) }
    return first < 0x80 && MarkerStarts.seconds[Int(first)] &>> UInt32(second & 0x1F) & 1 == 1
  }

  /// The same for a line that begins with a digit: 1.4(D), a date-time group. The number of a paragraph is none.
  @inline(__always)
  private func mayBeginMarkerInDigit(_ at: Int, _ end: Int) -> Bool {
    let second = self[at &+ 1]
    guard second == 0x2E || second.isDigit else { return false }
    guard self[at] != 0x30, at &+ 2 < end else { return true }
    let third = self[at &+ 2]
    if second == 0x2E ? third.isDigit : third != 0x2E { return true }
    // `12. Telegram From`
    let word = second == 0x2E ? at &+ 3 : at &+ 4
    return word &+ 9 < end && self[word] == 0x54 && self[word &+ 4] == 0x67 && self[word &+ 8] == 0x20
  }

  /// Whether a line that begins at `at` can begin with a level word: a few bytes decide.
  @inline(__always)
  func mayBeLevel(_ at: Int, _ end: Int) -> Bool {
    guard end - at >= 3, end - at <= 240 else { return false }
    switch self[at].capital {
    case 0x55: return isOneOf(at, 0x4E, 0x43)  // UNC
    case 0x43: return isOneOf(at, 0x4F, 0x4E) || isOneOf(at, 0x55, 0x49)  // CON, CUI
    case 0x53: return isOneOf(at, 0x45, 0x43) || isOneOf(at, 0x42, 0x55) || isOneOf(at, 0x45, 0x4E)  // SEC, SBU, SEN
    case 0x54: return isOneOf(at, 0x4F, 0x50)  // TOP
    case 0x4C: return isOneOf(at, 0x49, 0x4D) || isOneOf(at, 0x4F, 0x55)  // LIM, LOU
    case 0x46: return isOneOf(at, 0x4F, 0x55) || isOneOf(at, 0x4F, 0x52)  // FOU, FOR
    case 0x4F: return isOneOf(at, 0x46, 0x46)  // OFF
    default: return false
    }
  }

  /// Whether the second and third letters are these, close together or spaced out.
  @inline(__always)
  private func isOneOf(_ at: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    if self[at + 1].capital == second { return self[at + 2].capital == third }
    return self[at + 1] == 0x20 && self[at + 2].capital == second
  }
}

/// The first two bytes of lines that are no text.
private enum MarkerStarts {
  /// For each first byte the second ones that are possible, one bit for each by its low five bits.
  static let seconds: [UInt32] = {
    var seconds = [UInt32](repeating: 0, count: 0x80)
    let digits: UInt32 = 0x03FF_0000
    // A small letter begins the head of a record only.
    for (first, letters) in [
      ("A", "PUG"),  // APPROVED, AUTHORITY, AGS
      ("C", "OAU0 "),  // CONFIDENTIAL, CASE, CUI
      ("D", "E"),  // DE, DECLASSIFIED, DENIED
      ("E", ".O "),  // E.O.
      ("F", "MO"),  // FM, FOUO, FOR OFFICIAL USE ONLY
      ("L", "IO "),  // LIMITED OFFICIAL USE, LOU
      ("M", "ER"),  // MESSAGE ATTRIBUTES, MRN
      ("m", "E"),
      ("N", "NWLDO"),  // NNNN, NW 88608
      ("O", "OF "),  // OO, OFFICIAL USE ONLY
      ("P", "PA "),  // PP, PAGE
      ("R", "RE "),  // RR, RELEASED, REF
      ("S", "EBHU "),  // SECRET, SBU, SUBJECT
      ("T", "OA "),  // TOP SECRET, TAGS
      ("U", "NS "),  // UNCLAS, USBJ
      ("V", "Z"),
      ("Z", "NZC "),
      ("B", "T"),  // BT
    ] {
      var bits: UInt32 = 0
      for letter in letters.utf8 { bits |= 1 << UInt32(letter & 0x1F) }
      for byte in first.utf8 { seconds[Int(byte)] = bits }
    }
    seconds[0x42] |= digits  // B6
    seconds[0x23] = ~0
    seconds[0x2A] = ~0
    return seconds
  }()
}
