/// Looks for a secret in a copy in all that anyone could make of its bytes. It shares no code with the program.
enum DeepScan {
  /// Letters and digits of everything that can be decoded, one text after the other.
  static func letters(of copy: [UInt8]) -> String {
    let text = String(decoding: copy, as: UTF8.self)
    var texts = [
      text, withoutTags(text), references(text), withoutTags(references(text)), references(withoutTags(text)),
    ]
    texts += texts.map(percent)
    texts += texts.map(references)
    texts += base64(text)
    return Set(texts).map(folded).joined(separator: "\n")
  }

  private static func withoutTags(_ text: String) -> String {
    var seen = ""
    var isInTag = false
    for scalar in text.unicodeScalars {
      if scalar == "<" { isInTag = true }
      if !isInTag { seen.unicodeScalars.append(scalar) }
      if scalar == ">" { isInTag = false }
    }
    return seen
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "shy": "", "hyphen": "-", "ndash": "-", "mdash": "-",
    "aacute": "a", "eacute": "e", "Tab": " ", "NewLine": " ", "zwnj": "", "zwj": "", "lowbar": "_",
  ]

  private static func references(_ text: String) -> String {
    var seen = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      seen += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
      guard let value = value(of: name) else {
        seen += "&"
        continue
      }
      seen += value
      rest = rest.dropFirst(name.count)
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return seen + rest
  }

  private static func value(of name: Substring) -> String? {
    guard name.first == "#" else { return named[String(name)] }
    let digits = name.dropFirst()
    let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map(String.init)
  }

  private static func percent(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var at = 0
    while at < source.count {
      if source[at] == 0x25, at + 2 < source.count,
        let value = UInt8(String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        at += 3
      } else {
        bytes.append(source[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ text: String) -> [String] {
    text.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "/") }.filter { $0.utf8.count >= 8 }
      .map { run in
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in run.utf8 {
          bits = (bits << 6 | (alphabet.firstIndex(of: byte) ?? 0)) & 0xFFFF
          count += 6
          if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
          }
        }
        return String(decoding: bytes, as: UTF8.self)
      }
  }

  static func folded(_ text: String) -> String {
    var seen = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        seen.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x660...0x669: seen.append(String(scalar.value - 0x660))
      case 0x1D7CE...0x1D7D7: seen.append(String(scalar.value - 0x1D7CE))
      case 0x430, 0xE1: seen.append("a")
      case 0x443: seen.append("y")
      case 0x456: seen.append("i")
      case 0xE9: seen.append("e")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: seen.unicodeScalars.append(scalar)
      default: break
      }
    }
    return seen.lowercased()
  }
}
