import Audit
import MarkingModel
import Reporting

/// What is new and what is fixed, a line or an object for each, then the counts.
struct AuditDiffReport {
  private let isJSON: Bool
  private var json = JSONText()
  private var text = ""

  init(isJSON: Bool) {
    self.isJSON = isJSON
    if isJSON {
      json.open(.object)
      json.open(.array, "findings")
    }
  }

  mutating func take() -> [UInt8] {
    if isJSON { return json.take() }
    defer { text = "" }
    return Array(text.utf8)
  }

  mutating func add(_ change: AuditDiff.Change, _ path: String, _ finding: AuditDocument.Finding) {
    guard isJSON else {
      text +=
        "\(change.rawValue)  \(VisibleText.escaped(path.utf8)):\(finding.line):\(finding.column)  \(finding.severity) "
        + "\(finding.rule)  \(finding.message)\n"
      return
    }
    json.open(.object, inline: true)
    json.member("change", change.rawValue)
    json.member("path", path)
    json.member("rule", finding.rule)
    json.member("severity", finding.severity)
    json.member("line", finding.line)
    json.member("column", finding.column)
    json.member("message", finding.message)
    json.close()
  }

  mutating func end(_ diff: AuditDiff) {
    guard isJSON else {
      for change in AuditDiff.Change.allCases {
        let counts = ["error", "warning", "info"].map { (diff.counts[change]?[$0] ?? 0).counted($0) }
        text += "\(diff.count(change)) \(change.rawValue): \(counts.joined(separator: ", "))\n"
      }
      text += "\(diff.added.counted("document")) added, \(diff.gone) gone, \(diff.common) in both\n"
      return
    }
    json.close()
    for change in AuditDiff.Change.allCases {
      json.open(.object, change.rawValue, inline: true)
      for severity in ["error", "warning", "info"] { json.member(severity, diff.counts[change]?[severity] ?? 0) }
      json.close()
    }
    json.open(.object, "documents", inline: true)
    json.member("added", diff.added)
    json.member("gone", diff.gone)
    json.member("common", diff.common)
    json.close()
    json.close()
  }
}
