import RuleEngine
import TestSupport
import Testing

/// `docs/odni-coverage.md` says for each of ODNI's 420 active rules which of ours covers it, made from what the rule
/// files cite, or why none does (`docs/odni-rules.tsv`). `RECORD=1` makes it anew.
@Suite struct ODNICoverageTests {
  private struct Row {
    var id: String
    var severity: String
    var rule: String
    var reason: String
  }

  private static func rows() throws -> [Row] {
    let text = String(decoding: try Golden.bytes("docs/odni-rules.tsv"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(id: cells[0], severity: cells[1], rule: cells[2], reason: cells[3])
    }
  }

  @Test func thePageIsFresh() throws {
    let rows = try Self.rows()
    #expect(rows.count == 420)
    let page = Self.page(rows, ProjectRules.byNumber())
    if let problem = try Golden.difference(Array(page.utf8), from: "docs/odni-coverage.md") {
      Issue.record("\(problem)")
    }
  }

  /// What no rule covers has a reason.
  @Test func everyRuleIsAccountedFor() throws {
    let covered = ProjectRules.byNumber()
    for row in try Self.rows() {
      #expect(covered[row.id] != nil || !row.reason.isEmpty, "\(row.id)")
    }
  }

  /// No rule cites a number that ODNI does not have.
  @Test func everyNumberIsOneOfODNI() throws {
    let known = Set(try Self.rows().map(\.id))
    for (number, rules) in ProjectRules.byNumber() { #expect(known.contains(number), "\(rules[0].id) cites \(number)") }
  }

  private static func page(_ rows: [Row], _ covered: [String: [Rule]]) -> String {
    let count = rows.count { covered[$0.id] != nil }
    let open = rows.count { covered[$0.id] == nil && $0.reason.hasPrefix("Not done") }
    var lines = [
      "# ODNI's rules and ours", "",
      "ODNI publishes its rules for XML with ISM attributes as Schematron. Of the 420 that are active in",
      "ISM-v2022-DEC, our rules cite \(count); \(rows.count - count - open) are about what no marking shows, in a text or in",
      "attributes, and \(open) are not done.", "",
      "This page is made from what the rule files cite and from [odni-rules.tsv](odni-rules.tsv), which gives the",
      "reasons: `make generate` makes it anew.", "", "## Where the verdicts differ", "",
    ]
    lines += differences
    lines += ["", "## Every rule", "", "| ODNI | weight | what it asks | ours, or why none |", "|---|---|---|---|"]
    for row in rows {
      let ours = covered[row.id].map { rules in
        rules.map { "[\($0.id)](../Reports/rules/\($0.id).md)" }.joined(separator: ", ")
      }
      lines.append(
        "| \(row.id.dropFirst(7)) | \(row.severity) | \(escaped(row.rule)) | \(ours ?? escaped(row.reason)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What holds of the verdicts as a whole; the acceptance test holds the first sentence.
  private static let differences = [
    "Under `--profile ic` every portion of ODNI's vectors has an error where ODNI has one, and none where it has none.",
    "ODNI judges attributes, which have no order and no separators: texts that are written badly are valid there and",
    "have an error here (the rules SYN, and those about order). What only another document can show, a notice or the",
    "need-to-know metadata, is no part of a marking: such rows are compared without it.",
  ]

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }
}
