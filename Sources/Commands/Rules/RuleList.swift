import Reporting
import RuleEngine

/// `caveat rules` and `caveat rule`: the catalogue, and the page of one rule.
enum RuleList {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let isJSON = arguments.value(.format) == "json"
    let choice = try RuleChoice(arguments, withExamples: isJSON)
    let set = try choice.set(profile: arguments.value(.profile))
    let outside = CompiledRules(set).outside
    guard isJSON else {
      let isColoured = surroundings.isColoured(arguments.value(.color))
      return surroundings.print(RuleCatalogue.text(set, outside: outside, isColoured: isColoured))
    }
    var profiles: [String: [String]] = [:]
    for rule in set.rules { profiles[rule.id] = try choice.profiles(of: rule.id) }
    return surroundings.print(RuleCatalogue.json(set, outside: outside) { profiles[$0] ?? [] })
  }

  static func page(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let choice = try RuleChoice(arguments)
    let id = VisibleText.escaped(arguments.operands.first ?? [])
    guard let rule = try choice.ruleWithExamples(id) else {
      let known = (choice.standard.rules + choice.own.rules).map(\.id)
      throw .unknownRule(nil, id: id, nearest: Nearest.word(to: id, among: known))
    }
    let page = RulePage(rule, profiles: try choice.profiles(of: id))
    return surroundings.print(page.terminal(isColoured: surroundings.isColoured(arguments.value(.color))))
  }
}
