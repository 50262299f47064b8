import MarkingGrammar
import MarkingModel

/// A marking with its findings as people read it.
package enum MarkingText {
  package static func bytes(_ marking: JudgedMarking) -> [UInt8] {
    var text = VisibleText.escaped(String(decoding: marking.text, as: UTF8.self)) + "\n"
    for finding in marking.findings {
      text += "  \(finding.range.start + 1): \(finding.severity.rawValue) \(finding.rule) \(finding.message)"
      text += " [\(finding.authority)]\n"
    }
    text += marking.isValid ? "  valid\n" : "  not valid\n"
    return Array(text.utf8)
  }
}
