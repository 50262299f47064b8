import MarkingModel
import RuleEngine

/// A finding as the reports that know no telegrams inside others list it.
struct ReportedFinding {
  var finding: Finding
  /// Nil where nothing is known of it.
  var standing: Standing?

  var counts: Bool { standing?.counts ?? true }

  /// What stands before its message where it does not count: "known", "suppressed until 2027-01-31 (reason)".
  var remark: String? {
    if let suppression = standing?.suppression { return Wording.suppressed(suppression) }
    return standing?.comparison == .unchanged ? Wording.known : nil
  }

  /// The message, with the remark before it.
  var message: String { remark.map { "[\($0)] " + finding.message } ?? finding.message }
}

extension CheckedDocument {
  /// Its findings, then those of the telegrams that it repeats.
  var reported: [ReportedFinding] { Self.reported(result, standings) }

  private static func reported(_ result: CheckResult, _ standings: Standings) -> [ReportedFinding] {
    let own = result.findings.enumerated().map { ReportedFinding(finding: $1, standing: standings[$0]) }
    return own + result.quoted.enumerated().flatMap { reported($1, standings.inner($0)) }
  }

  /// The rules that judged it and how, each once: the worst of it and of the telegrams that it repeats.
  var outcomes: [(rule: String, hasFailed: Bool)] {
    var failed: [String: Bool] = [:]
    func count(_ result: CheckResult) {
      for rule in result.rules {
        switch rule.outcome {
        case .passed: failed[rule.rule] = failed[rule.rule] ?? false
        case .failed: failed[rule.rule] = true
        case .notApplicable: break
        }
      }
      for inner in result.quoted { count(inner) }
    }
    count(result)
    return failed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension ReportedFinding {
  /// Whether it makes a run fail that fails from this severity on.
  func fails(from severity: Severity?) -> Bool { counts && severity.map { finding.severity >= $0 } ?? false }

  /// "12:4: error CAP-003: The message. [The authority]"
  var line: String {
    let place = "\(finding.position.line):\(finding.position.column)"
    return "\(place): \(finding.severity.rawValue) \(finding.rule): \(message) [\(finding.authority)]"
  }
}
