package import MarkingModel
package import Reporting

/// What the server asks of the program about the text of an editor.
package protocol TextJudge: AnyObject {
  /// What is to be said of a text.
  /// - Parameter path: of the file that it is saved as; empty where it is none.
  func judge(_ text: [UInt8], at path: [UInt8]) -> EditorText

  /// The page of a rule in Markdown; nil where there is none of that id.
  func page(of rule: String) -> String?
}

/// A text with what was found in it.
package struct EditorText {
  /// In order of place, those of telegrams that it repeats included.
  package var findings: [Finding]
  /// Why it could not be judged, one sentence; nil where it was, or where nothing is to be said.
  package var problem: String?
  /// The edits that would repair each of the findings, in their order; none where nothing is certain.
  package var repairs: () -> [[TextEdit]]
  /// Explains the marking at an offset in bytes, token by token; nil where none stands.
  package var explanation: (Int) -> (range: ByteRange, tokens: [ExplainedToken])?

  package init(
    findings: [Finding], repairs: @escaping () -> [[TextEdit]],
    explanation: @escaping (Int) -> (range: ByteRange, tokens: [ExplainedToken])?
  ) {
    self.findings = findings
    self.repairs = repairs
    self.explanation = explanation
  }

  /// A text that was not judged.
  package init(problem: String?) {
    findings = []
    self.problem = problem
    repairs = { [] }
    explanation = { _ in nil }
  }
}
