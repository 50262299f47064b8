import Audit
import Glibc
import Reporting
import RuleEngine

/// `caveat audit`: finds documents, has workers judge them, and keeps what they say.
enum AuditCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let options = try AuditOptions(arguments)
    let standardInput = [UInt8(ascii: "-")]
    if arguments.operands.isEmpty, !arguments.has(.filesFrom0) { throw .nothingToAudit }
    if arguments.operands.contains(standardInput) { throw .unreadFile("-", .pipe) }
    // What is wrong with the rules is said now and once, not by every worker.
    _ = try Evaluators(withoutConfiguration: arguments)
    let settings = try options.settings(arguments)
    let operands = try AuditOperands(arguments, surroundings)
    let lock = try lock(options.into, arguments)
    var isBegun = false
    do throws(AuditError) {
      let writer = try AuditWriter(options.into.bytes, settings: settings)
      isBegun = true
      let isComplete = try writer.file.isComplete()
      if isComplete {
        if !arguments.has(.quiet) { surroundings.note("\(options.into.shown): this audit is complete") }
      } else {
        try audit(options, writer, operands, lock, arguments, surroundings)
      }
      let totals = writer.totals
      if !arguments.has(.quiet) {
        let code = surroundings.print(AuditProgress.summary(totals, options.into) + "\n")
        if code != .clean { return code }
      }
      if totals.incomplete > 0 || operands.problem != nil { return .incomplete }
      return fails(totals, arguments.value(.failOn)) ? .findings : .clean
    } catch {
      // An audit file without its tables is none: it would only stand in the way of the next try.
      if lock.isNew, !isBegun { AuditLock.remove(options.into) }
      switch error {
      case .file, .noWorkers, .notStarted:
        surroundings.note("\(options.into.shown): \(error.sentence)")
        return .incomplete
      default: throw .audit(options.into.shown, error)
      }
    }
  }

  private static func audit(
    _ options: AuditOptions, _ writer: AuditWriter, _ operands: AuditOperands, _ lock: AuditLock,
    _ arguments: Arguments, _ surroundings: Surroundings
  ) throws(AuditError) {
    try writer.beginRun(
      version: Version.number, evaluator: arguments.evaluator.rawValue, jobs: options.jobs,
      at: WrittenTime.text(Int(time(nil))))
    var walk = AuditWalk(
      operands.next, reports: lock.identities, options.selection, options.limits, after: try ResumePoint(writer.file))
    let position = walk.position
    var progress = AuditProgress(
      surroundings, isQuiet: arguments.has(.quiet), operands: operands.known, alreadyDone: writer.totals.documents)
    let crew = Crew(
      [surroundings.program.bytes, Array("worker".utf8)] + options.forwarded, count: options.jobs,
      patience: options.patience)
    crew.announced = writer.announce
    try crew.run(
      &walk, pause: { () throws(AuditError) in progress.show(writer.totals, position) }, store: writer.store)
    progress.end()
    if let problem = operands.problem {
      surroundings.note("the list of --files-from0 could not be read to its end (\(problem.text))")
      return
    }
    try writer.endRun(excluded: position.excluded, at: WrittenTime.text(Int(time(nil))))
  }

  /// Makes the audit file, or takes hold of one that is there.
  private static func lock(_ path: FilePath, _ arguments: Arguments) throws(UsageError) -> AuditLock {
    let exists = (try? FileStatus.of(path)) != nil
    if exists { try AuditFile.requireFile(path) }
    if exists, !arguments.has(.resume) {
      guard arguments.has(.force) else { throw .auditExists(path.shown) }
      // Nothing but an audit file is removed.
      do throws(AuditError) {
        _ = try AuditFile(reading: path.bytes)
      } catch {
        throw .audit(path.shown, error)
      }
    }
    guard exists, !arguments.has(.resume) else { return try AuditLock(path, isNew: !exists) }
    let held = try AuditLock(path, isNew: false)
    defer { _ = held }
    AuditLock.remove(path)
    return try AuditLock(path, isNew: true)
  }

  private static func fails(_ totals: AuditTotals, _ word: String?) -> Bool {
    switch word {
    case "never": false
    case "info": totals.findings > 0
    case "warning": totals.errors + totals.warnings > 0
    default: totals.errors > 0
    }
  }
}
