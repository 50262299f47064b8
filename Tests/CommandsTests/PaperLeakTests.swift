import CommandTestSupport
import Commands
import Testing

/// Words that stand in the place of a marking and are none may be words of the document: no report repeats them.
@Suite("Reports of papers repeat no words") struct PaperLeakTests {
  private static let paper = """
    SECRET//CANARY MEETS CANARY//NOFORN

    DEPARTMENT OF GOOD WORKS

    3 May 2016

    SUBJECT: (U) Ice

    1. (S//CANARY PAID) The basin is free.

    2. (S//REL TO USA, CANARY) It is.

    3. (SECRET CANARY) So it is.

    DISTRIBUTION STATEMENT C. Authorized to CANARY.

    SECRET//CANARY MEETS CANARY//NOFORN

    """

  @Test(arguments: ["text", "xml", "svrl", "json"])
  func inNoForm(_ format: String) {
    let run = Run("check", "--format", format, "-", input: Array(Self.paper.utf8))
    #expect(run.code == .findings)
    #expect(!run.text.contains("CANARY"))
  }

  @Test func notOnTheScreen() {
    let run = Run("check", "-", input: Array(Self.paper.utf8))
    #expect(run.text.contains("SYN-012"))
    #expect(!run.text.contains("CANARY"))
  }
}
