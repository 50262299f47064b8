/// Walks over the bytes of an expression, those of literals left out: for questions that need no syntax tree.
struct ExpressionScan {
  let bytes: [UInt8]
  private(set) var at = 0

  init(_ expression: String) { bytes = Array(expression.utf8) }

  /// The next byte that stands in no literal.
  mutating func next() -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else { return byte }
      while at < bytes.count, bytes[at] != byte { at += 1 }
      at += 1
    }
    return nil
  }

  /// The name that stands here, after blanks; empty where none does.
  mutating func name() -> String {
    skipBlanks()
    let start = at
    while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 || bytes[at] == 0x2D { at += 1 }
    return text(from: start)
  }

  /// Whether a name that was read here is one of an element: neither an axis, a prefix nor a function.
  var endsName: Bool {
    var at = at
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at == bytes.count || [UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "|")].contains(bytes[at])
  }

  /// What stands between an earlier place and this one.
  func text(from start: Int) -> String { text(from: start, to: at) }
  func text(from start: Int, to end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// Whether the colon met last makes what is before it the name of an axis that leads to attributes: `attribute::`.
  var isAfterAttribute: Bool {
    var end = at - 1
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes[..<end].suffix(9).elementsEqual("attribute".utf8)
  }

  private mutating func skipBlanks() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }
}
