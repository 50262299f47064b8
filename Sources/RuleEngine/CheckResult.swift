package import MarkingModel

/// What one rule said about one document.
package struct RuleResult: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    case passed
    case failed
    case notApplicable(Reason)
  }

  /// Why a rule did not judge a document.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case form = "not for this form"
    case date = "not for this date"
    case unknownDate = "the date of the document is not known"
    case nothingToJudge = "nothing in the document that it is about"
    case notSelected = "not selected"
  }

  package var rule: String
  package var outcome: Outcome
  /// How many nodes it judged.
  package var judged: Int

  package init(rule: String, outcome: Outcome, judged: Int) {
    self.rule = rule
    self.outcome = outcome
    self.judged = judged
  }
}

/// What a rule set said about one document.
package struct CheckResult: Sendable {
  /// One for each rule of the set, in order of id.
  package var rules: [RuleResult]
  /// In order of place, then of rule id.
  package var findings: [Finding]

  package init(rules: [RuleResult], findings: [Finding]) {
    self.rules = rules
    self.findings = findings
  }
}
