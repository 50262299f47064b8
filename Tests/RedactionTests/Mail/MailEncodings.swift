/// Encodings of mail, written for the tests and apart from those of the program.
enum MailEncodings {
  static func q(_ text: String) -> String {
    "=?utf-8?q?" + text.utf8.map { isLetterOrDigit($0) ? String(UnicodeScalar($0)) : "=" + hex($0) }.joined() + "?="
  }

  static func b(_ text: String) -> String { "=?UTF-8?B?\(base64(text, every: 10_000))?=" }

  /// Cut in pieces of three bytes, which may fall into characters.
  static func pieces(_ text: String, _ encode: (String) -> String, _ between: String = " ") -> String {
    cut(text, every: 3).map(encode).joined(separator: between)
  }

  static func mixedPieces(_ text: String) -> String {
    let pieces = cut(text, every: 4)
    return "Subject: "
      + pieces.indices.map { $0.isMultiple(of: 2) ? q(pieces[$0]) : b(pieces[$0]) }.joined(separator: "\n ")
  }

  /// As an unstructured field has it: a line that goes on begins with a blank.
  static func folded(_ text: String) -> String { text.replacing("\n", with: "\n ") }
  static func flat(_ text: String) -> String { text.replacing("\n", with: " ") }

  static func quoted(_ text: String) -> String { "\"" + flat(text).filter { $0 != "\"" && $0 != "\\" } + "\"" }

  static func percent(_ text: String) -> String {
    "utf-8''" + text.utf8.map { isLetterOrDigit($0) ? String(UnicodeScalar($0)) : "%" + hex($0) }.joined()
  }

  static func continued(_ text: String) -> String {
    let pieces = cut(text, every: 5).map { String(percent($0).dropFirst(7)) }
    return pieces.enumerated().map { "filename*\($0.offset)*=\($0.offset == 0 ? "utf-8''" : "")\($0.element)" }
      .joined(separator: ";\n ")
  }

  static func quotedPrintable(_ text: String) -> String { quotedPrintable(text, every: 60) }

  static func quotedPrintable(_ text: String, every count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let letters = line.utf8.map { isLetterOrDigit($0) || $0 == 0x20 ? String(UnicodeScalar($0)) : "=" + hex($0) }
      return stride(from: 0, to: max(1, letters.count), by: count).map {
        letters[$0..<min(letters.count, $0 + count)].joined()
      }.joined(separator: "=\n")
    }.joined(separator: "\n")
  }

  static func base64(_ text: String) -> String { base64(text, every: 60) }
  static func base64(_ text: String, every count: Int) -> String { base64(Array(text.utf8), every: count) }

  static func base64(_ bytes: [UInt8], every count: Int = 60) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var letters: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(bytes.count, start + 3)] + [0, 0]
      let bits = group.prefix(3).reduce(0) { $0 << 8 | Int($1) }
      let used = min(3, bytes.count - start) + 1
      for place in 0..<4 { letters.append(place < used ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")) }
    }
    return cut(String(decoding: letters, as: UTF8.self), every: count).joined(separator: "\n")
  }

  static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }

  /// Lines that go on behind a blank: at the text's own blanks, or after so many characters.
  static func flowed(_ text: String) -> String {
    text.replacing("\n", with: " ").split(separator: " ", omittingEmptySubsequences: false).joined(separator: " \n")
  }

  static func flowed(_ text: String, every count: Int) -> String {
    // A blank is put before a line that begins with one.
    cut(flat(text), every: count).map { $0.hasPrefix(" ") ? " " + $0 : $0 }.joined(separator: " \n")
  }

  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;").replacing(
      "\n", with: "\\n")
  }

  static func cut(_ text: String, every count: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return stride(from: 0, to: scalars.count, by: count).map {
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[$0..<min(scalars.count, $0 + count)])
      return String(piece)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  private static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
