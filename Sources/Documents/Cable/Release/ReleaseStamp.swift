import MarkingGrammar
import MarkingModel

/// A stamp, overlay or notice that the release of a document left in it (reference section 9, 6.).
struct ReleaseStamp: Sendable {
  /// What it says, as the contract names it.
  enum Kind: Sendable {
    case releasedFull
    case releasedPart
    case denied, declassified
    case reviewAuthority
    case caseNumber
    case exemption, other

    /// Whether it is the overlay of the archive and not the stamp of one who reviewed this copy.
    var isArchival: Bool {
      switch self {
      case .declassified, .other: true
      case .releasedFull, .releasedPart, .denied, .reviewAuthority, .caseNumber, .exemption: false
      }
    }

    /// As the contract names it.
    var word: Word {
      switch self {
      case .releasedFull: .releasedFull
      case .releasedPart: .releasedPart
      case .denied: .denied
      case .declassified: .declassified
      case .reviewAuthority: .reviewAuthority
      case .caseNumber: .caseNumber
      case .exemption: .exemption
      case .other: .other
      }
    }

    /// Whether the Department stamps its releases with it: the archive has stamps of its own.
    var isOfDepartment: Bool {
      switch self {
      case .releasedFull, .releasedPart, .denied, .reviewAuthority, .caseNumber: true
      case .declassified, .exemption, .other: false
      }
    }
  }

  var place: Place
  var kind: Kind
  /// The level it states, where it states one.
  var level: Level?
  /// Whether it landed inside the text.
  var inText: Bool

  func write(into document: inout DocumentWriter) {
    // The name of a reviewer is no marking: the stamp is shown only where it holds none.
    let shown = kind == .reviewAuthority || kind == .declassified || kind == .other ? ByteRange(0, 0) : place.range
    document.add(.stamp, to: 0, at: place.range, place.position, excerpt: shown)
    document.set(.kind, kind.word)
    document.set(.level, level?.word)
    document.set(.inText, inText)
  }
}

extension ReleaseStamp {
  /// What a line is that consists of a stamp: its kind, the range of the exemption codes after it, and its level.
  struct Reading {
    var kind: Kind
    var exemption: ByteRange?
    var level: Level?
  }

  /// Whether a line can be a stamp: its first letters decide, or the name of a reviewer.
  @inline(__always)
  static func mayBegin(_ key: LineKey, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    mayBegin(key) || source.isOfReviewer(start, end)
  }

  @inline(__always)
  private static func mayBegin(_ key: LineKey) -> Bool {
    switch key.first {
    case 0x41: key.begins("A", "P", "P", "R") || key.begins("A", "U", "T", "H")
    case 0x42, 0x31: key.second.isDigit || key.second == 0x2E
    case 0x43: key.begins("C", "A", "S", "E") || key.begins("C", "0") || mayHaveLevel(key)
    case 0x44: key.begins("D", "E", "C", "L", "A") || key.begins("D", "E", "N", "I")
    case 0x45: key.begins("E", "O", " ", "S")
    case 0x4E: key.begins("N", "W", " ") || key.begins("N", "L", "R") || key.begins("N", "N", "D")
    case 0x52: key.begins("R", "E", "L", "E") || key.begins("R", "E", "V", "I")
    case 0x53, 0x55, 0x54: mayHaveLevel(key)
    default: false
    }
  }

  /// A level stands before the name of the Department in the line with the case number.
  @inline(__always)
  private static func mayHaveLevel(_ key: LineKey) -> Bool {
    key.begins("U", "N", "C", "L", "A", "S") || key.begins("C", "O", "N", "F", "I", "D")
      || key.begins("S", "E", "C", "R", "E", "T") || key.begins("T", "O", "P", " ")
  }

  /// The stamp that a whole line is, or nil. Looks at the start of the line only.
  static func read(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Reading? {
    guard start < end else { return nil }
    if source.isOfReviewer(start, end) { return Reading(kind: .declassified) }
    switch source[start] {
    case 0x44:  // D
      if source.has("Declassified/Released", at: start, end: end) { return Reading(kind: .declassified) }
      if source.hasAnyCase("DECLASSIFIED", at: start, end: end) { return declassified(start, end, in: source) }
      if source.hasAnyCase("DENIED IN FULL", at: start, end: end) { return Reading(kind: .denied) }
      if source.hasAnyCase("DENIAL IN FULL", at: start, end: end) { return Reading(kind: .denied) }
    case 0x52:  // R
      if source.hasAnyCase("RELEASE", at: start, end: end) { return released(start, end, in: source) }
      if source.hasAnyCase("REVIEW AUTHORITY", at: start, end: end) { return Reading(kind: .reviewAuthority) }
      if source.hasAnyCase("REVIEWED BY", at: start, end: end) { return Reading(kind: .reviewAuthority) }
    case 0x41:  // A
      if source.hasAnyCase("APPROVED FOR RELEASE", at: start, end: end) { return Reading(kind: .releasedFull) }
      if source.has("AUTHORITY NND", at: start, end: end) || source.has("Authority NND", at: start, end: end) {
        return Reading(kind: .declassified)
      }
    case 0x4E:  // N
      if source.has("NW ", at: start, end: end), source.number(at: start + 3, end: end).digits >= 4 {
        return Reading(kind: .other)
      }
      if source.has("NLR-", at: start, end: end) || source.has("NND ", at: start, end: end) {
        return Reading(kind: .caseNumber)
      }
    case 0x55, 0x43, 0x53, 0x54:  // U, C, S, T: a level before `U.S. Department of State Case No.`
      return caseNumber(start, end, in: source, vocabulary)
    case 0x45:  // E
      if source.has("EO Systematic Review", at: start, end: end) { return Reading(kind: .declassified) }
    case 0x42, 0x31:  // B, 1
      return exemptionCodes(start, end, in: source).map { Reading(kind: .exemption, exemption: $0) }
    default:
      break
    }
    return nil
  }

  /// `RELEASED IN FULL`, `RELEASE IN PART B1,1.4(D)`.
  private static func released(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Reading? {
    var at = start + 7
    if at < end, source[at].capital == 0x44 { at += 1 }
    at = source.skipBlanks(at, end)
    guard source.hasWordAnyCase("IN", at: at, end: end) else { return nil }
    at = source.skipBlanks(at + 2, end)
    // FULL or PART may stand on the next line, in the margin.
    if at >= end { return Reading(kind: .other) }
    if source.hasWordAnyCase("FULL", at: at, end: end) { return Reading(kind: .releasedFull) }
    guard source.hasAnyCase("PART", at: at, end: end) else { return nil }
    let codes = exemptionCodes(source.skipBlanks(at + 4, end), end, in: source)
    return Reading(kind: .releasedPart, exemption: codes)
  }

  /// `DECLASSIFIED`, `DECLASSIFIED BY …`, `DECLASSIFIED AUTHORITY NND …`: not the word in a sentence.
  private static func declassified(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Reading? {
    var at = source.skipBlanks(start + 12, end)
    if at < end, source[at].isOne(of: ":", "/", ",") { at = source.skipBlanks(at + 1, end) }
    let follows =
      at >= end || source.hasAnyCase("AUTHORITY", at: at, end: end) || source.hasAnyCase("PA", at: at, end: end)
      || source.hasAnyCase("RELEASED", at: at, end: end) || source.hasAnyCase("E.O.", at: at, end: end)
      || source.hasAnyCase("EO ", at: at, end: end) || source.hasAnyCase("NND", at: at, end: end)
      || source.hasAnyCase("BY ", at: at, end: end) && end - start < 90
    return follows ? Reading(kind: .declassified) : nil
  }

  /// `UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05770206 Date: 08/31/2015`.
  private static func caseNumber(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Reading? {
    if source.has("Case No. ", at: start, end: end) { return Reading(kind: .caseNumber) }
    if source.has("C0", at: start, end: end), source.number(at: start + 1, end: end).digits == 8 {
      return Reading(kind: .caseNumber)
    }
    guard let match = vocabulary.levels.longest(in: source, at: start, end: end) else { return nil }
    let at = source.skipBlanks(match.end, end)
    guard source.has("U.S. Department of State", at: at, end: end) else { return nil }
    return Reading(kind: .caseNumber, level: match.word.level)
  }

  /// Exemption codes that fill the rest of a line: `B6`, `B1, 1.4(D)`, `1.4(B) 1.4(D)`.
  static func exemptionCodes(_ start: Int, _ end: Int, in source: Span<UInt8>) -> ByteRange? {
    var at = start
    var count = 0
    while at < end {
      if source.blank(at: at, end: end) > 0 || source[at].isOne(of: ",", ";", "/", "~") {
        at += 1
        continue
      }
      guard let next = exemptionCode(at, end, in: source), count < 16 else { return nil }
      at = next
      count += 1
    }
    return count > 0 ? source.trimmed(ByteRange(start, end)) : nil
  }

  /// `B1` to `B9`, `(b)(5)`, `1.4(D)`, `1.4 (b)`: the offset after it.
  static func exemptionCode(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    if source[at] == 0x42, at + 1 < end, source[at + 1].isDigit, at + 2 >= end || !source[at + 2].isLetterOrDigit {
      return at + 2
    }
    guard source.has("1.4", at: at, end: end) || source.has("1.5", at: at, end: end) else { return nil }
    let open = source.skipBlanks(at + 3, end)
    guard open + 2 < end, source[open] == 0x28, source[open + 1].isLetter, source[open + 2] == 0x29 else { return nil }
    return open + 3
  }
}
