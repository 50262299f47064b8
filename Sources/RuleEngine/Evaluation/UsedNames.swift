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
