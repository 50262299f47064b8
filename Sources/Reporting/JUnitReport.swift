import MarkingModel
import RuleEngine
import XMLKit

/// The report as the result of tests, in the XML of JUnit: a suite for each document, a case for each rule that judged it.
///
/// A case fails where the rule found something that makes the run fail; it is skipped where all that it found is known or
/// suppressed. Every other finding stands in the output of its suite. What Jenkins takes and the stricter schema of Windy
/// Road both allow is used and nothing else: no attributes on the root, and a time even where there is none.
package struct JUnitReport: ReportWriter {
  private var out = XMLWriter()
  private var run: RunHeader?
  private var suites = 0

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.takeOutput() }

  package mutating func begin(_ run: RunHeader) {
    self.run = run
    out.start("testsuites")
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let rules = document.rules ?? run?.rules
    let findings = Dictionary(grouping: document.reported, by: \.finding.rule)
    let cases = document.outcomes.map { Case($0.rule, findings[$0.rule] ?? [], failsFrom: run?.failsFrom) }
    start(
      document.path, tests: cases.count, failures: cases.count { $0.outcome == .failed }, errors: 0,
      skipped: cases.count { $0.outcome == .skipped })
    properties([
      ("profile", rules?.profile ?? ""), ("ruleSetDigest", rules?.digest ?? ""),
      ("verdict", Verdict(document.document, document.result, document.standings).rawValue),
    ])
    for one in cases { write(one, document.path) }
    let others = document.reported.filter { !$0.fails(from: run?.failsFrom) }
    finish(output: others.map { $0.line + "\n" }.joined(), errors: "")
  }

  package mutating func add(_ unread: UnreadInput) {
    start(unread.path, tests: 1, failures: 0, errors: 1, skipped: 0)
    properties([("verdict", Verdict.notRead.rawValue)])
    out.start("testcase", ["name": "read", "classname": unread.path, "time": "0"])
    out.element("error", ["message": unread.problem, "type": Verdict.notRead.rawValue], text: unread.problem)
    out.end()
    finish(output: "", errors: unread.problem + "\n")
  }

  package mutating func end() { out.end() }

  private mutating func start(_ name: String, tests: Int, failures: Int, errors: Int, skipped: Int) {
    out.start("testsuite", ["name": name, "package": run?.tool ?? ""])
    for (name, number) in [
      ("id", suites), ("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped), ("time", 0),
    ] { out.attribute(name, number) }
    out.attribute("hostname", "localhost")
    // Without a zone, as both schemas want it: the time is that of UTC.
    out.attribute("timestamp", String(WrittenTime.text(run?.timestamp ?? 0).dropLast()))
    suites += 1
  }

  private mutating func properties(_ values: [(String, String)]) {
    out.start("properties")
    for (name, value) in values { out.element("property", ["name": name, "value": value]) }
    out.end()
  }

  private mutating func finish(output: String, errors: String) {
    out.element("system-out", text: output)
    out.element("system-err", text: errors)
    out.end()
  }

  private mutating func write(_ one: Case, _ path: String) {
    out.start("testcase", ["name": one.rule, "classname": path, "time": "0"])
    switch one.outcome {
    case .passed: break
    case .skipped: out.element("skipped", ["message": one.findings.first?.remark ?? ""])
    case .failed:
      let failing = one.findings.filter { $0.fails(from: run?.failsFrom) }
      out.element(
        "failure", ["message": failing.first?.finding.message ?? "", "type": one.rule],
        text: failing.map(\.line).joined(separator: "\n"))
    }
    out.end()
  }

  /// What one rule said about one document.
  private struct Case {
    enum Outcome { case passed, failed, skipped }

    var rule: String
    var findings: [ReportedFinding]
    var outcome: Outcome

    init(_ rule: String, _ findings: [ReportedFinding], failsFrom: Severity?) {
      self.rule = rule
      self.findings = findings
      outcome =
        findings.contains { $0.fails(from: failsFrom) }
        ? .failed
        : !findings.isEmpty && findings.allSatisfy { !$0.counts } ? .skipped : .passed
    }
  }
}
