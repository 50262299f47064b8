import RuleEngine

extension Arguments {
  /// What evaluates the rules, as `--evaluator` says.
  var evaluator: Evaluator.Kind { value(.evaluator).flatMap(Evaluator.Kind.init(rawValue:)) ?? .compiled }
}
