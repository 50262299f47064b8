import Documents
import MarkingGrammar
import MarkingModel

/// Text that a paper quotes between words that say so: what stands behind its end goes by the portion that quotes it and by
/// all that is in it, as in a telegram.
struct PaperQuotation {
  /// What portions say together; without a statement where one of them has no mark that can be read.
  struct Around {
    var statement: PortionStatement?

    init(_ statements: [PortionStatement?]) {
      statement = PortionStatement(level: .unclassified)
      for other in statements { join(other) }
    }

    mutating func join(_ other: PortionStatement?) {
      statement = statement.flatMap { own in other.map { own.joined(with: $0) } }
    }
  }

  /// The portions in which a quotation begins and those in it; nil where none is open.
  private var open: Around?
  /// The portion before the one at hand with those that it stands in, and the one at hand.
  private var previous = Around([])
  private var current = Around([])

  /// Takes a portion with those that it stands in.
  mutating func begin(_ statements: [PortionStatement?]) {
    (previous, current) = (current, Around(statements))
    open?.join(current.statement)
  }

  /// Takes a line. Where a quotation ends on it: what the text behind that goes by, and where on the line it begins.
  mutating func take(_ line: ByteRange, in source: Span<UInt8>) -> (around: Around, start: Int)? {
    let isFence = ["```", "~~~"].contains { source.has($0, at: line.start, end: line.end) }
    if !(isFence && open != nil), isFence || Self.opens(line, in: source) {
      open = open ?? current
    } else if let end = isFence ? line.end : Self.end(in: line, source) {
      var around = open ?? previous
      around.join(current.statement)
      open = nil
      return (around, end)
    }
    return nil
  }

  private static func opens(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    if words(["BEGIN TEXT", "BEGIN QUOTE", "TEXT FOLLOWS", "TEXT BEGINS"], in: line, source) != nil { return true }
    let end = line.end > line.start && source[line.end - 1] == UInt8(ascii: ":") ? line.end - 1 : line.end
    let start = end - 5
    return start >= line.start && source.has("QUOTE", at: start, end: end)
      && (start == line.start || source[start - 1] <= 0x20 && self.end(in: line, source) == nil)
  }

  /// Behind the words that end a quotation.
  private static func end(in line: ByteRange, _ source: Span<UInt8>) -> Int? {
    words(["END TEXT", "END OF TEXT", "END QUOTE", "UNQUOTE"], in: line, source)
  }

  /// Behind the first of some words: in capitals, or at the start of the line.
  private static func words(_ all: [String], in line: ByteRange, _ source: Span<UInt8>) -> Int? {
    var isAtStart = true
    var at = line.start
    while at < line.end {
      guard source[at].isLetter else {
        at += 1
        continue
      }
      for words in all
      where source.has(words, at: at, end: line.end) || isAtStart && source.hasAnyCase(words, at: at, end: line.end) {
        let end = at + words.utf8.count
        if end == line.end || !source[end].isLetterOrDigit { return end }
      }
      isAtStart = false
      while at < line.end, source[at].isLetterOrDigit { at += 1 }
    }
    return nil
  }
}
