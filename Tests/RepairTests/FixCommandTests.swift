import CommandTestSupport
import Commands
import Glibc
import TestSupport
import Testing
import XMLKit

/// `caveat fix` over files.
@Suite struct FixCommandTests {
  private let memo = """
    SECRET

    MEMORANDUM FOR THE RECORD

    Date: 2016-03-01

    SUBJECT: (U) Harbor Scale

    1. (TS//NF) The ZEBRA plan is at the harbor.

    2. (S // NF) Another sentence about the ZEBRA.

    Classified By: John Doe, Director
    Derived From: Source Memo, 20150101
    Declassify On: 20400101

    SECRET

    """
  private let fixed = """
    TOP SECRET//NOFORN

    MEMORANDUM FOR THE RECORD

    Date: 2016-03-01

    SUBJECT: (U) Harbor Scale

    1. (TS//NF) The ZEBRA plan is at the harbor.

    2. (S//NF) Another sentence about the ZEBRA.

    Classified By: John Doe, Director
    Derived From: Source Memo, 20150101
    Declassify On: 20400101

    TOP SECRET//NOFORN

    """

  /// What is left in UTF-16 stands where `check` says, and is left because of that.
  @Test func utf16IsLeftAndSaysSo() {
    let folder = TemporaryFolder()
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in memo.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let path = folder.write("memo.txt", bytes)
    let run = Run("fix", "--dry-run", path, "--trail", folder.path("trail.xml"))
    #expect(run.text.contains("memo.txt:1:1: left: text in UTF-16"), "\(run.text)")
    #expect(run.text.contains("memo.txt:11:6: left: text in UTF-16"), "\(run.text)")
    #expect(!run.text.contains("certain"))
    #expect(folder.text("trail.xml")?.contains("line=\"11\" column=\"6\" reason=\"left-as-it-is\"") == true)
    #expect(folder.read("memo.txt") == bytes)
  }

  @Test func writesAndKeepsMode() throws {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    #expect(unsafe chmod(path, 0o640) == 0)
    let run = Run("fix", "--write", path)
    #expect(run.code == .clean, "\(run.text)\(run.errors)")
    #expect(folder.text("memo.txt") == fixed)
    #expect(mode(path) == 0o640)
    #expect(folder.names == ["memo.txt"])
    let again = Run("fix", "--write", path)
    #expect(again.code == .clean)
    #expect(again.text.isEmpty)
    #expect(folder.text("memo.txt") == fixed)
  }

  @Test(arguments: [[], ["--diff"], ["--dry-run"]]) func writesNothingUnasked(_ options: [String]) {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    let run = Run(["fix"] + options + [path])
    #expect(run.code == .findings)
    #expect(folder.text("memo.txt") == memo)
    #expect(run.text.contains("TOP SECRET//NOFORN"))
    #expect(!(run.text + run.errors).contains("ZEBRA"))
    #expect(Run(["fix", "--fail-on", "never"] + options + [path]).code == .clean)
  }

  /// `patch` makes the same of a file as `--write`, where the diff may show everything.
  @Test(arguments: ["\n", "\r\n"]) func diffCanBeApplied(_ end: String) throws {
    let folder = TemporaryFolder()
    let text = memo.replacing("\n", with: end)
    let path = folder.write("memo.txt", text)
    let run = Run("fix", "--show-text", path)
    _ = folder.write("diff", run.output)
    #expect(run.text.contains("ZEBRA"))
    #expect(unsafe system("cd '\(folder.path)' && patch --binary -s -p0 memo.txt < diff") == 0)
    #expect(folder.text("memo.txt") == fixed.replacing("\n", with: end))
  }

  @Test func selectsWhatIsRepaired() {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    #expect(Run("fix", "--write", "--select", "SYN", path).code == .findings)
    #expect(folder.text("memo.txt") == memo.replacing("(S // NF)", with: "(S//NF)"))
    #expect(Run("fix", "--select", "SYM", path).code == .usage)
  }

  @Test func linkStaysAndItsTargetIsReplaced() {
    let folder = TemporaryFolder()
    let target = folder.write("memo.txt", memo)
    let link = folder.path + "/link.txt"
    #expect(unsafe symlink("memo.txt", link) == 0)
    #expect(Run("fix", "--write", link).code == .clean)
    #expect(folder.text("memo.txt") == fixed)
    var status = stat()
    #expect(unsafe lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(mode(target) == 0o600 || mode(target) == 0o644)
  }

  @Test func otherNamesKeepWhatTheyHad() {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    #expect(unsafe Glibc.link(path, folder.path + "/other.txt") == 0)
    let run = Run("fix", "--write", path)
    #expect(run.errors.contains("hard links"))
    #expect(folder.text("memo.txt") == fixed)
    #expect(folder.text("other.txt") == memo)
  }

  @Test func protectedFileIsLeft() {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    #expect(unsafe chmod(path, 0o444) == 0)
    let run = Run("fix", "--write", path)
    #expect(run.code == .incomplete)
    #expect(run.errors.contains("write-protected"))
    #expect(folder.text("memo.txt") == memo)
  }

  @Test func whatCannotBeReadIsSaid() {
    let folder = TemporaryFolder()
    let binary = folder.write("binary", [0, 1, 2, 3])
    #expect(Run("fix", binary).code == .incomplete)
    #expect(Run("fix", folder.path + "/nothing.txt").code == .incomplete)
    #expect(Run("fix", "--write", "-").code == .usage)
    #expect(Run("fix", "--write", "--dry-run", binary).code == .usage)
  }

  @Test func standardInputIsShown() {
    let run = Run(["fix", "-"], input: Array(memo.utf8))
    #expect(run.code == .findings)
    #expect(run.text.contains("+TOP SECRET//NOFORN"))
  }

  /// What is known or let pass is not repaired.
  @Test func baselineIsRespected() {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    let baseline = folder.path + "/known"
    #expect(Run("baseline", "write", "--no-config", "--baseline", baseline, path).code == .clean)
    let run = Run("fix", "--no-config", "--write", "--baseline", baseline, path)
    #expect(run.code == .clean, "\(run.errors)")
    #expect(folder.text("memo.txt") == memo)
  }

  @Test func trailHoldsEachChangeAndNoText() throws {
    let folder = TemporaryFolder()
    let path = folder.write("memo.txt", memo)
    let trail = folder.path + "/trail.xml"
    let run = Run("fix", "--write", "--timestamp", "2020-01-01T00:00:00Z", "--trail", trail, path)
    #expect(run.code == .clean)
    let text = try #require(folder.text("trail.xml"))
    for words in [
      "<old>SECRET</old>", "<new>TOP SECRET//NOFORN</new>", "made=\"2020-01-01T00:00:00Z\"", "written=\"true\"",
      "assertion=\"CLS-001-a\"",
    ] { #expect(text.contains(words)) }
    #expect(!text.contains("ZEBRA"))
    let grammar = try Golden.bytes("Reports/caveat-fix.rng")
    let relax = try RelaxNG(grammar: grammar.span)
    let bytes = Array(text.utf8)
    let tree = try XMLTree(parsing: bytes.span)
    #expect(try relax.problems(in: tree).isEmpty)
    #expect(Run("fix", "--trail", path, path).code == .usage)
  }

  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
