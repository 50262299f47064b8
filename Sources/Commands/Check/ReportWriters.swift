import Reporting

/// Makes the writer of a report.
enum ReportWriters {
  static func writer(
    _ report: OutputPlan.Report, _ arguments: Arguments, _ rules: RuleChoice, _ surroundings: Surroundings
  ) -> any ReportWriter {
    switch report.format {
    case .text: text(report.destination, arguments, surroundings)
    case .sarif: SARIFReport { id in rules.page(of: id) }
    case .xml, .svrl, .json, .junit, .checkstyle, .gitlab, .github, .tap: writer(report.format)
    }
  }

  /// The writer of a form for a file, whatever the rules.
  static func writer(_ format: ReportFormat) -> any ReportWriter {
    switch format {
    case .text: TextReport(layout: .complete)
    case .xml: XMLReport()
    case .svrl: SVRLReport()
    case .json: JSONReport()
    case .sarif: SARIFReport { _ in nil }
    case .junit: JUnitReport()
    case .checkstyle: CheckstyleReport()
    case .gitlab: GitLabReport()
    case .github: GitHubReport()
    case .tap: TAPReport()
    }
  }

  /// Complete where it is asked for by name or goes to a file; short for a screen.
  private static func text(
    _ destination: OutputPlan.Destination, _ arguments: Arguments, _ surroundings: Surroundings
  ) -> TextReport {
    let isForScreen = destination == .standardOutput
    return TextReport(
      layout: isForScreen && !arguments.has(.format) ? .screen : .complete, showsText: arguments.has(.showText),
      isColoured: isForScreen && surroundings.isColoured(arguments.value(.color)))
  }
}
