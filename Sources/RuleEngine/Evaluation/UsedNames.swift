/// What expressions name, found without parsing them: they were parsed when the rule was loaded, and an evaluator is
/// made at every start of the program.
struct UsedNames {
  /// The attributes. The tree for the rules need not hold any other.
  private(set) var attributes: Set<String> = []
  /// Whether some expression takes attributes whatever their name is.
  private(set) var takesAll = false

  /// O(bytes of the expression).
  mutating func add(_ expression: String) {
    var scan = ExpressionScan(expression)
    while let byte = scan.next() {
      if byte == UInt8(ascii: "@") {
        let name = scan.name()
        if name.isEmpty { takesAll = true } else { attributes.insert(name) }
      } else if byte == UInt8(ascii: ":") {
        // `attribute::n` and every other axis that is written out.
        takesAll = true
      }
    }
  }

  /// The elements that a context can select: the names of the last steps of its alternatives. Nil where they cannot be
  /// told so. O(bytes of the context).
  static func targets(ofContext context: String) -> [String]? {
    var scan = ExpressionScan(context)
    var found: [String] = []
    var last = ""
    var depth = 0
    while let byte = scan.next() {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case _ where depth > 0: break
      case UInt8(ascii: "/"):
        last = scan.name()
        if last.isEmpty { return nil }
      case UInt8(ascii: "|"):
        found.append(last)
        last = ""
      case 0x20, 0x0A, 0x0D, 0x09: break
      default: return nil
      }
    }
    found.append(last)
    return depth == 0 && !found.contains("") ? found : nil
  }
}

/// Walks over the bytes of an expression, those of literals left out.
private struct ExpressionScan {
  private let bytes: [UInt8]
  private var at = 0

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
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    let start = at
    while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 || bytes[at] == 0x2D { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
