/// Which sections are there, and how many there should be.
struct SectionCount: Sendable {
  var found: [Int] = []
  /// The number that the telegram says it has; 1 where it is not sectioned.
  var total = 1
  /// The section it begins with.
  var first: Int { found.first ?? 1 }

  /// Counts a section. `afterText`: text stands before it, which is that of the first section where none was counted.
  mutating func add(_ section: Int, afterText: Bool) {
    if afterText, section > 1, found.isEmpty { found.append(1) }
    if section >= 1, section <= 999, !found.contains(section) { found.append(section) }
  }

  /// The sections of the classification lines so far; 0 for a line without one.
  var lines: [Int] = []

  /// Whether a classification line for the section stood before. Section numbers beyond 999 are not told apart.
  mutating func isRepeated(_ section: Int) -> Bool {
    let section = min(section, 1000)
    if lines.contains(section) { return true }
    lines.append(section)
    return false
  }

  /// How many of the sections are there.
  var foundCount: Int { max(1, found.count { $0 <= max(total, 1) }) }
}
