import CommandTestSupport
import Commands
import Glibc
import Testing

/// Baselines, suppressions and revisions: what was known does not count, and stays in every report.
@Suite("Living with findings") struct BaselineTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String..., environment: [String: String] = [:]) -> Run {
    Run(words, environment: environment, folder: folder.path)
  }

  private func baseline() -> [String] {
    (folder.text("b") ?? "").split(separator: "\n").map(String.init)
  }

  @Test func whatIsKnownDoesNotCount() {
    let paper = folder.write("paper.txt", Paper.wrong)
    #expect(run("check", paper).code == .findings)
    #expect(run("baseline", "write", "--baseline", folder.path("b"), paper).code == .clean)
    let before = baseline()
    #expect(before[0] == "caveat-baseline 1 sha256")
    #expect(before.dropFirst().allSatisfy { $0.hasSuffix(" paper.txt") })
    let known = run("check", "--baseline", folder.path("b"), "--format", "json", paper)
    #expect(known.code == .clean)
    #expect(known.text.contains("\"errors\": 0"))
    #expect(known.text.contains("\"baseline\": \"unchanged\""))
    #expect(!known.text.contains("\"baseline\": \"new\""))
    // Edited elsewhere it stays so; with one more error it does not.
    folder.write("paper.txt", Paper.wrong.replacing("1. (U)", with: "\n1. (U) More.\n\n1. (U)"))
    #expect(run("check", "--fail-on", "warning", "--baseline", folder.path("b"), paper).code == .clean)
    folder.write("paper.txt", Paper.wrong.replacing("3. (TS) It", with: "3. (TS//NFORN) It"))
    #expect(run("check", "--baseline", folder.path("b"), paper).code == .findings)
    // Written again it is the same file: nothing depends on the moment.
    folder.write("paper.txt", Paper.wrong)
    #expect(run("baseline", "write", "--baseline", folder.path("b"), paper).code == .clean)
    #expect(baseline() == before)
  }

  @Test func pruningOnlyTakesAway() {
    let first = folder.write("first.txt", Paper.wrong)
    let second = folder.write("second.txt", Paper.wrong)
    let third = folder.write("third.txt", Paper.wrong)
    #expect(run("baseline", "write", "--baseline", folder.path("b"), first, second, third).code == .clean)
    let all = baseline()
    folder.write("first.txt", Paper.wrong.replacing("3. (TS)", with: "3. (S)"))
    folder.write("second.txt", Paper.wrong.replacing("1. (U)", with: "1. (TS)"))
    unsafe unlink(third)
    #expect(run("baseline", "prune", "--baseline", folder.path("b"), first).code == .clean)
    let left = baseline()
    #expect(Set(left).isStrictSubset(of: all))
    #expect(left.filter { $0.hasSuffix(" second.txt") } == all.filter { $0.hasSuffix(" second.txt") })
    #expect(!left.contains { $0.hasSuffix(" third.txt") })
    #expect(left.contains { $0.hasSuffix(" first.txt") })
    #expect(run("baseline", "prune", "--baseline", folder.path("none"), first).code == .usage)
  }

  /// Lines of two branches put together in any order are a baseline.
  @Test func mergedLinesAreABaseline() {
    let first = folder.write("first.txt", Paper.wrong)
    let second = folder.write("second.txt", Paper.wrong)
    _ = run("baseline", "write", "--baseline", folder.path("b"), first)
    let one = folder.text("b") ?? ""
    _ = run("baseline", "write", "--baseline", folder.path("b"), second)
    folder.write("b", one + (folder.text("b") ?? "").split(separator: "\n").reversed().joined(separator: "\n"))
    // The title of the second stands in the middle now.
    #expect(run("check", "--baseline", folder.path("b"), first, second).code == .clean)
    folder.write("b", one + "<<<<<<< HEAD\n")
    let broken = run("check", "--baseline", folder.path("b"), first)
    #expect(broken.code == .usage)
    #expect(broken.errors.contains("/b:\(one.split(separator: "\n").count + 1):1: "))
  }

  @Test func aKeyIsKept() {
    let paper = folder.write("paper.txt", Paper.wrong)
    let key = folder.write("key", "sixteen bytes or more")
    #expect(run("baseline", "write", "--baseline", folder.path("b"), "--fingerprint-key", key, paper).code == .clean)
    #expect(baseline()[0].hasPrefix("caveat-baseline 1 hmac-sha256:"))
    #expect(run("check", "--baseline", folder.path("b"), "--fingerprint-key", key, paper).code == .clean)
    #expect(run("check", "--baseline", folder.path("b"), paper).code == .usage)
    #expect(run("check", "--fingerprint-key", folder.write("short", "short"), paper).code == .usage)
  }

  private func suppressions(_ entries: String) -> String {
    folder.write("s.xml", "<suppressions xmlns=\"urn:caveat:suppressions:1\">\n\(entries)\n</suppressions>\n")
  }

  private func entry(
    rule: String = "DIS-030", file: String = "paper.txt", place: String = "", owner: String = "J. Morris",
    expires: String = "2027-01-31", reason: String = "It goes to nobody else."
  ) -> String {
    "<suppression rule=\"\(rule)\" file=\"\(file)\"\(place.isEmpty ? "" : " place=\"\(place)\"") owner=\"\(owner)\""
      + " expires=\"\(expires)\">\(reason)</suppression>"
  }

  /// The rules of findings that count, with their number.
  private func counting(_ report: String) -> [String: Int] {
    report.split(separator: "\n").reduce(into: [:]) { counts, line in
      guard line.hasPrefix("::"), !line.contains("::["), let at = line.firstRange(of: "title=") else { return }
      counts[String(line[at.upperBound...].prefix { $0 != ":" }), default: 0] += 1
    }
  }

  private func check(_ entries: String..., more: [String] = [], today: String = "2026-06-01T00:00:00Z") -> (
    counts: [String: Int], run: Run
  ) {
    let paper = folder.write("paper.txt", Paper.wrong)
    let file = suppressions(entries.joined(separator: "\n"))
    let words = ["check", "--format", "github", "--suppressions", file, "--timestamp", today, "--fail-on", "info"]
    let run = Run(words + more + [paper], folder: folder.path)
    return (counting(run.text), run)
  }

  @Test func whatIsSuppressedDoesNotCount() {
    let before = check()
    let number = before.counts["DIS-030"] ?? 0
    #expect(number > 0)
    let all = check(entry())
    #expect(all.counts["DIS-030"] == nil)
    #expect(all.run.text.contains("[suppressed until 2027-01-31 by J. Morris: It goes to nobody else.]"))
    #expect(check(entry(rule: "DIS-030-a")).counts["DIS-030"] == nil)
    #expect(check(entry(file: "*.txt")).counts["DIS-030"] == nil)
    #expect(check(entry(place: "/document/marking")).counts["DIS-030"] == nil)
    #expect(check(entry(place: "/document[1]/marking[99]")).counts["DIS-030"] == number)
    #expect(check(entry(), more: ["--no-suppressions"]).counts == before.counts)
  }

  @Test func suppressionsAreJudged() {
    #expect(check(entry()).counts.keys.allSatisfy { !$0.hasPrefix("SUP") })
    let number = check().counts["DIS-030"]
    let expired = check(entry(), today: "2027-02-01T00:00:00Z")
    #expect(expired.counts["SUP-001"] == 1 && expired.counts["DIS-030"] == number)
    #expect(expired.run.text.contains("file=s.xml,line=2,col=2,title=SUP-001"))
    #expect(check(entry(), today: "2027-01-31T23:59:59Z").counts["SUP-001"] == nil)
    #expect(check(entry(rule: "CAP-003")).counts["SUP-002"] == nil)
    #expect(check(entry(rule: "DIS-030", place: "/document/caption")).counts["SUP-002"] == 1)
    #expect(check(entry(file: "gone.txt")).counts["SUP-002"] == 1)
    // A rule that did not run says nothing of its suppressions.
    #expect(check(entry(rule: "DIS-001"), more: ["--select", "CLS"]).counts["SUP-002"] == nil)
    for unexplained in [entry(reason: " "), entry(owner: "")] {
      let checked = check(unexplained)
      #expect(checked.counts["SUP-003"] == 1 && checked.counts["DIS-030"] == number)
    }
    #expect(check().run.code == .findings)
  }

  @Test(arguments: [
    (
      "<suppression rule='CAP-0003' file='a' expires='2027-01-31'/>",
      "2:20: there is no rule “CAP-0003”; did you mean “CAP-003”?"
    ),
    ("<suppression rule='DIS-030' file='a' expires='soon'/>", "2:47: “soon” is no day"),
    ("<suppression rule='DIS-030' file='a'/>", "2:2: <suppression> needs the attribute “expires”"),
    ("<supression/>", "2:2: <suppressions> has no <supression>; did you mean “suppression”?"),
    (
      "<suppression rule='DIS-030' files='a' expires='2027-01-31'/>",
      "2:29: <suppression> has no attribute “files”; did you mean “file”?"
    ),
  ]) func mistakesHaveTheirPlace(_ entry: String, _ message: String) {
    let run = check(entry).run
    #expect(run.code == .usage)
    #expect(run.errors.contains("s.xml:" + message), "\(run.errors)")
  }

  /// Every reader of a side file is told where the file of suppressions stands: it is no document.
  @Test func ownFilesAreNoDocuments() {
    folder.write("paper.txt", Paper.wrong)
    let file = suppressions(entry())
    _ = run("baseline", "write", "--baseline", folder.path("b"), "--suppressions", file, folder.path)
    let checked = run(
      "check", "--baseline", folder.path("b"), "--suppressions", file, "--timestamp", "2026-06-01T00:00:00Z",
      "--format", "json", folder.path)
    #expect(checked.code == .clean)
    #expect(checked.text.contains("\"documents\": 2"))
    #expect(checked.errors.isEmpty, "\(checked.errors)")
  }
}
