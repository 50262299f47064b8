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

  /// The verdict on a document: the worst of it and of the telegrams that it repeats.
  package init(_ document: MarkingDocument, _ result: CheckResult) {
    let counts = SeverityCounts(result)
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

/// How many findings of each severity there are.
package struct SeverityCounts: Sendable, Hashable {
  package var errors = 0
  package var warnings = 0
  package var infos = 0

  package var total: Int { errors + warnings + infos }

  /// Counts the findings of a result and of the quoted telegrams in it.
  package init(_ result: CheckResult) {
    for finding in result.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
    for inner in result.quoted {
      let counts = SeverityCounts(inner)
      errors += counts.errors
      warnings += counts.warnings
      infos += counts.infos
    }
  }
}
