import MarkingModel

// The words with which a Classified-By block begins.
extension Span where Element == UInt8 {
  /// How long the words are with which a Classified-By block begins at `at`; 0 where none stand there. Time: a few words.
  func authorityLabelLength(_ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    switch self[at].capital {
    case 0x43: return hasWordAnyCase("CLASSIFIED BY", at: at, end: end) ? 13 : 0
    case 0x44:
      if hasWordAnyCase("DERIVED FROM", at: at, end: end) { return 12 }
      if hasWordAnyCase("DERIVATIVELY CLASSIFIED BY", at: at, end: end) { return 26 }
      return hasWordAnyCase("DECLASSIFY ON", at: at, end: end) ? 13 : 0
    case 0x54: return authoritySentenceLength(at, end)
    default: return 0
    }
  }

  /// `This message was classified by`, `The text of this cable has been classified by`: the block as a sentence about the
  /// telegram.
  private func authoritySentenceLength(_ at: Int, _ end: Int) -> Int {
    guard hasWordAnyCase("THIS", at: at, end: end) || hasWordAnyCase("THE", at: at, end: end) else { return 0 }
    var i = at
    var namesTelegram = false
    for _ in 0..<9 where i < end {
      if hasWordAnyCase("CLASSIFIED BY", at: i, end: end) { return namesTelegram ? i + 13 - at : 0 }
      let after = wordEnd(i, Swift.min(end, i + 16))
      guard let word = Self.authorityWord(at: i, after, in: self) else { return 0 }
      namesTelegram = namesTelegram || word
      i = skipGap(after, end)
    }
    return 0
  }

  /// Whether a word of such a sentence is one for the telegram; nil for a word of another sentence.
  private static func authorityWord(at start: Int, _ end: Int, in source: Span<UInt8>) -> Bool? {
    func isOne(of words: [String]) -> Bool { words.contains { source.equals(ByteRange(start, end), $0) } }
    if isOne(of: ["MESSAGE", "CABLE", "TELEGRAM", "TEXT", "DOCUMENT", "REPORT", "REPLY"]) { return true }
    let others = [
      "THIS", "THE", "OF", "ENTIRE", "CONTENT", "CONTENTS", "WAS", "IS", "ARE", "WERE", "HAS", "HAVE", "BEEN",
      "DERIVATIVELY",
    ]
    return isOne(of: others) ? false : nil
  }
}
