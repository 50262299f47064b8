/// The path of a document as an audit file has it.
enum StoredPath {
  /// The text that stands for a path that is no UTF-8: each byte that is part of no character as `\xHH`. nil for a path
  /// that is UTF-8, which stands as it is. O(bytes).
  static func text(_ path: [UInt8]) -> String? {
    if path.allSatisfy({ $0 < 0x80 && $0 != 0 }) || isUTF8(path) { return nil }
    var result = ""
    var parser = UTF8.ForwardParser()
    var iterator = path.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        offset += encoded.count
        result.unicodeScalars.append(UTF8.decode(encoded))
      case .error(let length):
        for byte in path[offset..<min(offset + length, path.count)] {
          result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        offset += length
      case .emptyInput: return result
      }
    }
  }

  private static func isUTF8(_ path: [UInt8]) -> Bool {
    // A zero ends a text for many a reader.
    !path.contains(0) && String(validating: path, as: UTF8.self) != nil
  }
}
