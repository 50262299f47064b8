import CommandTestSupport
import Commands
import Glibc
import Testing

@Suite("Report files") struct ReportFileTests {
  private let folder = TemporaryFolder()

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func appearsOnlyWhenComplete() throws {
    folder.write("report", "old")
    let file = try ReportFile(at: FilePath(folder.path("report")))
    try file.write(Array("new".utf8))
    #expect(folder.text("report") == "old")
    let names = folder.names
    #expect(names.count == 2)
    #expect(names[0].hasPrefix(".caveat-"))
    #expect(mode(folder.path(names[0])) == 0o600)
    try file.finish()
    #expect(folder.names == ["report"])
    #expect(folder.text("report") == "new")
  }

  @Test func droppedItLeavesNothing() throws {
    func drop() throws {
      let file = try ReportFile(at: FilePath(folder.path("report")))
      try file.write(Array("half".utf8))
    }
    try drop()
    #expect(folder.names.isEmpty)
  }

  @Test func getsThePermissionsOfANewFile() throws {
    try ReportFile(at: FilePath(folder.path("report"))).finish()
    let plain = folder.write("plain", "")
    #expect(mode(folder.path("report")) == mode(plain))
  }

  @Test func throughALinkTheFileBehindItIsReplaced() throws {
    folder.folder("a")
    folder.write("a/report", "old")
    unsafe symlink("a/report", folder.path("link"))
    let file = try ReportFile(at: FilePath(folder.path("link")))
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(folder.text("a/report") == "new")
    #expect(folder.names == ["a", "link"])
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: SystemError(code: ENOENT)) { try ReportFile(at: FilePath(folder.path("no/report"))).finish() }
  }
}
