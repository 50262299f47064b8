import MarkingModel
import RuleEngine
import Testing

@Suite struct RuleTableTests {
  private func rule(_ id: String, title: String, from: Int?, parts: [Rule.MessagePart]) -> Rule {
    Rule(
      id: id, title: title, why: "why\twith a tab", notes: ["a note", "back\\slash and \\t"],
      isUnverified: id == "BBB-002",
      reach: Rule.Reach(forms: ["wire", "smart"], from: from, to: nil),
      clauses: [
        Rule.Clause(
          context: "/document[@rank > 1]\n  /caption",
          assertions: [
            Rule.Assertion(
              id: id + "-a", severity: .warning, authority: "5 FAH-2 §1", test: "@order >= 2", message: parts)
          ])
      ], examples: [], file: "cable/\(id).sch")
  }

  @Test func decodesWhatItEncodes() {
    let rules = [
      rule("AAA-001", title: "", from: 19_951_001, parts: [.text("Paragraph "), .value("@n"), .text(" — ‘so’.")]),
      rule("BBB-002", title: "Second\nline", from: nil, parts: []),
    ]
    let digests = ["AAA-001": "0a", "BBB-002": "ff"]
    let table = Array(RuleTable.encode(RuleLibrary(rules: rules, digests: digests)).utf8)
    let library = RuleTable.decode(table.span)
    #expect(library?.rules == rules && library?.digests == digests)
  }

  @Test(arguments: ["X\tunknown\n", "N\torphan\n", "A\tid\terror\tsee\ttest\n", "R\ttoo\tshort\n"])
  func refusesWhatIsNoTable(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(RuleTable.decode(bytes.span)?.rules == nil)
  }
}
