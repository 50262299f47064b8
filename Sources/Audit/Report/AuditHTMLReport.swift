import MarkingModel
import Reporting
import XMLKit

/// The report for a browser: one file that asks for nothing else. Everything can be read without JavaScript; with it tables
/// can be sorted and filtered.
struct AuditHTMLReport {
  private var page = HTMLPage()
  private let summary: AuditSummary

  static func page(_ summary: AuditSummary) -> [UInt8] {
    var report = AuditHTMLReport(summary: summary)
    report.write()
    return report.page.take()
  }

  private init(summary: AuditSummary) { self.summary = summary }

  private mutating func write() {
    page.begin(title: "Audit of markings", style: AuditHTMLStyle.css)
    header()
    page.start("main")
    totals()
    charts()
    for table in summary.tables { self.table(table) }
    run()
    page.end()
    page.finish(script: AuditHTMLStyle.script)
  }

  private mutating func header() {
    page.start("header")
    page.element("h1", "Audit of markings")
    let paths = (summary.settings["paths"] ?? "").split(separator: "\n").joined(separator: ", ")
    page.element("p", VisibleText.escaped(paths))
    page.element(
      "p",
      summary.ended.isEmpty
        ? "Begun \(summary.started), not ended." : "\(summary.started) to \(summary.ended), caveat \(summary.version).")
    if let parts = summary.missingParts { page.element("p", "Parts \(parts) of this audit are missing.") }
    page.end()
  }

  private mutating func totals() {
    page.start("section")
    page.element("h2", "What was found", ["id": "totals"])
    page.start("dl", ["class": "tiles"])
    let tiles: [(String, Int)] = [
      ("documents", summary.totals.documents), ("errors", summary.totals.errors), ("warnings", summary.totals.warnings),
      ("infos", summary.totals.infos), ("without a level", summary.table("without-level")?.count ?? 0),
      ("level disagrees", summary.table("level-differs")?.count ?? 0),
      ("not read or not judged", summary.totals.incomplete),
    ]
    for (name, count) in tiles {
      page.start("div")
      page.element("dt", name)
      page.element("dd", count.grouped)
      page.end()
    }
    page.end()
    page.end()
  }

  private mutating func charts() {
    page.start("section")
    page.element("h2", "Charts", ["id": "charts"])
    if let rules = summary.table("by-rule") {
      var bars: [AuditChart.Bar] = []
      for row in rules.rows {
        let part = (row[1].text, Self.number(row[2]))
        if let index = bars.firstIndex(where: { $0.label == row[0].text }) {
          bars[index].parts.append(part)
        } else {
          bars.append(AuditChart.Bar(label: row[0].text, parts: [part]))
        }
      }
      bars.sort { $0.sum > $1.sum }
      AuditChart.bars("Findings by rule", Array(bars.prefix(20)), to: &page)
    }
    if let years = summary.table("by-year") {
      AuditChart.bars("Findings by year", years.rows.map(Self.severities), to: &page)
    }
    if let levels = summary.table("by-level") {
      let order = ["", "U", "LOU", "C", "S", "TS"]
      let rows = levels.rows.sorted { a, b in
        (order.firstIndex(of: a[0].text) ?? 9, a[0].text) < (order.firstIndex(of: b[0].text) ?? 9, b[0].text)
      }
      AuditChart.bars(
        "Documents by level",
        rows.map { row in
          AuditChart.Bar(
            label: row[0].text.isEmpty ? "none" : row[0].text, parts: [("documents", Self.number(row[1]))])
        }, to: &page)
      AuditChart.bars("Findings by level", rows.map(Self.severities), to: &page)
    }
    AuditChart.matrix("Captions by level", summary.captions, to: &page)
    page.end()
  }

  /// Of a row with a name, documents, errors, warnings and infos.
  private static func severities(_ row: [AuditValue]) -> AuditChart.Bar {
    AuditChart.Bar(
      label: row[0].text.isEmpty ? "none" : row[0].text,
      parts: [("error", number(row[2])), ("warning", number(row[3])), ("info", number(row[4]))])
  }

  private static func number(_ value: AuditValue) -> Int { if case .number(let number) = value { number } else { 0 } }

  private mutating func table(_ table: AuditTable) {
    page.start("section")
    page.element("h2", table.question, ["id": table.name])
    if table.rows.isEmpty {
      page.element("p", "None.")
      page.end()
      return
    }
    if table.count > table.rows.count {
      page.element(
        "p",
        "The first \(table.rows.count.grouped) of \(table.count.grouped); all of them: caveat audit query FILE \(table.name)"
      )
    }
    page.start("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": table.name])
    page.start("table", ["class": "data"])
    page.start("thead")
    page.start("tr")
    for (index, column) in table.columns.enumerated() {
      let name = column.replacing("_", with: " ")
      if table.isNumber(index) {
        page.element("th", name, ["class": "n", "scope": "col"])
      } else {
        page.element("th", name, ["scope": "col"])
      }
    }
    page.end()
    page.end()
    page.start("tbody")
    for row in table.rows {
      page.start("tr")
      for value in row {
        switch value {
        case .number(let number):
          page.element("td", number.grouped, ["class": "n", "data-value": String(number)])
        case .text(let text): page.element("td", VisibleText.escaped(text))
        case .none: page.element("td", "–", ["class": "none"])
        }
      }
      page.end()
    }
    for _ in 0..<4 { page.end() }
  }

  private mutating func run() {
    page.start("section")
    page.element("h2", "How it was audited", ["id": "run"])
    page.start("dl", ["class": "facts"])
    for profile in summary.profiles {
      page.element("dt", "rules of \(profile.name)")
      page.element("dd", "\(profile.rules), SHA-256 \(profile.digest)")
    }
    for (name, value) in summary.settings.sorted(by: { $0.key < $1.key }) where !value.isEmpty && name != "paths" {
      page.element("dt", name)
      page.element("dd", VisibleText.escaped(value))
    }
    page.element("dt", "runs")
    page.element("dd", String(summary.runs))
    page.element("dt", "archives")
    page.element("dd", summary.archives.grouped)
    page.element("dt", "left out by name")
    page.element("dd", summary.excluded.grouped)
    page.end()
    page.end()
  }
}
