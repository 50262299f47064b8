package import MarkingModel

/// A place in the text that cites a reference.
package struct Citation: Sendable {
  package var place: Place
  /// A capital; nil for REFTEL or REF alone.
  package var letter: UInt8?
  /// Whether the REF block has it.
  package var isResolved = false

  package func write(into document: inout DocumentWriter) {
    document.add(.citation, to: 0, at: place.range, place.position, excerpt: place.range)
    document.set(.letter, letter: letter)
    document.set(.resolved, isResolved)
  }
}

/// Reads a citation: `REF A`, `Ref (B)`, `REFTEL`, `REFS A AND C`, `(reftel B)`.
enum CitationText {
  /// The offset after REF, REFS or REFTEL at `at`, where REF begins a word; nil where the word is another one (REFUGEE,
  /// REFERENCE).
  static func end(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var i = at + 3
    if source.hasAnyCase("TEL", at: i, end: end) { i += 3 }
    if i < end, source[i].capital == 0x53 { i += 1 }
    return i >= end || !source[i].isLetterOrDigit ? i : nil
  }

  /// The letter of a reference and the offset after it, `at` that after REF or the letter before. A letter is a capital,
  /// stands in parentheses or can be no word, so that `ref a letter` cites no A.
  static func next(_ at: Int, _ end: Int, isFirst: Bool, in source: Span<UInt8>) -> (at: Int, end: Int)? {
    if isFirst {
      guard at + 1 < end, source[at] == 0x2E, source[at + 1] <= 0x20 else { return letter(at, end, in: source) }
      // `Ref. D`; but a sentence may end there: `the ref. A new one`.
      return letter(at + 1, end, in: source).flatMap { isWord($0.at, end, in: source) ? nil : $0 }
    }
    return joiner(at, end, in: source).flatMap { letter($0, end, in: source) }
  }

  /// A single letter after blanks, in parentheses or not.
  static func letter(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (at: Int, end: Int)? {
    var i = source.skipGap(at, end)
    let isOpen = i < end && source[i] == 0x28
    if isOpen { i += 1 }
    guard i < end, source[i].isLetter, isOpen || source[i].isCapital || !isWord(i, end, in: source) else { return nil }
    let after = i + 1
    if isOpen {
      return after < end && source[after] == 0x29 ? (i, after + 1) : nil
    }
    guard
      after >= end || !source[after].isLetterOrDigit && (source[after] != 0x27 || isPossessive(after, end, in: source))
    else { return nil }
    return (i, after)
  }

  /// Whether an apostrophe belongs to a genitive: `Ref D's`, but not `O'Brien`.
  private static func isPossessive(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at + 1 < end && source[at + 1].capital == 0x53 && (at + 2 >= end || !source[at + 2].isLetterOrDigit)
  }

  /// Whether a letter may be a word or a part of one: A and I where another word follows, the E of `e-mail`.
  private static func isWord(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard at + 1 < end else { return false }
    if source[at + 1] == 0x2D { return at + 2 < end && source[at + 2].isLetter && source.wordEnd(at + 2, end) > at + 3 }
    guard source[at].capital.isOne(of: "A", "I"), source[at + 1] == 0x20 else { return false }
    return joiningWord(source.skipGap(at + 1, end), end, in: source) == 0
  }

  /// The offset after a comma, slash, hyphen, AND, OR or THROUGH between two letters.
  private static func joiner(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var i = source.skipGap(at, end)
    var isJoined = false
    if i < end, source[i].isOne(of: ",", "/", "&", "-") {
      i = source.skipGap(i + 1, end)
      isJoined = true
    }
    let word = joiningWord(i, end, in: source)
    if word > 0 { return source.skipGap(i + word, end) }
    return isJoined ? i : nil
  }

  /// How long the joining word at `at` is; 0 where none stands there.
  private static func joiningWord(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    if source.hasWordAnyCase("AND", at: at, end: end) { return 3 }
    if source.hasWordAnyCase("OR", at: at, end: end) { return 2 }
    if source.hasWordAnyCase("THROUGH", at: at, end: end) { return 7 }
    return source.hasWordAnyCase("THRU", at: at, end: end) ? 4 : 0
  }
}
