/// The forms of report of an audit.
package enum AuditReportFormat: String, Sendable, CaseIterable {
  case text
  case html
  case xml
  case json
  case csv
}

/// Writes the report of an audit file, piece by piece: one of a million documents takes no more memory than one of ten.
package enum AuditReportWriter {
  /// - Parameters:
  ///   - write: takes the next bytes.
  ///   - failing: turns an error of the audit file into one of the caller's.
  package static func write<Failure: Error>(
    _ file: AuditFile, as format: AuditReportFormat, failing: (AuditError) -> Failure,
    _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .text: try write(Array(AuditTextReport.text(try summary(file, failing)).utf8))
    case .html: try write(AuditHTMLReport.page(try summary(file, failing)))
    case .xml:
      var report = AuditXMLReport(try summary(file, failing))
      try documents(file, failing) { document throws(Failure) in
        report.add(document)
        try write(report.take())
      }
      report.end()
      try write(report.take())
    case .json:
      var report = AuditJSONReport(try summary(file, failing))
      try documents(file, failing) { document throws(Failure) in
        report.add(document)
        try write(report.take())
      }
      report.end()
      try write(report.take())
    case .csv:
      try write(CSVText.line(AuditCSV.columns))
      try documents(file, failing) { document throws(Failure) in
        for finding in document.findings { try write(CSVText.line(AuditCSV.values(document, finding))) }
      }
    }
  }

  private static func summary<Failure: Error>(
    _ file: AuditFile, _ failing: (AuditError) -> Failure
  ) throws(Failure) -> AuditSummary {
    do throws(AuditError) { return try AuditSummary(file) } catch { throw failing(error) }
  }

  private static func documents<Failure: Error>(
    _ file: AuditFile, _ failing: (AuditError) -> Failure, _ take: (AuditDocument) throws(Failure) -> Void
  ) throws(Failure) {
    let documents: AuditDocuments
    do throws(AuditError) { documents = try AuditDocuments(file, .id) } catch { throw failing(error) }
    while true {
      let document: AuditDocument?
      do throws(AuditError) { document = try documents.next() } catch { throw failing(error) }
      guard let document else { return }
      try take(document)
    }
  }
}
