package import MarkingModel

/// One thing that is wrong in a rule file, a profile or the contract, and where.
package struct RuleProblem: Sendable, Hashable {
  /// The file as the caller named it.
  package var file: String
  package var position: Position
  package var mistake: RuleMistake
}

extension RuleProblem: CustomStringConvertible {
  /// "cable/CAP-003.sch:12:30: paragraph has no attribute “controled”"
  package var description: String { "\(file):\(position.line):\(position.column): \(mistake)" }
}

/// What keeps rules from being used.
package enum RuleError: Error, Hashable {
  /// Files that are not as they must be, in order of file and place.
  case problems([RuleProblem])
  /// A rule, rule family or profile that is asked for and is not there.
  case unknown(names: [String])
}

extension RuleError: CustomStringConvertible {
  /// A line for each problem.
  package var description: String {
    switch self {
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    case .unknown(let names): "no such rule, rule family or profile: \(names.joined(separator: ", "))"
    }
  }
}
