import Documents
import MarkingGrammar
import MarkingModel

// Marks with one slash: `(TS/SCI)`, `(S/SPECAT)`.
extension TextMark {
  /// The mark that a sentence begins with, of a level and words behind slashes. Where nobody can say what these are, no
  /// level is too high for it. Offices are written in the same way behind a name: `Ambassador Roe (S/CT) came`.
  static func withSlash(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    guard at < end, source[at] == UInt8(ascii: "(") else { return nil }
    var close = at + 1
    var slash: Int?
    while close < min(end, at + 48), source[close] != UInt8(ascii: ")") {
      guard source[close].isCapital || source[close].isDigit || source[close].isOne(of: "/", " ", "-", ",") else {
        return nil
      }
      if source[close] == UInt8(ascii: "/"), slash == nil { slash = close }
      close += 1
    }
    guard slash != nil, close < end, source[close] == UInt8(ascii: ")"), source[close - 1] != UInt8(ascii: "/"),
      let unknown = unknownWords(ByteRange(at, close + 1), in: source), beginsSentence(at, in: source)
    else { return nil }
    let next = source.skipBlanks(close + 1, end)
    guard next >= end || source[next].isCapital || source[next].isDigit || source[next] == UInt8(ascii: "\"") else {
      return nil
    }
    let mark = ByteRange(at, close + 1)
    return TextMark(
      range: mark, statement: MarkStatement.read(mark, in: source, vocabulary) ?? unknown)
  }

  /// What a mark says of which nobody knows what stands behind the level; nil where no level stands before a slash.
  static func unknownWords(_ mark: ByteRange, in source: Span<UInt8>) -> PortionStatement? {
    let slash = (mark.start..<mark.end).first { source[$0] == UInt8(ascii: "/") }
    guard let slash, source[mark.start] == UInt8(ascii: "("),
      levels.contains(where: {
        mark.start + 1 + $0.utf8.count == slash && source.has($0, at: mark.start + 1, end: slash)
      })
    else { return nil }
    return PortionStatement(level: .topSecret)
  }

  private static let levels = ["S", "C", "TS", "SECRET", "CONFIDENTIAL", "TOP SECRET"]

  /// Whether a sentence has ended before a place, on its line or above.
  private static func beginsSentence(_ at: Int, in source: Span<UInt8>) -> Bool {
    var before = at
    while before > 0, source[before - 1] <= 0x20 || source[before - 1].isOne(of: "\"", "'", ")", "]", "*") {
      before -= 1
    }
    return before < at && (before == 0 || source[before - 1].isOne(of: ".", "!", "?", ":", ";"))
  }
}
