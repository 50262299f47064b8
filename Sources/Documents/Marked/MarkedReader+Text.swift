import MarkingGrammar
import MarkingModel

// Lines of text, and what can stand inside one.
extension MarkedReader {
  private static let citations = PhraseList([
    "EXEMPTION", "EXEMPTIONS", "SECTION", "SUBSECTION", "PARAGRAPH", "UNDER", "U.S.C.", "AND", "OR", "SEE", "PURSUANT",
  ])

  /// A line of text: what stands inside it.
  mutating func takeText(_ line: SourceLine, in source: Span<UInt8>) {
    text += 1
    lastLine = line
    if isAfterBlank { block = line.number }
    isAfterBlank = false
    mayBegin =
      line.end > line.start
      && (source[line.end - 1].isOne(of: ".", ":", ";", "?", "!", ")") || source.isDrawn(line.start, line.end))
    if isInKey { takeKeyLine(line, in: source) }
    let before = redactions.count + exemptions.count
    if !hits.isEmpty { takeHits(line, in: source) }
    takeMargins(line, in: source)
    // Where all of a line was taken out there is no text.
    if redactions.count + exemptions.count > before, Self.isOneBracket(line, in: source) { text -= 1 }
  }

  private static func isOneBracket(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    let start = source.skipBlanks(line.start, line.end)
    let end = source.trimmedEnd(start, line.end)
    guard end > start, source[start] == UInt8(ascii: "["), source[end - 1] == UInt8(ascii: "]") else { return false }
    return !((start + 1)..<(end - 1)).contains { source[$0] == UInt8(ascii: "]") }
  }

  mutating func takeBlank() {
    (isAfterBlank, mayBegin) = (true, true)
    open?.isAfterBlank = true
  }

  /// What can stand inside a line: codes of exemptions, redactions, words about marks.
  mutating func takeHits(_ line: SourceLine, in source: Span<UInt8>) {
    var taken = line.start
    for hit in hits where hit >= taken && hit + 3 < line.end {
      switch source[hit] {
      case 0x28:
        if source[hit + 1].isSmall || source[hit + 1] == 0x42 {
          if let code = exemption(at: hit, line, in: source) {
            exemptions.append(ExemptionEntry(code: code, spot: isInKey ? .key : .redaction, line: line))
            taken = code.range.end
            if !isInKey {
              taken = add(CodeList.following(taken, line.end, in: source), line, behind: taken)
            }
          }
        } else if source[hit + 1].isCapital || source[hit + 1] == 0x2F, !isMark(hit),
          isMention(hit, line.end, in: source)
        {
          mentions += 1
        }
      case 0x5B: taken = takeBracket(hit, line, in: source)
      case 0xE2:
        guard let redaction = RedactionEntry.read(hit, line, in: source) else { continue }
        redactions.append(redaction)
        takeCode(before: hit, line, in: source)
        taken = redaction.range.end
        taken = add(CodeList.beside(taken, line.end, in: source), line, behind: taken)
      default: break
      }
    }
  }

  /// A code in a line, unless the words before it speak of it.
  private func exemption(at hit: Int, _ line: SourceLine, in source: Span<UInt8>) -> ExemptionCode? {
    guard let code = ExemptionCode.read(hit, line.end, inLine: true, in: source) else {
      // `1.4(d)` behind the code that it belongs to.
      guard let last = exemptions.last?.code.range.end, last <= hit, hit - last < 16, hit - 3 >= line.start else {
        return nil
      }
      let start = source[hit - 1] == 0x20 ? hit - 4 : hit - 3
      return start >= line.start && last <= start
        ? ExemptionCode.read(start, line.end, inLine: false, in: source) : nil
    }
    guard hit == line.start || !source[hit - 1].isLetterOrDigit else { return nil }
    if isInKey { return code }
    var words = FoldedWords(limit: 32)
    words.add(ByteRange(max(line.start, hit - 24), hit), in: source)
    let speaks = words.contains(oneOf: Self.citations)
    return speaks && redactions.last?.range.end ?? 0 < line.start ? nil : code
  }

  /// Whether a mark that was taken for one begins at a byte, none that stands in its text. O(log portions).
  private func isMark(_ at: Int) -> Bool {
    var (low, high) = (0, portions.count)
    while low < high {
      let middle = (low + high) / 2
      if portions[middle].start < at { low = middle + 1 } else { high = middle }
    }
    return low < portions.count && portions[low].start == at && !portions[low].isInner
  }

  private func isMention(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var i = at + 1
    let limit = min(end, at + 40)
    while i + 1 < limit, source[i] != 0x29 {
      if source[i] == 0x2F, source[i + 1] == 0x2F { return true }
      i += 1
    }
    return false
  }
}
