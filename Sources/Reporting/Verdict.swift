package import MarkingModel
package import RuleEngine

/// The one word that a report gives a document.
package enum Verdict: String, Sendable, CaseIterable {
  /// No finding above info.
  case passed
  /// Warnings, no error.
  case passedWithWarnings = "passed-with-warnings"
  /// At least one error.
  case failed
  /// Nothing in it says that it is a telegram or a marked document, and no rule found an error.
  case unmarked
  /// The input could not be read.
  case notRead = "not-read"

  /// The verdict on a document: the worst of it and of the telegrams that it repeats. Findings that are known or
  /// suppressed do not count.
  package init(_ document: MarkingDocument, _ result: CheckResult, _ standings: Standings = Standings()) {
    let counts = SeverityCounts(result, standings)
    if counts.errors > 0 {
      self = .failed
    } else if !document.nodes.isEmpty, document.word(.form, of: 0) == "unknown" {
      self = .unmarked
    } else {
      self = counts.warnings > 0 ? .passedWithWarnings : .passed
    }
  }

  /// As people read it: "PASSED WITH WARNINGS".
  package var words: String {
    switch self {
    case .passed: "PASSED"
    case .passedWithWarnings: "PASSED WITH WARNINGS"
    case .failed: "FAILED"
    case .unmarked: "UNMARKED"
    case .notRead: "NOT READ"
    }
  }
}

/// How many findings of each severity count, and how many do not.
package struct SeverityCounts: Sendable, Hashable {
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// Those that a comparison found unchanged, and no suppression names.
  package var known = 0
  package var suppressed = 0

  package var total: Int { errors + warnings + infos }

  /// Counts the findings of a result and of the quoted telegrams in it.
  package init(_ result: CheckResult, _ standings: Standings = Standings()) {
    for (index, finding) in result.findings.enumerated() {
      let standing = standings[index]
      if standing?.suppression != nil {
        suppressed += 1
      } else if standing?.comparison == .unchanged {
        known += 1
      } else {
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .info: infos += 1
        }
      }
    }
    for (index, inner) in result.quoted.enumerated() {
      let counts = SeverityCounts(inner, standings.inner(index))
      errors += counts.errors
      warnings += counts.warnings
      infos += counts.infos
      known += counts.known
      suppressed += counts.suppressed
    }
  }
}
