import MarkingModel

/// The list of references above the text of a paper: `Ref: (a) …`. What it names is no text that has to be marked.
struct ReferenceList: Sendable {
  private(set) var isOpen = false
  /// How deep its items hang; 0 until one was read.
  private var depth = 0

  private static let labels = PhraseList(["REFERENCES", "REFERENCE(S)", "REFERENCE", "REFS", "REF"])

  /// Takes a line of text that has no mark. Whether it belongs to the list.
  mutating func take(
    _ start: Int, _ end: Int, _ prefix: ItemPrefix, isAfterBlank: Bool, in source: Span<UInt8>
  ) -> Bool {
    if let first = Self.label(start, end, in: source) {
      isOpen = true
      depth = ItemPrefix.read(first, end, in: source).depth
    } else if isOpen {
      isOpen = continues(prefix, isAfterBlank: isAfterBlank)
      if isOpen, prefix.depth > 0 { depth = prefix.depth }
    }
    return isOpen
  }

  /// A blank line may part items whose number or letter stands in parentheses; the numbers of paragraphs do not.
  private func continues(_ prefix: ItemPrefix, isAfterBlank: Bool) -> Bool {
    if prefix.depth == 0 { return !isAfterBlank }
    return (depth == 0 || prefix.depth == depth) && (!isAfterBlank || prefix.depth >= 3)
  }

  /// Where the first reference begins behind the label of a list.
  static func label(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source[start].capital == 0x52 else { return nil }
    var index = 0
    while index < labels.indices.count, let found = labels.firstAnyCase(from: index, at: start, end: end, in: source) {
      index = found.index + 1
      let colon = source.skipBlanks(found.end, end)
      if colon < end, source[colon] == 0x3A { return source.skipBlanks(colon + 1, end) }
    }
    return nil
  }
}
