import Documents
import MarkingGrammar
import MarkingModel

/// What the marks in a property of a calendar say of its paragraphs: each goes by the mark that it begins with, by those
/// further on in it and by one at its end; one without any goes by what was said before it.
struct EntryMarks {
  /// Stretches of the value without the marks in them, and what is said of each.
  private(set) var stretches: [(range: ByteRange, statement: PortionStatement)] = []
  /// What all marks say together; nil for none.
  private(set) var whole: PortionStatement?

  /// O(value).
  init(_ value: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var current: PortionStatement?
    var at = 0
    while at < value.count {
      let end = value.lineEnd(from: at)
      take(Pieces.trimmed(ByteRange(at, end), in: value), &current, in: value, vocabulary)
      at = max(value.nextLine(behind: end), at + 1)
    }
  }

  private mutating func take(
    _ line: ByteRange, _ current: inout PortionStatement?, in value: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let marks = Self.marks(in: line, of: value, vocabulary)
    whole = marks.reduce(whole) { $0?.joined(with: $1.statement) ?? $1.statement }
    let first = ItemPrefix.read(line.start, line.end, in: value).next
    var begin = line.start
    for mark in marks {
      let isFirst = !PortionReader.holdsLetters(ByteRange(min(first, mark.range.start), mark.range.start), in: value)
      let isLast = !PortionReader.holdsLetters(ByteRange(mark.range.end, line.end), in: value)
      let said = isFirst ? mark.statement : current?.joined(with: mark.statement) ?? mark.statement
      if isLast && !isFirst { current = said }
      add(ByteRange(begin, mark.range.start), current, in: value)
      (current, begin) = (said, mark.range.end)
    }
    add(ByteRange(begin, line.end), current, in: value)
  }

  private mutating func add(_ range: ByteRange, _ statement: PortionStatement?, in value: Span<UInt8>) {
    let range = Pieces.trimmed(range, in: value)
    if let statement, PortionReader.holdsLetters(range, in: value) { stretches.append((range, statement)) }
  }

  /// Marks in parentheses wherever they stand, and what else may be one.
  private static func marks(
    in line: ByteRange, of value: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [(range: ByteRange, statement: PortionStatement)] {
    var letters = LetterList()
    var marks = LikelyMark.all(in: line, &letters, of: value, vocabulary).map {
      (range: $0.range, statement: $0.statement)
    }
    letters = LetterList()
    for at in line.start..<line.end where value[at] == UInt8(ascii: "(") {
      if letters.takes(at, line.end, in: value) { continue }
      guard at == line.start || !value[at - 1].isLetterOrDigit,
        let mark = PartPortions.mark(of: ByteRange(at, line.end), in: value),
        !(mark.start..<mark.end).contains(where: { value[$0].isSmall }),
        let statement = MarkStatement.read(mark, in: value, vocabulary)
      else { continue }
      marks.append((mark, statement))
    }
    marks.sort { $0.range.start < $1.range.start }
    var end = 0
    return marks.filter { mark in
      defer { end = max(end, mark.range.end) }
      return mark.range.start >= end
    }
  }
}
