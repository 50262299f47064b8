import FoundationEssentials
import Reporting
import RuleEngine
import TestSupport
import Testing

/// `Reports/rules` holds a page for each rule, generated from the rule files. `RECORD=1` generates them anew.
@Suite struct RuleReferenceTests {
  private static let folder = "Reports/rules"

  @Test func everyPageIsFresh() throws {
    let rules = try StandardRuleFiles.rules().rules
    for rule in rules {
      let page = RulePage(rule, profiles: ["state"]).markdown
      try check(page, "\(rule.id).md")
    }
    try check(RuleCatalogue.markdownIndex(rules), "README.md")
  }

  /// No page is left of a rule that is gone.
  @Test func everyPageHasItsRule() throws {
    let expected = Set(try StandardRuleFiles.rules().rules.map { $0.id + ".md" } + ["README.md"])
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
