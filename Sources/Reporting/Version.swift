/// The version of the program; the newest entry of CHANGELOG.md has the same, by test.
package enum Version {
  package static let number = "0.1.0"
  /// As `--version` and the reports give it.
  package static let line = "caveat " + number
}
