package import MarkingModel

/// Judges documents by one rule set, one after the other. One for each worker; none is shared between threads.
///
/// There are two: `CompiledEvaluator`, and `LibXML2Evaluator`, which every test holds it against.
package protocol RuleEvaluator: ~Copyable {
  /// What the rules say about a telegram and, apart from it, about those it repeats. `recordingJudgements` fills
  /// `CheckResult.judgements`, which only SVRL needs.
  mutating func check(_ document: MarkingDocument, recordingJudgements: Bool) throws(EvaluationError) -> CheckResult
}

/// An expression of a rule that could not be evaluated.
package struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  package var rule: String
  package var problem: String

  package var description: String { "rule \(rule) cannot be evaluated: \(problem)" }
}
