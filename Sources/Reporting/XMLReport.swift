import MarkingModel
import RuleEngine
import XMLKit

/// The compliance report in XML: the same as the complete text report, in the namespace `urn:caveat:report:1`.
///
/// Its grammars are `Reports/caveat-report.rng` and `Reports/caveat-report.xsd`. The number at the end of the namespace
/// changes when a report that was valid before would not be valid any more.
package struct XMLReport: ReportWriter {
  package static let namespace = "urn:caveat:report:1"

  private var out = XMLWriter()
  private var totals = RunTotals()
  /// The profile of the run.
  private var profile = ""
  /// The profiles whose rules have been listed.
  private var listed: Set<String> = []

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.takeOutput() }

  package mutating func begin(_ run: RunHeader) {
    out.start("report")
    out.attribute("xmlns", Self.namespace)
    out.attribute("made", run.timestamp.map(WrittenTime.text))
    out.start("tool")
    out.attribute("name", run.tool)
    out.attribute("version", run.version)
    out.end()
    profile = run.rules.profile
    write(run.rules)
  }

  /// A set of rules, once: that of the run, and that of another profile before the first document that it judged.
  private mutating func write(_ rules: RuleSet) {
    guard listed.insert(rules.profile).inserted else { return }
    out.start("rule-set")
    out.attribute("profile", rules.profile)
    out.attribute("rules", rules.rules.count)
    out.attribute("sha256", rules.digest)
    for rule in rules.rules {
      out.start("rule")
      out.attribute("id", rule.id)
      out.attribute("severity", rule.severity.rawValue)
      out.attribute("title", rule.title)
      out.end()
    }
    out.end()
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let verdict = Verdict(document.document, document.result, document.standings)
    totals.count(verdict)
    let counts = SeverityCounts(document.result, document.standings)
    if let rules = document.rules { write(rules) }
    out.start("document")
    out.attribute("file", document.file)
    out.attribute("sha256", document.digest)
    out.attribute("bytes", document.bytes)
    if let rules = document.rules, rules.profile != profile {
      out.attribute("profile", rules.profile)
      out.attribute("rules-sha256", rules.digest)
    }
    out.attribute("verdict", verdict.rawValue)
    out.attribute("errors", counts.errors)
    out.attribute("warnings", counts.warnings)
    out.attribute("infos", counts.infos)
    if counts.known > 0 { out.attribute("known", counts.known) }
    if counts.suppressed > 0 { out.attribute("suppressed", counts.suppressed) }
    if let release = document.release { write(release) }
    telegram(document.document, document.result, document.standings, bytes: bytes)
    out.end()
  }

  private mutating func write(_ release: ReleaseFacts) {
    out.start("release")
    out.attribute("disposition", release.disposition)
    out.attribute("policy", release.policy)
    out.attribute("policy-sha256", release.policyDigest)
    out.attribute("original-sha256", release.originalDigest)
    out.attribute("withheld", release.withheld)
    out.attribute("places", release.places)
    out.attribute("withheld-bytes", release.withheldBytes)
    out.attribute("original-bytes", release.originalBytes)
    out.attribute("searched", release.searched)
    out.attribute("too-short", release.tooShort)
    for exemption in release.exemptions {
      out.start("exemption")
      out.text(exemption)
      out.end()
    }
    out.end()
  }

  package mutating func add(_ unread: UnreadInput) {
    totals.count(.notRead)
    out.start("unread")
    out.attribute("file", unread.file)
    out.attribute("verdict", Verdict.notRead.rawValue)
    out.text(unread.problem)
    out.end()
  }

  package mutating func end() {
    out.start("totals")
    out.attribute("documents", totals.documents)
    for verdict in Verdict.allCases { out.attribute(verdict.rawValue, totals[verdict]) }
    out.end()
    out.end()
  }

  private mutating func telegram(
    _ document: MarkingDocument, _ result: CheckResult, _ standings: Standings, bytes: Span<UInt8>
  ) {
    let facts = TelegramFacts(document)
    out.start("telegram")
    out.attribute("form", facts.form)
    out.attribute("date", facts.date)
    out.attribute("date-source", facts.dateSource)
    out.attribute("level", facts.level.rawValue)
    out.attribute("original-level", facts.originalLevel?.rawValue)
    out.attribute("current-level", facts.currentLevel?.rawValue)
    place(facts.position, facts.range)
    for caption in facts.captions { out.element("caption", text: caption) }
    for (index, finding) in result.findings.enumerated() { write(finding, standings[index], bytes: bytes) }
    let counts = findingCounts(result.findings)
    for rule in result.rules { write(rule, findings: counts[rule.rule] ?? 0) }
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      telegram(inner, innerResult, standings.inner(index), bytes: bytes)
    }
    out.end()
  }

  private mutating func write(_ finding: Finding, _ standing: Standing?, bytes: Span<UInt8>) {
    out.start("finding")
    out.attribute("rule", finding.rule)
    out.attribute("assertion", finding.assertion)
    out.attribute("severity", finding.severity.rawValue)
    place(finding.position, finding.range)
    if let standing {
      out.attribute("place", standing.place)
      out.attribute("fingerprint", standing.fingerprint)
      out.attribute("baseline", standing.comparison?.rawValue)
    }
    out.element("message", text: finding.message)
    out.element("authority", text: finding.authority)
    if let source = SourceLine(finding, in: bytes, showsText: false) { out.element("marking", text: source.text) }
    if let suppression = standing?.suppression {
      out.start("suppression")
      out.attribute("owner", suppression.owner)
      out.attribute("expires", TelegramFacts.date(suppression.expires))
      out.text(suppression.reason)
      out.end()
    }
    out.end()
  }

  private mutating func write(_ rule: RuleResult, findings: Int) {
    out.start("result")
    out.attribute("rule", rule.rule)
    out.attribute("outcome", Wording.outcome(rule.outcome))
    if case .notApplicable(let reason) = rule.outcome { out.attribute("reason", Wording.reason(reason)) }
    out.attribute("judged", rule.judged)
    out.attribute("findings", findings)
    out.end()
  }

  private mutating func place(_ position: Position, _ range: ByteRange) {
    out.attribute("line", position.line)
    out.attribute("column", position.column)
    out.attribute("offset", range.start)
    out.attribute("length", range.count)
  }
}
