import MarkingModel

/// One fault in a clean cable, the rule that must report it, and where.
struct Mutation: Sendable, CustomStringConvertible {
  var rule: String
  var name: String
  /// The severity that the finding has; that of a print or scan may be lower.
  var severity: Severity
  /// The clean cables that it is tried on.
  var bases: [String]
  /// Breaks the cable and gives the place of the finding.
  var edit: @Sendable (inout Cable) throws(Cable.Missing) -> Cable.Place

  var description: String { "\(rule): \(name)" }

  static let all = wire + line + captions + order + tags + references + paragraphs + portions + sections + passages

  static func error(
    _ rule: String, _ name: String, _ bases: [String],
    _ edit: @escaping @Sendable (inout Cable) throws(Cable.Missing) -> Cable.Place
  ) -> Mutation {
    Mutation(rule: rule, name: name, severity: .error, bases: bases, edit: edit)
  }

  static func warning(
    _ rule: String, _ name: String, _ bases: [String],
    _ edit: @escaping @Sendable (inout Cable) throws(Cable.Missing) -> Cable.Place
  ) -> Mutation {
    Mutation(rule: rule, name: name, severity: .warning, bases: bases, edit: edit)
  }
}
