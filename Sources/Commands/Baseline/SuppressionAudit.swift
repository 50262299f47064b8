import MarkingModel
import Reporting
import RuleEngine

/// What the rules about suppressions find in a file of them, as one more document of the run.
struct SuppressionAudit {
  private let suppressions: Suppressions
  private let repository: Repository

  init(_ suppressions: Suppressions, in repository: Repository) {
    self.suppressions = suppressions
    self.repository = repository
  }

  var checked: CheckedDocument {
    let source = suppressions.source
    var document = MarkingDocument()
    document.add(
      .document, to: -1, at: ByteRange(0, source.bytes.count), Position(line: 1, column: 1))
    document.set(.form, "suppressions")
    let findings = suppressions.entries.flatMap(findings)
    let rules = SuppressionRules.rules
    let results = rules.map { rule in
      let hasFailed = findings.contains { $0.rule == rule.id }
      let isEmpty = suppressions.entries.isEmpty
      return RuleResult(
        rule: rule.id, outcome: hasFailed ? .failed : isEmpty ? .notApplicable(.nothingToJudge) : .passed,
        judged: suppressions.entries.count)
    }
    let judgements = rules.indices.map { Judgement(rule: $0, clause: 0, node: 0) }
    var checked = CheckedDocument(
      file: source.file, digest: Digest.hex(of: source.bytes.span), bytes: source.bytes.count, document: document,
      result: CheckResult(
        rules: results, findings: findings, judgements: suppressions.entries.isEmpty ? [] : judgements))
    checked.path = repository.path(of: FilePath(source.file)).shown
    checked.rules = RuleSet(
      rules: rules, profile: "suppressions", digest: Digest.hex(of: SuppressionRules.authority.utf8.span))
    return checked
  }

  private func findings(_ entry: Suppressions.Entry) -> [Finding] {
    var broken: [String] = []
    if suppressions.isExpired(entry) { broken.append(SuppressionRules.expiredID) }
    if isUnused(entry) { broken.append(SuppressionRules.unusedID) }
    if !entry.isExplained { broken.append(SuppressionRules.unexplainedID) }
    return SuppressionRules.rules.filter { broken.contains($0.id) }.flatMap { rule in
      rule.clauses.flatMap(\.assertions).map { assertion in
        Finding(
          rule: rule.id, assertion: assertion.id, severity: assertion.severity,
          message: "\(entry.rule): \(Self.text(assertion))", authority: assertion.authority,
          range: ByteRange(entry.offset, entry.offset + "suppression".utf8.count),
          position: suppressions.source.position(of: entry.offset), excerpt: ByteRange(0, 0), node: 0)
      }
    }
  }

  /// Nothing was found that it is about, although that was looked for; or its file is gone.
  private func isUnused(_ entry: Suppressions.Entry) -> Bool {
    guard !entry.isUsed else { return false }
    if entry.isAsked { return true }
    return entry.file.isPlain && (try? FileStatus.of(repository.root.appending(entry.file.text.utf8))) == nil
  }

  private static func text(_ assertion: Rule.Assertion) -> String {
    assertion.message.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}
