import Documents
import MarkingModel

/// A text as the readers of markings and portions are given it: signs that show nothing at the start of a line stand at the
/// end of the line before, as blanks. A mark behind them is then one at the start of a line. It is as long as the text, and
/// all else has the same place.
enum SeenText {
  /// The text itself where no line has any, as in most. O(text).
  static func of(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "&") }) else { return text }
    let source = text.span
    var seen = text
    // A mark of the byte order before all text is known to every reader.
    var start = source.has("\u{FEFF}", at: 0, end: source.count) ? 3 : 0
    var lineEnd = start
    while start < source.count {
      var at = start
      var hidden = 0
      while at < source.count {
        if let end = invisibleEnd(at, in: source) {
          hidden += end - at
          at = end
        } else if source[at].isOne(of: " ", "\t", ">") {
          at += 1
        } else {
          break
        }
      }
      if hidden > 0 {
        let visible = visible(ByteRange(start, at), in: source)
        let blanks = [UInt8](repeating: 0x20, count: hidden)
        seen.replaceSubrange(lineEnd..<at, with: blanks + text[lineEnd..<start] + visible)
      }
      lineEnd = source.lineEnd(from: at)
      start = source.nextLine(behind: lineEnd)
    }
    return seen
  }

  private static func visible(_ range: ByteRange, in source: Span<UInt8>) -> [UInt8] {
    var visible: [UInt8] = []
    var at = range.start
    while at < range.end {
      if let end = invisibleEnd(at, in: source) {
        at = end
      } else {
        visible.append(source[at])
        at += 1
      }
    }
    return visible
  }

  /// Where the sign ends that stands at an offset, by its bytes or its number or name; nil where it shows something.
  private static func invisibleEnd(_ at: Int, in source: Span<UInt8>) -> Int? {
    guard source[at] == UInt8(ascii: "&") else { return source.invisibleEnd(at) }
    let reference = CharacterReference.read(at, source.count, in: source)
    return reference.flatMap { $0.isInvisible ? $0.range.end : nil }
  }
}
