import Documents
import MarkingGrammar
import MarkingModel

/// The mark of a value of a record: all of it (`S//NF`, `(S)`, `SECRET`), or what its text begins or ends with.
struct ValueMark {
  var range: ByteRange
  var statement: PortionStatement
  /// Whether nothing else stands in the value: then it is of the record.
  var isAlone: Bool
  /// Whether it is one wherever it stands. `S` may be anything but a level where no other row has one.
  var isSure: Bool

  static func read(
    _ value: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ValueMark? {
    guard !value.isEmpty, WithheldLabel.read(value.start, in: source) == nil else { return nil }
    if source[value.start].isOne(of: "(", "["), let close = end(of: value, in: source) {
      let mark = ByteRange(value.start, close)
      if let statement = statement(ByteRange(mark.start + 1, mark.end - 1), in: source, vocabulary) {
        return ValueMark(
          range: mark, statement: statement,
          isAlone: !PortionReader.holdsLetters(ByteRange(mark.end, value.end), in: source), isSure: true)
      }
    }
    if let bare = bare(value, in: source, vocabulary) { return bare }
    return ClosingMark.read(value, isAlone: false, in: source, vocabulary)
      .map { ValueMark(range: $0.range, statement: $0.statement, isAlone: false, isSure: true) }
  }

  /// One without brackets: alone, or with slashes before a text.
  private static func bare(
    _ value: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ValueMark? {
    guard source[value.start].isCapital else { return nil }
    if value.count <= 80, let whole = statement(value, in: source, vocabulary) {
      return ValueMark(
        range: value, statement: whole, isAlone: true,
        isSure: source.holdsSlashes(value.start, value.end) || value.count >= 6)
    }
    var stop = value.start
    while stop < min(value.end, value.start + 80), source[stop] > 0x20 { stop += 1 }
    let word = ByteRange(value.start, stop)
    guard stop < value.end, source.holdsSlashes(word.start, word.end),
      let statement = statement(word, in: source, vocabulary)
    else { return nil }
    return ValueMark(range: word, statement: statement, isAlone: false, isSure: true)
  }

  private static func end(of value: ByteRange, in source: Span<UInt8>) -> Int? {
    var at = value.start + 1
    while at < min(value.end, value.start + 80) {
      if source[at].isOne(of: ")", "]") { return at + 1 }
      at += 1
    }
    return nil
  }

  /// What letters say that would be a mark in parentheses, or that are a banner.
  private static func statement(
    _ letters: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    guard !letters.isEmpty, !(letters.start..<letters.end).contains(where: { source[$0].isSmall }) else { return nil }
    let mark = [UInt8(ascii: "(")] + source.bytes(letters) + [UInt8(ascii: ")")]
    return MarkStatement.read(ByteRange(0, mark.count), in: mark.span, vocabulary)
      ?? MarkStatement.read(letters, kind: .banner, in: source, vocabulary)
  }
}
