import MarkingGrammar
import MarkingModel

/// The date of a document: of its `Date:` line, of the header of its e-mail, or of a line that is nothing but a date
/// near its beginning.
struct DocumentDate: Sendable {
  private(set) var day: CalendarDay?
  /// Whether a label says so; a bare line gives way to it.
  private var isLabelled = false

  /// Takes the value of a date label.
  mutating func takeLabelled(_ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard !isLabelled, let found = Self.read(start, end, in: source, vocabulary) else { return }
    day = found
    isLabelled = true
  }

  /// Takes a line that begins like a date.
  mutating func takeBare(_ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard day == nil, end - start <= 32, let date = WrittenDate.read(at: start, end, in: source, vocabulary),
      source.skipBlanks(date.end, end) >= end
    else { return }
    day = date.day
  }

  /// A date, after the name of a weekday where one stands before it.
  private static func read(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CalendarDay? {
    var at = start
    for _ in 0..<2 {
      if let date = WrittenDate.read(at: at, end, in: source, vocabulary) { return date.day }
      // `Thursday, May 14, 2009`, `Thu May 14`.
      let word = source.wordEnd(at, end)
      guard word > at, source[at].isLetter else { return nil }
      at = word
      while at < end, source[at].isOne(of: ",", ".", " ") { at += 1 }
    }
    return nil
  }
}
