import MarkingModel
internal import TextKit

/// Signs for machines in a plain text of which its reader sees nothing.
enum HiddenSigns {
  /// Bytes that may begin one: an escape, and the first of a control or a tag character.
  static let starts: [UInt8] = [0x1B, 0xC2, 0xF3]

  /// The longest text for the terminal itself, in bytes: the target of a link.
  private static let longest = 400

  /// A sequence for a terminal (ECMA-48), which shows nothing of it: `ESC[1m`, the same with U+009B, `ESC(B`, `ESC]8;;…`.
  /// Or a tag character (U+E0020–E007E): who has the file reads it as the letter that it stands for.
  static func read(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    switch source[at] {
    case 0x1B: endOfEscape(source, at).map { ([hidden(at, $0)], $0) }
    case 0xC2:
      at + 1 < source.count && source[at + 1] == 0x9B
        ? endOfControl(source, at + 2).map { ([hidden(at, $0)], $0) } : nil
    default: tag(source, at)
    }
  }

  private static func hidden(_ start: Int, _ end: Int) -> FoldedText.Edit {
    FoldedText.Edit(ByteRange(start, end), reads: [], isPart: true)
  }

  private static func endOfEscape(_ source: Span<UInt8>, _ at: Int) -> Int? {
    guard at + 1 < source.count else { return nil }
    switch source[at + 1] {
    case UInt8(ascii: "["): return endOfControl(source, at + 2)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      var end = at + 2
      while end < source.count, end - at < longest, source[end] != 0x07, source[end] != 0x1B, source[end] != 0x0A {
        end += 1
      }
      guard end < source.count else { return nil }
      if source[end] == 0x07 { return end + 1 }
      return source[end] == 0x1B && end + 1 < source.count && source[end + 1] == UInt8(ascii: "\\") ? end + 2 : nil
    case 0x20...0x2F:
      var end = at + 2
      while end < source.count, (0x20...0x2F).contains(source[end]) { end += 1 }
      return end < source.count && (0x30...0x7E).contains(source[end]) ? end + 1 : nil
    case 0x30...0x7E: return at + 2
    default: return nil
    }
  }

  /// Parameters, then the letter that says what is to be done.
  private static func endOfControl(_ source: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < source.count, end - start < longest, (0x20...0x3F).contains(source[end]) { end += 1 }
    return end < source.count && (0x40...0x7E).contains(source[end]) ? end + 1 : nil
  }

  private static func tag(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    guard at + 3 < source.count, source[at + 1] == 0xA0, source[at + 2] & 0xFE == 0x80, source[at + 3] & 0xC0 == 0x80
    else { return nil }
    let letter = (source[at + 2] & 1) << 6 | (source[at + 3] & 0x3F)
    guard (0x20...0x7E).contains(letter) else { return nil }
    return ([FoldedText.Edit(ByteRange(at, at + 4), reads: [letter], isPart: true)], at + 4)
  }
}
