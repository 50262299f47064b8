import CommandTestSupport
import Commands
import FoundationEssentials
import Glibc
import Testing

/// The command from end to end, with real workers.
@Suite("Audit") struct AuditCommandTests {
  let folder = AuditFolder()

  private func fill(_ count: Int) throws -> String {
    for number in 0..<count {
      let text = number % 3 == 0 ? Cable.wrong : Cable.clean
      try folder.write("in/\(number % 7)/\(number).txt", text.replacing("123", with: String(100 + number)).utf8)
    }
    try folder.write("in/empty.txt", [])
    try folder.write("in/picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0])
    return folder.path + "/in"
  }

  @Test func everyFileHasOneRow() throws {
    let input = try fill(50)
    let file = folder.path + "/a.sqlite"
    let run = folder.run("audit", "--into", file, "--jobs", "2", input)
    #expect(run.code == .findings, "\(run.errors)")
    #expect(run.text.hasPrefix("52 documents: 34 errors"), "\(run.text)")
    #expect(
      try folder.rows(file, "SELECT status, count(*) FROM documents GROUP BY status") == [
        "checked|50", "not-applicable|2",
      ])
    #expect(
      try folder.rows(file, "SELECT DISTINCT severity, rule, line FROM findings WHERE severity = 'error'").count == 2)
    #expect(try folder.rows(file, "SELECT level, count(*) FROM documents GROUP BY level") == ["|2", "S|17", "U|33"])
    #expect(
      try folder.rows(file, "SELECT DISTINCT post, form FROM documents WHERE status = 'checked'") == ["TALLINN|drafted"]
    )
    // For its owner alone, and nothing beside it.
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
  }

  /// A post is one of the vocabulary: of a sender that is none nothing is kept, nor of a number that repeats him.
  @Test(arguments: [
    ("FM AMEMBASSY THE SEEKERS MET IN TALLINN", "C O N F I D E N T I A L TALLINN 000907"),
    ("FM SEEKERS", "C O N F I D E N T I A L SEEKERS 000907"),
    ("FM AMCONSUL SEEKERS", "C O N F I D E N T I A L SEEKERS 000907"),
    ("FM AMEMBASSY TALLINN", "C O N F I D E N T I A L TALLINN 000907"),
  ])
  func noFreeTextIsAPost(sender: String, number: String) throws {
    let cable = """
      O 140233Z DEC 09
      \(sender)
      TO RUEHC/SECSTATE WASHDC IMMEDIATE 1234
      BT
      \(number)

      SIPDIS

      E.O. 12958: DECL: 12/14/2019
      TAGS: PREL, EN
      SUBJECT: (U) LAMPS

      Classified By: DCM, REASON 1.4 (B)

      1. (C) Lamps.
      ALDER
      BT
      #0907
      NNNN

      """
    try folder.write("in/a.txt", cable.utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run("audit", "--into", file, folder.path + "/in")
    let posts = try folder.rows(file, "SELECT coalesce(post, 'none') FROM documents")
    #expect(posts == [number.contains("TALLINN") ? "TALLINN" : "none"])
    for format in ["text", "json", "xml", "svrl", "sarif"] {
      #expect(!folder.run("check", "--format", format, folder.path + "/in/a.txt").text.contains("SEEKERS"), "\(format)")
    }
  }

  @Test(arguments: ["[", "a[!", "[]", "[[:digit:", "a\\"])
  func aPatternThatIsNoneIsRefused(pattern: String) throws {
    let input = try fill(1)
    for option in ["--include", "--exclude"] {
      let run = folder.run("audit", "--into", folder.path + "/a.sqlite", option, pattern, input)
      #expect(run.code == .usage && run.errors.contains(option), "\(pattern)")
    }
  }

  @Test(arguments: ["[[]*", "[]a]*", "[!]]*", "[[:digit:]]*", "\\[*", "*.txt", "]"])
  func aPatternMayHoldBrackets(pattern: String) throws {
    let input = try fill(1)
    let run = folder.run("audit", "--into", folder.path + "/a.sqlite", "--include", pattern, input)
    #expect(run.code != .usage, "\(pattern): \(run.errors)")
  }

  @Test func theResultDependsOnNothingButTheFiles() throws {
    let input = try fill(120)
    let one = folder.path + "/1.sqlite"
    let three = folder.path + "/3.sqlite"
    _ = folder.run("audit", "--into", one, "--jobs", "1", input)
    _ = folder.run("audit", "--into", three, "--jobs", "3", input)
    #expect(try folder.everything(one) == folder.everything(three))
  }

  @Test func shardsMergeIntoTheWhole() throws {
    let input = try fill(60)
    let whole = folder.path + "/whole.sqlite"
    _ = folder.run("audit", "--into", whole, input)
    let merged = folder.path + "/merged.sqlite"
    let parts = (1...3).map { folder.path + "/part\($0).sqlite" }
    for (index, part) in parts.enumerated() {
      _ = folder.run("audit", "--into", part, "--shard", "\(index + 1)/3", input)
    }
    let two = folder.run("audit", "merge", "--into", merged, parts[0], parts[2])
    #expect(two.code == .incomplete && two.errors.contains("part 2 is missing; merge it as well"), "\(two.errors)")
    #expect(folder.run("audit", "report", merged).text.contains("Missing:    parts 2 of 3"))
    #expect(folder.run(["audit", "merge", "--into", merged] + parts).code == .clean)
    #expect(try folder.everything(merged) == folder.everything(whole))
    // Again, and in another order.
    #expect(folder.run(["audit", "merge", "--into", merged] + parts.reversed()).code == .clean)
    #expect(try folder.everything(merged) == folder.everything(whole))
    let other = folder.path + "/other.sqlite"
    _ = folder.run("audit", "--into", other, "--profile", "state", input)
    #expect(folder.run("audit", "merge", "--into", merged, other).code == .usage)
  }

  @Test func nothingIsReplacedUnasked() throws {
    let input = try fill(3)
    let file = folder.path + "/a.sqlite"
    #expect(folder.run("audit", "--into", file, input).code == .findings)
    let again = folder.run("audit", "--into", file, input)
    #expect(again.code == .usage && again.errors.contains("--resume"))
    let before = try folder.everything(file)
    // A complete audit is done with, and other settings are no part of it.
    #expect(folder.run("audit", "--into", file, "--resume", input).code == .findings)
    #expect(try folder.everything(file) == before)
    #expect(folder.run("audit", "--into", file, "--resume", "--profile", "ic", input).code == .usage)
    #expect(folder.run("audit", "--into", file, "--force", input).code == .findings)
    let paper = try folder.write("paper.txt", Cable.clean.utf8)
    #expect(folder.run("audit", "--into", paper, "--force", input).code == .usage)
    #expect(try Data(contentsOf: URL(filePath: paper)) == Data(Cable.clean.utf8))
  }

  @Test func globsAndListsChoose() throws {
    try folder.write("in/a.txt", Cable.wrong.utf8)
    try folder.write("in/b.msg", Cable.clean.utf8)
    try folder.write("in/old/c.txt", Cable.wrong.utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run("audit", "--into", file, "--include", "*.txt", "--exclude", "*/old/*", folder.path + "/in")
    #expect(try folder.rows(file, "SELECT path FROM documents") == [folder.path + "/in/a.txt"])
    #expect(try folder.rows(file, "SELECT excluded FROM runs") == ["2"])
    let list = folder.path + "/b.sqlite"
    let names = "\(folder.path)/in/b.msg\0\(folder.path)/in/nothing\0"
    #expect(folder.run("audit", "--into", list, "--files-from0", "-", input: names).code == .incomplete)
    #expect(try folder.rows(list, "SELECT status FROM documents ORDER BY id") == ["checked", "unreadable"])
  }

  /// A configuration in an audited folder, or beside it, changes nothing.
  @Test func noConfigurationIsObeyed() throws {
    try folder.write("in/a.txt", Cable.wrong.utf8)
    let plain = folder.path + "/plain.sqlite"
    _ = folder.run("audit", "--into", plain, folder.path + "/in/a.txt")
    for name in [".caveat.toml", ".caveat", "caveat.json", "caveat.toml", "x.sch"] {
      try folder.write("in/" + name, "ignore = [\"*\"]\n".utf8)
    }
    try folder.write(
      "in/caveat.xml", "<caveat xmlns=\"urn:caveat:configuration:1\"><ignore rule=\"EOL\"/></caveat>".utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run(["audit", "--into", file, folder.path + "/in"], from: folder.path + "/in")
    let findings = "SELECT rule, line, message FROM findings JOIN documents ON id = document WHERE path LIKE '%a.txt'"
    #expect(try folder.rows(file, findings) == folder.rows(plain, findings))
    #expect(try folder.rows(file, "SELECT count(*) FROM documents") == ["7"])
  }

  @Test func noTextOfADocumentIsInTheFile() throws {
    let secret = "Zanzibarquartett"
    try folder.write(
      "in/a.txt", Cable.wrong.replacing("talks", with: secret).replacing("HARBOR", with: secret.uppercased()).utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run("audit", "--into", file, folder.path + "/in")
    let bytes = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).lowercased()
    #expect(!bytes.contains(secret.lowercased()))
    for format in ["text", "html", "xml", "json", "csv"] {
      let report = folder.run("audit", "report", file, "--format", format)
      #expect(report.code == .clean && !report.text.isEmpty)
      #expect(!report.text.lowercased().contains(secret.lowercased()))
    }
  }
}
