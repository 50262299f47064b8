import LanguageServer
import Reporting
import SQLiteKit

/// `caveat lsp`: serves an editor on standard input and output (docs/editors.md).
enum LanguageServerCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let judge = try EditorJudge(try Settings(arguments, surroundings), surroundings)
    var server: LanguageServer
    do throws(SQLiteError) {
      server = try LanguageServer(
        input: surroundings.input, output: surroundings.output, version: Version.number, judge: judge)
    } catch {
      surroundings.note("the server could not be started (\(error.text)); end other programs and try again")
      return .incomplete
    }
    switch server.run() {
    case .asked: return .clean
    case .abrupt:
      surroundings.note("the editor ended the session without a shutdown")
      // The protocol names this number.
      return .findings
    case .early:
      surroundings.note("the editor went away without ending the session")
      return .incomplete
    case .broken(let error):
      surroundings.note("standard input is not the Language Server Protocol: \(sentence(error))")
      return .usage
    case .unwritten(let code):
      surroundings.note(Surroundings.unwritten(nil, SystemError(code: code)))
      return .incomplete
    }
  }

  private static func sentence(_ error: StreamError) -> String {
    switch error {
    case .head: "a message has no Content-Length; an editor starts caveat lsp by itself"
    case .length: "a message is longer than 64 MiB; close that file"
    case .end: "it ends inside a message; start the editor again"
    case .system(let code): "it could not be read (\(SystemError(code: code).text)); start the editor again"
    }
  }
}
