import MarkingModel

/// What has to be marked only where the paper marks others of its kind: headings, cells of a table, sentences of a few words.
///
/// Few papers mark them all, and of those that mark none nothing is asked. They become portions when all of the paper was read.
struct UnmarkedCandidates: Sendable {
  private(set) var headings: [PortionEntry] = []
  private(set) var others: [PortionEntry] = []
  /// The line of the last row of a table, and its columns in which a cell has a mark, a bit for each.
  private var row = 0
  private var markedColumns: UInt64 = 0

  var isEmpty: Bool { headings.isEmpty && others.isEmpty }

  mutating func add(heading: PortionEntry) { headings.append(heading) }

  mutating func add(_ portion: PortionEntry) { others.append(portion) }

  /// Begins a row of a table: below another one the marks of its columns hold.
  mutating func beginRow(_ line: Int) {
    if line != row + 1 { markedColumns = 0 }
    row = line
  }

  mutating func note(markedColumn column: Int) { markedColumns |= 1 << UInt64(min(column, 63)) }

  func isMarked(column: Int) -> Bool { markedColumns & (1 << UInt64(min(column, 63))) != 0 }
}

extension MarkedReader {
  private static let unmarkedHeadings = PhraseList([
    "CONTENTS", "TABLE OF CONTENTS", "INDEX", "NOTES", "ENDNOTES", "FOOTNOTES", "GLOSSARY", "DISTRIBUTION", "APPENDIX",
    "ANNEX", "TAB", "MEMORANDUM", "MEMO", "DEPARTMENT", "OFFICE", "AGENCY", "BUREAU", "EMBASSY", "NATIONAL",
    "CLASSIFICATION", "POINT OF CONTACT", "CONTACT", "PAGE",
  ])

  /// Takes a heading of Markdown or a page without a mark, where it is one of the text.
  mutating func takeHeading(_ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>) {
    guard !banners.isEmpty, !isClosed, source[at].isCapital, end - at <= 120, source.hasSmallLetters(at, end),
      source[end - 1].isLetterOrDigit, !ClosingLine.begins(at, end, in: source),
      Self.unmarkedHeadings.firstAnyCase(at: at, end: end, in: source) == nil
    else { return }
    candidates.add(heading: PortionEntry(kind: .title, depth: 0, line: line, start: at, mark: nil))
  }

  private static let subjects = [
    "The", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "His", "Her", "Our",
    "Their", "My", "A", "An",
  ]

  /// Takes a sentence of three or four words that is all of its paragraph: `The quay is closed.`
  mutating func takeBrief(_ at: Int, _ end: Int, _ line: SourceLine, in source: Span<UInt8>) {
    guard hasMarks, isAfterBlank, !isClosed, open == nil, !references.isOpen, end - at <= 60, source[end - 1] == 0x2E,
      source.lineBelow(end) == nil,
      Self.subjects.contains(where: { source.hasWord($0, at: at, end: end) })
    else { return }
    var (words, small) = (1, 0)
    for i in at..<(end - 1) {
      if source[i] == 0x20 {
        words += 1
        small += source[i + 1].isSmall ? 1 : 0
      } else if !source[i].isLetter, source[i] != 0x27 {
        return
      }
    }
    guard words >= 3, small >= 2, !source.hasAnyCase("THIS PAGE", at: at, end: end) else { return }
    candidates.add(PortionEntry(kind: .paragraph, depth: 0, line: line, start: at, mark: nil))
  }

  private static let citing = PhraseList(["SEE", "CF", "IBID", "ID", "IDEM", "OP", "FOR"])

  /// Where the sentence of a note begins whose number stands in brackets: `[1] The quay was sold.` What is cited has names,
  /// numbers and quotations; nil for that.
  func noteText(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard hasMarks, hasClassifiedBanner, isAfterBlank, !isClosed, source[start] == 0x5B else { return nil }
    let number = source.number(at: start + 1, end: end)
    guard (1...3).contains(number.digits), number.end + 1 < end, source[number.end] == 0x5D else { return nil }
    let text = source.skipBlanks(number.end + 1, end)
    let next = source.skipBlanks(source.wordEnd(text, end), end)
    guard text > number.end + 1, text < end, next < end, source[text].isCapital, source[next].isSmall,
      Self.citing.firstAnyCase(at: text, end: end, in: source) == nil,
      !(text..<end).contains(where: { source[$0].isDigit || source[$0] == 0x22 || source[$0] >= 0x80 }),
      source.isProse(text, end, isItem: false)
    else { return nil }
    return text
  }

  /// Makes portions of the candidates that stand beside others with marks.
  mutating func settleCandidates(in source: Span<UInt8>) {
    guard !candidates.isEmpty, !isAboutMarkings else { return }
    let marked = portions.filter { $0.mark != nil }
    guard let last = marked.last else { return }
    var found = candidates.others.filter { $0.start < last.start || $0.kind == .cell }
    // Of each size.
    var markedHeadings = [Int](repeating: 0, count: 7)
    for portion in marked { markedHeadings[min(source.headingLevel(portion), 6)] += 1 }
    var unmarked = [[PortionEntry]](repeating: [], count: 7)
    for heading in candidates.headings where leadsToMark(heading, in: source) {
      unmarked[min(source.headingLevel(heading), 6)].append(heading)
    }
    for level in 1...6 where unmarked[level].count <= markedHeadings[level] { found += unmarked[level] }
    guard !found.isEmpty else { return }
    portions = (portions + found).sorted { $0.start < $1.start }
  }

  /// Whether the next portion below a heading has a mark and is no heading itself. O(log portions).
  private func leadsToMark(_ heading: PortionEntry, in source: Span<UInt8>) -> Bool {
    var (low, high) = (0, portions.count)
    while low < high {
      let middle = (low + high) / 2
      if portions[middle].start < heading.start { low = middle + 1 } else { high = middle }
    }
    guard low < portions.count else { return false }
    return portions[low].mark != nil && source.headingLevel(portions[low]) == 0 && portions[low].kind != .subject
  }
}

extension Span where Element == UInt8 {
  /// How many number signs begin the line of a portion.
  fileprivate func headingLevel(_ portion: PortionEntry) -> Int {
    var at = skipBlanks(portion.line.start, portion.line.end)
    let first = at
    while at < portion.line.end, self[at] == 0x23 { at += 1 }
    return at - first
  }
}
