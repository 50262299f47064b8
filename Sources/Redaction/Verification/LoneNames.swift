internal import Documents
import MarkingModel

/// Looks for names that are ordinary words as well: `Green said` is a person, `green energy` and `the White House` are not.
enum LoneNames {
  /// The owners of those that stand somewhere as a name. O(text).
  ///
  /// - Parameter names: in small letters, each with what comes back where it is found.
  static func found(_ names: [[UInt8]: Int], in text: Span<UInt8>) -> Set<Int> {
    var found: Set<Int> = []
    guard !names.isEmpty else { return found }
    var at = 0
    while at < text.count {
      guard isOfWord(text[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < text.count, isOfWord(text[at]) { at += 1 }
      guard text[start] &- 0x41 < 26, let owner = names[word(start, at, text)], isName(start, at, text) else {
        continue
      }
      found.insert(owner)
    }
    return found
  }

  /// By the words beside it. Where a capital says nothing, at the start of a sentence and in a text of capitals, it takes a
  /// word for what persons do.
  private static func isName(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> Bool {
    let next = nextWord(end, text)
    let isMixed = end - start > 1 && text[start + 1] &- 0x61 < 26
    if let next, !isMixed || !isWithin(start, text) { return deeds.contains(word(next.start, next.end, text)) }
    guard isMixed, isWithin(start, text) else { return false }
    if let next, text[next.start] &- 0x41 < 26 { return false }
    let before = previousWord(start, text)
    return !(before.map { articles.contains(word($0.start, $0.end, text)) } ?? false)
  }

  /// Whether a word stands right before it in the same sentence.
  private static func isWithin(_ start: Int, _ text: Span<UInt8>) -> Bool { previousWord(start, text) != nil }

  private static func previousWord(_ start: Int, _ text: Span<UInt8>) -> (start: Int, end: Int)? {
    var end = start
    while end > 0, start - end < 3, text[end - 1] == 0x20 || text[end - 1] == 0x2C || text[end - 1] == 0x0A { end -= 1 }
    guard end > 0, end < start, isOfWord(text[end - 1]), !text[end - 1].isDigit else { return nil }
    var first = end
    while first > 0, isOfWord(text[first - 1]) { first -= 1 }
    return (first, end)
  }

  /// The word behind a single blank.
  private static func nextWord(_ end: Int, _ text: Span<UInt8>) -> (start: Int, end: Int)? {
    guard end + 1 < text.count, text[end] == 0x20 || text[end] == 0x0A, isOfWord(text[end + 1]) else { return nil }
    var stop = end + 1
    while stop < text.count, isOfWord(text[stop]) { stop += 1 }
    return (end + 1, stop)
  }

  private static func word(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> [UInt8] {
    (start..<end).map { text[$0] | (text[$0] &- 0x41 < 26 ? 0x20 : 0) }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte >= 0x80 }

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }

  private static let articles = words("the a an this that these those")

  private static let deeds = words(
    """
    said says told asked replied answered noted added met thanked urged stressed explained agreed argued asserted assured
    believes believed called claimed commented complained concluded confirmed denied described emphasized expressed informed
    insisted observed offered opined pointed predicted promised proposed questioned raised recalled recommended reiterated
    remarked reported requested responded stated suggested underscored underlined warned wondered wrote
    """)
}
