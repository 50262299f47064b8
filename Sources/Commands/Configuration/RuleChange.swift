import MarkingModel
import RuleEngine
import XMLKit

/// What a configuration changes about a rule, a family of rules or one assertion.
struct RuleChange: Sendable, Hashable {
  var id: String
  /// Its new severity; nil where it is left out.
  var severity: Severity?
  /// Of the id in the file.
  var offset: Int

  /// `<ignore rule="ID"/>` or `<severity rule="ID" role="warning"/>`; notes what else stands there.
  /// - Parameter known: the other elements that may stand in the parent.
  init?(_ element: XMLElement, _ file: inout SideFile, in parent: XMLElement, known: [String]) {
    switch (element.namespace, element.name) {
    case (Configuration.namespace, "ignore"):
      file.attributes(of: element, known: ["rule"], required: ["rule"])
    case (Configuration.namespace, "severity"):
      file.attributes(of: element, known: ["rule", "role"], required: ["rule", "role"])
      let roles = Severity.allCases.map(\.rawValue)
      guard let role = file.choice("role", of: element, among: roles, what: "severity") else { return nil }
      severity = Severity(rawValue: role)
    default:
      file.unexpected(element, in: parent, known: ["ignore", "severity"] + known)
      return nil
    }
    file.nothing(in: element)
    guard let rule = SideFile.value("rule", of: element) else { return nil }
    (id, offset) = (rule.text, rule.offset)
  }
}
