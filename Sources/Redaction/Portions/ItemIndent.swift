import Documents
import MarkingModel

/// How far the lines of an item are set in. What stands further to the left behind it may be the text around it again.
struct ItemIndent {
  private let first: Int
  private let start: Int
  /// Of its second line.
  private var second: Int?

  /// How wide the text around it is.
  private let width: Int
  /// Whether it begins with a number, a letter or another sign.
  private let isSigned: Bool

  /// What even a narrow column holds.
  private static let narrow = 56

  init(of line: ByteRange, width: Int = 0, in source: Span<UInt8>) {
    first = TextMarks.indent(of: line.start, in: source)
    start = line.start
    self.width = width
    isSigned = ItemPrefix.read(line.start, line.end, in: source).kind != .none
  }

  /// Takes the next line of the item.
  mutating func take(_ line: ByteRange, in source: Span<UInt8>) {
    if second == nil { second = TextMarks.indent(of: line.start, in: source) }
  }

  /// Whether a line stands further to the left than the item: than its second line or, where the item ends a sentence or a
  /// part of a list, its line has room for more, or a blank line or another item follows, its first. A line below the sign
  /// of an item is no more of it where it begins with a capital that the item, which ends no sentence, had room for.
  ///
  /// - Parameters:
  ///   - end: where the text before the line ends.
  ///   - isBelowBlank: whether a blank line stands above it. A sentence may go on below one on the next page.
  func isLeft(_ line: ByteRange, behind end: Int, _ isBelowBlank: Bool = false, in source: Span<UInt8>) -> Bool {
    let indent = TextMarks.indent(of: line.start, in: source)
    if let second { return indent < second && indent <= first }
    guard indent < first else {
      return isSigned && indent == first && source[line.start].isCapital && !source[end - 1].isOne(of: ".", "!", "?")
        && Self.hasRoom(first + end - start, for: line, in: source)
    }
    return source[end - 1].isOne(of: ".", "!", "?", ")", "\"") || isBelowBlank && !source[line.start].isSmall
      || ItemPrefix.read(line.start, line.end, in: source).kind != .none
      || Self.hasRoom(first + end - start, for: line, of: endsPart(end, in: source) ? Self.narrow : width, in: source)
  }

  /// `One,`, `One; and`.
  private func endsPart(_ end: Int, in source: Span<UInt8>) -> Bool {
    var end = end
    for word in [" and", " or"]
    where end - start > word.utf8.count && source.has(word, at: end - word.utf8.count, end: end) {
      end -= word.utf8.count
      break
    }
    return source[end - 1].isOne(of: ",", ";", ":")
  }

  /// Whether the first word of a line would have stood in the line above, of so many characters.
  static func hasRoom(
    _ above: Int, for line: ByteRange, of width: Int = narrow, in source: Span<UInt8>
  ) -> Bool {
    var end = line.start
    while end < line.end, source[end] > 0x20 { end += 1 }
    return above + 1 + end - line.start <= width
  }
}
