import MarkingModel
import Reporting

/// The summary for a terminal or a file.
package enum AuditTextReport {
  static func text(_ summary: AuditSummary) -> String {
    var lines = ["CAVEAT AUDIT", ""]
    lines.append("Audited:    \(summary.settings["paths"]?.replacing("\n", with: ", ") ?? "")")
    lines.append("Time:       \(summary.started) to \(summary.ended.isEmpty ? "(not ended)" : summary.ended)")
    if let parts = summary.missingParts { lines.append("Missing:    parts \(parts)") }
    lines.append("Program:    caveat \(summary.version)")
    for profile in summary.profiles {
      lines.append("Rules:      \(profile.name), \(profile.rules.counted("rule")), SHA-256 \(profile.digest)")
    }
    lines.append(
      "Documents:  \(summary.totals.documents) (\(summary.totals.bytes.counted("byte"))), from \(summary.archives.counted("archive")); "
        + "\(summary.excluded) left out by name")
    lines.append(
      "Findings:   \(summary.totals.errors.counted("error")), \(summary.totals.warnings.counted("warning")), "
        + summary.totals.infos.counted("info"))
    for table in summary.tables where !table.rows.isEmpty {
      lines += ["", table.question, ""] + rows(table, limit: 20)
    }
    if !summary.captions.rows.isEmpty {
      lines += ["", "How often do documents of each level have each caption?", ""]
      let table = captions(summary.captions)
      lines += rows(table, limit: 40)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func captions(_ matrix: AuditSummary.CaptionMatrix) -> AuditTable {
    AuditTable(
      name: "captions", question: "", columns: ["caption"] + matrix.levels.map { $0.isEmpty ? "none" : $0 },
      rows: matrix.rows.map { [.text($0.caption)] + $0.counts.map(AuditValue.number) }, count: matrix.rows.count)
  }

  /// A table in columns: numbers at the right, nothing that could move a cursor.
  package static func rows(_ table: AuditTable, limit: Int = .max) -> [String] {
    let shown = table.rows.prefix(limit).map { row in row.map { VisibleText.escaped($0.text) } }
    let widths = table.columns.indices.map { column in
      min(60, ([table.columns[column].count] + shown.map { $0[column].count }).max() ?? 0)
    }
    let isNumber = table.columns.indices.map(table.isNumber)
    func line(_ cells: [String]) -> String {
      var text = " "
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
        let isLast = column == cells.count - 1
        text += " " + (isNumber[column] ? padding + cell : isLast ? cell : cell + padding) + (isLast ? "" : " ")
      }
      return text
    }
    var lines = [line(table.columns)] + shown.map(line)
    if table.count > shown.count { lines.append("  and \(table.count - shown.count) more") }
    return lines
  }
}
