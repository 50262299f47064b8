/// Everything that somebody could read in a file of mail, found without the program's own decoders: the file as it is, and
/// with each encoding undone that it may hold, once and once more.
enum MailScan {
  static func texts(of file: String) -> [String] {
    let once = [file] + undone(file)
    return once + once.dropFirst().flatMap(undone)
  }

  private static func undone(_ text: String) -> [String] {
    let joined = text.replacing("=\r\n", with: "").replacing("=\n", with: "")
    // Encoded words that stand beside each other are one.
    let words = text.replacing("?=\r\n ", with: "").replacing("?=\n ", with: "").replacing("?= ", with: "")
    return [hex(joined, by: "="), hex(words, by: "="), hex(text, by: "%"), unfolded(text), base64(text), base64(words)]
  }

  private static func unfolded(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\n ", with: "").replacing("\\n", with: " ").replacing("\\", with: "")
  }

  private static func hex(_ text: String, by sign: Character) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == sign.asciiValue, at + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self).replacing("=?utf-8?Q?", with: "").replacing("=?UTF-8?B?", with: "")
  }

  /// All runs of the letters of base64, whatever stands around them.
  private static func base64(_ text: String) -> String {
    var result = ""
    for run in text.replacing("\r", with: "").replacing("\n", with: "").split(whereSeparator: { value(of: $0) == nil })
    {
      for skip in 0..<4 where run.count - skip >= 8 {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for letter in run.dropFirst(skip) {
          bits = (bits << 6 | (value(of: letter) ?? 0)) & 0xFFFF
          count += 6
          if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
          }
        }
        result += String(decoding: bytes.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self) + " | "
        // UTF-16 in it.
        result += String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) + " | "
      }
    }
    return result
  }

  private static func value(of letter: Character) -> Int? {
    guard let ascii = letter.asciiValue else { return nil }
    switch ascii {
    case 0x41...0x5A: return Int(ascii) - 0x41
    case 0x61...0x7A: return Int(ascii) - 0x61 + 26
    case 0x30...0x39: return Int(ascii) - 0x30 + 52
    case 0x2B, 0x2D: return 62
    case 0x2F, 0x5F: return 63
    default: return nil
    }
  }
}
