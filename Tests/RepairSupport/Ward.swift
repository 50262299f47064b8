import Documents
package import MarkingGrammar
package import MarkingModel
package import Repair
package import RuleEngine
import TestSupport

/// Reads and judges documents for the tests of repairs, in one form and by one profile.
package struct Ward: RepairJudge {
  package let vocabulary: Vocabulary
  private var evaluator: CompiledEvaluatorBox
  package var form: Form?

  /// A noncopyable evaluator in a copyable ward.
  private final class CompiledEvaluatorBox {
    var evaluator: CompiledEvaluator
    init(_ rules: CompiledRules) { evaluator = CompiledEvaluator(rules) }
  }

  /// A vocabulary that does not load is a fault of the tables, which their own test reports.
  package init(_ rules: CompiledRules, form: Form? = nil) throws {
    guard let vocabulary = Vocabulary.project else { throw NoVocabulary() }
    self.vocabulary = vocabulary
    evaluator = CompiledEvaluatorBox(rules)
    self.form = form
  }

  private struct NoVocabulary: Error {}

  package mutating func judge(_ bytes: [UInt8]) throws(EvaluationError) -> Reading {
    let span = bytes.span
    let document = DocumentReader.read(span, form: form, vocabulary: vocabulary)
    return Reading(
      bytes: bytes, document: document, result: try evaluator.evaluator.check(document, recordingJudgements: false))
  }

  /// What becomes of a text.
  package mutating func repair(_ bytes: [UInt8]) throws -> Repaired {
    let reading = try judge(bytes)
    return try Repairer(vocabulary: vocabulary).repair(reading, by: &self)
  }
}
