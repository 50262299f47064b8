import Commands
import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// `Reports/samples` holds fictional cables, `Reports/samples/reports` what the program says about them, in every form.
@Suite struct SampleReportTests {
  private static let folder = "Reports/samples"

  private static var samples: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + folder)
        .filter { $0.hasSuffix(".txt") }.sorted()
    }
  }

  @Test func everyReportIsFresh() throws {
    let rules = try StandardRules.ruleSet(profile: "state")
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = try LibXML2Evaluator(rules)
    let run = RunHeader(tool: "caveat", version: Version.number, rules: rules)
    for sample in try Self.samples {
      let path = "\(Self.folder)/\(sample)"
      let bytes = try Golden.bytes(path)
      let document = DocumentReader.read(bytes.span, form: nil, vocabulary: vocabulary)
      let result = try evaluator.check(document, recordingJudgements: true)
      let checked = CheckedDocument(
        file: path, digest: Digest.hex(of: bytes.span), bytes: bytes.count, document: document, result: result)
      func report(_ writer: some ReportWriter, _ ending: String) throws {
        var writer = writer
        writer.begin(run)
        writer.add(checked, bytes: bytes.span)
        writer.end()
        try check(writer.takeOutput(), sample, ending)
      }
      try report(TextReport(layout: .complete), "txt")
      try report(TextReport(layout: .screen), "screen.txt")
      try report(XMLReport(), "xml")
      try report(SVRLReport(), "svrl")
      try report(JSONReport(), "json")
      try check(MarkingDocumentXML.bytes(document), sample, "marking.xml")
      try check(MarkingDocumentText.bytes(document), sample, "marking.txt")
    }
  }

  private func check(_ bytes: [UInt8], _ sample: String, _ ending: String) throws {
    let name = "\(Self.folder)/reports/\(sample.dropLast(3))\(ending)"
    if let problem = try Golden.difference(bytes, from: name) { Issue.record("\(problem)") }
  }
}
