import CommandTestSupport
import Commands
import Testing

/// Lists, policies and options of a release that are wrong.
@Suite struct ReleaseSettingsTests {
  private let folder = TemporaryFolder()

  /// What is wrong with the settings is not the document's fault, and is said with the file or option that it stands in.
  @Test func wrongSettingsAreWrongUse() {
    let input = folder.write("in", RedactTests.paper)
    let first = folder.write("first", "term: ice => (b)(6)\n")
    let second = folder.write("second", "# seekers\nterm: pilots => (b)(99)\n")
    let lists = Run(
      "redact", "--policy", "public-release", input, "-o", folder.path("out"), "--terms", first, "--terms", second)
    #expect(lists.code == .usage)
    #expect(lists.errors.contains("second: line 2:"), "\(lists.errors)")
    let keyed = folder.write(
      "keyed.xml",
      """
      <policy name="keyed" xmlns="urn:caveat:policy"><title>Ice</title>
      <exemption code="(b)(6)"><justification>Ice.</justification><harm>Ice.</harm></exemption>
      <terms exemption="(b)(6)" replace="keyed"/></policy>
      """)
    let run = Run("redact", "--policy", keyed, input, "-o", folder.path("out"), "--terms", first)
    #expect(run.code == .usage)
    #expect(run.errors.contains("--key") && !run.errors.contains(input), "\(run.errors)")
    #expect(TemporaryFolder.read(path: folder.path("out")) == nil)
  }
}
