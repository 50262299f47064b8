import CommandTestSupport
import Commands
import MarkingModel
import RuleEngine
import Testing

/// The examples on the pages of the rules about suppressions hold.
@Suite struct SuppressionRuleTests {
  @Test(arguments: SuppressionRules.rules.flatMap { rule in rule.examples.indices.map { (rule, $0) } })
  func examplesHold(_ rule: Rule, _ index: Int) {
    let example = rule.examples[index]
    let folder = TemporaryFolder()
    folder.folder("cables")
    let cable = folder.write("cables/laguna.txt", Cable.clean.replacing("2. (U)", with: "2. (SBU)"))
    let file = folder.write("s.xml", example.text)
    let words = ["check", "--format", "github", "--timestamp", "2026-06-01T00:00:00Z", "--suppressions", file, cable]
    let run = Run(words, folder: folder.path)
    #expect(run.text.contains("title=CAP-003"))
    let found = run.text.split(separator: "\n").filter { $0.contains("title=\(rule.id)") }
    #expect(found.count == example.marks.count)
    for mark in example.marks {
      let place = RuleSource(file: "", bytes: Array(example.text.utf8)).position(of: mark)
      #expect(found.allSatisfy { $0.contains("file=s.xml,line=\(place.line),col=\(place.column),") })
    }
  }
}
