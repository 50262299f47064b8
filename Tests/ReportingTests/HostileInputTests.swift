import FoundationEssentials
import MarkingModel
import Reporting
import RuleEngine
import Testing

/// Paths, messages and values that a report must not fall over.
@Suite struct HostileInputTests {
  /// Every scalar below U+0300, some above, and what a path with broken UTF-8 becomes.
  static let path =
    (0..<0x300).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    + "\u{2028}\u{202E}\u{FEFF}\u{FFFE}\u{FFFF}\u{1F4C4}\u{10FFFF}"
    + String(decoding: [0x61, 0xFF, 0xC3] as [UInt8], as: UTF8.self)

  private var documents: [(CheckedDocument, [UInt8])] {
    var document = Sample.checked
    document.file = Self.path
    document.result.findings[0].message = Self.path
    document.result.findings[0].authority = Self.path
    return [(document, Sample.bytes)]
  }

  private struct Report: Decodable {
    struct Document: Decodable {
      struct Finding: Decodable {
        var message: String
        var file: String
      }
      var file: String
      var findings: [Finding]
    }
    var documents: [Document]
  }

  @Test func jsonGivesBackEveryPath() throws {
    let bytes = Forms.report(JSONReport(), documents)
    let report = try JSONDecoder().decode(Report.self, from: Data(bytes))
    #expect(report.documents[0].file == Self.path)
    #expect(report.documents[0].findings[0].message == Self.path)
    #expect(report.documents[0].findings[0].file == Self.path)
  }

  /// What XML 1.0 cannot hold never appears, in whatever report.
  @Test func xmlHoldsOnlyWhatItMay() {
    for bytes in [Forms.report(XMLReport(), documents), Forms.report(SVRLReport(), documents)] {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar != "\n" && scalar != "\t" {
        #expect(scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
      }
    }
  }

  /// A path cannot move the cursor or turn the text around.
  @Test(arguments: [TextReport.Layout.complete, .screen]) func textHoldsNoControl(_ layout: TextReport.Layout) {
    let text = String(decoding: Forms.report(TextReport(layout: layout), documents), as: UTF8.self)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar != "\u{202E}")
    }
  }

  @Test func noTrailingBlanks() {
    for layout in [TextReport.Layout.complete, .screen] {
      for line in Forms.golden(TextReport(layout: layout)).split(separator: 10) { #expect(line.last != 32) }
    }
    for line in MarkingDocumentText.bytes(Sample.document).split(separator: 10) { #expect(line.last != 32) }
  }

  @Test func theSameInputGivesTheSameBytes() {
    let input = [(Sample.checked, Sample.bytes), (Sample.clean, Sample.bytes)]
    for (first, second) in zip(Forms.quiet(input), Forms.quiet(input)) { #expect(first.1 == second.1) }
  }

  @Test func aDocumentWithoutNodes() throws {
    let empty = CheckedDocument(
      file: "-", digest: String(repeating: "0", count: 64), bytes: 0, document: MarkingDocument(),
      result: CheckResult(rules: [], findings: []))
    // Commands to a runner there are only for findings.
    for (name, bytes) in Forms.quiet([(empty, [])]) { #expect(!bytes.isEmpty || name == "GitHub") }
    #expect(MarkingDocumentXML.bytes(MarkingDocument()).count > 0)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (951_868_799, "2000-02-29T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ]) func anyTimestamp(_ seconds: Int, _ expected: String) {
    let report = String(decoding: Forms.report(JSONReport(), [], timestamp: seconds), as: UTF8.self)
    #expect(report.contains("\"made\": \"\(expected)\""))
  }
}
