import CommandTestSupport
import Commands
import Glibc
import Testing

/// `--new-since` in a repository of git.
@Suite struct ChangedFilesTests {
  private static let paper = "SECRET\n\nMEMORANDUM\n\n1. (TS) The ferry left.\n\nSECRET\n"

  private func git(_ folder: TemporaryFolder, _ command: String) -> Int32 {
    unsafe system(
      "cd \(folder.path) && git -c user.name=t -c user.email=t@example.org -c init.defaultBranch=main \(command)"
        + " >/dev/null 2>&1")
  }

  @Test func onlyChangedFilesCount() throws {
    let folder = TemporaryFolder()
    folder.write("old.txt", Self.paper)
    folder.folder("below")
    folder.write("below/näme.txt", Self.paper)
    try #require(git(folder, "init") == 0 && git(folder, "add .") == 0 && git(folder, "commit -m first") == 0)
    func check(_ file: String, since revision: String = "HEAD") -> ExitCode {
      Run(["check", "--new-since", revision, folder.path(file)], folder: folder.path).code
    }
    #expect(check("old.txt") == .clean)
    #expect(check("below/näme.txt") == .clean)
    folder.write("old.txt", Self.paper + "\n")
    #expect(check("old.txt") == .findings)
    #expect(check("below/näme.txt") == .clean)
    try #require(git(folder, "add .") == 0)
    #expect(check("old.txt") == .findings)
    try #require(git(folder, "commit -m second") == 0)
    #expect(check("old.txt") == .clean)
    #expect(check("old.txt", since: "HEAD~1") == .findings)
    folder.write("untracked.txt", Self.paper)
    #expect(check("untracked.txt") == .findings)
    #expect(check("old.txt", since: "nowhere") == .usage)
    #expect(check("old.txt", since: "--output=x") == .usage)
    #expect(!folder.names.contains("x"))
  }

  @Test func withoutARepository() {
    let folder = TemporaryFolder()
    let paper = folder.write("a.txt", Self.paper)
    let run = Run(["check", "--new-since", "HEAD", paper], folder: folder.path)
    #expect(run.code == .usage)
    #expect(run.errors.contains("git repository"))
  }
}
