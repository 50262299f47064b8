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
}
