import MarkingModel
import Redaction
import Reporting

/// `caveat ledger show` and `caveat ledger check`.
enum LedgerCommand {
  static func show(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let path = arguments.operands.first else { return .usage }
    return surroundings.print(LedgerText.bytes(try UserFiles.ledger(path)))
  }

  /// Exit code 1 where the ledger was changed.
  static func check(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let path = arguments.operands.first else { return .usage }
    let ledger = try UserFiles.ledger(path)
    let name = VisibleText.escaped(path)
    let doubts = Verification.chainDoubts(ledger)
    guard let doubt = doubts.first else {
      return surroundings.print("\(name): \(ledger.entries.count.counted("entry", "entries")), the chain is whole\n")
    }
    let code = surroundings.print("\(name): \(doubt.sentence)\n")
    return code == .clean ? .findings : code
  }
}
