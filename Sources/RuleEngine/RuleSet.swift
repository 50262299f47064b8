/// The rules of one run, in order of id.
package struct RuleSet: Sendable {
  package var rules: [Rule]
  /// The name of the profile they were chosen by.
  package var profile: String
  /// SHA-256 over the files of the rules and the profile, in hexadecimal.
  package var digest: String

  package init(rules: [Rule], profile: String, digest: String) {
    self.rules = rules
    self.profile = profile
    self.digest = digest
  }
}
