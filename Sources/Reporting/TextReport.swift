import MarkingModel
import RuleEngine

/// The report that people read.
///
/// The `complete` layout is the one to file: everything that was checked, with every rule's result. The `screen` layout
/// is for someone at a terminal: the findings first, then in a few lines what they are about, the verdict last.
package struct TextReport: ReportWriter {
  package enum Layout: Sendable {
    case complete
    case screen
  }

  private let layout: Layout
  private let showsText: Bool
  private let style: TextStyle
  private var out = ReportBuffer()
  private var run: RunHeader?
  private var titles: [String: String] = [:]
  private var totals = RunTotals()
  /// The rules that documents were judged by, each profile once, in order.
  private var used: [RuleSet] = []

  /// - Parameters:
  ///   - showsText: whether source lines show the text around a marking.
  ///   - isColoured: whether to write ANSI escape sequences.
  package init(layout: Layout, showsText: Bool = false, isColoured: Bool = false) {
    self.layout = layout
    self.showsText = showsText
    style = TextStyle(isColoured: isColoured)
  }

  package mutating func takeOutput() -> [UInt8] { out.take() }

  package mutating func begin(_ run: RunHeader) {
    self.run = run
    titles = Dictionary(run.rules.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    guard layout == .complete else { return }
    out.line(style.strong("CAVEAT COMPLIANCE REPORT"))
    out.line()
    fact("Checked with", "\(run.tool) \(run.version)")
    fact("Profile", run.rules.profile)
    fact("Rule set", run.rules.rules.count.counted("rule"))
    fact("  SHA-256", run.rules.digest)
    if let timestamp = run.timestamp { fact("Made", WrittenTime.text(timestamp)) }
    if showsText { fact("Text", "lines of the documents are quoted (--show-text)") }
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let verdict = Verdict(document.document, document.result, document.standings)
    totals.count(verdict)
    take(document.rules)
    let counts = TextLayout.counts(SeverityCounts(document.result, document.standings))
    switch layout {
    case .complete:
      separate()
      fact("Document", VisibleText.escaped(document.file))
      fact("  SHA-256", document.digest)
      fact("  Size", document.bytes.counted("byte"))
      facts(TelegramFacts(document.document))
      if let rules = document.rules, rules.profile != run?.rules.profile {
        fact("Profile", "\(rules.profile), \(rules.rules.count.counted("rule"))")
        fact("  SHA-256", rules.digest)
      }
      if let release = document.release { facts(release) }
      fact("Verdict", style.verdict(verdict, verdict.words) + (counts.isEmpty ? "" : ": " + counts))
      details(document.document, document.result, document.standings, bytes: bytes, label: "")
    case .screen:
      if totals.documents + totals[.notRead] > 1 { out.line() }
      out.line(style.strong(VisibleText.escaped(document.file)))
      screenFindings(document.document, document.result, document.standings, bytes: bytes, label: "")
      out.line("  " + brief(TelegramFacts(document.document)))
      let rules = OutcomeCounts(document.result.rules)
      out.line("  rules: \(rules.passed) passed, \(rules.failed) failed, \(rules.notApplicable) not applicable")
      out.line("  " + style.verdict(verdict, verdict.words) + (counts.isEmpty ? "" : ": " + counts))
    }
  }

  package mutating func add(_ unread: UnreadInput) {
    totals.count(.notRead)
    switch layout {
    case .complete:
      separate()
      fact("Document", VisibleText.escaped(unread.file))
      fact("Verdict", style.verdict(.notRead, Verdict.notRead.words) + ": " + VisibleText.escaped(unread.problem))
    case .screen:
      if totals.documents + totals[.notRead] > 1 { out.line() }
      out.line(style.strong(VisibleText.escaped(unread.file)))
      out.line("  " + style.verdict(.notRead, Verdict.notRead.words) + ": " + VisibleText.escaped(unread.problem))
    }
  }

  package mutating func end() {
    switch layout {
    case .complete:
      separate()
      out.line(totals.sentence)
    case .screen:
      out.line()
      out.line(totals.sentence)
      if used.isEmpty, let run { used = [run.rules] }
      for rules in used {
        let count = rules.rules.count.counted("rule")
        out.line(style.faint("Profile \(rules.profile), \(count), digest \(rules.digest.prefix(16))."))
      }
    }
  }

  /// Notes the rules of a document: their titles, and that they were used.
  private mutating func take(_ rules: RuleSet?) {
    guard let rules = rules ?? run?.rules, !used.contains(where: { $0.profile == rules.profile }) else { return }
    used.append(rules)
    for rule in rules.rules { titles[rule.id] = rule.title }
  }

  // MARK: The parts of both layouts

  private mutating func fact(_ label: String, _ value: String) {
    out.line(TextLayout.pad(label, 16) + value)
  }

  private mutating func separate() {
    out.line()
    out.line(style.faint(String(repeating: "-", count: 80)))
    out.line()
  }

  private mutating func facts(_ facts: TelegramFacts) {
    fact("Form", Wording.form(facts.form))
    let source = facts.dateSource.map { " (" + Wording.dateSource($0) + ")" } ?? ""
    fact("Date", facts.date.map { $0 + source } ?? "not known")
    fact("Level", Wording.level(facts.level))
    if let level = facts.originalLevel { fact("  original", Wording.level(level) + " (release record)") }
    if let level = facts.currentLevel { fact("  current", Wording.level(level) + " (release record)") }
    fact("Captions", facts.captions.isEmpty ? "none found" : facts.captions.joined(separator: ", "))
  }

  private mutating func facts(_ release: ReleaseFacts) {
    fact("Release", ([release.disposition] + [release.exemptions.joined(separator: "; ")]).joined(separator: " "))
    fact("  policy", release.policy)
    fact("  SHA-256", release.policyDigest)
    fact("  original", release.originalDigest)
    fact(
      "  withheld",
      release.withheld.counted("passage") + " in " + release.places.counted("place")
        + ", \(release.withheldBytes) of \(release.originalBytes) bytes")
    fact(
      "  verified",
      "the rest is unchanged; \(release.searched.counted("withheld text")) looked for and not found"
        + (release.tooShort > 0 ? ", \(release.tooShort) too short or common, compared by place" : ""))
  }

  private func brief(_ facts: TelegramFacts) -> String {
    var parts = [facts.form]
    if let date = facts.date { parts.append(date) }
    parts.append(facts.level == .none ? "no level" : Wording.level(facts.level))
    if let level = facts.originalLevel, level != facts.level { parts.append("originally " + Wording.level(level)) }
    if let level = facts.currentLevel { parts.append("now " + Wording.level(level)) }
    return (parts + facts.captions).joined(separator: ", ")
  }

  /// The findings and the rules' results of a telegram, then of those that it repeats.
  private mutating func details(
    _ document: MarkingDocument, _ result: CheckResult, _ standings: Standings, bytes: Span<UInt8>, label: String
  ) {
    out.line()
    out.line(style.strong("Findings"))
    out.line()
    if result.findings.isEmpty { out.line("  none") }
    TextFindings(style: style, showsText: showsText).write(result.findings, standings, bytes: bytes, to: &out)
    out.line()
    out.line(style.strong("Rules"))
    out.line()
    TextRules(style: style).write(result.rules, findings: result.findings, titles: titles, to: &out)
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      let facts = TelegramFacts(inner)
      let number = label.isEmpty ? "\(index + 1)" : "\(label).\(index + 1)"
      out.line()
      fact(Wording.innerHeading(facts.form), style.strong("\(number), line \(facts.position.line)"))
      self.facts(facts)
      details(inner, innerResult, standings.inner(index), bytes: bytes, label: number)
    }
  }

  private mutating func screenFindings(
    _ document: MarkingDocument, _ result: CheckResult, _ standings: Standings, bytes: Span<UInt8>, label: String
  ) {
    TextFindings(style: style, showsText: showsText).write(result.findings, standings, bytes: bytes, to: &out)
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      let facts = TelegramFacts(inner)
      let number = label.isEmpty ? "\(index + 1)" : "\(label).\(index + 1)"
      out.line("  \(Wording.inner(facts.form)) \(number), line \(facts.position.line): \(brief(facts))")
      screenFindings(inner, innerResult, standings.inner(index), bytes: bytes, label: number)
    }
  }
}
