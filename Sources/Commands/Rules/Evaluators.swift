import MarkingModel
import RuleEngine
import StandardRules

/// The evaluators of a run: one for each profile that its documents need, made when the first of them comes.
struct Evaluators {
  /// An evaluator cannot be copied; in a box it can stand in an array.
  private final class Box {
    let rules: RuleSet
    var evaluator: Evaluator

    init(_ rules: RuleSet, by kind: Evaluator.Kind) throws(EvaluationError) {
      self.rules = rules
      evaluator = try Evaluator(rules, by: kind)
    }
  }

  private let choice: RuleChoice
  /// The profile that the user names; nil to choose one for each document.
  private let profile: String?
  private let kind: Evaluator.Kind
  private let selected: [String]
  private let ignored: [String]
  private var boxes: [Box] = []

  init(_ arguments: Arguments) throws(UsageError) {
    choice = try RuleChoice(arguments)
    profile = arguments.value(.profile)
    kind = arguments.evaluator
    selected = arguments.words(.select)
    ignored = arguments.words(.ignore)
    try checkNames()
    _ = try box(of: profile ?? RuleChoice.cableProfile)
  }

  /// The rules that a report begins with: those of the profile that was named, else those for cables.
  var first: RuleSet { boxes[0].rules }

  /// Judges a document by its rules, which come with the result.
  mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(InputProblem) -> (rules: RuleSet, result: CheckResult) {
    let name =
      profile.map { DocumentProfile.name(for: document, under: $0) } ?? DocumentProfile.name(for: document)
    let box: Box
    do throws(UsageError) { box = try self.box(of: name) } catch { throw .noRules(profile: name) }
    do throws(EvaluationError) {
      return (box.rules, try box.evaluator.check(document, recordingJudgements: recordingJudgements))
    } catch {
      throw .notJudged(error)
    }
  }

  private mutating func box(of name: String) throws(UsageError) -> Box {
    if let box = boxes.first(where: { $0.rules.profile == name }) { return box }
    let set = try choice.set(profile: name, selecting: selected, ignoring: ignored)
    do throws(EvaluationError) {
      boxes.append(try Box(set, by: kind))
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
      throw .unknownRule(option, id: Printable.text(id.utf8), nearest: Nearest.word(to: id, among: ids))
    }
  }
}
