import Audit

/// `caveat audit merge`: puts shards together.
enum AuditMergeCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let into = arguments.bytes(.into).map(FilePath.init(_:)) else {
      throw .missingOption(.into, command: arguments.command.rawValue)
    }
    let lock: AuditLock
    do throws(SystemError) {
      lock = try AuditLock(into, isNew: false)
    } catch {
      throw .outputNotCreated(into.shown, error)
    }
    defer { _ = lock }
    let file: AuditFile
    do throws(AuditError) { file = try AuditFile(writing: into.bytes) } catch { throw .audit(into.shown, error) }
    for operand in arguments.operands {
      let path = FilePath(operand)
      guard let status = try? FileStatus.of(path) else { throw .unreadFile(path.shown, .missing) }
      // Its own parts stand in it already.
      if lock.identities.contains(status.identity) { continue }
      do throws(AuditError) {
        try file.merge(try AuditFile(reading: operand), named: operand)
      } catch {
        throw .audit(path.shown, error)
      }
    }
    do throws(AuditError) {
      try file.finishMerging()
      let size = try file.size()
      if arguments.has(.quiet) { return .clean }
      return surroundings.print(
        "\(AuditProgress.grouped(size.documents)) documents, \(AuditProgress.grouped(size.findings)) findings\n")
    } catch {
      throw .audit(into.shown, error)
    }
  }
}
