import MarkingModel
import RuleEngine

/// The report for programs: one object for the run, in it one for each document.
///
/// Keys stand in a fixed order. An unknown date and an absent record level have no key. Nothing of a document's text
/// stands in it, not even its markings.
package struct JSONReport: ReportWriter {
  package static var needsRepairs: Bool { true }
  private var out = JSONText()
  private var profile = ""
  private var unread: [UnreadInput] = []
  private var totals = RunTotals()

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.take() }

  package mutating func begin(_ run: RunHeader) {
    profile = run.rules.profile
    out.open(.object)
    out.member("report", 1)
    out.member("tool", run.tool)
    out.member("version", run.version)
    if let timestamp = run.timestamp { out.member("made", WrittenTime.text(timestamp)) }
    out.member("profile", profile)
    write(run.rules)
    out.open(.array, "documents")
  }

  private mutating func write(_ rules: RuleSet) {
    out.open(.object, "ruleSet", inline: true)
    out.member("rules", rules.rules.count)
    out.member("digest", rules.digest)
    out.close()
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let verdict = Verdict(document.document, document.result, document.standings)
    totals.count(verdict)
    let counts = SeverityCounts(document.result, document.standings)
    out.open(.object)
    out.member("file", document.file)
    out.member("digest", document.digest)
    out.member("bytes", document.bytes)
    out.member("profile", document.rules?.profile ?? profile)
    if let rules = document.rules, rules.profile != profile { write(rules) }
    out.member("verdict", verdict.rawValue)
    out.member("errors", counts.errors)
    out.member("warnings", counts.warnings)
    out.member("infos", counts.infos)
    if counts.known > 0 { out.member("known", counts.known) }
    if counts.suppressed > 0 { out.member("suppressed", counts.suppressed) }
    if let release = document.release { write(release) }
    telegram(document.document, document.result, document.standings, file: document.file)
    out.close()
  }

  private mutating func write(_ release: ReleaseFacts) {
    out.open(.object, "release")
    out.member("disposition", release.disposition)
    out.member("exemptions", release.exemptions)
    out.member("policy", release.policy)
    out.member("policyDigest", release.policyDigest)
    out.member("originalDigest", release.originalDigest)
    out.member("withheld", release.withheld)
    out.member("places", release.places)
    out.member("withheldBytes", release.withheldBytes)
    out.member("originalBytes", release.originalBytes)
    out.member("searched", release.searched)
    out.member("tooShort", release.tooShort)
    out.close()
  }

  package mutating func add(_ unread: UnreadInput) {
    totals.count(.notRead)
    self.unread.append(unread)
  }

  package mutating func end() {
    out.close()
    out.open(.array, "unread")
    for input in unread {
      out.open(.object, inline: true)
      out.member("file", input.file)
      out.member("verdict", Verdict.notRead.rawValue)
      out.member("problem", input.problem)
      out.close()
    }
    out.close()
    out.open(.object, "totals", inline: true)
    out.member("documents", totals.documents)
    for verdict in Verdict.allCases { out.member(verdict.rawValue, totals[verdict]) }
    out.close()
    out.close()
  }

  private mutating func telegram(
    _ document: MarkingDocument, _ result: CheckResult, _ standings: Standings, file: String
  ) {
    let facts = TelegramFacts(document)
    out.member("form", facts.form)
    if let date = facts.date { out.member("date", date) }
    if let source = facts.dateSource { out.member("dateSource", source) }
    out.member("level", facts.level.rawValue)
    if let level = facts.originalLevel { out.member("originalLevel", level.rawValue) }
    if let level = facts.currentLevel { out.member("currentLevel", level.rawValue) }
    out.member("captions", facts.captions)
    out.open(.array, "findings")
    for (index, finding) in result.findings.enumerated() { write(finding, standings[index], file: file) }
    out.close()
    out.open(.array, "rules")
    for rule in result.rules { write(rule) }
    out.close()
    out.open(.array, "quoted")
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      let place = TelegramFacts(inner)
      out.open(.object)
      out.member("line", place.position.line)
      out.member("column", place.position.column)
      out.member("offset", place.range.start)
      out.member("length", place.range.count)
      telegram(inner, innerResult, standings.inner(index), file: file)
      out.close()
    }
    out.close()
  }

  private mutating func write(_ finding: Finding, _ standing: Standing?, file: String) {
    out.open(.object, inline: true)
    out.member("rule", finding.rule)
    out.member("assertion", finding.assertion)
    out.member("severity", finding.severity.rawValue)
    out.member("message", finding.message)
    out.member("authority", finding.authority)
    out.member("file", file)
    out.member("line", finding.position.line)
    out.member("column", finding.position.column)
    out.member("offset", finding.range.start)
    out.member("length", finding.range.count)
    if let fix = finding.fix { out.member("fix", fix) }
    if !finding.edits.isEmpty {
      out.open(.array, "edits")
      for edit in finding.edits {
        out.open(.object, inline: true)
        out.member("offset", edit.range.start)
        out.member("length", edit.range.count)
        out.member("text", String(decoding: edit.text, as: UTF8.self))
        out.close()
      }
      out.close()
    }
    if let standing { write(standing) }
    out.close()
  }

  private mutating func write(_ standing: Standing) {
    out.member("place", standing.place)
    out.member("fingerprint", standing.fingerprint)
    if let comparison = standing.comparison { out.member("baseline", comparison.rawValue) }
    guard let suppression = standing.suppression else { return }
    out.open(.object, "suppression")
    out.member("reason", suppression.reason)
    out.member("owner", suppression.owner)
    out.member("expires", TelegramFacts.date(suppression.expires))
    out.close()
  }

  private mutating func write(_ rule: RuleResult) {
    out.open(.object, inline: true)
    out.member("rule", rule.rule)
    out.member("result", Wording.outcome(rule.outcome))
    if case .notApplicable(let reason) = rule.outcome { out.member("reason", Wording.reason(reason)) }
    out.member("judged", rule.judged)
    out.close()
  }
}
