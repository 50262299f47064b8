/// The forms of report.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case xml
  case svrl
  case json
}
