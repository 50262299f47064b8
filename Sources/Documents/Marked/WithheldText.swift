import MarkingGrammar
import MarkingModel

/// Whether the text of a portion is gone from a released copy: nothing but codes, labels and blocks stand behind its mark.
///
/// Its mark stays in the copy and says what was there, not what is (32 CFR 2001.26(b) asks for it where a part of a
/// document is declassified).
struct WithheldText {
  /// - Parameter end: where the next portion or banner begins.
  static func isAll(of portion: PortionEntry, upTo end: Int, in source: Span<UInt8>) -> Bool {
    guard let mark = portion.mark else { return false }
    // The mark at the end of a row is of the cells before it.
    if portion.kind == .cell, !holdsText(mark.end, portion.line.end, in: source),
      holdsText(portion.line.start, mark.start, in: source)
    {
      return isAll(from: portion.line.start, to: mark.start, in: source)
    }
    guard portion.isBehind || portion.isBehindText else { return isAll(from: mark.end, to: end, in: source) }
    var start = portion.line.start
    for i in start..<min(mark.start, start + 24) where source[i] == 0x3A { start = i + 1 }
    return isAll(from: start, to: mark.start, in: source)
  }

  private static func holdsText(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    for at in start..<max(start, end) where source[at].isLetterOrDigit || source[at] >= 0x80 { return true }
    return false
  }

  /// Up to a blank line. Time: linear in what stands there, and the first word ends it.
  ///
  /// - Parameter marks: those that may stand between what was taken out.
  static func isAll(from start: Int, to end: Int, in source: Span<UInt8>, _ marks: MarkTable? = nil) -> Bool {
    var hasRemoval = false
    var isBlankLine = false
    // Where the line ends is asked once for each line in which something may begin.
    var line = SourceLine(start: start, end: start, number: 0)
    var i = start
    while i < end {
      let byte = source[i]
      if byte == 0x0A || byte == 0x0D {
        if isBlankLine { break }
        if byte == 0x0D, i + 1 < end, source[i + 1] == 0x0A { i += 1 }
        isBlankLine = true
        i += 1
        continue
      }
      if mayBegin(byte), i >= line.end { line = SourceLine(start: i, end: lineEnd(i, in: source), number: 0) }
      if mayBegin(byte), let next = removal(at: i, on: line, in: source) {
        hasRemoval = true
        isBlankLine = false
        i = next
        continue
      }
      // Blanks of every kind are no text: `(S)&nbsp;[(b)(1)]`.
      if byte >= 0x80, case let width = source.blank(at: i, end: end), width > 0 {
        i += width
        continue
      }
      // The heading of a page may cut what was taken out.
      if isBlankLine, hasRemoval, byte.isCapital, case let stop = lineEnd(i, in: source), isOfPage(i, stop, in: source)
      {
        i = stop
        continue
      }
      if byte == 0x28, let marks, let mark = marks.mark(in: source, at: i, end: end), mark.isLegal {
        i = mark.range.end
        continue
      }
      if byte.isLetterOrDigit || byte >= 0x80 { return false }
      if byte != 0x20, byte != 0x09 { isBlankLine = false }
      i += 1
    }
    return hasRemoval
  }

  /// Whether what was taken out begins behind a mark.
  static func begins(behind mark: Int, to end: Int, in source: Span<UInt8>) -> Bool {
    var at = source.skipBlanks(mark, end)
    while at < end, source[at] == 0x0A || source[at] == 0x0D { at = source.skipBlanks(at + 1, end) }
    guard at < end, mayBegin(source[at]) else { return false }
    return removal(at: at, on: SourceLine(start: at, end: lineEnd(at, in: source), number: 0), in: source) != nil
  }

  /// `SECRET`, `PAGE 02        LISBON  00907  211904Z`, `LISBON 00000907  001.2 OF 002`: lines at the edge of a page.
  private static func isOfPage(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let end = source.trimmedEnd(start, end)
    for at in start..<end where source[at].isSmall { return false }
    for level in ["SECRET", "TOP SECRET", "CONFIDENTIAL", "UNCLASSIFIED"]
    where end - start == level.utf8.count && source.has(level, at: start, end: end) { return true }
    if source.has("PAGE ", at: start, end: end) { return source.number(at: start + 5, end: end).digits > 0 }
    var at = end
    while at > start, source[at - 1].isDigit { at -= 1 }
    return at < end && at - 4 > start && source.has(" OF ", at: at - 4, end: end) && source[at - 5].isDigit
  }

  /// Whether a label (`[`), a code (`(`, `1`, `B`, `b`) or a row of blocks may begin with a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x5B || byte == 0xE2 || byte == 0x31 || byte == 0x42 || byte == 0x62
  }

  /// The end of a label, code or row of blocks that begins there.
  private static func removal(at start: Int, on line: SourceLine, in source: Span<UInt8>) -> Int? {
    switch source[start] {
    case 0x31, 0x42: return ReleaseStamp.exemptionCode(start, line.end, in: source)
    case 0x62: return ExemptionCode.read(start, line.end, inLine: false, in: source)?.range.end
    case 0x28: return ExemptionCode.read(start, line.end, inLine: true, in: source)?.range.end
    case 0x5B:
      if let redaction = RedactionEntry.read(start, line, in: source) { return redaction.range.end }
      if let codes = CodeList.bracketed(start, line.end, in: source) { return codes.end }
      guard ExemptionCode.read(start + 1, line.end, inLine: false, in: source) != nil else { return nil }
      var i = start
      while i < line.end, source[i] != 0x5D { i += 1 }
      return i < line.end ? i + 1 : nil
    case 0xE2: return RedactionEntry.read(start, line, in: source)?.range.end
    default: return nil
    }
  }

  private static func lineEnd(_ start: Int, in source: Span<UInt8>) -> Int {
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return end
  }
}
