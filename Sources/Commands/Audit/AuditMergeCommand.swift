import Audit
import MarkingModel

/// `caveat audit merge`: puts shards together.
enum AuditMergeCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let into = arguments.bytes(.into).map(FilePath.init(_:)) else {
      throw .missingOption(.into, command: arguments.command.rawValue)
    }
    let exists = (try? FileStatus.of(into)) != nil
    if exists { try AuditFile.requireFile(into) }
    let lock = try AuditLock(into, isNew: !exists)
    defer { _ = lock }
    do throws(UsageError) {
      return try merge(arguments, lock, surroundings)
    } catch {
      // Parts of two audits make none: nothing of them is left.
      if !exists { AuditLock.remove(into) }
      throw error
    }
  }

  private static func sentence(_ missing: [Int]) -> String {
    guard let last = missing.last, missing.count > 1 else {
      return "part \(missing.first ?? 0) is missing; merge it as well"
    }
    let others = missing.dropLast().map(String.init).joined(separator: ", ")
    return "parts \(others) and \(last) are missing; merge them as well"
  }

  private static func merge(
    _ arguments: Arguments, _ lock: AuditLock, _ surroundings: Surroundings
  ) throws(UsageError) -> ExitCode {
    let into = lock.path
    let file: AuditFile
    do throws(AuditError) { file = try AuditFile(writing: into.bytes) } catch { throw .audit(into.shown, error) }
    for operand in arguments.operands {
      let path = FilePath(operand)
      // Its own parts stand in it already.
      if let status = try? FileStatus.of(path), lock.identities.contains(status.identity) { continue }
      let shard = try AuditFile(at: operand)
      do throws(AuditError) { try file.merge(shard, named: operand) } catch { throw .audit(path.shown, error) }
    }
    do throws(AuditError) {
      try file.finishMerging()
      let size = try file.size()
      // An audit of which a part is missing never looks complete.
      let missing = try file.parts()?.missing ?? []
      if !missing.isEmpty { surroundings.note("\(into.shown): \(Self.sentence(missing))") }
      if arguments.has(.quiet) { return missing.isEmpty ? .clean : .incomplete }
      let code = surroundings.print(
        "\(size.documents.grouped("document")), \(size.findings.grouped("finding"))\n")
      return missing.isEmpty ? code : .incomplete
    } catch {
      throw .audit(into.shown, error)
    }
  }
}
