import MarkingModel
import Reporting
import RuleEngine

/// Decides for each finding of a run whether it is new, known or suppressed. Nothing else does: a report only says it.
struct StandingJudge {
  private let repository: Repository
  private let fingerprinter: Fingerprinter
  /// The fingerprints that a baseline knows.
  private let known: Set<String>?
  private let changes: ChangedFiles?
  private var suppressions: Suppressions?
  /// Whether any finding is given a standing at all.
  private let isNeeded: Bool

  /// - Parameter isNeeded: whether a report wants fingerprints.
  init(
    in repository: Repository, fingerprinter: Fingerprinter, baseline: Baseline?, suppressions: Suppressions?,
    changes: ChangedFiles?, isNeeded: Bool
  ) {
    self.repository = repository
    self.fingerprinter = fingerprinter
    known = baseline.map { Set($0.entries.map(\.fingerprint)) }
    self.suppressions = suppressions
    self.changes = changes
    self.isNeeded = isNeeded || baseline != nil || suppressions != nil || changes != nil
  }

  var hasSuppressions: Bool { suppressions != nil }

  /// Gives the findings of a document their standings.
  mutating func judge(_ checked: inout CheckedDocument) {
    guard isNeeded else { return }
    var standings = fingerprinter.standings(of: checked.document, checked.result, path: checked.path)
    let isOld = changes.map { !$0.contains(checked.path) }
    standings.update { standing in
      let isKnown = known.map { $0.contains(standing.fingerprint) }
      guard isOld != nil || isKnown != nil else { return }
      standing.comparison = isOld == true || isKnown == true ? .unchanged : .new
    }
    if var suppressions = suppressions.take() {
      suppressions.note(checked.path, judgedBy: Self.judging(checked.result))
      suppress(&standings, checked.result, checked.path, &suppressions)
      self.suppressions = suppressions
    }
    checked.standings = standings
  }

  private func suppress(
    _ standings: inout Standings, _ result: CheckResult, _ path: String, _ suppressions: inout Suppressions
  ) {
    for (index, finding) in result.findings.enumerated() {
      standings.findings[index].suppression = suppressions.suppression(
        of: finding, in: path, at: standings.findings[index].place)
    }
    for (index, inner) in result.quoted.enumerated() where index < standings.quoted.count {
      suppress(&standings.quoted[index], inner, path, &suppressions)
    }
  }

  /// The rules that were not left out.
  private static func judging(_ result: CheckResult) -> Set<String> {
    Set(result.rules.filter { $0.outcome != .notApplicable(.notSelected) }.map(\.rule))
  }

  /// What the rules about suppressions say of the file of suppressions; nil without one.
  mutating func audit() -> (checked: CheckedDocument, bytes: [UInt8])? {
    guard let suppressions else { return nil }
    var checked = SuppressionAudit(suppressions, in: repository).checked
    checked.standings = fingerprinter.standings(of: checked.document, checked.result, path: checked.path)
    return (checked, suppressions.source.bytes)
  }
}
