import Documents
import MarkingGrammar
import MarkingModel

/// A mark that is not written as one: in other brackets (`[C]`), as a word (`(CONF)`, `SECRET:`), with letters apart
/// (`C O N F I D E N T I A L`), or without parentheses (`S//NF`). It counts only where others are whole and at the start
/// of a line, where no text has such words.
enum DamagedMark {
  static func read(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    signs(at, end, in: source, vocabulary) ?? word(at, end, in: source)
  }

  /// One that is no word, as stand in the heading of a telegram.
  static func signs(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    bracketed(at, end, in: source, vocabulary) ?? bare(at, end, in: source, vocabulary)
  }

  /// Longest text between brackets.
  private static let longest = 64

  /// `[C]`, `{S//NF}`, full-width parentheses, `(CONF)`, `(C]`.
  private static func bracketed(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    guard let first = bracket(at, end, opens: true, in: source) else { return nil }
    var i = first
    while i < min(end, first + longest) {
      if let close = bracket(i, end, opens: false, in: source) {
        return statement(of: ByteRange(first, i), in: source, vocabulary)
          .map { TextMark(range: ByteRange(at, close), statement: $0) }
      }
      i += 1
    }
    return nil
  }

  /// The offset behind a bracket of any kind.
  private static func bracket(_ at: Int, _ end: Int, opens: Bool, in source: Span<UInt8>) -> Int? {
    guard at < end else { return nil }
    if opens ? source[at].isOne(of: "(", "[", "{") : source[at].isOne(of: ")", "]", "}") { return at + 1 }
    // U+FF08 and U+FF09.
    let isWide =
      at + 2 < end && source[at] == 0xEF && source[at + 1] == 0xBC && source[at + 2] == (opens ? 0x88 : 0x89)
    return isWide ? at + 3 : nil
  }

  /// `S//NF The plan`: one word with slashes.
  private static func bare(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    var stop = at
    while stop < end, source[stop] > 0x20, stop - at < longest { stop += 1 }
    let word = ByteRange(at, stop)
    // `S/P` and `U/S` are offices.
    guard stop < end, (at..<stop).contains(where: { source[$0] == UInt8(ascii: "/") }),
      source.holdsSlashes(at, stop) || vocabulary.marks.mark(in: source, word) != nil
    else { return nil }
    return statement(of: word, in: source, vocabulary).map { TextMark(range: word, statement: $0) }
  }

  /// What letters say that would be a mark in parentheses.
  private static func statement(
    of letters: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    let letters = Pieces.trimmed(letters, in: source)
    guard !letters.isEmpty, source[letters.start].isLetter || source[letters.start] == UInt8(ascii: "/") else {
      return nil
    }
    let capitals = source.bytes(letters).map(\.capital)
    if shortened.contains(capitals) { return PortionStatement(level: .confidential) }
    let mark = [UInt8(ascii: "(")] + capitals + [UInt8(ascii: ")")]
    return MarkStatement.read(ByteRange(0, mark.count), in: mark.span, vocabulary)
  }

  private static let shortened: Set<[UInt8]> = Set(["CONF", "CONFID", "CONFIDENT"].map { Array($0.utf8) })

  /// `SECRET: The plan`, `CONFIDENTIAL -- the plan`, `S E C R E T The plan`.
  private static func word(_ at: Int, _ end: Int, in source: Span<UInt8>) -> TextMark? {
    guard let (level, after, isSpaced) = level(at, end, in: source) else { return nil }
    let next = source.skipBlanks(after, end)
    guard next < end, isSpaced || source[next].isOne(of: ":", "-") else { return nil }
    return TextMark(range: ByteRange(at, after), statement: PortionStatement(level: level))
  }

  /// The level that a line says and nothing else, as a banner does.
  static func alone(_ line: ByteRange, in source: Span<UInt8>) -> TextMark? {
    guard let (level, after, _) = level(line.start, line.end, in: source), after == line.end else { return nil }
    return TextMark(range: line, statement: PortionStatement(level: level))
  }

  private static let levels: [(word: [UInt8], level: ReleaseLevel)] = [
    (Array("TOPSECRET".utf8), .topSecret), (Array("SECRET".utf8), .secret),
    (Array("CONFIDENTIAL".utf8), .confidential),
  ]

  /// The name of a level that begins there, with blanks between its letters or without.
  static func level(
    _ at: Int, _ end: Int, in source: Span<UInt8>
  ) -> (level: ReleaseLevel, end: Int, isSpaced: Bool)? {
    for (word, level) in levels {
      var i = at
      var blanks = 0
      for (count, letter) in word.enumerated() {
        let next = count == 0 ? i : source.skipBlanks(i, min(end, i + 2))
        blanks += next - i
        i = next
        guard i < end, source[i].capital == letter else { break }
        i += 1
        guard count == word.count - 1, i >= end || !source[i].isLetterOrDigit else { continue }
        return (level, i, blanks >= word.count - 1)
      }
    }
    return nil
  }
}
