import MarkingGrammar
import MarkingModel

/// The kinds of passages that a phrase names (`SUMMARY AND COMMENT` names two).
struct PassageKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let summary = PassageKinds(rawValue: 1)
  static let comment = PassageKinds(rawValue: 2)
  static let text = PassageKinds(rawValue: 4)
  static let quote = PassageKinds(rawValue: 8)
  static let actionRequest = PassageKinds(rawValue: 16)
  static let note = PassageKinds(rawValue: 32)
}

/// Words that open or close a passage: `SUMMARY AND COMMENT`, `END COMMENT`, `BEGIN TEXT`, `UNQUOTE`.
struct PassagePhrase: Sendable {
  /// The words, from END or BEGIN on.
  var range: ByteRange
  var kinds: PassageKinds
  /// Whether END (or UNQUOTE) stands before the kind.
  var closes = false
  /// Whether BEGIN stands before it.
  var begins = false
}

extension PassagePhrase {
  /// The phrase at `at`, which is the start of a word; nil where none stands there. Time: a few words.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> PassagePhrase? {
    var phrase = PassagePhrase(range: ByteRange(at, at), kinds: [])
    var i = at
    if source.hasWordAnyCase("END", at: i, end: end) {
      phrase.closes = true
      i = source.skipGap(i + 3, end)
      if source.hasWordAnyCase("OF", at: i, end: end) { i = source.skipGap(i + 2, end) }
    } else if source.hasWordAnyCase("BEGIN", at: i, end: end) || source.hasWordAnyCase("START", at: i, end: end) {
      phrase.begins = true
      i = source.skipGap(i + 5, end)
    }
    var next = kind(i, end, in: source)
    if next == nil, phrase.closes || phrase.begins {
      // One word may stand between: END EMBASSY COMMENT, BEGIN UNOFFICIAL TEXT.
      i = source.skipGap(source.nameEnd(i, end), end)
      next = kind(i, end, in: source)
    }
    while let found = next {
      phrase.kinds.formUnion(found.kinds)
      if found.closes { phrase.closes = true }
      phrase.range.end = found.end
      i = source.skipJoiner(found.end, end)
      next = i > found.end ? kind(i, end, in: source) : nil
      // A comma may be that of a sentence, which goes on with an ordinary word.
      if next?.kinds.isSubset(of: [.summary, .comment, .actionRequest]) == false, source[found.end] == 0x2C { break }
    }
    return phrase.kinds.isEmpty ? nil : phrase
  }

  /// One of the words for a kind, also misspelt by one letter.
  static func kind(
    _ at: Int, _ end: Int, in source: Span<UInt8>
  ) -> (kinds: PassageKinds, closes: Bool, end: Int)? {
    guard at + 3 < end || at + 4 == end else { return nil }
    let after = source.wordEnd(at, min(end, at + 16))
    switch source[at].capital {
    case 0x53:  // S
      return source.isWord("SUMMARY", at, after) ? (.summary, false, after) : nil
    case 0x43:  // C
      return source.isWord("COMMENT", at, after) ? (.comment, false, after) : nil
    case 0x54:
      return source.hasWordAnyCase("TEXT", at: at, end: end) ? (.text, false, after) : nil
    case 0x4E:
      return source.hasWordAnyCase("NOTE", at: at, end: end) ? (.note, false, after) : nil
    case 0x51:
      return source.hasWordAnyCase("QUOTE", at: at, end: end) ? (.quote, false, after) : nil
    case 0x55:
      return source.hasWordAnyCase("UNQUOTE", at: at, end: end) ? (.quote, true, after) : nil
    case 0x41:
      guard source.hasWordAnyCase("ACTION", at: at, end: end) else { return nil }
      let word = source.skipGap(after, end)
      for request in ["REQUEST", "REQUESTED"] where source.hasWordAnyCase(request, at: word, end: end) {
        return (.actionRequest, false, word + request.utf8.count)
      }
      return nil
    default:
      return nil
    }
  }
}

extension Span where Element == UInt8 {
  /// The offset after blanks, few enough that two words still belong together.
  func skipGap(_ at: Int, _ end: Int) -> Int { skipBlanks(at, Swift.min(end, at + 12)) }

  /// The offset after AND, &, a comma or a slash with the blanks around it; `at` where none stands there.
  fileprivate func skipJoiner(_ at: Int, _ end: Int) -> Int {
    let i = skipGap(at, end)
    guard i < end else { return at }
    if self[i] == 0x2F || self[i] == 0x26 { return skipGap(i + 1, end) }
    if i == at, self[i] == 0x2C {
      let next = skipGap(i + 1, end)
      return hasWordAnyCase("AND", at: next, end: end) ? skipGap(next + 3, end) : next
    }
    return hasWordAnyCase("AND", at: i, end: end) ? skipGap(i + 3, end) : at
  }

  /// The offset after a word with its apostrophes.
  fileprivate func nameEnd(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, i - at < 24, self[i].isLetter || self[i] == 0x27 { i += 1 }
    return i
  }

  /// Whether a range is a word in any case, or differs from it by one letter that is wrong, missing or too many.
  @inline(__always)
  fileprivate func isWord(_ word: String, _ from: Int, _ to: Int) -> Bool {
    let letters = word.utf8
    if to - from == letters.count, hasAnyCase(word, at: from, end: to) { return true }
    let count = to - from
    guard abs(count - letters.count) <= 1 else { return false }
    var same = 0
    for letter in letters {
      guard same < count, self[from + same].capital == letter else { break }
      same += 1
    }
    if same == letters.count { return count <= same + 1 }
    // Two letters from the front and the whole rest from the back.
    guard same >= 2 else { return false }
    var back = 0
    for letter in letters.reversed() {
      guard back < Swift.min(count, letters.count) - same, self[to - 1 - back].capital == letter else { break }
      back += 1
    }
    return Swift.max(count, letters.count) - same - back <= 1
  }
}
