/// Makes the names of files and the words of a command line fit for a terminal and for XML.
package enum Printable {
  /// The bytes as text. A byte that is not UTF-8 becomes `\xHH`, a control or direction character `\u{…}`, so that
  /// no name can move the cursor, change colours, break a line or write backwards.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var result = ""
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        offset += encoded.count
        append(UTF8.decode(encoded), to: &result)
      case .error(let length):
        for byte in bytes[offset..<min(offset + length, bytes.count)] {
          result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        offset += length
      case .emptyInput: return result
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if isHidden(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
