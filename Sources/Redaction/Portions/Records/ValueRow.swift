import Documents
import MarkingModel

/// A record of values between commas, semicolons or tabs (RFC 4180): `S//NF,"The quay, and more",12`.
struct ValueRow {
  /// The values without quotes around them and blanks at their ends.
  var values: [ByteRange] = []
  var range: ByteRange
  /// Whether no blank follows what parts the values, as in no sentence, and more than the digits of a number is parted.
  var isTight = false

  /// How far a value in quotes may reach: one that nothing closes is looked for no further.
  private static let longest = 2_048

  /// The record that begins with a line; nil where nothing is parted there. It may go on over lines in a quoted value.
  init?(at start: Int, to limit: Int, by sign: UInt8, in source: Span<UInt8>) {
    range = ByteRange(start, start)
    var at = start
    var isSpaced = false
    var isOfNumbers = true
    while true {
      let begin = Self.blanksEnd(at, to: limit, by: sign, in: source)
      let value: ByteRange
      if let quoted = Self.quoted(begin, to: limit, by: sign, in: source) {
        value = ByteRange(begin + 1, quoted - 1)
        at = Self.blanksEnd(quoted, to: limit, by: sign, in: source)
      } else {
        at = Self.valueEnd(begin, to: limit, by: sign, in: source)
        value = ByteRange(begin, max(begin, at))
      }
      values.append(Pieces.trimmed(value, in: source))
      guard at < limit, source[at] == sign else { break }
      at += 1
      let next = at < limit ? source[at] : 0x0A
      if next == 0x20 { isSpaced = true }
      if !(next.isDigit && at >= 2 && source[at - 2].isDigit) { isOfNumbers = false }
    }
    guard values.count > 1 else { return nil }
    range = Pieces.trimmed(ByteRange(start, at), in: source)
    isTight = !isSpaced && !isOfNumbers
  }

  /// Behind the quotes that close a value which begins with some; nil where none do before a border.
  private static func quoted(_ at: Int, to limit: Int, by sign: UInt8, in source: Span<UInt8>) -> Int? {
    guard at < limit, source[at] == UInt8(ascii: "\"") else { return nil }
    var i = at + 1
    let end = min(limit, at + longest)
    while i < end {
      guard source[i] == UInt8(ascii: "\"") else {
        i += 1
        continue
      }
      if i + 1 < end, source[i + 1] == UInt8(ascii: "\"") {
        i += 2
        continue
      }
      let next = blanksEnd(i + 1, to: limit, by: sign, in: source)
      return next >= limit || source[next] == sign || source[next] == 0x0A || source[next] == 0x0D ? i + 1 : nil
    }
    return nil
  }

  private static func valueEnd(_ start: Int, to limit: Int, by sign: UInt8, in source: Span<UInt8>) -> Int {
    var at = start
    while at < limit, source[at] != sign, source[at] != 0x0A, source[at] != 0x0D {
      // What stands in place of a text has a comma in it.
      at = source[at] == UInt8(ascii: "[") ? WithheldLabel.read(at, in: source)?.end ?? at + 1 : at + 1
    }
    return min(at, limit)
  }

  /// The end of blanks; a tab that parts values is none.
  private static func blanksEnd(_ at: Int, to limit: Int, by sign: UInt8, in source: Span<UInt8>) -> Int {
    var end = at
    while end < limit, source[end] == 0x20 || source[end] == 0x09 && sign != 0x09 { end += 1 }
    return end
  }
}
