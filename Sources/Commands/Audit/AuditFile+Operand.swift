import Audit

extension AuditFile {
  /// Opens the audit file that a command line names, to read from it.
  init(at operand: [UInt8]) throws(UsageError) {
    let path = FilePath(operand)
    try Self.requireFile(path)
    do throws(AuditError) { try self.init(reading: operand) } catch { throw .audit(path.shown, error) }
  }

  /// Refuses what is no file: whoever opens a pipe waits for ever.
  static func requireFile(_ path: FilePath) throws(UsageError) {
    let status: FileStatus
    do throws(SystemError) { status = try FileStatus.of(path) } catch {
      throw .unreadFile(path.shown, InputProblem(error))
    }
    guard status.kind == .file else { throw .audit(path.shown, .notAnAudit) }
  }
}
