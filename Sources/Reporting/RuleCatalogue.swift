import MarkingModel
package import RuleEngine

/// The list of rules, for `caveat rules` and for the index of the reference.
package enum RuleCatalogue {
  /// One line for each rule, by family: severity, id, title.
  /// - Parameter outside: the ids of those that are outside the compiled subset, so that libxml2 evaluates them.
  package static func text(_ rules: RuleSet, outside: Set<String> = [], isColoured: Bool) -> [UInt8] {
    let style = TextStyle(isColoured: isColoured)
    var out = ReportBuffer()
    let width = rules.rules.map(\.id.count).max() ?? 0
    var family = ""
    for rule in rules.rules {
      if rule.family != family {
        if !family.isEmpty { out.line() }
        family = rule.family
        out.line(style.faint(Wording.family(family)))
      }
      let severity = rule.severity.rawValue
      let head =
        "\(style.strong(rule.id))\(String(repeating: " ", count: width - rule.id.count + 2))"
        + "\(style.severity(rule.severity, severity))\(String(repeating: " ", count: 9 - severity.count))"
      let title = rule.title + (outside.contains(rule.id) ? " (libxml2)" : "")
      for (index, line) in TextLayout.wrap(title, width: 80 - width - 11).enumerated() {
        out.line((index == 0 ? head : String(repeating: " ", count: width + 11)) + line)
      }
    }
    if !rules.rules.isEmpty { out.line() }
    out.line("\(rules.rules.count.counted("rule")), profile \(rules.profile)")
    if !outside.isEmpty { out.line("\(outside.count.counted("rule")) evaluated by libxml2") }
    out.line(style.faint("digest \(rules.digest)"))
    return out.take()
  }

  /// One object with every rule: what, why, authority, severity, forms, dates, what evaluates it, examples' names,
  /// profiles.
  /// - Parameters:
  ///   - outside: the ids of those that are outside the compiled subset, so that libxml2 evaluates them.
  ///   - profiles: the names of the profiles that use the rule with this id.
  package static func json(
    _ rules: RuleSet, outside: Set<String> = [], profiles: (String) -> [String]
  ) -> [UInt8] {
    var out = JSONText()
    out.open(.object)
    out.member("profile", rules.profile)
    out.member("digest", rules.digest)
    out.open(.array, "rules")
    for rule in rules.rules {
      out.open(.object)
      out.member("rule", rule.id)
      out.member("title", rule.title)
      out.member("why", rule.why)
      out.member("severity", rule.severity.rawValue)
      out.member("unverified", rule.isUnverified)
      out.member("evaluator", (outside.contains(rule.id) ? Evaluator.Kind.libxml2 : .compiled).rawValue)
      out.member("forms", rule.reach.forms)
      if let from = rule.reach.from { out.member("from", TelegramFacts.date(from)) }
      if let to = rule.reach.to { out.member("to", TelegramFacts.date(to)) }
      out.member("profiles", profiles(rule.id))
      out.member("notes", rule.notes)
      out.open(.array, "assertions")
      for assertion in rule.clauses.flatMap(\.assertions) {
        out.open(.object, inline: true)
        out.member("assertion", assertion.id)
        out.member("severity", assertion.severity.rawValue)
        out.member("authority", assertion.authority)
        out.member("message", RulePage.message(assertion))
        out.close()
      }
      out.close()
      out.open(.array, "examples")
      for example in rule.examples {
        out.open(.object, inline: true)
        out.member("name", example.name)
        out.member("accepted", example.isAccepted)
        out.member("line", example.line)
        out.close()
      }
      out.close()
      out.close()
    }
    out.close()
    out.close()
    return out.take()
  }

  /// The index of the rule pages in Markdown: a table for each family.
  package static func markdownIndex(_ rules: [Rule]) -> String {
    var text = "# Rules\n\nGenerated from the rule files in `Rules/`. \(rules.count.counted("rule")).\n"
    var family = ""
    for rule in rules {
      if rule.family != family {
        family = rule.family
        text += "\n## \(Wording.family(family))\n\n| Rule | Severity | What must be true |\n| --- | --- | --- |\n"
      }
      text += "| [\(rule.id)](\(rule.id).md) | \(rule.severity.rawValue) | \(RulePage.inline(rule.title)) |\n"
    }
    return text
  }
}
