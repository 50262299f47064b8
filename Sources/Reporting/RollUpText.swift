import MarkingGrammar
import MarkingModel

/// A roll-up as people read it: the banner that is required, why, and what is wrong with the one that was given.
package enum RollUpText {
  package static func bytes(_ judged: JudgedRollUp) -> [UInt8] {
    var text = (judged.banner ?? "no banner: no portion could be read") + "\n"
    let width = judged.because.map(\.token.count).max() ?? 0
    for reason in judged.because {
      let padding = String(repeating: " ", count: width - reason.token.count)
      text += "  \(reason.token)\(padding)  \(PortionList.words(PortionSet(reason.portions)) ?? "")\n"
    }
    if let given = judged.given { text += "given: \(VisibleText.escaped(given))\n" }
    for finding in judged.findings {
      text += "  \(finding.severity.rawValue) \(finding.rule) \(finding.message) [\(finding.authority)]\n"
    }
    if let problem = judged.problem { text += "  \(problem)\n" }
    text += judged.isValid ? "  valid\n" : "  not valid\n"
    return Array(text.utf8)
  }
}
