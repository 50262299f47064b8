import Documents
import Guarding
package import MarkingGrammar
package import MarkingModel
import Repair
package import RuleEngine
import StandardRules

/// Reads documents and judges each by the program's own rules, on any number of threads at once.
///
/// Findings carry the edits that would repair them, as those of `caveat check` do.
///
/// Threads share the vocabulary and the compiled rules. What a document needs besides is kept for the next one: as much of it
/// as there were threads at work together.
package final class Checker: Sendable {
  /// Why a document has no result.
  package enum Problem: Error, Sendable {
    case content(ContentProblem)
    case rule(EvaluationError)
    /// The rules of a profile do not load.
    case rules(RuleError)
    case vocabulary(VocabularyError)

    /// One sentence without its full stop.
    package var sentence: String {
      switch self {
      case .content(let problem): problem.sentence
      case .rule(let error): error.description
      case .rules(let error): error.description
      case .vocabulary(let error): error.description
      }
    }
  }

  /// A document that was read and judged.
  package struct Checked: Sendable {
    package var document: MarkingDocument
    package var result: CheckResult
    /// The rules that judged it.
    package var rules: RuleSet
  }

  /// What one thread works with. It stands in `idle`, or belongs to the thread that took it from there.
  private final class Desk: @unchecked Sendable {
    var reader = DocumentReader()
    /// By profile.
    var evaluators: [String: Evaluation] = [:]
  }

  /// An evaluator cannot be copied; in a box it can stand in a dictionary.
  private final class Evaluation {
    let rules: RuleSet
    var evaluator: CompiledEvaluator

    init(_ rules: CompiledRules) {
      self.rules = rules.set
      evaluator = CompiledEvaluator(rules)
    }
  }

  private let profile: String?
  /// What documents are read as where the profile is for the scheme of a country.
  private let paper: Form?
  private let vocabulary: Vocabulary
  private let repairer: Repairer
  /// The rules that a report begins with where no document says which: those of the profile that was named, else those for
  /// cables.
  package let firstRules: RuleSet
  /// By profile, as documents come that need them.
  private let compiled = Guarded<[String: CompiledRules]>([:])
  private let idle = Guarded<[Desk]>([])

  /// - Parameter profile: the profile of all documents; nil to choose one for each.
  package init(profile: String?) throws(Problem) {
    self.profile = profile
    do throws(VocabularyError) {
      vocabulary = try StandardRules.vocabulary()
    } catch {
      throw .vocabulary(error)
    }
    firstRules = try Self.set(profile ?? DocumentProfile.cables)
    repairer = Repairer(vocabulary: vocabulary)
    paper = NationalMarking.Scheme(firstRules.markings)?.paper
  }

  /// Judges one document.
  /// - Parameter form: what it looks like; nil to recognise that.
  package func check(_ bytes: Span<UInt8>, form: Form? = nil) throws(Problem) -> Checked {
    if let problem = ContentProblem(bytes) { throw .content(problem) }
    let desk = idle.withLock { $0.popLast() } ?? Desk()
    defer { idle.withLock { $0.append(desk) } }
    var checked = try judge(bytes, form, at: desk)
    guard checked.result.findings.contains(where: { $0.repair != nil }) else { return checked }
    let reading = Reading(
      bytes: bytes.indices.map { bytes[$0] }, document: checked.document, result: checked.result)
    var judge = DeskJudge(checker: self, desk: desk, form: form)
    try repairer.propose(in: &checked.result, of: reading, by: &judge)
    return checked
  }

  private func judge(_ bytes: Span<UInt8>, _ form: Form?, at desk: Desk) throws(Problem) -> Checked {
    let document = desk.reader.read(bytes, form: form ?? paper, vocabulary: vocabulary)
    let name = profile.map { DocumentProfile.name(for: document, under: $0) } ?? DocumentProfile.name(for: document)
    let evaluation: Evaluation
    if let known = desk.evaluators[name] {
      evaluation = known
    } else {
      evaluation = Evaluation(try rules(of: name))
      desk.evaluators[name] = evaluation
    }
    let result: CheckResult
    do throws(EvaluationError) {
      result = try evaluation.evaluator.check(document, recordingJudgements: false)
    } catch {
      throw .rule(error)
    }
    if let problem = ContentProblem(unreported: document, result) { throw .content(problem) }
    return Checked(document: document, result: result, rules: evaluation.rules)
  }

  /// Judges the states of a document that a repair goes through.
  private struct DeskJudge: RepairJudge {
    let checker: Checker
    let desk: Desk
    let form: Form?

    mutating func judge(_ bytes: [UInt8]) throws(Problem) -> Reading {
      let checked = try checker.judge(bytes.span, form, at: desk)
      return Reading(bytes: bytes, document: checked.document, result: checked.result)
    }
  }

  /// The compiled rules of a profile, the same for every thread.
  private func rules(of name: String) throws(Problem) -> CompiledRules {
    if let known = compiled.withLock({ $0[name] }) { return known }
    let set = name == firstRules.profile ? firstRules : try Self.set(name)
    return compiled.withLock { compiled in
      if let known = compiled[name] { return known }
      let rules = CompiledRules(set)
      compiled[name] = rules
      return rules
    }
  }

  private static func set(_ profile: String) throws(Problem) -> RuleSet {
    do throws(RuleError) {
      return try StandardRules.ruleSet(profile: profile)
    } catch {
      throw .rules(error)
    }
  }
}
