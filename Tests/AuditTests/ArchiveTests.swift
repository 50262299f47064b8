import ArchiveKit
import CommandTestSupport
import Commands
import FoundationEssentials
import TestSupport
import Testing

/// Archives, made byte by byte, and what is done to them.
@Suite("Audit of archives") struct ArchiveTests {
  let folder = AuditFolder()

  static func tar(_ members: (String, [UInt8])...) -> [UInt8] {
    members.flatMap { TAR.member($0.0, $0.1) } + TAR.end
  }

  private func statuses(_ words: String...) throws -> [String] {
    let file = folder.path + "/\(UUID().uuidString).sqlite"
    _ = folder.run(["audit", "--into", file] + words + [folder.path + "/in"])
    return try folder.rows(
      file, "SELECT substr(path, \(folder.path.utf8.count + 5)), status FROM documents ORDER BY id")
  }

  @Test func membersAreNamed() throws {
    let cable = Array(Cable.wrong.utf8)
    try folder.write("in/a.tar", Self.tar(("one.txt", cable), ("in.tar", Self.tar(("two.txt", cable)))))
    try folder.write("in/link.tar", TAR.member("l", [], kind: "2") + Self.tar(("d/", [])))
    let box =
      "From a@b Thu Jan  1 00:00:00 1970\nSubject: one\n\nSECRET\n\nFrom a@b Thu Jan  1 00:00:00 1970\nSubject: two\n\nx\n"
    try folder.write("in/m.mbox", box.utf8)
    #expect(
      try statuses() == [
        "a.tar!one.txt|checked", "a.tar!in.tar!two.txt|checked", "link.tar!l|not-applicable", "m.mbox!1|checked",
        "m.mbox!2|checked",
      ])
  }

  @Test func whatIsDamagedIsSaid() throws {
    let cable = Array(Cable.wrong.utf8)
    let whole = Self.tar(("one.txt", cable), ("two.txt", cable))
    try folder.write("in/cut.tar", whole.prefix(512 + 512 + 700))
    try folder.write("in/no.tar", [UInt8](repeating: 7, count: 2000))
    try folder.write("in/no.tar.gz", "text".utf8)
    let found = try statuses()
    #expect(found.contains("cut.tar!one.txt|checked"))
    #expect(found.contains("no.tar|unreadable") && found.contains("no.tar.gz|unreadable"), "\(found)")
    #expect(found.contains { $0.hasPrefix("cut.tar") && $0.hasSuffix("unreadable") }, "\(found)")
  }

  @Test func depthAndSizeAreLimited() throws {
    var deep = Array(Cable.clean.utf8)
    for level in 0..<7 { deep = Self.tar(("\(level).tar", deep)) }
    try folder.write("in/deep.tar", deep)
    try folder.write("in/large.txt", [UInt8](repeating: 65, count: 5000))
    try folder.write(
      "in/large.tar", Self.tar(("x.txt", [UInt8](repeating: 65, count: 5000)), ("y.txt", Array(Cable.clean.utf8))))
    let found = try statuses("--max-file-size", "4K")
    #expect(found.contains("large.txt|over-limit") && found.contains("large.tar!x.txt|over-limit"), "\(found)")
    #expect(found.contains("large.tar!y.txt|checked"))
    #expect(
      found.contains { $0.hasPrefix("deep.tar!6.tar!5.tar!4.tar!3.tar") && $0.hasSuffix("over-limit") }, "\(found)")
  }

  @Test func kindsAreTold() {
    func kind(_ bytes: [UInt8], _ name: String = "x") -> ArchiveKind? {
      ArchiveKind.of(head: bytes.span, name: name.utf8)
    }
    #expect(kind(Array(Self.tar(("a", [1])).prefix(512))) == .archive)
    #expect(kind([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 40)) == .archive)
    #expect(kind(Array(Cable.clean.utf8)) == nil)
    #expect(kind(Array("From here on: nothing".utf8)) == nil)
    #expect(kind(Array("From a@b Thu Jan  1 00:00:00 1970\nSubject: x\n".utf8)) == .mailbox)
    #expect(kind([1, 2, 3], "x.TAR") == .archive)
    let name = Array("[Content_Types].xml".utf8)
    let office = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(name.count), 0, 0, 0] + name
    #expect(kind(office) == nil)
  }
}
