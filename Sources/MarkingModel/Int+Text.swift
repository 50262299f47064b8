extension Int {
  /// "1,234,567": for people.
  package var grouped: String {
    var digits = Array(String(self))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  /// The number with what it counts: "1 document", "1,200 documents".
  package func grouped(_ one: String, _ many: String? = nil) -> String { "\(grouped) \(noun(one, many))" }

  /// The same without commas: "1 document", "1200 documents".
  package func counted(_ one: String, _ many: String? = nil) -> String { "\(self) \(noun(one, many))" }

  /// What it counts, in the singular for one.
  private func noun(_ one: String, _ many: String?) -> String { self == 1 ? one : many ?? one + "s" }
}
