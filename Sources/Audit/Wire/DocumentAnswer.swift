package import MarkingModel
import Reporting
package import RuleEngine

/// What a worker says of one document: the record of an answer.
package enum DocumentAnswer {
  /// A document that was judged.
  package static func write(
    checked document: MarkingDocument, _ result: CheckResult, profile: String, digest: String, to out: inout WireWriter
  ) {
    let facts = TelegramFacts(document)
    let place = beginRecord(.checked, digest: digest, problem: "", to: &out)
    out.text(profile)
    out.text(facts.form)
    out.text(facts.level == .none ? "" : facts.level.rawValue)
    out.text(facts.originalLevel.map { $0 == .none ? "" : $0.rawValue } ?? "")
    out.text(facts.captions.joined(separator: ", "))
    out.text(facts.date ?? "")
    out.text(facts.post ?? "")
    let counts = SeverityCounts(result)
    out.number(counts.errors)
    out.number(counts.warnings)
    out.number(counts.infos)
    out.number(counts.total)
    var telegrams = 0
    write(result, &telegrams, to: &out)
    endRecord(place, to: &out)
  }

  /// A document that was not judged.
  package static func write(
    _ status: DocumentStatus, digest: String, problem: String, to out: inout WireWriter
  ) {
    let place = beginRecord(status, digest: digest, problem: problem, to: &out)
    for _ in 0..<7 { out.text("") }
    for _ in 0..<4 { out.number(0) }
    endRecord(place, to: &out)
  }

  private static func beginRecord(
    _ status: DocumentStatus, digest: String, problem: String, to out: inout WireWriter
  ) -> Int {
    let place = out.bytes.count
    out.number(0)
    out.byte(status.rawValue)
    out.text(digest)
    out.text(problem)
    return place
  }

  private static func endRecord(_ place: Int, to out: inout WireWriter) {
    out.patch(place, out.bytes.count - place - 4)
  }

  /// The findings of a telegram, then those of the telegrams that it repeats: `telegram` is 0 for the document itself, and
  /// counts the others in the order of the document.
  private static func write(_ result: CheckResult, _ telegrams: inout Int, to out: inout WireWriter) {
    let telegram = telegrams
    for finding in result.findings {
      out.byte(UInt8(severities.firstIndex(of: finding.severity) ?? 0))
      out.text(finding.rule)
      out.text(finding.assertion)
      out.number(finding.position.line)
      out.number(finding.position.column)
      out.number(finding.range.start)
      out.number(finding.range.count)
      out.number(telegram)
      out.text(finding.message)
    }
    for quoted in result.quoted {
      telegrams += 1
      write(quoted, &telegrams, to: &out)
    }
  }

  /// By the byte that stands for each.
  package static let severities: [Severity] = [.info, .warning, .error]

  /// The rules of a profile as a frame.
  package static func write(_ rules: RuleSet, to out: inout WireWriter) {
    out.begin(.rules)
    out.text(rules.profile)
    out.text(rules.digest)
    let judging = rules.rules.filter { !rules.unselected.contains($0.id) }
    out.number(judging.count)
    for rule in judging {
      out.text(rule.id)
      out.byte(UInt8(severities.firstIndex(of: rule.severity) ?? 0))
      out.text(rule.title)
    }
    out.end()
  }
}
