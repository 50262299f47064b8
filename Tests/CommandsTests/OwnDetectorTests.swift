import CommandTestSupport
import Commands
import TestSupport
import Testing

@Suite("redact with detectors of the user's") struct OwnDetectorTests {
  private let folder = TemporaryFolder()

  /// A user's detector beside the standard ones; one whose examples do not hold is refused.
  @Test func aDetectorOfTheUsers() {
    let detector = """
      <?xml version="1.0" encoding="UTF-8"?>
      <detector id="basin-number" entity="BASIN" xmlns="urn:caveat:detector">
        <title>Basin numbers</title>
        <p>A letter and four digits.</p>
        <see>Office of Harbors</see>
        <form name="plain" base="90" context="90" against="90">
          <match>(?&lt;![A-Z])B-[0-9]{4}(?![0-9])</match>
        </form>
        <finds>In «B-1234» it is.</finds>
        <leaves>In B-12345 it is.</leaves>
      </detector>
      """
    let policy = """
      <policy name="basins" xmlns="urn:caveat:policy"><title>Basins</title><detect detector="basin-number"/></policy>
      """
    let words = [
      "redact", "--policy", folder.write("basins.xml", policy), folder.write("in", "The ice left B-2044 early.\n"),
      "-o",
      folder.path("out"), "--detectors",
    ]
    let run = Run(words + [folder.write("basin-number.xml", detector)])
    #expect(run.code == .clean, "\(run.errors)")
    #expect(folder.text("out") == "The ice left [withheld] early.\n")
    _ = folder.folder("b")
    let wrong = Run(
      words + [folder.write("b/basin-number.xml", detector.replacing("B-12345", with: "B-1235"))] + ["--force"])
    #expect(wrong.code == .usage)
    #expect(wrong.errors.contains("basin-number.xml:10:1: the detector does not find in this example"))
    #expect(Run(words.dropLast() + ["--force"]).code == .usage)
  }
}
