import Reporting
import RuleEngine

/// Reads the rule files of a user's folder.
enum RuleFiles {
  /// The largest rule file, in bytes. A rule is a page; what is larger is something else.
  static let limit = 1 << 20

  /// Every *.sch below `folder`, named as the user would name it.
  static func sources(in folder: [UInt8]) throws(UsageError) -> [RuleSource] {
    var sources: [RuleSource] = []
    var problems: [String] = []
    var walk = InputWalk([folder])
    while let step = walk.next() {
      switch step {
      case .file(let path) where path.bytes.suffix(4).elementsEqual(".sch".utf8):
        do throws(InputProblem) {
          sources.append(try source(path))
        } catch {
          problems.append("\(path.shown): \(error.sentence)")
        }
      case .problem(_, .emptyFolder): break
      case .problem(let path, let problem): problems.append("\(path.shown): \(problem.sentence)")
      case .file, .unfollowedLink, .ownReport, .standardInput: break
      }
    }
    if !problems.isEmpty { throw .rules(problems) }
    if sources.isEmpty { throw .noRules(VisibleText.escaped(folder)) }
    return sources
  }

  /// One file of a user's: a rule, a policy, a ledger.
  static func source(_ path: FilePath, limit: Int = limit) throws(InputProblem) -> RuleSource {
    let bytes = try FileBytes(file: path)
    if bytes.count > limit { throw .tooLargeForRule }
    return RuleSource(file: path.shown, bytes: bytes.head(bytes.count))
  }
}
