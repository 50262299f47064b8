import MarkingGrammar
import MarkingModel

// Lines that are stamps or notices.
extension MarkedReader {
  mutating func takeStamp(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if takeCodes(line, start, end, in: source) { return true }
    guard let mark = ReleaseMark.read(line, start, end, in: source, vocabulary), mark.kind != .exemption else {
      return false
    }
    closeBlock()
    releases.append(mark)
    // The codes behind `RELEASED IN PART`.
    if mark.kind == .releasedPart || mark.kind == .other || mark.kind == .denied {
      // Behind `RIP`, too.
      var i = start + (source[start + 2].isOne(of: "F", "P") ? 4 : 8)
      while i < end {
        if !source[i - 1].isLetterOrDigit, let code = ExemptionCode.read(i, end, inLine: false, in: source) {
          exemptions.append(ExemptionEntry(code: code, spot: .stamp, line: line))
          i = code.range.end
        } else {
          i += 1
        }
      }
    }
    return true
  }

  /// Whether a line belongs to a stamp above it, from which no blank line parts it: its date is that of the
  /// declassification (32 CFR 2001.25).
  func isOfStamp(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard !isAfterBlank, let stamp = releases.last, stamp.isRelease, line.number - stamp.line.number < 8 else {
      return false
    }
    return !source.hasBlankLine(from: stamp.line.end, to: line.start)
  }

  /// A line in the margin that is nothing but codes: `B6`, `b7C`, `1.4(D)`.
  private mutating func takeCodes(_ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard end - start <= 48, !isInKey else { return false }
    guard let codes = CodeList.filling(ByteRange(start, end), in: source) else { return false }
    // A number that no exemption has is a slip beside one that is right; alone it may be the number of a page or a room.
    guard codes.contains(where: { $0.scheme != .foia || $0.number < 10 }) else {
      for code in codes {
        exemptions.append(
          ExemptionEntry(code: code, spot: .redaction, line: line, isDoubtful: !code.isUnmistakable))
      }
      return false
    }
    for code in codes { exemptions.append(ExemptionEntry(code: code, spot: .redaction, line: line)) }
    return true
  }

  /// A notice that begins at `at`; text or mark may stand before it on the line.
  @discardableResult
  mutating func takeNotice(
    _ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard at < end, let (kind, isComplete) = Notice.read(at, end, in: source, vocabulary) else { return false }
    closeBlock()
    (isInKey, keyBreaks) = (kind == .key, breaks.count)
    if kind == .sources || kind == .enclosure { isClosed = true }
    notices.append(Notice(kind: kind, isComplete: isComplete, line: line, start: at, text: text))
    return kind != .enclosure
  }
}
