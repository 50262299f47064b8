import Documents
import MarkingModel

/// Knows lines that stand between two pages of a text or two sections of a telegram, by what they look like alone.
///
/// What proves a copy reads it with this too, so it asks no reader of markings.
enum PageHeadings {
  /// `REYKJAVIK 00000214  002 OF 002`, `PAGE 02 REYKJA 00214`, `Page 2 of 4`, `- 2 -`, `SECRET//NOFORN`.
  static func isHeading(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    if PageNumber.isLine(line, in: source) { return true }
    guard !hasSmallLetters(line, in: source) else { return false }
    return isOfTelegram(line, in: source) || isBanner(line, in: source)
  }

  /// `S E C R E T SECTION 02 OF 02 REYKJAVIK 000214`.
  static func isSection(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard !hasSmallLetters(line, in: source), isBanner(line, in: source) else { return false }
    return (line.start..<line.end).contains { source.has("SECTION ", at: $0, end: line.end) }
  }

  /// The first words of what a telegram repeats below that line.
  static func isOfSection(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    fields.contains { source.hasAnyCase($0, at: line.start, end: line.end) }
      || captions.contains { source.hasWordAnyCase($0, at: line.start, end: line.end) }
        && !hasSmallLetters(line, in: source)
  }

  private static let fields = [
    "E.O.", "E. O.", "EO 1", "TAGS", "SUBJECT:", "SUBJ:", "REF:", "REFS:", "REF ", "CLASSIFIED BY", "REASON",
    "DERIVED FROM",
    "DECLASSIFY",
  ]
  private static let captions = [
    "SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS", "NOCONTRACT", "ORCON", "EYES", "FOR",
    "STATE",
    "PASS", "DEPT", "DEPARTMENT", "CORRECTED", "TERREP",
  ]

  static func hasSmallLetters(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in line.start..<line.end where source[i].isSmall { return true }
    return false
  }

  private static func isOfTelegram(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    if source.has("PAGE ", at: line.start, end: line.end) {
      return source.number(at: source.skipBlanks(line.start + 5, line.end), end: line.end).digits > 0
    }
    guard source[line.end - 1].isDigit else { return false }
    // Backwards: the number of sections, OF, the section with its page, the number of the telegram.
    var at = line.end
    func skip(_ isOne: (UInt8) -> Bool) -> Int {
      let from = at
      while at > line.start, isOne(source[at - 1]) { at -= 1 }
      return from - at
    }
    guard (1...3).contains(skip(\.isDigit)), skip({ $0 <= 0x20 }) > 0, at >= line.start + 2,
      source.has("OF", at: at - 2, end: at)
    else { return false }
    at -= 2
    guard skip({ $0 <= 0x20 }) > 0, (1...6).contains(skip({ $0.isDigit || $0 == 0x2E })), skip({ $0 <= 0x20 }) > 0
    else { return false }
    return (5...9).contains(skip(\.isDigit))
  }

  /// A level with what may stand behind it, in capitals.
  private static func isBanner(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard line.count <= 120 else { return false }
    var start = line.start
    while start < line.end, !source[start].isLetterOrDigit { start += 1 }
    // Most lines begin with no letter of a level.
    guard start < line.end, source[start].isOne(of: "S", "T", "C", "U", "L", "F") || source[start].isOne(of: "R", "N")
    else { return false }
    return levels.contains { level in
      var at = start
      for letter in level.utf8 {
        guard at < line.end, source[at] == letter else { return false }
        at += 1
        // `S E C R E T`.
        while at < line.end, source[at] <= 0x20 { at += 1 }
      }
      return at >= line.end || !source[at].isLetter || source[at - 1] <= 0x20
    }
  }

  private static let levels = [
    "SECRET", "TOPSECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "CUI", "CONTROLLED", "SENSITIVEBUTUNCLASSIFIED",
    "LIMITEDOFFICIALUSE", "FOROFFICIALUSEONLY", "RESTRICTED", "NOFORN",
  ]
}
