/// Texts as a header has them: ASCII, in lines of at most 76 characters where it has blanks.
package enum HeaderText {
  /// The value of a field whose text has no structure, as `Subject`. What is not plain ASCII is written as encoded words
  /// (RFC 2047).
  package static func unstructured(_ text: String) -> String {
    let isLong = text.utf8.split(separator: 0x20).contains { $0.count > longestWord }
    return isPlain(text) && !isLong ? text : encodedWords(text)
  }

  /// A name before an address: a quoted string or encoded words.
  package static func phrase(_ text: String) -> String {
    guard isPlain(text) else { return encodedWords(text) }
    return "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
  }

  /// A parameter behind a value: `; filename="a.csv"`, or by RFC 2231 where that would not be read alike everywhere.
  package static func parameter(_ name: String, _ value: String) -> String {
    let isSimple = value.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || " ._()[]-".utf8.contains($0) }
    if isSimple { return "; \(name)=\"\(value)\"" }
    return "; \(name)*=utf-8''" + escaped(value, by: "%") { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  /// A field, folded at blanks.
  package static func field(_ name: String, _ value: String, lineEnd: String) -> String {
    var text = name + ":"
    var width = text.utf8.count
    for word in value.split(separator: " ", omittingEmptySubsequences: false) {
      let isFirst = width == name.utf8.count + 1 && text.hasSuffix(":")
      // A line that begins with two blanks, or has nothing else, would be read as another number of them.
      if !isFirst, width + 1 + word.utf8.count > lineLength, !word.isEmpty {
        text += lineEnd
        width = 0
      }
      text += " " + word
      width += 1 + word.utf8.count
    }
    return text + lineEnd
  }

  private static let lineLength = 76
  private static let longestWord = 60

  /// Whether a text means itself in a header: printable ASCII that nobody takes for an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } && !text.contains("=?")
  }

  /// Words of UTF-8 in the encoding `Q`; no character is cut.
  private static func encodedWords(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let letters = escaped(String(scalar), by: "=") {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x20 || "!*+-/".utf8.contains($0)
      }
      if word.utf8.count + letters.utf8.count > longestWord {
        words.append(word)
        word = ""
      }
      word += letters == " " ? "_" : letters
    }
    if !word.isEmpty { words.append(word) }
    return words.map { "=?utf-8?Q?\($0)?=" }.joined(separator: " ")
  }

  private static func escaped(_ text: String, by sign: String, except isFree: (UInt8) -> Bool) -> String {
    text.utf8.map { isFree($0) ? String(UnicodeScalar($0)) : sign + Hexadecimal.text($0) }.joined()
  }
}

enum Hexadecimal {
  private static let digits = Array("0123456789ABCDEF".utf8)

  static func bytes(_ byte: UInt8) -> [UInt8] { [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  static func text(_ byte: UInt8) -> String { String(decoding: bytes(byte), as: UTF8.self) }
}
