/// What expressions name, found without parsing them: they were parsed when the rule was loaded, and an evaluator is
/// made at every start of the program.
struct UsedNames {
  /// The attributes. The tree for the rules need not hold any other.
  private(set) var attributes: Set<String> = []
  /// Whether some expression takes attributes whatever their name is.
  private(set) var takesAll = false

  /// Returns the names that were not used before. O(bytes of the expression).
  mutating func add(_ expression: String) -> [String] {
    var scan = ExpressionScan(expression)
    var added: [String] = []
    while let byte = scan.next() {
      if byte == UInt8(ascii: "@") {
        let name = scan.name()
        if name.isEmpty { takesAll = true } else if attributes.insert(name).inserted { added.append(name) }
      } else if byte == UInt8(ascii: ":"), scan.isAfterAttribute {
        takesAll = true
      }
    }
    return added
  }

  /// The same expression, every attribute that it names asked for as the first of that name. An element has no other, and
  /// libxml2 need not walk over the rest of its attributes then. O(bytes of the expression).
  static func askingForOneAttribute(_ expression: String) -> String {
    var scan = ExpressionScan(expression)
    var text: [UInt8] = []
    var copied = 0
    while let byte = scan.next() {
      guard byte == UInt8(ascii: "@"), !scan.name().isEmpty else { continue }
      text += scan.bytes[copied..<scan.at]
      text += "[1]".utf8
      copied = scan.at
    }
    text += scan.bytes[copied...]
    return String(decoding: text, as: UTF8.self)
  }
}

/// Walks over the bytes of an expression, those of literals left out.
private struct ExpressionScan {
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

  /// Whether the colon met last makes what is before it the name of an axis that leads to attributes: `attribute::`.
  var isAfterAttribute: Bool {
    var end = at - 1
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes[..<end].suffix(9).elementsEqual("attribute".utf8)
  }

  /// The name that stands here, after blanks; empty where none does.
  mutating func name() -> String {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    let start = at
    while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 || bytes[at] == 0x2D { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
