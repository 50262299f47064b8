import MarkingModel
import RuleEngine

/// The report that GitLab shows beside a merge request (`artifacts:reports:codequality`): a list of issues.
///
/// GitLab compares the lists of two branches by their fingerprints. A finding that is known or suppressed is of the
/// severity `info`, and its description says so.
package struct GitLabReport: ReportWriter {
  package static var needsFingerprints: Bool { true }

  private var out = JSONText()
  private var tool = ""

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.take() }

  package mutating func begin(_ run: RunHeader) {
    tool = run.tool
    out.open(.array)
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    for reported in document.reported {
      let finding = reported.finding
      issue(
        "\(finding.rule): \(reported.message)", check: finding.rule,
        fingerprint: reported.standing?.fingerprint ?? "",
        severity: reported.counts ? Self.severity(finding.severity) : "info", path: document.path, finding.position)
    }
  }

  /// No input has two of these, so that its path makes the fingerprint.
  package mutating func add(_ unread: UnreadInput) {
    let name = "\(tool)-\(Verdict.notRead.rawValue)"
    issue(
      unread.problem, check: name, fingerprint: Digest.hex(of: "\(name)\n\(unread.path)".utf8.span),
      severity: "critical", path: unread.path, Position(line: 1, column: 1))
  }

  package mutating func end() { out.close() }

  private mutating func issue(
    _ description: String, check: String, fingerprint: String, severity: String, path: String, _ place: Position
  ) {
    out.open(.object, inline: true)
    out.member("type", "issue")
    out.member("check_name", check)
    out.member("description", description)
    out.member("categories", ["Style"])
    out.member("severity", severity)
    out.member("fingerprint", fingerprint)
    out.open(.object, "location")
    out.member("path", path)
    out.open(.object, "lines")
    out.member("begin", place.line)
    for _ in 0..<3 { out.close() }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
