import CommandTestSupport
import Commands
import Glibc
import StandardRules
import TestSupport
import Testing

@Suite("redact, verify and ledger") struct RedactTests {
  private let folder = TemporaryFolder()

  static let paper = """
    SECRET

    DEPARTMENT OF GOOD WORKS

    Date: 2016-05-03

    1. (U) The ice left.

    2. (S) The pilots wait for canary.

    SECRET

    """

  @Test func theOptionOffersEveryPolicy() { #expect(Table.policyNames == StandardRules.policyNames) }

  @Test func aReleaseAndItsRecords() {
    let input = folder.write("in", Self.paper)
    let run = Run(
      "redact", "--policy", "public-release", input, "-o", folder.path("out"), "--ledger", folder.path("l.xml"),
      "--vaughn", folder.path("v.csv"), "--vaughn", folder.path("v.html"))
    #expect(run.code == .clean)
    #expect(run.text.hasPrefix("RELEASED IN PART (b)(1) 1.4(d)\n1 withheld in 1 place,"))
    #expect(folder.names == ["in", "l.xml", "out", "v.csv", "v.html"])
    #expect(folder.text("in") == Self.paper)
    for name in ["out", "l.xml", "v.csv", "v.html"] {
      #expect(folder.text(name)?.contains("canary") == false)
      #expect(Self.mode(folder.path(name)) == 0o600)
    }
    #expect(Run("verify", folder.path("out"), "--ledger", folder.path("l.xml"), "--original", input).code == .clean)
    #expect(Run("ledger", "check", folder.path("l.xml")).code == .clean)
    #expect(Run("ledger", "show", folder.path("l.xml")).text.contains("portion 2"))
  }

  @Test func aChangedCopyOrLedgerIsFound() {
    let input = folder.write("in", Self.paper)
    _ = Run("redact", "--policy", "public-release", input, "-o", folder.path("out"), "--ledger", folder.path("l.xml"))
    folder.write("other", (folder.text("out") ?? "").replacing("ice", with: "ace"))
    let words = ["--ledger", folder.path("l.xml"), "--original", input]
    #expect(Run(["verify", folder.path("other")] + words).code == .findings)
    folder.write("l2.xml", (folder.text("l.xml") ?? "").replacing("1.4(d)", with: "1.4(c)"))
    #expect(Run("ledger", "check", folder.path("l2.xml")).code == .findings)
    let terms = folder.write("terms", "# who must not be named\ncanary; the pilots\n")
    #expect(Run("verify", folder.path("out"), "--terms", terms).code == .clean)
    #expect(Run("verify", input, "--terms", terms).code == .findings)
  }

  /// The lists of verify are those of redact: kinds, spellings, exemptions.
  @Test func aListOfNamesIsLookedFor() {
    let copy = folder.write("copy", "Then Smythe spoke, and BLUE HERON was named.\n")
    for list in [
      "name: John Q. Smythe => (b)(6)\n", "name: Smythe, John\n", "term: Blue Heron; OBH => (b)(1) 1.4(c)\n",
      "blue heron\n",
    ] {
      #expect(Run("verify", copy, "--terms", folder.write("list", list)).code == .findings, "\(list)")
    }
    #expect(Run("verify", copy, "--terms", folder.write("list", "name: Ann Quimby\nterm: OBH\n")).code == .clean)
    #expect(Run("verify", copy, "--terms", folder.write("list", "term: => (b)(6)\n")).code == .usage)
  }

  /// What redact withholds of a list verify finds, in all its forms; of what it leaves it says nothing.
  @Test(arguments: [
    ("Thorvaldsen-Okafor, Ingrid", "Ingrid Okafor spoke."), ("Thorvaldsen-Okafor, Ingrid", "Ms. Okafor spoke."),
    ("al-Hashimi, Tariq", "Then Hashimi spoke."), ("García Márquez, José", "Then García spoke."),
    ("van der Berg, Willem", "Willem Berg and"), ("van der Berg, Willem", "PolOff Berg and"),
    ("Quimby, Ann", "Then the Quimbys came."), ("Quimby, Ann", "as aquimby at noon"),
    ("Quill, Eva (Evie)", "Evie Quill"),
    ("Quimby, Ann", "<p>A. <b>Quim</b>by</p>"), ("Quimby, Ann", "Mr. Quim-\nby"),
  ])
  func verifyLooksForAllThatRedactWithholds(_ name: String, _ text: String) {
    let list = folder.write("list", "term: OBH\nname: \(name)\n")
    let input = folder.write("in", text + "\n")
    let run = Run("verify", input, "--terms", list)
    #expect(run.code == .findings && run.text.contains("line 2"), "\(run.text)")
    let out = folder.path("out")
    #expect(Run("redact", "--policy", "privacy", input, "--terms", list, "-o", out, "--force").code == .clean)
    #expect(Run("verify", out, "--terms", list).code == .clean)
    #expect(
      Run("verify", folder.write("other", "The OBHs. At 3 PM the berg, said Marquez.\n"), "--terms", list).code
        == .clean)
  }

  /// A list that the policy would do nothing with is a mistake, not a release.
  @Test func aPolicyWithoutTermsTakesNoList() {
    let policy = folder.write(
      "mine.xml",
      """
      <policy name="mine" xmlns="urn:caveat:policy"><title>Mine</title><p>For tests.</p>
      <detect detector="us-ssn"/></policy>
      """)
    let words = ["redact", "--policy", policy, folder.write("in", "Canary sings.\n"), "-o", folder.path("out")]
    #expect(Run(words + ["--terms", folder.write("list", "canary\n")]).code == .usage)
    #expect(folder.text("out") == nil)
    #expect(Run(words).code == .clean)
  }

  /// What a person's name leaves standing in another order or with a title goes too, though the list does not say what it is.
  @Test func aNameWithoutAKindIsFoundInEveryOrder() {
    let text = "Veasna Quimby left. QUIMBY, Veasna came. Mr. Quimby and the Quimbys wrote to @veasnaquimby.\n"
    let list = folder.write("list", "Quimby, Veasna\n")
    for policy in StandardRules.policyNames {
      let run = Run(
        "redact", "--policy", policy, folder.write("in", text), "-o", folder.path("out"), "--terms", list, "--force",
        "--treat-unmarked-as", "release")
      #expect(run.code == .clean, "\(policy): \(run.errors)")
      #expect(folder.text("out")?.lowercased().contains("quimby") == false, "\(policy)")
      #expect(Run("verify", folder.path("out"), "--terms", list).code == .clean)
    }
  }

  /// Whoever gives a list is told what it was taken for.
  @Test func theSummarySaysWhatTheLinesWereTakenFor() {
    let list = folder.write("list", "# people\nAnn Quimby\nname: Finch\nQuill, Eva (Evie)\nHERON\nProject 7\n")
    let input = folder.write("in", "Mr. Finch met Ms. Quill.\n")
    let line = "taken as names: 3 lines of the lists; as words only: 2\n"
    let words = ["redact", "--policy", "privacy", input, "--terms", list]
    #expect(Run(words + ["-o", folder.path("out")]).text.contains(line))
    #expect(folder.text("out")?.contains(" met [(b)(6)") == true && folder.text("out")?.contains("Finch") == false)
    #expect(Run(words + ["--propose", folder.path("decisions")]).text.contains(line))
    #expect(!Run(Array(words.prefix(4)) + ["-o", folder.path("other")]).text.contains("of the lists"))
  }

  @Test func whatIsNoTextGivesNothing() {
    for (name, bytes) in [
      ("empty", []), ("nul", [0x41, 0, 0x42]), ("pdf", Array("%PDF-1.4".utf8)), ("latin", [0x41, 0xFF, 0x0A]),
      ("xml", Array("<?xml version='1.0'?><a>canary".utf8)),
    ] as [(String, [UInt8])] {
      let run = Run("redact", "--policy", "privacy", folder.write(name, bytes), "-o", folder.path("out"))
      #expect(run.code == .incomplete)
      #expect(run.errors.contains(name) && !run.errors.contains("canary"))
      #expect(TemporaryFolder.read(path: folder.path("out")) == nil)
    }
  }

  @Test func nothingIsWrittenWhereItIsRefused() {
    let input = folder.write("in", Self.paper.replacing("2. (S) ", with: "2. "))
    let run = Run("redact", "--policy", "public-release", input, "-o", folder.path("out"), "--ledger", folder.path("l"))
    #expect(run.code == .incomplete)
    #expect(run.errors.contains("line 9"))
    #expect(!run.errors.contains("canary"))
    #expect(run.output.isEmpty)
    #expect(folder.names == ["in"])
  }

  @Test func existingFilesAreKept() {
    let input = folder.write("in", Self.paper)
    let out = folder.write("out", "mine")
    #expect(Run("redact", "--policy", "public-release", input, "-o", out).code == .usage)
    #expect(folder.text("out") == "mine")
    #expect(Run("redact", "--policy", "public-release", input, "-o", out, "--force").code == .clean)
    #expect(folder.text("out")?.hasPrefix("RELEASED") == true)
    #expect(folder.names == ["in", "out"])
  }

  @Test func wrongUseIsRefusedBeforeAnythingIsRead() {
    let input = folder.write("in", Self.paper)
    let out = folder.path("out")
    for words in [
      ["redact", input, "-o", out], ["redact", "--policy", "none", input, "-o", out],
      ["redact", "--policy", "privacy", input], ["redact", "--policy", "privacy", input, "-o", input],
      ["redact", "--policy", "privacy", input, "-o", out, "--ledger", out],
      ["redact", "--policy", "privacy", input, "-o", out, "--vaughn", folder.path("v.doc")],
      ["redact", "--policy", "privacy", input, "-o", out, "--key", folder.write("key", "short")],
      ["redact", "--policy", folder.write("p.xml", "<policy/>"), input, "-o", out], ["verify", input],
      ["verify", input, "--ledger", input], ["ledger", "check", input], ["ledger"],
    ] {
      let run = Run(words)
      #expect(run.code == .usage, "\(words)")
      #expect(run.errors.hasPrefix("caveat: "))
      #expect(TemporaryFolder.read(path: out) == nil)
    }
  }

  @Test func aFolderThatMayNotBeWritten() {
    let input = folder.write("in", Self.paper)
    let run = Run("redact", "--policy", "public-release", input, "-o", folder.path("no/such/out"))
    #expect(run.code == .incomplete)
    #expect(run.errors.contains("could not be written"))
    #expect(folder.names == ["in"])
  }

  /// The report of the copy: text, XML, SVRL and JSON, each by its ending, none with text of the document.
  @Test func theReportCoversTheRelease() {
    let input = folder.write("in", Self.paper)
    let names = ["r.txt", "r.xml", "r.svrl", "r.json"]
    let run = Run(
      ["redact", "--policy", "public-release", input, "-o", folder.path("out")]
        + names.flatMap { ["--report", folder.path($0)] })
    #expect(run.code == .clean)
    for name in names {
      let text = folder.text(name) ?? ""
      #expect(text.contains("DCL-004"), "\(name)")
      #expect(!text.contains("canary") && !text.contains("pilots"))
      #expect(Self.mode(folder.path(name)) == 0o600)
    }
    #expect(folder.text("r.txt")?.contains("Release         RELEASED IN PART (b)(1) 1.4(d)\n") == true)
    #expect(folder.text("r.json")?.contains("\"disposition\": \"RELEASED IN PART\"") == true)
    for name in ["r.xml", "r.txt"] {
      #expect(
        Run("redact", "--policy", "privacy", input, "--propose", folder.path("d"), "--report", folder.path(name)).code
          == .usage)
    }
  }

  private static func mode(_ path: String) -> UInt32 {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
