import MarkingGrammar
import MarkingModel

/// Format line 6: the originator (5 FAH-2 H-232).
struct FromLine: Sendable {
  /// Nil where nothing stands after FM.
  var post: Post?

  /// The line, or nil where it is none.
  static func read(
    _ words: LineWords, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> FromLine? {
    guard words.count >= 1, words.count <= 16 else { return nil }
    var first = words[0]
    if source[first.end - 1] == 0x3A { first.end -= 1 }
    guard source.equals(first, "FM") else { return nil }
    guard words.count > 1 else { return FromLine(post: nil) }
    let name = words.range(from: 1)
    return FromLine(post: vocabulary.posts.post(address: source, name.start, name.end))
  }
}
