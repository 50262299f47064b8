import MarkingModel

/// A label of the fields that SMART prints (`MRN:`, `Date/DTG:`, `Action:` …).
struct SmartLabel: Sendable {
  enum Field: String, Sendable {
    case mrn = "MRN"
    case date = "DATE/DTG"
    case from = "FROM"
    case sent = "SENT"
    case action = "ACTION"
    case info = "INFO"
    case executiveOrder = "E.O."
    case tags = "TAGS"
    case captions = "CAPTIONS"
    case reference = "REFERENCE"
    case references = "REFERENCES"
    case ref = "REF"
    case passLine = "PASS LINE"
    case subject = "SUBJECT"
    case classifiedBy = "CLASSIFIED BY"
    case derivedFrom = "DERIVED FROM"
    case reason = "REASON"
    case declassifyOn = "DECLASSIFY ON"
    case signature = "SIGNATURE"
    case draftedBy = "DRAFTED BY"
    case clearedBy = "CLEARED BY"
    case approvedBy = "APPROVED BY"
    case releasedBy = "RELEASED BY"
    case xmt = "XMT"
    case attachments = "ATTACHMENTS"
    case actionPost = "ACTION POST"
    case dissemination = "DISSEMINATION RULE"
    case actionOffice = "ACTION OFFICE"
    case infoOffice = "INFO OFFICE"
  }

  var field: Field
  var label: ByteRange
  /// Where the value begins.
  var value: Int

  /// The label at the start of a line: letters, points, slashes and single blanks up to a colon, at most 20 bytes. A
  /// portion mark may stand before those of the Classified-By block.
  static func read(_ start: Int, _ end: Int, in source: Span<UInt8>) -> SmartLabel? {
    let first = source[start] == 0x28 ? afterMark(start, end, in: source) : start
    var colon = first
    while colon < end, colon - first <= 20, source[colon] != 0x3A {
      let byte = source[colon]
      guard byte.isLetter || byte == 0x20 || byte == 0x2E || byte == 0x2F else { return nil }
      colon += 1
    }
    guard colon < end, source[colon] == 0x3A, colon > first + 2, let field = field(first, colon, in: source),
      first == start || field.isAuthority
    else { return nil }
    return SmartLabel(
      field: field, label: ByteRange(start, colon + 1), value: source.skipBlanks(colon + 1, end))
  }

  /// The offset after a short parenthesis and blanks; `end` where none closes.
  private static func afterMark(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var close = start + 1
    while close < end, close - start <= 12, source[close] != 0x29 { close += 1 }
    return close < end && source[close] == 0x29 ? source.skipBlanks(close + 1, end) : end
  }

  private static func field(_ start: Int, _ colon: Int, in source: Span<UInt8>) -> Field? {
    let word = ByteRange(start, source.trimmedEnd(start, colon))
    let candidates: [Field]
    switch source[start].capital {
    case 0x4D: candidates = [.mrn]
    case 0x44: candidates = [.date, .draftedBy, .dissemination, .derivedFrom, .declassifyOn]
    case 0x46: candidates = [.from]
    case 0x53: candidates = [.subject, .signature, .sent]
    case 0x41: candidates = [.action, .approvedBy, .attachments, .actionPost, .actionOffice]
    case 0x49: candidates = [.info, .infoOffice]
    case 0x45: candidates = [.executiveOrder]
    case 0x54: candidates = [.tags]
    case 0x43: candidates = [.captions, .clearedBy, .classifiedBy]
    case 0x52: candidates = [.reference, .references, .ref, .releasedBy, .reason]
    case 0x50: candidates = [.passLine]
    case 0x58: candidates = [.xmt]
    default: return nil
    }
    return candidates.first { source.equals(word, $0.rawValue) }
  }
}
