import Documents
import MarkingModel

/// How far the lines of an item are set in. What stands further to the left behind it may be the text around it again.
struct ItemIndent {
  private let first: Int
  /// Of its second line.
  private var second: Int?

  init(of line: ByteRange, in source: Span<UInt8>) { first = TextMarks.indent(of: line.start, in: source) }

  /// Takes the next line of the item.
  mutating func take(_ line: ByteRange, in source: Span<UInt8>) {
    if second == nil { second = TextMarks.indent(of: line.start, in: source) }
  }

  /// Whether a line stands further to the left than the item: than its second line or, where the item ends a sentence or a
  /// blank line or another item follows, its first.
  ///
  /// - Parameters:
  ///   - end: where the text before the line ends.
  ///   - isBelowBlank: whether a blank line stands above it. A sentence may go on below one on the next page.
  func isLeft(_ line: ByteRange, behind end: Int, _ isBelowBlank: Bool = false, in source: Span<UInt8>) -> Bool {
    let indent = TextMarks.indent(of: line.start, in: source)
    if let second { return indent < second && indent <= first }
    guard indent < first else { return false }
    return source[end - 1].isOne(of: ".", "!", "?", ")", "\"") || isBelowBlank && !source[line.start].isSmall
      || ItemPrefix.read(line.start, line.end, in: source).kind != .none
  }
}
