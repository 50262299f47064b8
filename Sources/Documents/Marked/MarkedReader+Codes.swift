import MarkingModel

// Codes of exemptions in brackets, beside what was taken out, and in the margin.
extension MarkedReader {
  /// A line has no more blanks and codes in its margin.
  private static let widestMargin = 48

  /// Takes the brackets that open at a place: those that say that something was taken out, and those with codes. Returns
  /// where they end, and the codes beside them; the place itself where they are others.
  mutating func takeBracket(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> Int {
    if let redaction = RedactionEntry.read(at, line, in: source) {
      redactions.append(redaction)
      let end = redaction.range.end
      add(CodeList.all(in: ByteRange(at + 1, end - 1), in: source), line, behind: at)
      return add(CodeList.beside(end, line.end, in: source), line, behind: end)
    }
    var close = at + 1
    while close < line.end, source[close] == 0x20 { close += 1 }
    // A gap: `[        ] b6`.
    if close > at + 3, close < line.end, source[close] == 0x5D {
      return add(CodeList.beside(close + 1, line.end, in: source), line, behind: close + 1)
    }
    guard !isInKey, let (codes, end) = CodeList.bracketed(at, line.end, in: source) else { return at }
    // A letter with a number may be the number of a note.
    let isSure = codes.contains(where: \.isUnmistakable)
    add(codes, line, behind: at, isDoubtful: !isSure)
    return end
  }

  /// Adds codes and returns where the last of them ends, or `start` where there are none.
  @discardableResult
  mutating func add(_ codes: [ExemptionCode], _ line: SourceLine, behind start: Int, isDoubtful: Bool = false) -> Int {
    for code in codes {
      exemptions.append(
        ExemptionEntry(code: code, spot: isInKey ? .key : .redaction, line: line, isDoubtful: isDoubtful))
    }
    return codes.last?.range.end ?? start
  }

  /// The code that stands before a row of blocks: `b6 ████`.
  mutating func takeCode(before start: Int, _ line: SourceLine, in source: Span<UInt8>) {
    for i in max(line.start, start - 16, exemptions.last?.code.range.end ?? 0)..<max(start, line.start)
    where i == line.start || !source[i - 1].isLetterOrDigit {
      guard let code = ExemptionCode.read(i, start, inLine: false, in: source),
        source.skipBlanks(code.range.end, start) == start
      else { continue }
      add([code], line, behind: i)
      return
    }
  }

  /// What a line of the list that explains the codes begins with: `b6 personal privacy`.
  mutating func takeKeyLine(_ line: SourceLine, in source: Span<UInt8>) {
    let start = source.skipBlanks(line.start, line.end)
    // On the next page the list goes on with a code or in its sentence, or something else begins.
    if breaks.count > keyBreaks, start < line.end {
      keyBreaks = breaks.count
      isInKey = source[start].isSmall || CodeList.begins(start, line.end, in: source)
      guard isInKey else { return }
    }
    guard start < line.end, source[start] != 0x28,
      let code = ExemptionCode.read(start, line.end, inLine: false, in: source)
    else { return }
    exemptions.append(ExemptionEntry(code: code, spot: .key, line: line))
  }

  /// Codes in the margins of a line of text, where the FBI has them: `The captain came.        b6 -1`.
  mutating func takeMargins(_ line: SourceLine, in source: Span<UInt8>) {
    guard !isInKey else { return }
    let start = source.skipBlanks(line.start, line.end)
    let end = source.trimmedEnd(start, line.end)
    guard end - start > 8 else { return }
    if source[start] | 0x20 == 0x62, source[start + 1].isDigit, let gap = source.wideGap(start, end) {
      takeMargin(ByteRange(start, min(gap, start + Self.widestMargin)), line, in: source)
    }
    let last = source[end - 1]
    guard last.isDigit || last == 0x29 || last.isLetter && source[end - 2].isDigit else { return }
    var i = end
    while i > start + 2, end - i < Self.widestMargin {
      if source[i - 1] == 0x09 || source[i - 1] == 0x20 && source[i - 2] == 0x20 && source[i - 3] == 0x20 {
        return takeMargin(ByteRange(i, end), line, in: source)
      }
      i -= 1
    }
  }

  private mutating func takeMargin(_ range: ByteRange, _ line: SourceLine, in source: Span<UInt8>) {
    // Those in parentheses were read with the text.
    guard exemptions.last.map({ $0.code.range.end <= range.start }) ?? true,
      let codes = CodeList.filling(range, in: source), codes.allSatisfy({ $0.scheme == .foia || $0.scheme == .order })
    else { return }
    let isSure = codes.contains(where: \.isUnmistakable)
    if !isSure, isRowOfTable(line, in: source) || !codes.contains(where: { $0.number < 10 }) { return }
    add(codes, line, behind: range.start, isDoubtful: !isSure)
  }

  /// Whether a line of the same block has parts, too, the last of which is no code: `Quay      Berth`.
  private func isRowOfTable(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    var end = line.end
    for _ in 0..<Self.rows {
      guard let below = source.lineBelow(end) else { break }
      if hasOtherPart(below, in: source) { return true }
      end = below.end
    }
    var start = line.start
    for _ in 0..<Self.rows where start > 1 {
      end = source[start - 1] == 0x0A && source[start - 2] == 0x0D ? start - 2 : start - 1
      start = end
      while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
      let above = source.trimmed(ByteRange(start, end))
      if above.isEmpty { break }
      if hasOtherPart(above, in: source) { return true }
    }
    return false
  }

  /// How many rows of a table are looked at above a line, and how many below.
  private static let rows = 12

  private func hasOtherPart(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard let gap = source.wideGap(line.start, line.end) else { return false }
    let codes = CodeList.filling(source.trimmed(ByteRange(gap, line.end)), in: source)
    return codes.map { $0.allSatisfy { $0.scheme == .foia && $0.number > 9 } } ?? true
  }

  /// Leaves out codes that may be something else (`[B6]`, `B10` alone on a line) where nothing shows that anything was
  /// released, and those that number something: notes from `[B1]` on, the pages `B9`, `B10`.
  mutating func settleCodes() {
    guard exemptions.contains(where: \.isDoubtful) else { return }
    let isReleased =
      releases.contains { $0.isRelease } || !redactions.isEmpty
      || exemptions.contains { !$0.isDoubtful && $0.spot != .key && $0.code.isUnmistakable }
    guard isReleased else {
      exemptions.removeAll { $0.isDoubtful }
      return
    }
    let letters = exemptions.filter { $0.code.spelling == .capital && $0.code.part == nil }
    for scheme in [ExemptionCode.Scheme.foia, .presidential] {
      let numbers = letters.filter { $0.code.scheme == scheme }.map(\.code.number)
      let isCounted = numbers.indices.dropFirst(2).contains {
        numbers[$0] == numbers[$0 - 1] + 1 && numbers[$0] == numbers[$0 - 2] + 2
      }
      let known = Set(numbers)
      exemptions.removeAll { entry in
        guard entry.isDoubtful, entry.code.scheme == scheme, entry.code.spelling == .capital else { return false }
        let number = entry.code.number
        return isCounted || number > 9 && (known.contains(number - 1) || known.contains(number + 1))
      }
    }
  }
}
