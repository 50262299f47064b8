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
      var visible: [UInt8] = []
      var at = start
      while at < source.count {
        if let end = invisibleEnd(at, in: source) {
          at = end
        } else if source[at].isOne(of: " ", "\t", ">") {
          visible.append(source[at])
          at += 1
        } else {
          break
        }
      }
      let hidden = at - start - visible.count
      if hidden > 0 {
        let blanks = [UInt8](repeating: 0x20, count: hidden)
        seen.replaceSubrange(lineEnd..<at, with: blanks + text[lineEnd..<start] + visible)
      }
      lineEnd = source.lineEnd(from: at)
      start = source.nextLine(behind: lineEnd)
    }
    return seen
  }

  /// Where the sign ends that stands at an offset, by its bytes or its number or name; nil where it shows something.
  private static func invisibleEnd(_ at: Int, in source: Span<UInt8>) -> Int? {
    if source[at] == UInt8(ascii: "&") {
      guard let reference = CharacterReference.read(at, source.count, in: source), isInvisible(reference.scalar) else {
        return nil
      }
      return reference.range.end
    }
    let length = source[at] >= 0xE0 ? 3 : 2
    guard source[at] >= 0xC2, source[at] < 0xF0, at + length <= source.count else { return nil }
    var value = UInt32(source[at] & (length == 3 ? 0x0F : 0x1F))
    for place in (at + 1)..<(at + length) { value = value << 6 | UInt32(source[place] & 0x3F) }
    return Unicode.Scalar(value).map(isInvisible) == true ? at + length : nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}
