import Reporting

/// Makes the writer of a report.
enum ReportWriters {
  static func writer(
    _ report: OutputPlan.Report, _ arguments: Arguments, _ surroundings: Surroundings
  ) -> any ReportWriter {
    switch report.format {
    case .xml: XMLReport()
    case .svrl: SVRLReport()
    case .json: JSONReport()
    case .text: text(report.destination, arguments, surroundings)
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
