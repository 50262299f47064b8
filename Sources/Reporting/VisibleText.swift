/// Text from outside, made safe to print: a path, a word of a command line or a marking must not move the cursor, hide, or
/// turn around the text that follows it.
package enum VisibleText {
  /// Whether a terminal or a reader could take the scalar for something other than a visible character: controls,
  /// line separators, marks that change the direction of text, zero-width marks, noncharacters.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func hasHidden(_ text: String) -> Bool {
    !text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && text.unicodeScalars.contains(where: isHidden)
  }

  /// The text with each such scalar written as `\u{…}`: for paths, which must stay distinct.
  package static func escaped(_ text: String) -> String {
    guard hasHidden(text) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The same of bytes, which are mostly UTF-8.
  package static func escaped(_ bytes: some Sequence<UInt8>) -> String { escaped(decoded(bytes)) }

  /// Bytes as text: each byte that is part of no character as `\xHH`. A backslash that reads like the beginning of such a
  /// sign, or of `\u{…}`, is one itself: what differs stays different. O(bytes).
  package static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = distinct(Array(bytes))
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        offset += encoded.count
        result.unicodeScalars.append(UTF8.decode(encoded))
      case .error(let length):
        for byte in bytes[offset..<min(offset + length, bytes.count)] {
          result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        offset += length
      case .emptyInput: return result
      }
    }
  }

  private static func distinct(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard bytes.contains(backslash) else { return bytes }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == backslash, next == UInt8(ascii: "x") || next == UInt8(ascii: "u") {
        result += "\\x5C".utf8
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The text with one character for each such scalar, a blank for a tab: for lines of a document, where places count.
  package static func flattened(_ text: String) -> String {
    guard hasHidden(text) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\t" ? " " : isHidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return result
  }
}
