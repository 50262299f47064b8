import Checking
import Documents
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine
import StandardRules

/// The evaluators of a run: one for each profile that its documents need, made when the first of them comes.
struct Evaluators {
  /// An evaluator cannot be copied; in a box it can stand in an array.
  private final class Box {
    let rules: RuleSet
    let adjustment: PathRules.Adjustment
    var evaluator: Evaluator

    init(
      _ rules: RuleSet, _ adjustment: PathRules.Adjustment, by kind: Evaluator.Kind
    ) throws(EvaluationError) {
      self.rules = rules
      self.adjustment = adjustment
      evaluator = try Evaluator(rules, by: kind)
    }
  }

  /// Where its rules come from.
  let choice: RuleChoice
  /// The profile that the user names; nil to choose one for each document.
  private let profile: String?
  private let kind: Evaluator.Kind
  private let selected: [String]
  private let ignored: [String]
  private let paths: PathRules
  private var boxes: [Box] = []

  init(_ settings: Settings) throws(UsageError) {
    let choice = try RuleChoice(settings.arguments)
    try self.init(settings.arguments, choice, try settings.pathRules(choice))
  }

  /// By the options of a command line alone: no configuration is looked for.
  init(withoutConfiguration arguments: Arguments) throws(UsageError) {
    try self.init(arguments, try RuleChoice(arguments), PathRules())
  }

  private init(_ arguments: Arguments, _ choice: RuleChoice, _ paths: PathRules) throws(UsageError) {
    self.choice = choice
    self.paths = paths
    profile = arguments.value(.profile)
    kind = arguments.evaluator
    selected = arguments.words(.select)
    ignored = arguments.words(.ignore)
    try checkNames()
    _ = try box(of: profile ?? RuleChoice.cableProfile, PathRules.Adjustment())
  }

  /// The rules that a report begins with: those of the profile that was named, else those for cables.
  var first: RuleSet { boxes[0].rules }

  /// The form that the document at a path is read as because of the profile that is named for it: that of papers of the
  /// country whose scheme the profile is for. Nil where the form is recognised.
  mutating func paper(at path: String) throws(InputProblem) -> Form? {
    var adjustment = paths.adjustment(for: path)
    guard let name = adjustment.profile ?? profile else { return nil }
    adjustment.profile = nil
    do throws(UsageError) {
      return NationalMarking.Scheme(try box(of: name, adjustment).rules.markings)?.paper
    } catch {
      throw .noRules(profile: name)
    }
  }

  /// Judges a document by its rules, which come with the result.
  /// - Parameter path: that of the document in its repository.
  mutating func check(
    _ document: MarkingDocument, at path: String, recordingJudgements: Bool
  ) throws(InputProblem) -> (rules: RuleSet, result: CheckResult) {
    var adjustment = paths.adjustment(for: path)
    let profile = adjustment.profile ?? profile
    adjustment.profile = nil
    let name =
      profile.map { DocumentProfile.name(for: document, under: $0) } ?? DocumentProfile.name(for: document)
    let box: Box
    do throws(UsageError) { box = try self.box(of: name, adjustment) } catch { throw .noRules(profile: name) }
    let result: CheckResult
    do throws(EvaluationError) {
      result = try box.evaluator.check(document, recordingJudgements: recordingJudgements)
    } catch {
      throw .notJudged(error)
    }
    if let problem = ContentProblem(unreported: document, result) { throw .content(problem) }
    return (box.rules, result)
  }

  private mutating func box(of name: String, _ adjustment: PathRules.Adjustment) throws(UsageError) -> Box {
    let known = boxes.first { $0.rules.profile == name && $0.adjustment == adjustment }
    if let known { return known }
    let set = try choice.set(profile: name, selecting: selected, ignoring: ignored).adjusted(by: adjustment.changes)
    do throws(EvaluationError) {
      boxes.append(try Box(set, adjustment, by: kind))
    } catch {
      throw .rules([error.description])
    }
    return boxes[boxes.count - 1]
  }

  /// A name that no rule has is a slip: no rule of the profile that was named, or else of any.
  private func checkNames() throws(UsageError) {
    guard !selected.isEmpty || !ignored.isEmpty else { return }
    let rules: [Rule] =
      if let profile { try choice.set(profile: profile).rules } else { choice.standard.rules + choice.own.rules }
    let ids = rules.flatMap { [$0.id, $0.family] }
    for (option, names) in [(OptionName.select, selected), (.ignore, ignored)] {
      guard let id = names.first(where: { !ids.contains($0) }) else { continue }
      throw RuleChoice.unknown(id, of: option, in: rules)
    }
  }
}
