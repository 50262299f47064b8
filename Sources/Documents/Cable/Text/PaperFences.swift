import MarkingModel

/// The fences around papers that a telegram transmits: `BEGIN NON-PAPER … END NON-PAPER`, `(Begin talking points: …)`.
///
/// What kind of paper it is, each drafter says in his own words: the same words behind END make the fence. It is asked
/// for nowhere, so one that is never closed is none.
struct PaperFences: Sendable {
  struct Open: Sendable {
    var name: [UInt8]
    var start: Int
  }

  private(set) var open: [Open] = []
  /// From BEGIN to the end of the name behind END, in the order of their ends.
  private(set) var closed: [ByteRange] = []

  /// More stand within one another in no telegram.
  private static let deepest = 16
  private static let limit = 20_000

  mutating func begin() {
    open.empty()
    closed.empty()
  }

  /// Takes BEGIN with its name.
  mutating func takeBegin(_ name: [UInt8], at start: Int) {
    if open.count == Self.deepest { open.removeFirst() }
    open.append(Open(name: name, start: start))
  }

  /// Takes END with its name, which ends at `end`; where the fence begins that it closes, nil where it closes none.
  mutating func takeEnd(_ name: [UInt8], at end: Int) -> Int? {
    guard let index = open.lastIndex(where: { Self.areSame($0.name, name) }), closed.count < Self.limit else {
      return nil
    }
    let start = open[index].start
    open.removeSubrange(index...)
    closed.append(ByteRange(start, end))
    return start
  }

  /// Whether two names are of one fence: `UNOFFICIAL TRANSLATION` ends with `TRANSLATION`.
  static func areSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a == b || a.count > b.count && (a.suffix(b.count).elementsEqual(b) || a.prefix(b.count).elementsEqual(b))
      || a.count < b.count && (b.suffix(a.count).elementsEqual(a) || b.prefix(a.count).elementsEqual(a))
  }

  /// The name behind BEGIN or END: the letters of one to five words in capitals, up to a sign, the end of the line or OF,
  /// and the offset after it. Nil where a word of the telegram itself stands there (a summary, a paragraph), or a
  /// sentence.
  static func name(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (letters: [UInt8], end: Int)? {
    var letters: [UInt8] = []
    var words = 0
    var i = source.skipGap(at, end)
    if source.hasWordAnyCase("OF", at: i, end: end) || source.hasWordAnyCase("THE", at: i, end: end) {
      i = source.skipGap(source.wordEnd(i, end), end)
    }
    var last = i
    while i < end {
      if source[i] == 0x20 || source[i] == 0x2D {
        i += 1
        continue
      }
      guard source[i].isLetter else { break }
      let after = source.wordEnd(i, end)
      if words > 0, source.hasWordAnyCase("OF", at: i, end: end) || source.hasWordAnyCase("FROM", at: i, end: end) {
        break
      }
      words += 1
      guard words <= 5, after - i <= 20, !isOwn(i, after, in: source) else { return nil }
      for k in i..<after { letters.append(source[k].capital) }
      i = after
      last = after
    }
    guard letters.count >= 4 else { return nil }
    return (letters, last)
  }

  /// Whether a word is one for a part of the telegram.
  private static func isOwn(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    for word in [
      "SUMMARY", "COMMENT", "ACTION", "SECTION", "PORTION", "PARA", "PARAS", "PARAGRAPH", "PARAGRAPHS", "PART",
    ]
    where source.equals(ByteRange(start, end), word) { return true }
    return false
  }
}

extension BodyReader {
  /// Takes BEGIN or END where it is the fence of a paper; `word` is where its name may begin.
  mutating func takeFence(
    _ at: Int, begins: Bool, _ word: Int, _ line: SourceLine, _ end: Int, in source: Span<UInt8>
  ) {
    guard let name = PaperFences.name(word, end, in: source) else { return }
    // A sentence goes on behind the name.
    let next = source.skipGap(name.end, end)
    guard
      next >= end || !source[next].isLetterOrDigit || source.hasWordAnyCase("OF", at: next, end: end)
        || source.hasWordAnyCase("FROM", at: next, end: end)
    else { return }
    if begins {
      fences.takeBegin(name.letters, at: at)
    } else if let start = fences.takeEnd(name.letters, at: name.end) {
      sequence.endPassage(from: start)
    }
  }
}
