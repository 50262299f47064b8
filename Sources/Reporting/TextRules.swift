import MarkingModel
import RuleEngine

/// Every rule's result: the failed ones with their titles, the others as lists of ids.
struct TextRules {
  let style: TextStyle

  func write(
    _ rules: [RuleResult], findings: [Finding], titles: [String: String], to out: inout ReportBuffer
  ) {
    let counts = OutcomeCounts(rules)
    out.line("  \(counts.failed) failed")
    let failed = rules.filter { $0.outcome == .failed }
    let numbers = findingCounts(findings)
    let width = failed.map(\.rule.count).max() ?? 0
    for rule in failed {
      let number = numbers[rule.rule] ?? 0
      let text = (titles[rule.rule] ?? "") + (number > 1 ? " (\(number) findings)" : "")
      for (index, line) in TextLayout.wrap(text, width: 80 - 6 - width).enumerated() {
        out.line("    " + TextLayout.pad(index == 0 ? rule.rule : "", width) + "  " + line)
      }
    }
    out.line("  \(counts.passed) passed")
    list(rules.filter { $0.outcome == .passed }, indent: 4, to: &out)
    out.line("  \(counts.notApplicable) not applicable")
    for reason in RuleResult.Reason.allCases {
      let skipped = rules.filter { $0.outcome == .notApplicable(reason) }
      guard !skipped.isEmpty else { continue }
      out.line("    \(skipped.count) \(reason.rawValue)")
      list(skipped, indent: 6, to: &out)
    }
  }

  private func list(_ rules: [RuleResult], indent: Int, to out: inout ReportBuffer) {
    guard !rules.isEmpty else { return }
    for line in TextLayout.wrap(rules.map(\.rule).joined(separator: " "), width: 80 - indent) {
      out.line(String(repeating: " ", count: indent) + line)
    }
  }
}
