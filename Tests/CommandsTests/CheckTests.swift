import CommandTestSupport
import Commands
import Testing

@Suite("check") struct CheckTests {
  private let folder = TemporaryFolder()

  @Test func theExitCodeFollowsTheSeverity() {
    let clean = folder.write("clean", Cable.clean)
    let wrong = folder.write("wrong", Cable.wrong)
    #expect(Run("check", clean).code == .clean)
    #expect(Run("check", wrong).code == .findings)
    #expect(Run("check", clean, wrong).code == .findings)
    #expect(Run("check", "--fail-on", "never", wrong).code == .clean)
    #expect(Run("check", "--fail-on", "info", wrong).code == .findings)
    #expect(Run("check", "--select", "WIR", "--fail-on", "info", wrong).code == .clean)
  }

  @Test func standardInputIsAnInput() {
    let run = Run("check", "--form", "drafted", "-", input: Array(Cable.wrong.utf8))
    #expect(run.code == .findings)
    #expect(run.text.hasPrefix("-\n"))
    #expect(run.errors.isEmpty)
    #expect(Run("check", "-", "-").code == .usage)
  }

  @Test func severalReportsOfOneRun() {
    let wrong = folder.write("wrong", Cable.wrong)
    let run = Run(
      "check", "--format", "text", "--format", "xml", "--output", folder.path("r.xml"), "--format", "json", "--output",
      folder.path("r.json"), wrong)
    #expect(run.code == .findings)
    #expect(run.text.hasPrefix("CAVEAT COMPLIANCE REPORT"))
    #expect(folder.text("r.xml")?.hasPrefix("<?xml") == true)
    #expect(folder.text("r.json")?.hasPrefix("{") == true)
    #expect(folder.names == ["r.json", "r.xml", "wrong"])
  }

  @Test func withoutAFormatItIsShortOnAScreenAndCompleteInAFile() {
    let clean = folder.write("clean", Cable.clean)
    #expect(Run("check", clean).text.hasPrefix(clean))
    #expect(Run("check", "--output", folder.path("r"), clean).output.isEmpty)
    #expect(folder.text("r")?.hasPrefix("CAVEAT COMPLIANCE REPORT") == true)
  }

  @Test func theSameInputGivesTheSameReport() {
    let wrong = folder.write("wrong", Cable.wrong)
    for format in ["text", "xml", "svrl", "json"] {
      #expect(Run("check", "--format", format, wrong).output == Run("check", "--format", format, wrong).output)
    }
  }

  @Test func timeOnlyWhereItIsAskedFor() {
    let clean = folder.write("clean", Cable.clean)
    let words = ["check", "--format", "json", clean]
    #expect(!Run(words).text.contains("2009-12-14"))
    #expect(Run(words, environment: ["SOURCE_DATE_EPOCH": "1260757980"]).text.contains("2009-12-14T02:33:00Z"))
    for time in ["2009-12-14T02:33:00Z", "1260757980"] {
      #expect(Run(words + ["--timestamp", time]).text.contains("2009-12-14T02:33:00Z"))
    }
    #expect(Run(words + ["--timestamp", "now"]).code == .clean)
    for time in ["yesterday", "2009-02-29T00:00:00Z", "2009-12-14", "-1", "99999999999999999999"] {
      #expect(Run(words + ["--timestamp=" + time]).code == .usage)
    }
    #expect(Run(words, environment: ["SOURCE_DATE_EPOCH": "soon"]).code == .usage)
  }

  @Test func colourOnlyWhereItIsAskedFor() {
    let wrong = folder.write("wrong", Cable.wrong)
    #expect(!Run("check", wrong).text.contains("\u{1B}"))
    #expect(Run("check", "--color", "always", wrong).text.contains("\u{1B}"))
    #expect(Run(["check", "--color", "always", wrong], environment: ["NO_COLOR": "1"]).text.contains("\u{1B}"))
    #expect(!Run("check", "--color", "never", wrong).text.contains("\u{1B}"))
  }

  @Test func anIDThatDoesNotExistIsWrongUse() {
    let clean = folder.write("clean", Cable.clean)
    for option in ["--select", "--ignore"] {
      let run = Run("check", option, "CAP-0003", clean)
      #expect(run.code == .usage)
      #expect(run.notes == ["caveat: \(option): there is no rule 'CAP-0003'; did you mean 'CAP-003'?"])
      #expect(run.output.isEmpty)
    }
    #expect(Run("check", "--select", "CAP,LIN-001", "--ignore", "NRM", clean).code == .clean)
    #expect(Run("check", "--profile", "stat", clean).code == .usage)
  }

  @Test func aTextThatIsNoCableIsNoted() {
    let run = Run("check", folder.write("note", "Buy milk.\n"))
    #expect(run.code == .clean)
    #expect(run.text.contains("UNMARKED"))
    #expect(run.notes.count == 1)
    #expect(run.errors.contains("neither a cable nor a marked document"))
  }

  @Test func namesOfFilesCannotMoveTheCursor() {
    let path = folder.write("a\u{1B}[2Jb\nc", "")
    let run = Run("check", path)
    #expect(run.code == .incomplete)
    #expect(run.notes.count == 1)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.text.contains("\u{1B}"))
  }
}
