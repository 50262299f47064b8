import Checking
import MarkingModel
import RuleEngine

/// A text read and judged as the program does it.
struct JudgedPaper {
  var document: MarkingDocument
  /// The profile whose rules judged it.
  var profile: String
  var findings: [Finding]
  var form: String? { document.word(.form, of: 0) }

  /// - Parameter profile: whose rules judge it; nil to choose by the text.
  init(_ text: String, profile: String? = nil, form: Form? = nil) throws {
    let bytes = Array(text.utf8)
    let checked = try Checker(profile: profile).check(bytes.span, form: form)
    (document, self.profile, findings) = (checked.document, checked.rules.profile, checked.result.findings)
  }

  /// The rules that find something, of a severity or above.
  func rules(_ severity: Severity = .warning) -> Set<String> {
    Set(findings.filter { $0.severity >= severity }.map(\.rule))
  }

  /// Those of the IC's rules that find something in a text.
  static func rules(_ text: String, _ severity: Severity = .warning) throws -> Set<String> {
    try JudgedPaper(text, profile: "ic").rules(severity)
  }
}
