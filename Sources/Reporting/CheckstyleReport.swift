import MarkingModel
import XMLKit

/// The report in the XML of Checkstyle, which many services and editors read.
///
/// Its severity `ignore` stands for findings that are known or suppressed. An input that was not read is a file with an
/// error on line 0.
package struct CheckstyleReport: ReportWriter {
  private var out = XMLWriter()
  private var tool = ""

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.takeOutput() }

  package mutating func begin(_ run: RunHeader) {
    tool = run.tool
    out.start("checkstyle", ["version": "4.3"])
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    out.start("file", ["name": document.path])
    for reported in document.reported {
      let finding = reported.finding
      error(
        line: finding.position.line, column: finding.position.column,
        severity: reported.counts ? finding.severity.rawValue : "ignore",
        "\(reported.message) [\(finding.authority)]", source: finding.rule)
    }
    out.end()
  }

  package mutating func add(_ unread: UnreadInput) {
    out.start("file", ["name": unread.path])
    error(line: 0, column: nil, severity: Severity.error.rawValue, unread.problem, source: Verdict.notRead.rawValue)
    out.end()
  }

  package mutating func end() { out.end() }

  private mutating func error(line: Int, column: Int?, severity: String, _ message: String, source: String) {
    out.start("error")
    out.attribute("line", line)
    if let column { out.attribute("column", column) }
    out.attribute("severity", severity)
    out.attribute("message", message)
    out.attribute("source", "\(tool).\(source)")
    out.end()
  }
}
