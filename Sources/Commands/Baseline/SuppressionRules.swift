import MarkingModel
package import RuleEngine

/// The rules about suppressions themselves. They judge no document and stand in no profile: a run with a file of
/// suppressions judges that file by them at its end, when it is known what was used.
package enum SuppressionRules {
  /// In order of id.
  package static let rules: [Rule] = [expired, unused, unexplained]

  static let expiredID = "SUP-001"
  static let unusedID = "SUP-002"
  static let unexplainedID = "SUP-003"
  static let authority = "docs/ci.md, Suppressions"

  private static let expired = rule(
    expiredID, .error, "A suppression has not expired",
    why: "What was let pass for a time has to be looked at again when the time is over. An expired suppression "
      + "suppresses nothing; the findings that it named count again.",
    test: "translate(@expires, '-', '') >= $today", message: "The suppression has expired.",
    accepted: entry(expires: "2099-12-31"), reported: entry(expires: "2001-12-31"))

  private static let unused = rule(
    unusedID, .warning, "A suppression is about something that is found",
    why: "A suppression that nothing needs any more lets pass what comes next in its place.",
    test: "$findings > 0",
    message: "Nothing is found any more that this suppression is about; take it out.",
    accepted: entry(), reported: entry(file: "no-longer-wrong.txt"))

  private static let unexplained = rule(
    unexplainedID, .error, "A suppression gives its reason and its owner",
    why: "Whoever audits a release has to know why a finding was let pass, and whom to ask. A suppression without a "
      + "reason or an owner suppresses nothing.",
    test: "normalize-space(.) != '' and normalize-space(@owner) != ''",
    message: "The suppression gives no reason or no owner.", accepted: entry(), reported: entry(owner: ""))

  private static func entry(
    file: String = "cables/laguna.txt", owner: String = "J. Morris", expires: String = "2099-12-31"
  ) -> String {
    """
    <suppressions xmlns="urn:caveat:suppressions:1">
      <↓suppression rule="CAP-003" file="\(file)" owner="\(owner)" expires="\(expires)">
        The post asked for another caption.
      </suppression>
    </suppressions>
    """
  }

  private static func rule(
    _ id: String, _ severity: Severity, _ title: String, why: String, test: String, message: String,
    accepted: String, reported: String
  ) -> Rule {
    let assertion = Rule.Assertion(
      id: id + "-a", severity: severity, authority: authority, test: test, message: [.text(message)])
    let start = reported.prefix { $0 != "↓" }.utf8.count
    return Rule(
      id: id, title: title, why: why, notes: [], isUnverified: false, reach: Rule.Reach(forms: ["suppressions"]),
      clauses: [Rule.Clause(context: "/suppressions/suppression", assertions: [assertion])],
      examples: [
        Rule.Example(
          name: "as it should be", text: accepted.replacing("↓", with: ""), marks: [], form: nil, line: 1,
          isAccepted: true),
        Rule.Example(
          name: "not so", text: reported.replacing("↓", with: ""),
          marks: [start], form: nil, line: 1, isAccepted: false),
      ], file: "")
  }
}
