import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules

/// What the rules of the `state` profile say about a text.
struct Check {
  /// A finding, as far as the tests look at it.
  struct Hit: CustomStringConvertible {
    var rule: String
    var severity: Severity
    var line: Int
    var message: String

    var description: String { "\(severity) \(rule) line \(line): \(message)" }
  }

  var form: Form?
  var level: Level?
  /// Whether the copy is a scan or a database print, where a finding may weigh less.
  var isScan: Bool
  /// Those of quoted telegrams among them.
  var findings: [Hit]

  /// Reading the tables and the rules takes far longer than one cable.
  private static let vocabulary = Result { try StandardRules.vocabulary() }
  private static let rules = Result { try StandardRules.ruleSet(profile: "state") }

  /// Reads and judges texts; their forms are recognised.
  static func run(_ texts: [String]) throws -> [Check] {
    let vocabulary = try vocabulary.get()
    var evaluator = CompiledEvaluator(try rules.get())
    var checks: [Check] = []
    for text in texts {
      let document = DocumentReader.read(Array(text.utf8).span, vocabulary: vocabulary)
      checks.append(Check(document, try evaluator.check(document, recordingJudgements: false)))
    }
    return checks
  }

  private init(_ document: MarkingDocument, _ result: CheckResult) {
    form = document.word(.form, of: 0).flatMap(Form.init)
    level = document.word(.level, of: 0).flatMap(Level.init)
    isScan = document.flag(.ocr, of: 0)
    findings = Self.hits(result)
  }

  private static func hits(_ result: CheckResult) -> [Hit] {
    result.findings.map {
      Hit(rule: $0.rule, severity: $0.severity, line: $0.position.line, message: $0.message)
    } + result.quoted.flatMap(hits)
  }
}
