import MarkingGrammar
import MarkingModel

/// A limited dissemination control of CUI in words of the designation indicator, as the register has it or by its ISM
/// token.
struct LimitedControl: Sendable {
  /// Where it ends.
  var end: Int
  /// Whether countries follow it: REL TO, DISPLAY ONLY.
  var hasList: Bool

  /// The one that a range begins with: two words or one.
  static func first(
    in range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LimitedControl? {
    let one = wordEnd(from: range.start, range.end, in: source)
    let next = source.skipBlanks(one, range.end)
    let two = wordEnd(from: next, range.end, in: source)
    for end in two > next ? [two, one] : [one] {
      guard end > range.start, let code = code(ByteRange(range.start, end), in: source, vocabulary) else { continue }
      return LimitedControl(end: end, hasList: code == "REL" || code == "DISPLAYONLY")
    }
    return nil
  }

  /// Whether one stands anywhere in a text.
  static func stands(in words: FoldedWords, _ vocabulary: borrowing Vocabulary) -> Bool {
    let text = words.bytes.span
    for i in 0..<text.count
    where text[i].isLetter && (i == 0 || !isOfWord(text[i - 1]))
      && first(in: ByteRange(i, text.count), in: text, vocabulary) != nil
    {
      return true
    }
    return false
  }

  private static func code(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> String? {
    guard range.count <= longest else { return nil }
    if let index = vocabulary.register.find(source, range.start, range.end) {
      let code = vocabulary.register.entries[index].code
      return Marking.limits.contains(code) ? code : nil
    }
    let code = String(decoding: (range.start..<range.end).map { source[$0].capital }, as: UTF8.self)
    return Marking.limits.contains(code) ? code : nil
  }

  private static let longest = 24

  private static func wordEnd(from start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = start
    while i < end, isOfWord(source[i]) { i += 1 }
    return i
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == 0x2D || byte == 0x5F }
}
