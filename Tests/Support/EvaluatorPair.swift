package import MarkingModel
package import RuleEngine

/// Both evaluators over one rule set, and what the compiled one says otherwise than libxml2.
package struct EvaluatorPair: ~Copyable {
  private var compiled: CompiledEvaluator
  private var oracle: LibXML2Evaluator
  /// How many findings there were in all documents.
  package private(set) var findings = 0

  package init(_ set: RuleSet) throws {
    compiled = CompiledEvaluator(set)
    oracle = try LibXML2Evaluator(set)
  }

  /// What is different of a document; empty where everything is the same: outcomes, places, parts of messages, and what
  /// was judged.
  package mutating func differences(over document: MarkingDocument) throws -> [String] {
    let expected = try oracle.check(document, recordingJudgements: true)
    findings += expected.findings.count
    var differences = Self.differences(try compiled.check(document, recordingJudgements: true), expected)
    // Without judgements: what is found out of nodes the first time is known the second time.
    var unrecorded = expected
    Self.forgetJudgements(&unrecorded)
    for _ in 0..<2 {
      differences += Self.differences(try compiled.check(document, recordingJudgements: false), unrecorded)
    }
    return differences
  }

  private static func forgetJudgements(_ result: inout CheckResult) {
    result.judgements = []
    for place in result.quoted.indices { forgetJudgements(&result.quoted[place]) }
  }

  private static func differences(_ found: CheckResult, _ expected: CheckResult) -> [String] {
    var differences: [String] = []
    if found.rules.count != expected.rules.count { differences.append("the number of rules") }
    for (found, expected) in zip(found.rules, expected.rules) where found != expected {
      differences.append("\(found) instead of \(expected)")
    }
    if found.findings != expected.findings {
      let places = Set(found.findings).symmetricDifference(expected.findings).map { "\($0.assertion) \($0.node)" }
      differences.append("findings: \(places.sorted())")
    }
    if found.judgements != expected.judgements { differences.append("judgements") }
    if found.quoted.count != expected.quoted.count { differences.append("the number of quoted documents") }
    for (found, expected) in zip(found.quoted, expected.quoted) {
      differences += Self.differences(found, expected)
    }
    return differences
  }
}
