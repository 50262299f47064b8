internal import TextKit

/// One spelling of a term: its words in order, and the signs between them.
struct TermSpelling: Sendable {
  let entry: Int
  /// Digests of the words.
  let words: [UInt64]
  /// What stands before each word but the first, without spaces: the `@` of an address.
  private let signs: [[UInt8]]
  /// Whether it counts only where it begins with a capital: several persons of a name, "the Smiths".
  var needsCapital = false

  init(_ text: String, entry: Int, line: Int) throws(TermListError) {
    self.entry = entry
    do throws(FoldingError) {
      let folded = try FoldedText(Array(text.utf8).span)
      let words = Words(folded).words
      self.words = words.map(\.hash)
      signs = zip(words, words.dropFirst()).map { Self.signs(between: $0, and: $1, folded.lowered) }
    } catch {
      throw .folding(error)
    }
    if words.isEmpty { throw .nothingToFind(line: line) }
  }

  private static func signs(between a: Words.Word, and b: Words.Word, _ bytes: [UInt8]) -> [UInt8] {
    bytes[a.end..<b.start].filter { $0 != 0x20 }
  }

  /// The last word of the term where it begins with the word at an index; nil where it does not. Between two words stands
  /// what does in the term, or signs that say nothing.
  func end(in text: [Words.Word], at first: Int, _ bytes: [UInt8]) -> Int? {
    guard first + words.count <= text.count else { return nil }
    for k in 1..<max(1, words.count) {
      let (a, b) = (text[first + k - 1], text[first + k])
      guard b.hash == words[k],
        Words.areNear(a, b, bytes) && (bytes[a.end] != 0x2B || signs[k - 1].isEmpty)
          || b.start - a.end <= signs[k - 1].count + 2 && Self.signs(between: a, and: b, bytes) == signs[k - 1]
      else { return nil }
    }
    return first + words.count - 1
  }
}
