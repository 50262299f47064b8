import MarkingModel
import Redaction
import Reporting
import RuleEngine

/// The compliance report of a release: its copy, judged by the rules for copies that go out.
struct ReleaseReport {
  private let header: RunHeader
  private let document: CheckedDocument
  private let copy: [UInt8]

  /// - Parameter file: what the copy is called in the report.
  init(
    of release: Redactor.Release, by rules: RuleSet, file: String, reading document: MarkingDocument, timestamp: Int?
  ) throws(EvaluationError) {
    var evaluator = CompiledEvaluator(rules)
    let result = try evaluator.check(document, recordingJudgements: true)
    header = RunHeader(tool: "caveat", version: Version.number, rules: rules, timestamp: timestamp)
    copy = release.copy.bytes
    var checked = CheckedDocument(
      file: file, digest: release.ledger.head.copy.digest, bytes: release.file.count, document: document, result: result
    )
    checked.release = Self.facts(of: release)
    self.document = checked
  }

  private static func facts(of release: Redactor.Release) -> ReleaseFacts {
    let (copy, head, outcome) = (release.copy, release.ledger.head, release.verification)
    return ReleaseFacts(
      disposition: copy.disposition.words, exemptions: copy.exemptions.map(\.text), policy: head.policy,
      policyDigest: head.policyDigest, originalDigest: head.original.digest, withheld: copy.withholdings.count,
      places: copy.cuts.count, withheldBytes: outcome.withheldBytes, originalBytes: outcome.originalBytes,
      searched: outcome.searched, tooShort: outcome.tooShort)
  }

  func bytes(as format: ReportFormat) -> [UInt8] {
    var writer: any ReportWriter =
      switch format {
      case .xml: XMLReport()
      case .svrl: SVRLReport()
      case .json: JSONReport()
      case .text: TextReport(layout: .complete)
      }
    writer.begin(header)
    writer.add(document, bytes: copy.span)
    writer.end()
    return writer.takeOutput()
  }
}
