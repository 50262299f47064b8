import Glibc
import Reporting

/// The program: from the words of a command line to an exit code.
package enum Command {
  /// Runs the program in the surroundings of the process.
  package static func main() -> Int32 {
    StandardStreams.holdClosed()
    Signals.reportWhatCannotBeWritten()
    let count = Int(CommandLine.argc)
    let words = (0..<count).dropFirst().compactMap { index -> [UInt8]? in
      guard let word = unsafe CommandLine.unsafeArgv[index] else { return nil }
      return unsafe Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
    }
    return run(words, in: .process, handlesSignals: true).rawValue
  }

  /// Runs one command line.
  /// - Parameters:
  ///   - words: the arguments without the name of the program, as bytes.
  ///   - handlesSignals: whether to take over the signals of the process, so that an interrupted run leaves nothing.
  package static func run(_ words: [[UInt8]], in surroundings: Surroundings, handlesSignals: Bool = false) -> ExitCode {
    do throws(UsageError) {
      switch try ArgumentParser.parse(words) {
      case .help(let command): return surroundings.print(Help.text(command))
      case .version: return surroundings.print(Version.line + "\n")
      case .run(let arguments):
        try requireFiles(arguments)
        let writesFiles =
          [OptionName.output, .ledger, .vaughn, .propose, .write, .trail].contains(where: arguments.has)
          || arguments.command.first == "baseline"
        if handlesSignals, writesFiles { Signals.removeReportsWhenInterrupted() }
        if handlesSignals, arguments.command == .worker { WorkerCommand.endWithReader(of: surroundings.output) }
        return try run(arguments, in: surroundings)
      }
    } catch {
      surroundings.note(error.message)
      return error.code
    }
  }

  /// Refuses standard output where a file is read back or replaced: nobody wants a file of the name "-".
  private static func requireFiles(_ arguments: Arguments) throws(UsageError) {
    var names: [OptionName] = [.ledger, .propose, .trail, .into, .baseline]
    if arguments.command == .redact { names.append(.output) }
    if let name = names.first(where: { arguments.bytes($0) == [UInt8(ascii: "-")] }) { throw .noStandardOutput(name) }
  }

  private static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    switch arguments.command {
    case .check: try Check.run(arguments, in: surroundings)
    case .fix: try FixCommand.run(arguments, in: surroundings)
    case .baselineWrite, .baselinePrune: try BaselineCommand.run(arguments, in: surroundings)
    case .config: try ConfigCommand.run(arguments, in: surroundings)
    case .parse: try Parse.run(arguments, in: surroundings)
    case .rules: try RuleList.run(arguments, in: surroundings)
    case .rulesTest: try RuleTests.run(arguments, in: surroundings)
    case .rule: try RuleList.page(arguments, in: surroundings)
    case .marking: try MarkingCommand.run(arguments, in: surroundings)
    case .rollup: try RollUpCommand.run(arguments, in: surroundings)
    case .redact: try RedactCommand.run(arguments, in: surroundings)
    case .verify: try VerifyCommand.run(arguments, in: surroundings)
    case .ledgerShow: try LedgerCommand.show(arguments, in: surroundings)
    case .ledgerCheck: try LedgerCommand.check(arguments, in: surroundings)
    case .audit: try AuditCommand.run(arguments, in: surroundings)
    case .auditReport: try AuditReading.report(arguments, in: surroundings)
    case .auditDiff: try AuditReading.diff(arguments, in: surroundings)
    case .auditQuery: try AuditReading.query(arguments, in: surroundings)
    case .auditMerge: try AuditMergeCommand.run(arguments, in: surroundings)
    case .worker: try WorkerCommand.run(arguments, in: surroundings)
    case .lsp: try LanguageServerCommand.run(arguments, in: surroundings)
    // The parser turns it into a request for help.
    case .help: surroundings.print(Help.text(nil))
    }
  }
}
