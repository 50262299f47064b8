import Reporting
import XMLKit

/// The same in XML, in the namespace `urn:caveat:audit:1`. Its grammar is `Reports/caveat-audit.rng`. Paths can be anybody's:
/// what would move a cursor or turn text around stands in them as `\u{…}`.
struct AuditXMLReport {
  private var out = XMLWriter()

  init(_ summary: AuditSummary) {
    out.start("audit")
    out.attribute("xmlns", "urn:caveat:audit:1")
    out.attribute("version", summary.version)
    out.attribute("started", summary.started)
    out.attribute("ended", summary.ended)
    for (name, value) in summary.settings.sorted(by: { $0.key < $1.key }) {
      out.element("setting", ["name": name], text: VisibleText.escaped(value))
    }
    for profile in summary.profiles {
      out.start("rule-set")
      out.attribute("profile", profile.name)
      out.attribute("rules", profile.rules)
      out.attribute("sha256", profile.digest)
      out.end()
    }
    out.start("totals")
    out.attribute("documents", summary.totals.documents)
    out.attribute("bytes", summary.totals.bytes)
    out.attribute("archives", summary.archives)
    out.attribute("excluded", summary.excluded)
    out.attribute("errors", summary.totals.errors)
    out.attribute("warnings", summary.totals.warnings)
    out.attribute("infos", summary.totals.infos)
    out.end()
  }

  mutating func take() -> [UInt8] { out.takeOutput() }

  mutating func add(_ document: AuditDocument) {
    out.start("document")
    out.attribute("id", document.id)
    out.attribute("path", VisibleText.escaped(document.path))
    out.attribute("status", document.status)
    for (name, value) in document.facts { out.attribute(name.replacing("_", with: "-"), value.text) }
    for finding in document.findings {
      out.start("finding")
      out.attribute("rule", finding.rule)
      out.attribute("assertion", finding.assertion)
      out.attribute("severity", finding.severity)
      out.attribute("line", finding.line)
      out.attribute("column", finding.column)
      out.attribute("offset", finding.offset)
      out.attribute("length", finding.length)
      out.attribute("telegram", finding.telegram)
      out.text(finding.message)
      out.end()
    }
    out.end()
  }

  mutating func end() { out.end() }
}
