import MarkingModel
import RuleEngine
import XMLKit

/// The report in the Schematron Validation Report Language (ISO/IEC 19757-3:2020, annex D), for programs that already
/// read it.
///
/// What is judged is the marking document that `caveat parse --format xml` prints; every location is a path in it. There
/// is one `schematron-output` for a run. Each `active-pattern` says in `@documents` which input it judged, as the
/// standard provides; the rules and assertions after it belong to that input. The patterns of a quoted telegram carry
/// the fragment `#quoted-1` there. Only rules that apply to the form and date of a telegram are active.
package struct SVRLReport: ReportWriter {
  package static let namespace = "http://purl.oclc.org/dsdl/svrl"
  package static var needsJudgements: Bool { true }

  private var out = XMLWriter()
  private var run: [Rule] = []
  /// The rules that judged the document at hand.
  private var rules: [Rule] = []
  private var isEmpty = true
  /// The profile of the run.
  private var profile = ""
  /// What the patterns of a document have for a role, where another profile judged it.
  private var role: String?

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.takeOutput() }

  package mutating func begin(_ run: RunHeader) {
    self.run = run.rules.rules
    profile = run.rules.profile
    out.start("schematron-output")
    out.attribute("xmlns", Self.namespace)
    out.attribute("title", "Profile \(run.rules.profile), SHA-256 \(run.rules.digest)")
    out.attribute("schemaVersion", "\(run.tool) \(run.version)")
    if let timestamp = run.timestamp { out.element("text", text: "Made " + WrittenTime.text(timestamp)) }
  }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    isEmpty = false
    rules = document.rules?.rules ?? run
    // The title names the profile of the run; a pattern of another one says so.
    role = document.rules.flatMap { $0.profile == profile ? nil : "profile-" + $0.profile }
    let name = URIReference.path(document.file)
    write(
      document.document, document.result, document.standings, name: name, label: "", path: NodePath(document.document))
  }

  /// An input that was not read is an active pattern without an id, so that no consumer takes it for checked.
  package mutating func add(_ unread: UnreadInput) {
    isEmpty = false
    idle("Not read: " + unread.problem, role: Verdict.notRead.rawValue, name: URIReference.path(unread.file))
  }

  package mutating func end() {
    if isEmpty { idle("No document was checked", role: "not-applicable", name: "") }
    out.end()
  }

  private mutating func write(
    _ document: MarkingDocument, _ result: CheckResult, _ standings: Standings, name: String, label: String,
    path: NodePath
  ) {
    let fullName = label.isEmpty ? name : "\(name)#quoted\(label)"
    var judgements = result.judgements[...]
    let reported = result.findings.enumerated().map { ReportedFinding(finding: $1, standing: standings[$0]) }
    let failures = Dictionary(grouping: reported) { Place(assertion: $0.finding.assertion, node: $0.finding.node) }
    var isIdle = true
    for (index, rule) in rules.enumerated() {
      var judged = judgements.prefix { $0.rule == index }
      judgements = judgements.dropFirst(judged.count)
      guard index < result.rules.count, Self.isActive(result.rules[index]) else { continue }
      isIdle = false
      out.start("active-pattern")
      out.attribute("id", rule.id)
      out.attribute("documents", fullName)
      out.attribute("name", rule.title)
      out.attribute("role", role)
      out.end()
      while let judgement = judged.popFirst() {
        write(judgement, clause: rule.clauses[judgement.clause], failures, in: document, path: path, name: fullName)
      }
    }
    if isIdle { idle("No rule is about this document", role: "not-applicable", name: fullName) }
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      write(
        inner, innerResult, standings.inner(index), name: name, label: "\(label)-\(index + 1)",
        path: NodePath(inner, root: path.quoted(index)))
    }
  }

  private struct Place: Hashable {
    var assertion: String
    var node: Int
  }

  private mutating func write(
    _ judgement: Judgement, clause: Rule.Clause, _ failures: [Place: [ReportedFinding]], in document: MarkingDocument,
    path: NodePath, name: String
  ) {
    let location = path.path(of: judgement.node, in: document)
    out.start("fired-rule")
    out.attribute("name", location)
    out.attribute("context", clause.context)
    out.attribute("document", name)
    out.end()
    for assertion in clause.assertions {
      for reported in failures[Place(assertion: assertion.id, node: judgement.node)] ?? [] {
        let finding = reported.finding
        out.start("failed-assert")
        out.attribute("id", assertion.id)
        out.attribute("location", location)
        out.attribute("test", assertion.test)
        out.attribute("role", finding.severity.rawValue)
        if !reported.counts { out.attribute("flag", reported.standing?.suppression == nil ? "known" : "suppressed") }
        out.start("text")
        out.attribute("see", finding.authority)
        out.text(finding.message)
        out.end()
        out.end()
      }
    }
  }

  /// A document without any active rule, which the grammar would not let us name otherwise.
  private mutating func idle(_ reason: String, role: String, name: String) {
    out.start("active-pattern")
    out.attribute("documents", name)
    out.attribute("name", reason)
    out.attribute("role", role)
    out.end()
  }

  /// Whether the rule was applied to the telegram, whether or not it found a node to judge.
  private static func isActive(_ result: RuleResult) -> Bool {
    switch result.outcome {
    case .passed, .failed, .notApplicable(.nothingToJudge): true
    case .notApplicable: false
    }
  }
}
