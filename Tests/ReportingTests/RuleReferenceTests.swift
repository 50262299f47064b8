import Commands
import FoundationEssentials
import Reporting
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// `Reports/rules` holds a page for each rule, generated from the rule files. `RECORD=1` generates them anew.
@Suite struct RuleReferenceTests {
  private static let folder = "Reports/rules"

  /// Those of the rule files, and those about suppressions.
  private static var rules: [Rule] {
    get throws { try (StandardRuleFiles.rules().rules + SuppressionRules.rules).sorted { $0.id < $1.id } }
  }

  @Test func everyPageIsFresh() throws {
    let rules = try Self.rules
    let profiles = try StandardRules.profileNames.map { try StandardRules.profile($0) }
    for rule in rules {
      let page = RulePage(rule, profiles: profiles.filter { Self.takes($0, rule) }.map(\.name)).markdown
      try check(page, "\(rule.id).md")
    }
    try check(RuleCatalogue.markdownIndex(rules), "README.md")
  }

  /// Whether a profile has a rule: that of its folder, unless it leaves it out.
  private static func takes(_ profile: Profile, _ rule: Rule) -> Bool {
    profile.folders.contains(rule.folder) && !profile.ignored.contains { $0.id == rule.id || $0.id == rule.family }
  }

  /// No page is left of a rule that is gone.
  @Test func everyPageHasItsRule() throws {
    let expected = Set(try Self.rules.map { $0.id + ".md" } + ["README.md"])
    let files = try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + Self.folder)
    for file in files where !expected.contains(file) {
      if Golden.isRecording { try FileManager.default.removeItem(atPath: Golden.project + "/\(Self.folder)/\(file)") }
      Issue.record("\(Self.folder)/\(file) belongs to no rule.")
    }
  }

  private func check(_ page: String, _ name: String) throws {
    let path = "\(Self.folder)/\(name)"
    if let problem = try Golden.difference(Array(page.utf8), from: path) { Issue.record("\(problem)") }
  }
}
