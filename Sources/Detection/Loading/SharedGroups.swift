/// Groups that any expression of a detector may call, `(?&digitword)`: ways to write a number that every kind of number
/// shares.
enum SharedGroups {
  /// An expression with the groups that it calls behind it, where its own keep their numbers.
  static func completed(_ expression: String) -> String {
    var whole = expression
    for (name, text) in groups where expression.contains("(?&\(name))") {
      whole += "(?(DEFINE)(?<\(name)>\(text)))"
    }
    return whole
  }

  /// Whether an expression calls the words of numbers.
  static func areCalled(in expression: String) -> Bool { expression.contains("(?&digitword)") }

  private static let groups = [
    // A number's word as it is read out: "oh", "niner", "fourteen", "double".
    (
      "digitword",
      "(?i:zero|oh?|nought|naught|one|two|three|tree|four(?:teen)?|fower|five|fife|six(?:teen|ty)?|seven(?:teen|ty)?"
        + "|eight(?:een|y)?|nine(?:teen|ty|r)?|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred"
        + "|double|triple)(?![A-Za-z])"
    ),
    // What parts two of them.
    ("spoken", "[^A-Za-z0-9\\n]{1,4}(?:(?i:dash|hyphen|and|space|then|point|dot)[^A-Za-z0-9\\n]{1,3})?"),
    // What may part groups of digits, whatever signs that are, and what parts single digits.
    ("apart", "[^A-Za-z0-9\\n]{0,5}"),
    ("parted", "[^A-Za-z0-9\\n]{1,3}"),
  ]
}
