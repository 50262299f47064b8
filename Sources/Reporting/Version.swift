/// The version of the program; the newest entry of CHANGELOG.md has the same, by test.
package enum Version {
  package static let number = "0.1.0"
  /// The day that the man page gives; CHANGELOG.md says what has changed until then.
  package static let day = "2026-11-27"
  /// As `--version` and the reports give it.
  package static let line = "caveat " + number
}
