/// The forms of report.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case xml
  case svrl
  case json
  case sarif
  case junit
  case checkstyle
  case gitlab
  case github
  case tap
}
