import Detection
import MarkingModel
import Redaction
import Reporting
import StandardRules

/// `caveat verify`: is anything withheld left in a copy?
enum VerifyCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard arguments.has(.ledger) != arguments.has(.terms) else { throw .eitherOption(.ledger, .terms) }
    guard let released = arguments.operands.first else { return .usage }
    let ledger = try arguments.bytes(.ledger).map { path throws(UsageError) in try UserFiles.ledger(path) }
    let lists = try UserFiles.terms(arguments.all(.terms))
    let fitness = try ledger?.head.profile.map { profile throws(UsageError) in try UserFiles.fitness(profile) }
    let vocabulary = try UserFiles.vocabulary()
    if ledger != nil, !arguments.has(.original) { throw .missingOption(.original, command: "verify --ledger") }
    do throws(UnreadInput) {
      let copy = try bytes(of: released)
      var outcome: Verification.Outcome
      if let ledger {
        outcome = Verification.outcome(
          copy: copy, original: try bytes(of: arguments.bytes(.original) ?? []), ledger: ledger)
        if let fitness { outcome.doubts += fitness.doubts(of: copy, vocabulary) }
      } else {
        outcome = Verification.outcome(
          copy: copy, lists: lists.list, searched: lists.searched, ordinaryNames: StandardRules.ordinarySurnames,
          vocabulary)
      }
      return report(outcome, VisibleText.escaped(released), surroundings)
    } catch {
      surroundings.note("\(error.name): \(error.problem.sentence)")
      return .incomplete
    }
  }

  private struct UnreadInput: Error {
    var name: String
    var problem: InputProblem
  }

  private static func bytes(of path: [UInt8]) throws(UnreadInput) -> [UInt8] {
    do throws(InputProblem) {
      let bytes = try FileBytes(file: FilePath(path))
      let copy = bytes.head(bytes.count)
      if bytes.hasChanged { throw .changed }
      return copy
    } catch {
      throw UnreadInput(name: VisibleText.escaped(path), problem: error)
    }
  }

  private static func report(
    _ outcome: Verification.Outcome, _ name: String, _ surroundings: Surroundings
  ) -> ExitCode {
    var lines = outcome.doubts.map { "\(name): \($0.sentence)" }
    if outcome.doubts.isEmpty {
      lines.append("\(name): verified, \(outcome.searched.counted("text was", "texts were")) looked for and not found")
      if outcome.tooShort > 0 {
        let few = outcome.tooShort.counted("was", "were")
        lines.append("\(few) too short or too common to be looked for; places were compared")
      }
    }
    let code = surroundings.print(lines.joined(separator: "\n") + "\n")
    return code != .clean ? code : outcome.doubts.isEmpty ? .clean : .findings
  }
}
