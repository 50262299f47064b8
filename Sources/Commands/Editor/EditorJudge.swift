import Checking
import LanguageServer
import MarkingGrammar
import MarkingModel
import Repair
import Reporting
import RuleEngine
import StandardRules

/// Judges the texts of an editor as `caveat check` in the same folder would judge the files.
final class EditorJudge: TextJudge {
  private var reader: Reader
  private var evaluators: Evaluators
  private var standing: StandingJudge
  private let repository: Repository
  private let vocabulary: Vocabulary
  private let repairer: Repairer

  init(_ settings: Settings, _ surroundings: Surroundings) throws(UsageError) {
    let evaluators = try Evaluators(settings)
    reader = try Reader(form: nil)
    standing = try KnownFindings.judge(
      settings.arguments, surroundings, rules: evaluators.choice, today: nil, isNeeded: false)
    vocabulary = try MarkingJudge.readVocabulary()
    repairer = Repairer(vocabulary: vocabulary)
    repository = Repository(around: surroundings.folder)
    self.evaluators = evaluators
  }

  func judge(_ text: [UInt8], at path: [UInt8]) -> EditorText {
    let bytes = text.span
    // Somebody who has typed nothing yet need not be told.
    if let problem = ContentProblem(bytes) {
      return EditorText(problem: problem == .empty ? nil : problem.sentence)
    }
    let place = path.isEmpty ? "" : repository.path(of: FilePath(path)).shown
    do throws(InputProblem) {
      let document = reader.read(bytes, orAs: try evaluators.paper(at: place))
      let (rules, result) = try evaluators.check(document, at: place, recordingJudgements: false)
      var checked = CheckedDocument(file: place, digest: "", bytes: text.count, document: document, result: result)
      checked.rules = rules
      standing.judge(&checked)
      let findings = Self.counting(checked.result, checked.standings)
      return EditorText(
        findings: findings,
        repairs: { [self] in
          repairs(of: findings, Reading(bytes: text, document: document, result: result), at: place)
        },
        explanation: { [vocabulary] offset in Self.explanation(at: offset, of: document, in: text, vocabulary) })
    } catch {
      return EditorText(problem: error.sentence)
    }
  }

  /// The edits of each of some findings of a text; those of telegrams that it repeats have none.
  private func repairs(of findings: [Finding], _ reading: Reading, at place: String) -> [[TextEdit]] {
    var result = reading.result
    var judge = DocumentJudge(reader, evaluators, nil, at: place)
    // What cannot be judged when it is changed is not repaired.
    do throws(InputProblem) {
      try repairer.propose(in: &result, of: reading, by: &judge)
    } catch {
      return findings.map { _ in [] }
    }
    var edits: [Finding: [TextEdit]] = [:]
    for (index, finding) in reading.result.findings.enumerated() { edits[finding] = result.findings[index].edits }
    return findings.map { edits[$0] ?? [] }
  }

  func page(of rule: String) -> String? { evaluators.choice.page(of: rule) }

  /// The findings that are neither known nor suppressed, those of telegrams inside included.
  private static func counting(_ result: CheckResult, _ standings: Standings) -> [Finding] {
    let own = result.findings.enumerated().filter { standings[$0.offset]?.counts ?? true }.map(\.element)
    return own + result.quoted.enumerated().flatMap { counting($0.element, standings.inner($0.offset)) }
  }

  /// What the marking at an offset means: a mark in parentheses, or else all of a node that may be shown.
  private static func explanation(
    at offset: Int, of document: MarkingDocument, in text: [UInt8], _ vocabulary: Vocabulary
  ) -> (range: ByteRange, tokens: [ExplainedToken])? {
    let here = document.nodes.filter { $0.excerpt.start <= offset && offset < $0.excerpt.end }
    // A marking as a whole, where one is; what stands in it would be explained without the rest.
    let shown =
      here.first { $0.name == .marking }?.excerpt ?? here.map(\.excerpt).min { $0.count < $1.count }
    guard let shown else {
      for inner in document.quoted {
        if let found = explanation(at: offset, of: inner, in: text, vocabulary) { return found }
      }
      return nil
    }
    let range = portion(around: offset, in: shown, text) ?? shown
    let written = MarkingParser.parse(Array(text[range.start..<range.end]).span, ByteRange(0, range.count), vocabulary)
    let isKnown = written.classification != nil || written.tokens.contains { $0.entry >= 0 }
    guard isKnown else { return nil }
    let marking = Array(text[range.start..<range.end])
    return (range, MarkingExplanation.tokens(of: written, in: marking.span, vocabulary))
  }

  private static func portion(around offset: Int, in range: ByteRange, _ text: [UInt8]) -> ByteRange? {
    let open = text[range.start...offset].lastIndex(of: UInt8(ascii: "("))
    let close = text[offset..<range.end].firstIndex(of: UInt8(ascii: ")"))
    guard let open, let close else { return nil }
    return ByteRange(open, close + 1)
  }
}
