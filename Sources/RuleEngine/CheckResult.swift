package import MarkingModel

/// What one rule said about one telegram.
package struct RuleResult: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    case passed
    case failed
    case notApplicable(Reason)
  }

  /// Why a rule did not judge a telegram.
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

/// One node that one clause judged: what SVRL calls a fired rule. The node failed where a finding names it and an
/// assertion of the clause.
package struct Judgement: Sendable, Hashable {
  /// Index into `RuleSet.rules`.
  package var rule: Int
  /// Index into `Rule.clauses`.
  package var clause: Int
  /// Index into `MarkingDocument.nodes`.
  package var node: Int

  package init(rule: Int, clause: Int, node: Int) {
    self.rule = rule
    self.clause = clause
    self.node = node
  }
}

/// What a rule set said about one telegram and, apart from it, about the telegrams that it repeats.
package struct CheckResult: Sendable {
  /// One for each rule of the set, in order of id.
  package var rules: [RuleResult]
  /// In order of place, then of rule id.
  package var findings: [Finding]
  /// Every node that was judged, in order of rule, then of node. Empty unless it was asked for: only SVRL needs it.
  package var judgements: [Judgement]
  /// The results of `MarkingDocument.quoted`, in the same order.
  package var quoted: [CheckResult]

  package init(
    rules: [RuleResult], findings: [Finding], judgements: [Judgement] = [], quoted: [CheckResult] = []
  ) {
    self.rules = rules
    self.findings = findings
    self.judgements = judgements
    self.quoted = quoted
  }
}
