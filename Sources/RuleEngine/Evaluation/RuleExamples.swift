package import MarkingModel

/// What became of one example of a rule.
package struct ExampleResult: Sendable, Hashable {
  package var rule: String
  package var example: Rule.Example
  /// Byte offsets in the example at which the rule reported something, in order.
  package var found: [Int]

  /// Whether the findings stand exactly where the example says.
  package var holds: Bool { found == example.marks }
}

extension Rule {
  /// Runs the examples of this rule, and nothing but this rule, on what `read` makes of each (its bytes and the form
  /// that it asks for).
  package func runExamples(
    reading read: (_ bytes: Span<UInt8>, _ form: String?) -> MarkingDocument
  ) throws(EvaluationError) -> [ExampleResult] {
    var evaluator = CompiledEvaluator(RuleSet(rules: [self], profile: "", digest: ""))
    var results: [ExampleResult] = []
    for example in examples {
      let bytes = Array(example.text.utf8)
      let checked = try evaluator.check(read(bytes.span, example.form), recordingJudgements: false)
      let found = Self.findings(of: checked).map(\.range.start).sorted()
      results.append(ExampleResult(rule: id, example: example, found: found))
    }
    return results
  }

  private static func findings(of result: CheckResult) -> [Finding] {
    result.findings + result.quoted.flatMap(findings(of:))
  }
}
