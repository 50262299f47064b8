import MarkingModel

/// The report in the Test Anything Protocol, version 13: a test for each document, with its findings in a block of YAML.
///
/// A test fails where the document makes the run fail.
package struct TAPReport: ReportWriter {
  private var out = ReportBuffer()
  private var tests = 0
  private var failsFrom: Severity?

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.take() }

  package mutating func begin(_ run: RunHeader) {
    failsFrom = run.failsFrom
    out.line("TAP version 13")
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let reported = document.reported
    test(document.path, isGood: !reported.contains { $0.fails(from: failsFrom) })
    let verdict = Verdict(document.document, document.result, document.standings)
    out.line("  ---")
    out.line("  verdict: \(verdict.rawValue)")
    if !reported.isEmpty { out.line("  findings:") }
    for one in reported {
      let finding = one.finding
      out.line("    - rule: \(finding.rule)")
      out.line("      severity: \(finding.severity.rawValue)")
      out.line("      line: \(finding.position.line)")
      out.line("      column: \(finding.position.column)")
      out.line("      message: \(Self.quoted(finding.message))")
      out.line("      authority: \(Self.quoted(finding.authority))")
      if let remark = one.remark { out.line("      remark: \(Self.quoted(remark))") }
    }
    out.line("  ...")
  }

  package mutating func add(_ unread: UnreadInput) {
    test(unread.path, isGood: false)
    out.line("  ---")
    out.line("  verdict: \(Verdict.notRead.rawValue)")
    out.line("  problem: \(Self.quoted(unread.problem))")
    out.line("  ...")
  }

  package mutating func end() { out.line(tests == 0 ? "1..0 # SKIP no document was checked" : "1..\(tests)") }

  private mutating func test(_ name: String, isGood: Bool) {
    tests += 1
    out.line("\(isGood ? "ok" : "not ok") \(tests) - \(Self.description(name))")
  }

  /// A string that YAML and the part of it that Perl's TAP::Parser reads take for the same.
  private static func quoted(_ text: String) -> String {
    "\"" + VisibleText.escaped(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// `#` begins a directive, and a backslash makes the next character plain.
  private static func description(_ text: String) -> String {
    VisibleText.escaped(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }
}
