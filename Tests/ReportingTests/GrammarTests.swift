import MarkingModel
import Reporting
import RuleEngine
import TestSupport
import Testing
import XMLKit

/// The XML reports against their grammars. `Tests/oracle` does the same with engines that are not libxml2.
@Suite struct GrammarTests {
  private func problems(_ bytes: [UInt8], grammar: String) throws -> [String] {
    let grammarBytes = try Golden.bytes(grammar)
    let grammar = try RelaxNG(grammar: grammarBytes.span)
    let tree = try XMLTree(parsing: bytes.span)
    let problems = try grammar.problems(in: tree)
    return problems.map(\.message)
  }

  /// Runs with every shape that a report can take.
  private func shapes(_ writer: some ReportWriter) -> [[UInt8]] {
    let checked = (Sample.checked, Sample.bytes)
    var unjudged = Sample.checked
    unjudged.result.judgements = []
    unjudged.result.quoted = []
    unjudged.result.rules = unjudged.result.rules.map {
      RuleResult(rule: $0.rule, outcome: .notApplicable(.form), judged: 0)
    }
    // A document that another profile judged than that of the run.
    var other = Sample.checked
    other.rules = Sample.rules
    other.rules?.profile = "dod-cui"
    return [
      Forms.golden(writer), Forms.goldenStandings(writer),
      Forms.report(writer, [checked, (other, Sample.bytes), (other, Sample.bytes)]),
      Forms.report(writer, []),
      Forms.report(writer, [], unread: [Sample.unread]),
      Forms.report(writer, [checked], timestamp: 1_714_564_800),
      Forms.report(writer, [(unjudged, Sample.bytes), checked, checked]),
    ]
  }

  @Test func theXMLReportIsValid() throws {
    for bytes in shapes(XMLReport()) { #expect(try problems(bytes, grammar: "Reports/caveat-report.rng") == []) }
  }

  @Test func theSVRLReportIsValid() throws {
    for bytes in shapes(SVRLReport()) { #expect(try problems(bytes, grammar: "Reports/svrl.rng") == []) }
  }

  @Test func theJUnitReportIsValid() throws {
    for bytes in shapes(JUnitReport()) { #expect(try problems(bytes, grammar: "Reports/junit.rng") == []) }
  }

  @Test func theCheckstyleReportIsValid() throws {
    for bytes in shapes(CheckstyleReport()) { #expect(try problems(bytes, grammar: "Reports/checkstyle.rng") == []) }
  }

  /// The grammar would notice.
  @Test(arguments: [
    ("verdict=\"failed\"", "verdict=\"great\""), ("<tool ", "<tool colour=\"red\" "), ("reason=\"date\" ", ""),
    ("<caption>SIPDIS</caption>", "<caption>SIPDIS</caption><text>SIPDIS</text>"), ("offset=\"0\"", "offset=\"-1\""),
  ]) func theGrammarRefuses(_ old: String, _ new: String) throws {
    let report = String(decoding: Forms.golden(XMLReport()), as: UTF8.self)
    let at = try #require(report.firstRange(of: old))
    let broken = report.replacingCharacters(in: at, with: new)
    #expect(try !problems(Array(broken.utf8), grammar: "Reports/caveat-report.rng").isEmpty)
  }

  /// Each location is the path of exactly one element of the marking document, the one that was judged.
  @Test func locationsArePathsInTheMarkingDocument() throws {
    let report = Forms.report(SVRLReport(), [(Sample.checked, Sample.bytes)])
    let document = MarkingDocumentXML.bytes(Sample.document)
    let svrl = try XMLTree(parsing: report.span)
    let tree = try XMLTree(parsing: document.span)
    let namespaces = ["svrl": SVRLReport.namespace]
    let failed = try XPath("//svrl:failed-assert/@location", namespaces: namespaces)
    var places: [String] = []
    for location in try failed.strings(in: svrl) {
      let place = try XPath("string(\(location)/@at)")
      places.append(try place.string(in: tree))
    }
    let expected = Sample.checked.result.findings + Sample.checked.result.quoted[0].findings
    #expect(places == expected.map { String($0.range.start) })
    let fired = try XPath("//svrl:fired-rule/@name", namespaces: namespaces)
    let locations = try fired.strings(in: svrl)
    for location in locations {
      let one = try XPath("count(\(location)) = 1")
      let isOne = try one.boolean(in: tree)
      #expect(isOne)
    }
    #expect(locations.count == 6)
  }
}

extension String {
  fileprivate func firstRange(of needle: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(needle) }.map { $0..<index($0, offsetBy: needle.count) }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
