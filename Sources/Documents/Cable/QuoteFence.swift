import MarkingModel

/// The words that fence in a telegram which is repeated.
enum QuoteFence: Sendable, Equatable {
  /// QUOTE and UNQUOTE.
  case quote
  /// BEGIN TEXT and END TEXT.
  case text
  /// BEGIN MESSAGE and END MESSAGE, whatever the telegram calls it: the letters of the name.
  case paper([UInt8])

  /// Whether a line begins with the words that close it. UNQUOTE may stand anywhere in a line: `quoteBalance` finds it.
  func isClosed(by start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var at = start
    while at < end, at - start < 16, !source[at].isLetter { at += 1 }
    guard source.hasWordAnyCase("END", at: at, end: end) else { return false }
    switch self {
    case .quote, .text:
      guard let phrase = PassagePhrase.read(at, end, in: source), phrase.closes else { return false }
      return phrase.kinds.contains(self == .text ? .text : .quote)
    case .paper(let name):
      return PaperFences.name(at + 3, end, in: source).map { PaperFences.areSame($0.letters, name) } ?? false
    }
  }
}

/// Where the last words stand in a document that can close a fence: behind them none is closed.
struct FenceEnds: Sendable {
  private(set) var lastUnquote = -1
  private(set) var lastEnd = -1

  /// O(bytes), once for a document that has a fence.
  init(in source: Span<UInt8>) {
    var at = source.count - 1
    while at >= 0, lastUnquote < 0 || lastEnd < 0 {
      let byte = source[at].capital
      if byte == 0x45 || byte == 0x55, at == 0 || !source[at - 1].isLetterOrDigit {
        if source.hasWordAnyCase("END", at: at, end: source.count) { lastEnd = max(lastEnd, at) }
        if lastUnquote < 0,
          source.hasWordAnyCase("UNQUOTE", at: at, end: source.count)
            || source.hasWord("UNQTE", at: at, end: source.count)
            || source.hasWordAnyCase("END QUOTE", at: at, end: source.count)
        {
          lastUnquote = at
        }
      }
      at -= 1
    }
  }
}

extension Span where Element == UInt8 {
  /// Counts QUOTE and UNQUOTE in a line, also as QTE and UNQTE; the place of the UNQUOTE with which the depth becomes 0.
  func quoteBalance(_ start: Int, _ end: Int, depth: inout Int) -> ByteRange? {
    var at = start
    while at + 5 <= end {
      guard self[at].capital == 0x51 || self[at].capital == 0x55, at == start || !self[at - 1].isLetterOrDigit else {
        at += 1
        continue
      }
      if hasWordAnyCase("UNQUOTE", at: at, end: end) {
        depth -= 1
        if depth <= 0 { return ByteRange(at, at + 7) }
        at += 7
      } else if hasWord("UNQTE", at: at, end: end) {
        depth -= 1
        if depth <= 0 { return ByteRange(at, at + 5) }
        at += 5
      } else if hasWord("QTE", at: at, end: end) {
        depth += 1
        at += 3
      } else if hasWordAnyCase("QUOTE", at: at, end: end) {
        depth += 1
        at += 5
      } else {
        at += 1
      }
    }
    return nil
  }
}
