import Reporting
import RuleEngine
import TestSupport
import Testing

/// The exact bytes of each report form over a document made by hand.
@Suite struct GoldenReportTests {
  private func check(_ bytes: [UInt8], _ name: String) throws {
    if let problem = try Golden.difference(bytes, from: "Tests/Golden/reports/\(name)") {
      Issue.record("\(problem)")
    }
  }

  @Test func theTextReportToFile() throws {
    try check(Forms.golden(TextReport(layout: .complete)), "report.txt")
  }

  @Test func theTextReportWithText() throws {
    try check(Forms.golden(TextReport(layout: .complete, showsText: true)), "report-with-text.txt")
  }

  @Test func theTextReportOnAScreen() throws {
    try check(Forms.golden(TextReport(layout: .screen)), "screen.txt")
  }

  @Test func theColours() throws {
    try check(Forms.golden(TextReport(layout: .screen, isColoured: true)), "screen-colour.txt")
  }

  @Test func theXMLReport() throws { try check(Forms.golden(XMLReport()), "report.xml") }
  @Test func theSVRLReport() throws { try check(Forms.golden(SVRLReport()), "report.svrl") }
  @Test func theJSONReport() throws { try check(Forms.golden(JSONReport()), "report.json") }

  @Test func theReportsForServices() throws {
    try check(Forms.golden(SARIFReport { _ in nil }), "report.sarif")
    try check(Forms.golden(JUnitReport()), "junit.xml")
    try check(Forms.golden(CheckstyleReport()), "checkstyle.xml")
    try check(Forms.golden(GitLabReport()), "gitlab.json")
    try check(Forms.golden(GitHubReport()), "github.txt")
    try check(Forms.golden(TAPReport()), "report.tap")
  }

  /// Findings that are known or suppressed stay in every report, and each says so.
  @Test func theStandings() throws {
    try check(Forms.goldenStandings(TextReport(layout: .complete)), "standings.txt")
    try check(Forms.goldenStandings(TextReport(layout: .screen)), "standings.screen.txt")
    try check(Forms.goldenStandings(XMLReport()), "standings.xml")
    try check(Forms.goldenStandings(SVRLReport()), "standings.svrl")
    try check(Forms.goldenStandings(JSONReport()), "standings.json")
    try check(Forms.goldenStandings(SARIFReport { _ in nil }), "standings.sarif")
    try check(Forms.goldenStandings(JUnitReport()), "standings.junit.xml")
    try check(Forms.goldenStandings(CheckstyleReport()), "standings.checkstyle.xml")
    try check(Forms.goldenStandings(GitLabReport()), "standings.gitlab.json")
    try check(Forms.goldenStandings(GitHubReport()), "standings.github.txt")
    try check(Forms.goldenStandings(TAPReport()), "standings.tap")
  }

  @Test func theMarkingDocument() throws {
    try check(MarkingDocumentXML.bytes(Sample.document), "marking-document.xml")
    try check(MarkingDocumentJSON.bytes(Sample.document), "marking-document.json")
    try check(MarkingDocumentText.bytes(Sample.document), "marking-document.txt")
  }

  @Test func theRulePage() throws {
    let page = RulePage(Sample.rules.rules[2], profiles: ["state"])
    try check(Array(page.markdown.utf8), "rule-page.md")
    try check(page.terminal(isColoured: false), "rule-page.txt")
  }

  @Test func theCatalogue() throws {
    try check(RuleCatalogue.text(Sample.rules, isColoured: false), "catalogue.txt")
    try check(RuleCatalogue.json(Sample.rules) { _ in ["state"] }, "catalogue.json")
    try check(Array(RuleCatalogue.markdownIndex(Sample.rules.rules).utf8), "catalogue.md")
  }

  /// A time stamp is written where it was asked for, and only there.
  @Test func theTimestamp() {
    let stamped = String(decoding: Forms.report(XMLReport(), [], timestamp: 1_714_564_800), as: UTF8.self)
    #expect(stamped.contains(#"made="2024-05-01T12:00:00Z""#))
    #expect(!String(decoding: Forms.report(XMLReport(), []), as: UTF8.self).contains("made="))
  }
}
