import Audit
import MarkingModel
import Reporting

/// The commands that read an audit file.
enum AuditReading {
  /// Why a reading ends early.
  private enum Problem: Error {
    case audit(AuditError)
    case output(SystemError)
  }

  /// Runs `body`, which is given a function that writes, on standard output or on a file that appears when it is complete.
  private static func writing(
    _ arguments: Arguments, _ surroundings: Surroundings,
    _ body: (_ write: ([UInt8]) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(UsageError) -> ExitCode {
    let path = arguments.bytes(.output).flatMap { $0 == [UInt8(ascii: "-")] ? nil : FilePath($0) }
    if let path, let status = try? FileStatus.of(path) {
      let read = arguments.operands.flatMap { AuditLock.identities(of: FilePath($0)) }
      if read.contains(status.identity) { throw .outputIsInput(path.shown) }
    }
    let channel: AuditChannel
    do throws(SystemError) {
      channel = try AuditChannel(path, standardOutput: surroundings.output)
    } catch {
      throw .outputNotCreated(path?.shown ?? "standard output", error)
    }
    do throws(Problem) {
      try body { bytes throws(Problem) in
        do throws(SystemError) { try channel.write(bytes) } catch { throw .output(error) }
      }
      do throws(SystemError) { try channel.end() } catch { throw .output(error) }
      return .clean
    } catch {
      switch error {
      case .audit(let error): throw .audit(VisibleText.escaped(arguments.operands[0]), error)
      case .output(let error):
        surroundings.note(Surroundings.unwritten(path.map { "'\($0.shown)'" }, error))
        return .incomplete
      }
    }
  }

  /// `caveat audit report`.
  static func report(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let file = try AuditFile(at: arguments.operands[0])
    let format = arguments.value(.format).flatMap(AuditReportFormat.init(rawValue:)) ?? .text
    return try writing(arguments, surroundings) { write throws(Problem) in
      try AuditReportWriter.write(file, as: format, failing: { .audit($0) }, write)
    }
  }

  /// `caveat audit query`.
  static func query(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let file = try AuditFile(at: arguments.operands[0])
    guard arguments.operands.count > 1 else {
      let width = (AuditFile.views.map(\.name.count).max() ?? 0) + 2
      return surroundings.print(
        AuditFile.views.map { view in
          view.name + String(repeating: " ", count: width - view.name.count) + view.question + "\n"
        }.joined())
    }
    let name = VisibleText.escaped(arguments.operands[1])
    return try writing(arguments, surroundings) { write throws(Problem) in
      switch arguments.value(.format) {
      case "csv":
        try file.read(
          name, failing: { .audit($0) }, head: { columns throws(Problem) in try write(CSVText.line(columns)) },
          row: { row throws(Problem) in try write(CSVText.line(row.map(\.text))) })
      case "json": try writeJSON(file, name, write)
      default:
        let table: AuditTable
        do throws(AuditError) { table = try file.table(name) } catch { throw .audit(error) }
        try write(Array((AuditTextReport.rows(table).joined(separator: "\n") + "\n").utf8))
      }
    }
  }

  /// An array with an object for each row.
  private static func writeJSON(
    _ file: AuditFile, _ name: String, _ write: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) {
    var json = JSONText()
    var columns: [String] = []
    json.open(.array)
    try file.read(
      name, failing: { .audit($0) }, head: { names throws(Problem) in columns = names },
      row: { row throws(Problem) in
        json.open(.object, inline: true)
        for (column, value) in zip(columns, row) {
          switch value {
          case .none: json.memberOrNull(column, nil)
          case .number(let number): json.member(column, number)
          case .text(let text): json.member(column, text)
          }
        }
        json.close()
        try write(json.take())
      })
    json.close()
    try write(json.take())
  }

  /// `caveat audit diff`.
  static func diff(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let old = try AuditFile(at: arguments.operands[0])
    let new = try AuditFile(at: arguments.operands[1])
    var report = AuditDiffReport(isJSON: arguments.value(.format) == "json")
    var fails = false
    let threshold: Severity? = arguments.value(.failOn).map { Severity(rawValue: $0) } ?? .error
    let code = try writing(arguments, surroundings) { write throws(Problem) in
      var failure: Problem?
      do throws(AuditError) {
        let diff = try AuditDiff(old, new) { change, path, finding throws(AuditError) in
          if change == .new, let threshold, let severity = Severity(rawValue: finding.severity) {
            fails = fails || severity >= threshold
          }
          report.add(change, path, finding)
          if failure == nil { do throws(Problem) { try write(report.take()) } catch { failure = error } }
        }
        report.end(diff)
      } catch {
        throw .audit(error)
      }
      if let failure { throw failure }
      try write(report.take())
    }
    return code == .clean && fails ? .findings : code
  }
}
