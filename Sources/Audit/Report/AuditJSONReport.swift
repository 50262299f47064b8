import Reporting

/// The report for programs: one object for the audit, in it one for each document.
struct AuditJSONReport {
  private var out = JSONText()

  init(_ summary: AuditSummary) {
    out.open(.object)
    out.member("report", 1)
    out.member("tool", "caveat audit")
    out.member("version", summary.version)
    out.member("started", summary.started)
    out.member("ended", summary.ended)
    out.open(.object, "settings")
    for (name, value) in summary.settings.sorted(by: { $0.key < $1.key }) { out.member(name, value) }
    out.close()
    out.open(.array, "profiles")
    for profile in summary.profiles {
      out.open(.object, inline: true)
      out.member("name", profile.name)
      out.member("rules", profile.rules)
      out.member("digest", profile.digest)
      out.close()
    }
    out.close()
    out.open(.object, "totals", inline: true)
    out.member("documents", summary.totals.documents)
    out.member("bytes", summary.totals.bytes)
    out.member("archives", summary.archives)
    out.member("excluded", summary.excluded)
    out.member("errors", summary.totals.errors)
    out.member("warnings", summary.totals.warnings)
    out.member("infos", summary.totals.infos)
    out.close()
    out.open(.object, "status", inline: true)
    for row in summary.table("by-status")?.rows ?? [] {
      if case .number(let count) = row[1] { out.member(row[0].text, count) }
    }
    out.close()
    out.open(.array, "documents")
  }

  mutating func take() -> [UInt8] { out.take() }

  mutating func add(_ document: AuditDocument) {
    out.open(.object)
    out.member("id", document.id)
    out.member("path", document.path)
    out.member("status", document.status)
    for (name, value) in document.facts {
      if case .number(let number) = value { out.member(name, number) } else { out.member(name, value.text) }
    }
    out.open(.array, "findings")
    for finding in document.findings {
      out.open(.object, inline: true)
      out.member("rule", finding.rule)
      out.member("assertion", finding.assertion)
      out.member("severity", finding.severity)
      out.member("line", finding.line)
      out.member("column", finding.column)
      out.member("offset", finding.offset)
      out.member("length", finding.length)
      out.member("telegram", finding.telegram)
      out.member("message", finding.message)
      out.close()
    }
    out.close()
    out.close()
  }

  mutating func end() {
    out.close()
    out.close()
  }
}
