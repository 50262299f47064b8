package import MarkingModel

/// The evaluator that the user asks for.
package struct Evaluator: ~Copyable, RuleEvaluator {
  package enum Kind: String, Sendable, CaseIterable {
    case compiled, libxml2
  }

  private var compiled: CompiledEvaluator?
  private var libxml2: LibXML2Evaluator?

  package init(_ set: RuleSet, by kind: Kind = .compiled) throws(EvaluationError) {
    switch kind {
    case .compiled:
      compiled = CompiledEvaluator(set)
      libxml2 = nil
    case .libxml2:
      compiled = nil
      libxml2 = try LibXML2Evaluator(set)
    }
  }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    if let result = try compiled?.check(document, recordingJudgements: recordingJudgements) { return result }
    guard let result = try libxml2?.check(document, recordingJudgements: recordingJudgements) else {
      preconditionFailure("there is one of the two")
    }
    return result
  }
}
