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
///
/// The digest of the rule set is all zeros in them: otherwise a new example in a rule file would make them stale.
@Suite struct SampleReportTests {
  private static let folder = "Reports/samples"

  private static var samples: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + folder)
        .filter { $0.hasSuffix(".txt") }.sorted()
    }
  }

  /// Every word with a small letter, which is the text of the portions, becomes one that no report may hold.
  @Test func noReportHoldsAWordOfTheText() throws {
    let vocabulary = try StandardRules.vocabulary()
    let rules = try StandardRules.ruleSet(profile: "state")
    var evaluator = CompiledEvaluator(rules)
    for sample in try Self.samples {
      let bytes = Self.canaries(in: try Golden.bytes("\(Self.folder)/\(sample)"))
      #expect(String(decoding: bytes, as: UTF8.self).contains("qzq"))
      let document = DocumentReader.read(bytes.span, form: nil, vocabulary: vocabulary)
      let result = try evaluator.check(document, recordingJudgements: true)
      let checked = CheckedDocument(
        file: sample, digest: Digest.hex(of: bytes.span), bytes: bytes.count, document: document, result: result)
      var reports = Forms.quiet([(checked, bytes)], rules: rules)
      reports.append(("marking document", MarkingDocumentXML.bytes(document)))
      for (name, report) in reports {
        #expect(!String(decoding: report, as: UTF8.self).contains("qzq"), "the \(name) report of \(sample)")
      }
    }
  }

  /// The bytes with each word that has a small letter in it replaced by "qzqzq…" of the same length.
  private static func canaries(in bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var start = 0
    for at in 0...bytes.count {
      if at < bytes.count, isLetter(bytes[at]) { continue }
      let word = start..<at
      if word.count > 3, bytes[word].contains(where: { $0 >= UInt8(ascii: "a") }) {
        for place in word { result[place] = (place - start) % 2 == 0 ? UInt8(ascii: "q") : UInt8(ascii: "z") }
      }
      start = at + 1
    }
    return result
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  @Test func everyReportIsFresh() throws {
    var rules = try StandardRules.ruleSet(profile: "state")
    rules.digest = String(repeating: "0", count: 64)
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = CompiledEvaluator(rules)
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
