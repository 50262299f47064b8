import MarkingModel
import RuleEngine

/// A rule as SARIF describes it: what a service shows beside a finding.
struct SARIFRule {
  /// The longest description that GitHub shows, in characters.
  private static let longest = 1_024

  private let rule: Rule
  private let page: String

  /// - Parameter page: its page in Markdown; one of what the rule itself says without it.
  init(_ rule: Rule, page: String?) {
    self.rule = rule
    self.page = page ?? RulePage(rule, profiles: []).markdown
  }

  func write(to out: inout JSONText) {
    out.open(.object)
    out.member("id", rule.id)
    out.text("shortDescription", Self.short(rule.title))
    out.text("fullDescription", Self.short(rule.why))
    out.open(.object, "help")
    out.member("text", rule.why)
    out.member("markdown", page)
    out.close()
    out.open(.object, "defaultConfiguration", inline: true)
    out.member("level", SARIFResult.level(rule.severity))
    out.close()
    out.open(.object, "properties", inline: true)
    out.member("tags", ["classification-marking", rule.family])
    out.member("precision", rule.isUnverified ? "medium" : "high")
    out.member("problem.severity", rule.severity == .info ? "recommendation" : rule.severity.rawValue)
    out.close()
    out.close()
  }

  private static func short(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }
}
