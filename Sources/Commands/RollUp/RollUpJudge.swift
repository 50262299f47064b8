import Documents
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine

/// Judges lines of portion marks and their banner, one after the other, by one rule set.
struct RollUpJudge: ~Copyable {
  private let printer: MarkingPrinter
  private var evaluator: Evaluator
  private let policy: RollUpPolicy

  init(_ rules: RuleSet, policy: RollUpPolicy, by kind: Evaluator.Kind = .compiled) throws(UsageError) {
    self.init(
      printer: MarkingPrinter(
        vocabulary: try MarkingJudge.readVocabulary(), style: Self.style(policy.scheme)),
      evaluator: try MarkingJudge.makeEvaluator(rules, by: kind), policy: policy)
  }

  private init(printer: MarkingPrinter, evaluator: consuming Evaluator, policy: RollUpPolicy) {
    self.printer = printer
    self.evaluator = evaluator
    self.policy = policy
  }

  /// How banners are written under the customs that they follow.
  private static func style(_ scheme: RollUpPolicy.Scheme) -> MarkingStyle {
    switch scheme {
    case .ic: .ic
    case .nara: .isoo
    case .dod: .dod
    }
  }

  /// Whether the given banner says what is required, and says it well: in titles, then, it is as good as in abbreviations
  /// and stands as it is.
  private func isWritten(_ required: Marking, _ reading: RollUpReader.Reading, _ text: [UInt8]) -> Bool {
    guard let given = reading.given, given.defects.isEmpty else { return false }
    let vocabulary = printer.vocabulary
    return given.meaning(in: text.span, vocabulary).normalized(by: vocabulary) == required.normalized(by: vocabulary)
  }

  /// Judges `portion ; portion => BANNER`.
  mutating func judge(_ text: [UInt8]) throws(UsageError) -> JudgedRollUp {
    let reading = RollUpReader.read(text.span, policy: policy, vocabulary: printer.vocabulary)
    var judged = JudgedRollUp(
      text: text, portions: reading.line?.portions ?? [], banner: reading.line?.banner,
      problem: reading.problem.map { "\($0)" })
    if let required = reading.required, required.marking.system != .none {
      judged.banner = isWritten(required.marking, reading, text) ? judged.given : printer.banner(required.marking)
      judged.because = required.reasons.map { reason in
        JudgedRollUp.Reason(token: required.text(of: reason, printer.vocabulary), portions: reason.portions.sorted())
      }
    }
    guard reading.problem == nil else { return judged }
    do throws(EvaluationError) {
      judged.findings = try evaluator.check(reading.document, recordingJudgements: false).findings
      return judged
    } catch {
      throw .rules([error.description])
    }
  }
}
