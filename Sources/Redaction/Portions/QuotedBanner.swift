import Documents
import MarkingGrammar
import MarkingModel

/// The banner of a document that a telegram quotes: what is behind it goes by it until the quotation or the portion ends.
struct QuotedBanner {
  var statement: PortionStatement
  /// Where the quotation ends; the greatest number for one that only its portion ends.
  var end: Int

  /// What both say, as far as the later one holds.
  func joined(with other: QuotedBanner) -> QuotedBanner {
    QuotedBanner(statement: statement.joined(with: other.statement), end: max(end, other.end))
  }
}

extension QuotedBanner {
  /// What a line says that is a level and controls, and whatever is drawn around them; nil for one that says no more than U.
  static func statement(
    of line: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    guard line.count <= 160 else { return nil }
    var range = line
    while range.start < range.end, isDrawn(source[range.start]) { range.start += 1 }
    while range.end > range.start, isDrawn(source[range.end - 1]) { range.end -= 1 }
    guard range.count > 2, isBanner(range, in: source, vocabulary) else { return nil }
    let statement =
      DamagedMark.alone(range, in: source)?.statement
      ?? MarkStatement.read(range, kind: .banner, in: source, vocabulary)
      ?? vocabulary.marks.mark(in: source, range).flatMap { $0.isLegal ? MarkStatement.statement(of: $0) : nil }
    return statement.flatMap { $0.level > .unclassified ? $0 : nil }
  }

  /// Whether levels and captions are all that a text says, or a level with more behind slashes.
  private static func isBanner(
    _ text: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let level = vocabulary.levels.longest(in: source, at: text.start, end: text.end) else { return false }
    var at = level.end
    while at < text.end {
      if source[at].isOne(of: "/", "-", ",", " ") {
        at += 1
        continue
      }
      guard
        let end = vocabulary.levels.longest(in: source, at: at, end: text.end)?.end
          ?? vocabulary.captions.longest(in: source, at: at, end: text.end)?.end
      else { break }
      at = end
    }
    if at >= text.end { return true }
    return source[source.skipBlanks(level.end, text.end)] == UInt8(ascii: "/")
      && !(text.start..<text.end).contains { source[$0] == UInt8(ascii: ":") || source[$0].isSmall }
  }

  private static func isDrawn(_ byte: UInt8) -> Bool {
    byte.isOne(of: "*", "-", "=", "_", "~") || byte.isOne(of: "#", " ", "\"", "[", "]")
  }
}
