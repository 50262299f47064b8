import Documents
import MarkingGrammar
import MarkingModel

// Marks in the text of a paper that its reader takes for none: `The port is open; (S) the quay is not.`
extension PortionReader {
  /// Adds a portion behind each mark in a text that says more than `(U)`, and behind each `(U)` that follows one. They may be
  /// words about marks; what is behind them is withheld as if they were none. One that ends its line within a paragraph may
  /// be about what stands before it as well. O(text).
  ///
  /// - Parameter isClassified: whether the document is: elsewhere one letter is a word, `(C)`.
  mutating func addStrayMarks(
    in whole: ByteRange, isClassified: Bool, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let first = starts.first else { return }
    var marks = TextMarks(amongMarks: isClassified, known: Set(starts.compactMap { $0.mark?.start }), damaged: false)
    var known = starts[...]
    var places = form[...]
    var counter = counter
    var added: [Start] = []
    // Where the text begins that a mark at the end of a line is about, and whether a further mark stands in it.
    var begin = first.text
    var isMixed = false
    var blocks = TextBlocks(from: Self.line(around: first.range.start, in: source).start, to: whole.end)
    // Goes by what begins above a place.
    func pass(_ place: Int) {
      while let start = known.first, start.range.start < place {
        known.removeFirst()
        if !start.isInner { (isMixed, begin) = (false, start.text) }
        begin = max(begin, start.text)
        marks.endList()
      }
    }
    while let block = blocks.next(in: source) {
      var line = block.firstLine
      while line.start < block.range.end {
        while let place = places.first, place.end <= line.start { places.removeFirst() }
        let isForm = places.first.map { $0.start <= line.start } ?? false
        pass(line.start)
        for mark in isForm ? [] : marks.read(line, in: source, vocabulary) {
          pass(mark.range.start)
          // What begins a text without a mark is one that cannot be read: the text is refused.
          if let start = known.first, start.mark == nil, start.range.start == mark.range.start { continue }
          guard isStray(mark, line, marks.known, isAlone: line == block.range, isMixed: isMixed, in: source, vocabulary)
          else {
            continue
          }
          isMixed = true
          let isWithin = mark.endsLine && begin < mark.range.start
          let place = isWithin ? ByteRange(begin, begin) : mark.range
          added.append(
            Start(
              range: place, text: place.end, mark: mark.range, name: "text behind a mark",
              position: counter.position(of: place.start, in: source), isInner: true))
          begin = mark.range.end
        }
        line = Self.lineBelow(line, in: source)
      }
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }

  /// Whether a mark in a text parts what is behind it from what is before.
  private func isStray(
    _ mark: TextMark, _ line: ByteRange, _ known: Set<Int>, isAlone: Bool, isMixed: Bool, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard mark.range.start >= starts[0].text else { return false }
    if !isMixed, mark.statement == PortionStatement(level: .unclassified) { return false }
    // Those that end a sentence or an item are told apart by what they close.
    if mark.endsLine, ClosingMark.read(line, isAlone: isAlone, in: source, vocabulary)?.range == mark.range {
      return false
    }
    if mark.range.count > 3 { return true }
    // `Ref: (C) (S) Guide`: the letter of an item before its mark.
    let next = source.skipBlanks(mark.range.end, line.end)
    if next > mark.range.end, known.contains(next) { return false }
    return !TextMarks.isNamed(mark.range, line, in: source)
  }

  /// The line below one; empty behind the last.
  static func lineBelow(_ line: ByteRange, in source: Span<UInt8>) -> ByteRange {
    let start = min(source.nextLine(behind: source.lineEnd(from: line.end)), source.count)
    return Pieces.trimmed(ByteRange(start, source.lineEnd(from: start)), in: source)
  }
}

extension TextMarks {
  /// Whether a letter in parentheses is part of a name or a number: `under section 501 (C) of the order`, `(C) 2016`. No list
  /// is so long that it has an `(S)`; a mark heads the text behind it, `Option (C): …`, `Figure 4 (C) The depth`.
  fileprivate static func isNamed(_ mark: ByteRange, _ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(mark.end, line.end)
    let digits = (next..<min(next + 5, line.end)).prefix { source[$0].isDigit }.count
    if digits == 4, source[mark.start + 1] == UInt8(ascii: "C") { return true }
    let follows = next < line.end ? next : PortionReader.lineBelow(line, in: source).start
    guard source[mark.start + 1].capital == UInt8(ascii: "C"),
      follows >= source.count || !source[follows].isCapital && !source[follows].isOne(of: ":", "\"")
    else { return false }
    var words = BlockText.words(of: ByteRange(max(line.start, mark.start - 40), mark.start), in: source)
    if let last = words.last, source.bytes(last).allSatisfy({ $0.isDigit || $0.isOne(of: ".", "-", "I", "V", "X") }) {
      words.removeLast()
    }
    return words.last.map { parts.contains(source.bytes($0).map(\.capital)) } ?? false
  }

  private static let parts: Set<[UInt8]> = Set(
    """
    ANNEX APPENDIX ARTICLE CATEGORY CHAPTER CLASS CLAUSE EXHIBIT FIG FIGURE GROUP ITEM NOTE OPTION PARA PARAGRAPH PART RULE
    SEC SECTION SUBPARAGRAPH SUBSECTION TAB TABLE TITLE TYPE
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
