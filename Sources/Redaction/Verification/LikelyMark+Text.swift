import Documents
import MarkingGrammar
import MarkingModel

// Marks with slashes within a sentence: no text has them by chance, wherever they stand.
extension LikelyMark {
  /// `… the quay [S//NF] that …`, `… the quay **S//NF** that …`, `… the quay (S//NF: that …)`: a mark in other signs than
  /// parentheses, and one that shares its brackets with its text. `(S//NF)` alone is a mark for the reader of portions.
  /// O(1).
  static func inSentence(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    if let content = emphasis(at, end, in: source) {
      var stop = content
      while stop < min(end, content + longest), source[stop] != source[at] { stop += 1 }
      guard stop < end, source[stop] == source[at] else { return nil }
      return slashed(ByteRange(content, stop), from: at, to: stop, in: source, vocabulary)
    }
    guard let (sign, content) = opening(at, end, in: source), sign == .bracket else { return nil }
    var stop = content
    while stop < min(end, content + longest) {
      if let close = closing(stop, end, in: source) {
        let whole = slashed(ByteRange(content, stop), from: at, to: close, in: source, vocabulary)
        if let whole {
          let isPlain = source[at] == UInt8(ascii: "(") && source[stop] == UInt8(ascii: ")")
          return isPlain ? nil : whole
        }
        break
      }
      stop += 1
    }
    return beforeText(in: ByteRange(content, end), from: at, in: source, vocabulary)
  }

  /// A mark behind a bracket that does not close with it: a colon or a dash parts it from its text, or a blank from small
  /// letters.
  private static func beforeText(
    in content: ByteRange, from at: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    let limit = min(content.end, content.start + longest)
    var word: Int?
    var stop = content.start
    while stop < limit, closing(stop, content.end, in: source) == nil {
      let next = source.skipBlanks(stop, content.end)
      if source[stop] == UInt8(ascii: ":") || next > stop && isDash(next, content.end, in: source) {
        return slashed(ByteRange(content.start, stop), from: at, to: stop, in: source, vocabulary)
      }
      if word == nil, next > stop { word = stop }
      stop += 1
    }
    // The letters of a mark that goes on in the next line are capitals.
    guard let word, source[source.skipBlanks(word, content.end)].isSmall else { return nil }
    return slashed(ByteRange(content.start, word), from: at, to: word, in: source, vocabulary)
  }

  private static func isDash(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at < end && source[at] == UInt8(ascii: "-") || source.has("\u{2013}", at: at, end: end)
      || source.has("\u{2014}", at: at, end: end)
  }

  /// The offset behind asterisks or underlines that begin a word.
  private static func emphasis(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source[at].isOne(of: "*", "_"), at == 0 || source[at - 1] != source[at] else { return nil }
    var next = at
    while next < end, next - at < 3, source[next] == source[at] { next += 1 }
    return next < end && source[next].isLetter ? next : nil
  }

  private static func slashed(
    _ letters: ByteRange, from start: Int, to end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    guard source.holdsSlashes(letters.start, letters.end), source[letters.start].isLetter,
      source[letters.end - 1].isLetterOrDigit
    else { return nil }
    let mark = [UInt8(ascii: "(")] + source.bytes(letters).map(\.capital) + [UInt8(ascii: ")")]
    return MarkStatement.read(ByteRange(0, mark.count), in: mark.span, vocabulary)
      .map { LikelyMark(range: ByteRange(start, end), statement: $0) }
  }
}
