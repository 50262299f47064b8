import MarkingGrammar
import MarkingModel

/// A marking with its findings as people read it.
package enum MarkingText {
  package static func bytes(_ marking: JudgedMarking) -> [UInt8] {
    var text = VisibleText.escaped(String(decoding: marking.text, as: UTF8.self)) + "\n"
    for token in marking.explanation { text += line(token) }
    for finding in marking.findings {
      text += "  \(finding.range.start + 1): \(finding.severity.rawValue) \(finding.rule) \(finding.message)"
      text += " [\(finding.authority)]\n"
    }
    text += marking.isValid ? "  valid\n" : "  not valid\n"
    return Array(text.utf8)
  }

  /// `  NOFORN  NOT RELEASABLE TO FOREIGN NATIONALS, a dissemination control; banner NOFORN, portion NF [IC Register 2016 p145]`
  private static func line(_ token: ExplainedToken) -> String {
    var line = "  \(VisibleText.escaped(token.text))  \(token.meaning)"
    if let banner = token.banner { line += "; banner \(banner)" }
    if let portion = token.portion { line += token.banner == nil ? "; portion \(portion)" : ", portion \(portion)" }
    if let authority = token.authority { line += " [\(authority)]" }
    return line + "\n"
  }
}
