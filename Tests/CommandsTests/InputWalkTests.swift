import CommandTestSupport
import Commands
import Glibc
import Testing

@Suite("Walking folders") struct InputWalkTests {
  private let folder = TemporaryFolder()

  private func walk(_ operands: String...) -> [String] {
    var walk = InputWalk(operands.map { Array($0.utf8) })
    var steps: [String] = []
    while let step = walk.next() {
      switch step {
      case .standardInput: steps.append("-")
      case .file(let path): steps.append(name(path))
      case .problem(let path, let problem): steps.append("\(problem): \(name(path))")
      case .unfollowedLink(let path): steps.append("link: \(name(path))")
      case .ownReport(let path): steps.append("report: \(name(path))")
      }
    }
    return steps
  }

  /// The path below the test's folder.
  private func name(_ path: FilePath) -> String {
    path.shown.hasPrefix(folder.path + "/") ? String(path.shown.dropFirst(folder.path.count + 1)) : path.shown
  }

  @Test func inOrderOfTheBytesOfTheNames() {
    folder.folder("b")
    for name in ["b/z", "b/A", "b/a", "c", "a", "B", "é", "10", "9"] { folder.write(name, "x") }
    #expect(walk(folder.path) == ["10", "9", "B", "a", "b/A", "b/a", "b/z", "c", "é"])
  }

  @Test func operandsStayInTheirOrder() {
    let b = folder.write("b", "x")
    let a = folder.write("a", "x")
    #expect(walk(b, "-", a, b) == ["b", "-", "a", "b"])
    #expect(walk(folder.path + "/") == ["a", "b"])
  }

  @Test func hiddenNamesAreLeftOutUnlessTheyAreNamed() {
    folder.folder(".git")
    folder.write(".git/config", "x")
    let hidden = folder.write(".hidden", "x")
    folder.write("seen", "x")
    #expect(walk(folder.path) == ["seen"])
    #expect(walk(hidden) == [".hidden"])
    #expect(walk(folder.path(".git")) == [".git/config"])
  }

  @Test func noCircleIsWalked() {
    folder.folder("a")
    folder.folder("a/b")
    folder.write("a/b/text", "x")
    unsafe symlink("..", folder.path("a/b/up"))
    unsafe symlink("a", folder.path("other"))
    unsafe symlink("a/b/text", folder.path("file"))
    unsafe symlink("self", folder.path("self"))
    #expect(
      walk(folder.path) == ["a/b/text", "link: a/b/up", "file", "link: other", "linkLoop: self"])
    // A link that is named is followed.
    #expect(walk(folder.path("other")) == ["other/b/text", "link: other/b/up"])
  }

  @Test func nothingToReadIsAProblem() {
    #expect(walk(folder.path("missing")) == ["missing: missing"])
    folder.folder("empty")
    folder.folder("empty/er")
    folder.write("empty/.hidden", "x")
    #expect(walk(folder.path("empty")) == ["emptyFolder: empty"])
  }

  @Test func deepFoldersAreWalked() {
    var path = folder.path
    for _ in 0..<300 {
      path += "/d"
      unsafe mkdir(path, 0o755)
    }
    folder.write(String((path + "/text").dropFirst(folder.path.count + 1)), "x")
    #expect(walk(folder.path).count == 1)
  }
}
