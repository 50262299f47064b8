import MarkingGrammar
import MarkingModel

/// The given name behind a surname and a comma: `Roe, Jane Q.`. What else can stand there is an office or a position.
enum GivenName {
  /// What words for positions end with, and names seldom.
  private static let endings = ["OR", "ER", "IST", "IAN", "ANT", "ENT", "ARY", "IVE", "MAN", "ICS", "AL"]

  /// Whether one or two words with a capital and small letters, and initials, stand there up to a sign or the reason.
  static func stands(
    _ from: Int, _ end: Int, _ joined: JoinedText, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let bytes = joined.bytes
    let text = bytes.span
    var at = text.skipBlanks(from, end)
    var names = 0
    while at < end, text[at].isLetter {
      let after = text.wordEnd(at, end)
      if text.hasWord("FOR", at: at, end: end) || text.hasWord("REASON", at: at, end: end) { break }
      if after - at > 1 {
        guard names < 2, isName(at..<after, joined, in: source, vocabulary) else { return false }
        names += 1
      } else if after >= end || text[after] != 0x2E {
        return false
      }
      at = text.skipBlanks(after < end && text[after] == 0x2E ? after + 1 : after, end)
    }
    return names > 0 && (at >= end || text[at].isLetter || text[at].isOne(of: ",", ";", ".", "-"))
  }

  private static func isName(
    _ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let bytes = joined.bytes
    let text = bytes.span
    guard !joined.isSmall(word.lowerBound, in: source), joined.isSmall(word.lowerBound + 1, in: source),
      vocabulary.titles.longest(in: text, at: word.lowerBound, end: word.upperBound) == nil,
      !vocabulary.titles.isPart(text, word.lowerBound, word.upperBound)
    else { return false }
    return !endings.contains {
      word.count > $0.utf8.count && text.hasAnyCase($0, at: word.upperBound - $0.utf8.count, end: word.upperBound)
    }
  }
}
