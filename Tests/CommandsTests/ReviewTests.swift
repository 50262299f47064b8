import CommandTestSupport
import Commands
import TestSupport
import Testing

/// Decisions of a reviewer, given to redact.
@Suite("redact --review") struct ReviewTests {
  private let folder = TemporaryFolder()

  /// Writes a copy that the release profile finds wrong, and says so.
  private static let saying = """
    <policy name="saying" xmlns="urn:caveat:policy"><title>Saying</title>
    <exemption code="(b)(1) 1.4(d)"><justification>a</justification><harm>b</harm></exemption>
    <exemption code="(b)(5)"><justification>a</justification><harm>b</harm></exemption>
    <portions above="U" exemption="(b)(1) 1.4(d)"/>
    <copy profile="release" unfit="say"/></policy>
    """

  /// Withholds nothing that is proposed under a policy, and one word besides.
  private func releaseByReviewer(_ policy: String, _ input: String) -> Run {
    #expect(Run("redact", "--policy", policy, input, "--propose", folder.path("d.xml"), "--force").code == .clean)
    let proposed = folder.text("d.xml") ?? ""
    #expect(!proposed.contains("canary"))
    folder.write(
      "d2.xml",
      proposed.replacing("decision=\"accept\"", with: "decision=\"reject\"")
        .replacing("reviewer=\"\"", with: "reviewer=\"A. Reader\"")
        .replacing("</decisions>", with: "<add text=\"canary\" exemption=\"(b)(5)\"/></decisions>"))
    return Run("redact", "--policy", policy, input, "-o", folder.path("out"), "--review", folder.path("d2.xml"))
  }

  /// What the policy's profile calls an error holds a copy back, whoever decided on it.
  @Test func aReviewerMakesNoUnfitCopy() {
    let run = releaseByReviewer("public-release", folder.write("in", RedactTests.paper))
    #expect(run.code == .incomplete && folder.text("out") == nil)
    #expect(run.errors.contains("line 11 of the copy is not fit to go out (DCL-004"))
  }

  @Test func whatAReviewerDecidesIsDone() {
    let policy = folder.write("saying.xml", Self.saying)
    let run = releaseByReviewer(policy, folder.write("in", RedactTests.paper))
    #expect(run.code == .clean)
    #expect(folder.text("out")?.contains("The pilots wait for [(b)(5)].") == true)
    #expect(run.errors.contains("written all the same: line 9 of the copy is not fit to go out (DCL-004"))
    let other = folder.write("in2", RedactTests.paper + "\n")
    let refused = Run(
      "redact", "--policy", policy, other, "-o", folder.path("out2"), "--review", folder.path("d2.xml"))
    #expect(refused.code == .incomplete)
  }

  /// The ledger says who decided.
  @Test func decisionsHaveAReviewer() {
    let input = folder.write("in", RedactTests.paper)
    let words = ["redact", "--policy", "public-release", input]
    #expect(Run(words + ["--propose", folder.path("d.xml")]).code == .clean)
    let review = words + ["-o", folder.path("out"), "--review", folder.path("d.xml")]
    for name in ["", " "] {
      folder.write("d.xml", (folder.text("d.xml") ?? "").replacing("reviewer=\"\"", with: "reviewer=\"\(name)\""))
      let run = Run(review)
      #expect(run.code == .usage)
      #expect(run.errors.contains("d.xml:2:2: the reviewer has to give a name"), "\(run.errors)")
    }
    folder.write("d.xml", (folder.text("d.xml") ?? "").replacing("reviewer=\" \"", with: "reviewer=\"A. Reader\""))
    #expect(Run(review).code == .clean)
    #expect(Run("ledger", "check", folder.path("d.xml")).code == .usage)
  }
}
