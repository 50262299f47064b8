internal import TextKit

/// One spelling of a term: its words in order.
struct TermSpelling: Sendable {
  let entry: Int
  /// Digests of the words.
  let words: [UInt64]
  /// Whether it counts only where it begins with a capital: several persons of a name, "the Smiths".
  var needsCapital = false

  init(_ text: String, entry: Int, line: Int) throws(TermListError) {
    self.entry = entry
    words = try Self.words(of: text)
    if words.isEmpty { throw .nothingToFind(line: line) }
  }

  /// The digests of the words of a text.
  static func words(of text: String) throws(TermListError) -> [UInt64] {
    do throws(FoldingError) {
      return Words(try FoldedText(Array(text.utf8).span)).words.map(\.hash)
    } catch {
      throw .folding(error)
    }
  }

  /// The last word of the term where it begins with the word at an index; nil where it does not.
  func end(in text: [Words.Word], at first: Int, _ bytes: [UInt8]) -> Int? {
    guard first + words.count <= text.count else { return nil }
    for k in 1..<max(1, words.count) {
      guard text[first + k].hash == words[k], Words.areNear(text[first + k - 1], text[first + k], bytes) else {
        return nil
      }
    }
    return first + words.count - 1
  }
}
