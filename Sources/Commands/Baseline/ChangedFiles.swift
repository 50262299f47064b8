import Reporting

/// The files of a repository that are as they were in an earlier revision of it; every other one has changed.
///
/// What git does not say is changed: a file that it does not know, or that is outside of the repository.
struct ChangedFiles: Sendable {
  private let unchanged: Set<String>

  /// Asks git.
  /// - Parameter revision: as git takes it: a branch, a tag, `HEAD~3`.
  init(since revision: [UInt8], in repository: Repository) throws(UsageError) {
    guard repository.isRepository else { throw .noRepository }
    let git = Git(in: repository.root)
    let name = VisibleText.escaped(revision)
    let commit: [UInt8]
    do throws(GitError) {
      let words = ["rev-parse", "--verify", "--quiet", "--end-of-options"]
      let answer = try git.run(words, [revision + Array("^{commit}".utf8)])
      commit = Array(answer.prefix { $0 != UInt8(ascii: "\n") })
    } catch {
      switch error {
      case .notStarted: throw .git("git could not be started")
      case .refused(1): throw .git("git knows no revision '\(name)'")
      case .refused:
        throw .git("git does not read this repository; if another user owns it, git wants it in safe.directory")
      }
    }
    do throws(GitError) {
      let there = try git.run(["ls-tree", "-r", "-z", "--name-only", "--full-tree"], [commit])
      let words = ["diff", "-z", "--name-only", "--no-ext-diff", "--no-textconv", "--no-renames"]
      let changed = try git.run(words, [commit])
      unchanged = Self.paths(there).subtracting(Self.paths(changed))
    } catch {
      throw .git("git could not compare with '\(name)'")
    }
  }

  /// Whether the file with this path from the root has changed.
  func contains(_ path: String) -> Bool { !unchanged.contains(path) }

  private static func paths(_ answer: [UInt8]) -> Set<String> {
    Set(answer.split(separator: 0).map { FilePath(Array($0)).shown })
  }
}
