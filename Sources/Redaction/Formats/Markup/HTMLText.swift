/// Text of a page as it is shown.
enum HTMLText {
  /// Without control characters, which nobody sees and XML does not have.
  static func visible(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xEF || $0 == 0xC2 }) else { return bytes }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      switch $0.value {
      case 0x09, 0x0A, 0x0C, 0x0D: true
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    let words = visible(bytes).split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0C || $0 == 0x0D }
    return Array(words.joined(separator: [0x20]))
  }

  /// Whether a value is a number of one to three digits.
  static func isSmallNumber(_ value: [UInt8]) -> Bool {
    (1...3).contains(value.count) && value.allSatisfy { $0 &- 0x30 < 10 }
  }
}
