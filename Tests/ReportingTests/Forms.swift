import MarkingModel
import Reporting
import RuleEngine

/// Every report form, run over the same documents.
enum Forms {
  static func header(_ rules: RuleSet = Sample.rules, timestamp: Int? = nil) -> RunHeader {
    RunHeader(tool: "caveat", version: "0.1.0", rules: rules, timestamp: timestamp)
  }

  /// What a writer makes of some documents and unread inputs.
  static func report(
    _ writer: some ReportWriter, _ documents: [(CheckedDocument, [UInt8])], unread: [UnreadInput] = [],
    rules: RuleSet = Sample.rules, timestamp: Int? = nil
  ) -> [UInt8] {
    var writer = writer
    var bytes: [UInt8] = []
    writer.begin(header(rules, timestamp: timestamp))
    for (document, text) in documents {
      writer.add(document, bytes: text.span)
      bytes += writer.takeOutput()
    }
    for input in unread { writer.add(input) }
    writer.end()
    return bytes + writer.takeOutput()
  }

  /// The run that the golden reports show: a cable with errors, a clean one, one that was not read.
  static func golden(_ writer: some ReportWriter) -> [UInt8] {
    report(writer, [(Sample.checked, Sample.bytes), (Sample.clean, Sample.bytes)], unread: [Sample.unread])
  }

  /// The same cable with standings of every kind: a suppressed finding, a known one, a new one.
  static func goldenStandings(_ writer: some ReportWriter) -> [UInt8] {
    report(writer, [(Sample.standing, Sample.bytes), (Sample.clean, Sample.bytes)], unread: [Sample.unread])
  }

  /// The reports that never show text, by name.
  static func quiet(
    _ documents: [(CheckedDocument, [UInt8])], unread: [UnreadInput] = [], rules: RuleSet = Sample.rules
  ) -> [(String, [UInt8])] {
    func report(_ writer: some ReportWriter) -> [UInt8] {
      self.report(writer, documents, unread: unread, rules: rules)
    }
    return [
      ("text", report(TextReport(layout: .complete))),
      ("screen", report(TextReport(layout: .screen))),
      ("colour", report(TextReport(layout: .screen, isColoured: true))),
      ("XML", report(XMLReport())),
      ("SVRL", report(SVRLReport())),
      ("JSON", report(JSONReport())),
      ("SARIF", report(SARIFReport { _ in nil })),
      ("JUnit", report(JUnitReport())),
      ("Checkstyle", report(CheckstyleReport())),
      ("GitLab", report(GitLabReport())),
      ("GitHub", report(GitHubReport())),
      ("TAP", report(TAPReport())),
    ]
  }
}
