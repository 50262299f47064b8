import Documents
import MarkingModel

/// The items without a mark that hang on a portion with one, so that its mark holds for them (32 CFR 2001.21(c)(3)): those of
/// a higher order below a number, and below a paragraph without one the list that it leads to with a colon, or that is set
/// in. What a closed sentence stands above are paragraphs of their own.
///
/// A list begins with its first item and goes on with the next: `(5)` is one that a scan has made of `(S)`.
struct HangingItems {
  private struct List {
    var depth: Int
    /// Which item the last one may be; none of bullets.
    var last: [Int]
  }

  private static let bullet = 5
  private var depth = 0
  private var indent = 0
  /// Whether the portion has a number, a letter or a bullet of its own.
  private var isItem = false
  /// Those that are open, the outer ones first.
  private var lists: [List] = []
  /// Whether a row of a table was the last.
  private var isTable = false

  /// Takes a block that has a mark.
  mutating func begin(_ block: TextBlocks.Block, _ prefix: ItemPrefix, in source: Span<UInt8>) {
    depth = prefix.depth
    indent = TextMarks.indent(of: block.firstLine.start, in: source)
    isItem = prefix.kind != .none && prefix.kind != .heading
    lists = []
    isTable = false
  }

  /// Takes one that has none. Whether it hangs on the last that had one.
  ///
  /// - Parameter end: where the text above it ends.
  mutating func take(
    _ block: TextBlocks.Block, _ prefix: ItemPrefix, behind end: Int, in source: Span<UInt8>
  ) -> Bool {
    // Rows under the colon that announces them.
    isTable = source[block.range.start] == UInt8(ascii: "|") && (isTable || Self.leads(end, in: source))
    if isTable { return true }
    let own = prefix.outerDepth
    guard prefix.kind != .none else { return false }
    // A bullet has none, the letter `o` neither.
    let numbers = own >= Self.bullet ? [] : ItemOrdinal.read(prefix.outerStart, block.firstLine.end, in: source)
    let isSetIn = TextMarks.indent(of: block.firstLine.start, in: source) > indent
    // `1.` below `4.`, or `I.` below a paragraph without a number, is a list within it where it is set in below a colon.
    guard
      own > depth
        || isSetIn && (lists.contains { $0.depth == own } || numbers.contains(1) && Self.leads(end, in: source))
    else { return false }
    while let list = lists.last, list.depth > own { lists.removeLast() }
    if let list = lists.last, list.depth == own {
      let next = numbers.filter { number in list.last.contains(number - 1) }
      guard !next.isEmpty || numbers.isEmpty && list.last.isEmpty else { return false }
      lists[lists.count - 1].last = next
      return true
    }
    guard numbers.isEmpty || numbers.contains(1),
      !lists.isEmpty || isItem || Self.leads(end, in: source) || Self.leads(block.range.start, in: source)
        || own > 1 && isSetIn
    else { return false }
    lists.append(List(depth: own, last: numbers))
    return true
  }

  /// Whether what stands before a place ends with a colon: a text, or a label such as `Sources:`, which is none.
  static func leads(_ place: Int, in source: Span<UInt8>) -> Bool {
    var end = place
    while end > 0, source[end - 1] <= 0x20 { end -= 1 }
    return end > 0 && source[end - 1] == UInt8(ascii: ":")
  }
}
