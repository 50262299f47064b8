import MarkingGrammar
import MarkingModel

/// Format line 6: the originator (5 FAH-2 H-232).
struct FromLine: Sendable {
  /// Nil where nothing stands after FM.
  var post: Post?
  /// Whether the word for the office had to be repaired (`AMEMDASSY`).
  var repaired = false

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
    let post = vocabulary.posts.post(address: source, name.start, name.end)
    if !post.isKnown, words.count > 2, isDamagedEmbassy(words[1], in: source) {
      var repaired = vocabulary.posts.post(address: source, words[2].start, name.end)
      if repaired.kind == .other { repaired.kind = .embassy }
      if repaired.isKnown { return FromLine(post: repaired, repaired: true) }
    }
    if !post.isKnown, let repaired = misread(name, in: source, vocabulary) {
      return FromLine(post: repaired, repaired: true)
    }
    return FromLine(post: post)
  }

  /// The post that a name is in which digits stand for letters (`AMEMBASSY SANTIAG0`); nil where it is none that is known.
  private static func misread(
    _ name: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Post? {
    guard name.count <= 64, source.hasDigit(name.start, name.end) else { return nil }
    var letters: [UInt8] = []
    letters.reserveCapacity(name.count)
    for i in name.start..<name.end { letters.append(OCR.letter(source[i])?.value ?? source[i]) }
    let post = vocabulary.posts.post(address: letters.span, 0, letters.count)
    return post.isKnown ? post : nil
  }

  /// Whether the originator is one that the table of posts does not have, and the post of the MRN (`USOAS`) is named in
  /// it (`USMISSION USOAS WASHDC`).
  func isNamed(_ reference: String?) -> Bool {
    guard let post, !post.isKnown, let reference, !reference.isEmpty else { return false }
    return post.name == reference || post.name.hasPrefix(reference + " ") || post.name.hasSuffix(" " + reference)
  }

  /// Whether a word is AMEMBASSY but for a letter or two.
  private static func isDamagedEmbassy(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard (7...11).contains(word.count), source.areCapitals(word) else { return false }
    let name = source.name(word)
    return EditDistance.isOne(name, "AMEMBASSY")
  }
}
