import CommandTestSupport
import Commands
import FoundationEssentials
import TestSupport
import Testing
import XMLKit

@Suite("Audit diff and reports") struct AuditDiffTests {
  let folder = AuditFolder()

  @Test func findingsAreNewFixedOrUnchanged() throws {
    let old = folder.path + "/old.sqlite"
    let new = folder.path + "/new.sqlite"
    try folder.write("in/fixed.txt", Cable.wrong.utf8)
    try folder.write("in/moved.txt", Cable.wrong.utf8)
    try folder.write("in/gone.txt", Cable.clean.utf8)
    try folder.write("in/worse.txt", Cable.clean.utf8)
    _ = folder.run("audit", "--into", old, folder.path + "/in")
    try folder.write("in/fixed.txt", Cable.clean.utf8)
    // The same findings, a line further down.
    try folder.write("in/moved.txt", Cable.wrong.replacing("\nE.O.", with: "\n\nE.O.").utf8)
    try folder.write("in/worse.txt", Cable.wrong.utf8)
    _ = folder.run("audit", "--into", new, "--exclude", "*gone*", folder.path + "/in")
    let errors = try folder.rows(old, "SELECT count(*) FROM findings WHERE severity = 'error'")
    let same = folder.run("audit", "diff", old, old)
    #expect(same.code == .clean && same.text.contains("0 new: 0 errors") && same.text.contains("0 fixed"))
    let diff = folder.run("audit", "diff", old, new)
    #expect(diff.code == .findings)
    #expect(errors == ["4"])
    #expect(diff.text.contains("new: 2 errors") && diff.text.contains("fixed: 2 errors"), "\(diff.text)")
    #expect(diff.text.contains("unchanged: 2 errors"), "\(diff.text)")
    #expect(diff.text.contains("0 documents added, 1 gone, 3 in both"))
    #expect(folder.run("audit", "diff", "--fail-on", "never", old, new).code == .clean)
  }

  @Test func viewsAnswerByName() throws {
    try folder.write("in/a.txt", Cable.wrong.utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run("audit", "--into", file, folder.path + "/in")
    let names = folder.run("audit", "query", file)
    for name in [
      "by-rule", "by-severity", "by-post", "by-year", "by-form", "without-level", "level-differs", "most-frequent",
      "unreadable",
    ] {
      #expect(names.text.contains("\n" + name) || names.text.hasPrefix(name))
      for format in ["text", "csv", "json"] {
        #expect(folder.run("audit", "query", file, name, "--format", format).code == .clean)
      }
    }
    #expect(folder.run("audit", "query", file, "nothing").code == .usage)
    #expect(try folder.run("audit", "report", folder.write("no.sqlite", "text".utf8)).code == .usage)
  }

  @Test func theReportsAreWhatTheySay() throws {
    try folder.write("in/a<b>&\"'.txt", Cable.wrong.utf8)
    try folder.write("in/line\nbreak.txt", Cable.wrong.utf8)
    try folder.write("in/=1+1.txt", Cable.wrong.utf8)
    let file = folder.path + "/a.sqlite"
    _ = folder.run("audit", "--into", file, folder.path + "/in")
    let xml = Array(folder.run("audit", "report", file, "--format", "xml").text.utf8)
    let grammarBytes = try Golden.bytes("Reports/caveat-audit.rng")
    let grammar = try RelaxNG(grammar: grammarBytes.span)
    let tree = try XMLTree(parsing: xml.span)
    let problems = try grammar.problems(in: tree)
    #expect(problems.isEmpty)
    let json = Array(folder.run("audit", "report", file, "--format", "json").text.utf8)
    let report = try JSONDecoder().decode(Report.self, from: Data(json))
    #expect(report.documents.map(\.findings.count) == [3, 3, 3])
    // Well-formed, so that nothing of a name stands outside its place; and nothing is asked for from elsewhere.
    let page = folder.run("audit", "report", file, "--format", "html").text
    let start = try #require(page.firstRange(of: "<body>")).lowerBound
    let end = try #require(page.firstRange(of: "<script>")).lowerBound
    let body = Array((page[start..<end] + "</body>").utf8)
    #expect(throws: Never.self) { _ = try XMLTree(parsing: body.span) }
    #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url(") && !page.contains("@import"))
    #expect(page.contains("a&lt;b&gt;&amp;") && page.contains("line\\u{A}break"))
    let csv = folder.run("audit", "report", file, "--format", "csv").text
    #expect(csv.split(separator: "\r\n").count == 10 && csv.contains(folder.path))
  }

  private struct Report: Decodable {
    struct Document: Decodable {
      struct Finding: Decodable { var rule: String }
      var findings: [Finding]
    }

    var documents: [Document]
  }
}
