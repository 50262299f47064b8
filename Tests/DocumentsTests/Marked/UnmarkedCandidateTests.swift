import Documents
import MarkingModel
import TestSupport
import Testing

/// What is a portion without a mark only beside others of its kind that have one.
@Suite("Portions that have to be marked beside others")
struct UnmarkedCandidateTests {
  /// The lines of the portions without a mark in a paper, from the first below its subject on.
  private func unmarked(_ body: String) throws -> [Int] {
    try read(FictionalPaper.text(body, subject: "Subj:  (U) Harbor depth", first: "")).nodes
      .filter { $0.name == .unmarked }.map { $0.position.line - 8 }
  }

  @Test(
    "a heading needs a mark where others of its size have one",
    arguments: [
      ("# Ice\n\n(S//NF) The ice is thick.\n\n# (U) Quay\n\n(U) The quay is closed.", [1]),
      ("# (U) Ice\n\n(S//NF) The ice is thick.\n\n## Quay\n\n(U) The quay is closed.", []),
      ("# Ice\n\n(S//NF) The ice is thick.\n\n# Quay\n\n(U) The quay is closed.", []),
      ("# (U) Ice\n\n(S//NF) The ice is thick.\n\n# Department of Good Works\n\n(U) The quay is closed.", []),
      ("# (U) Ice\n\n(S//NF) The ice is thick.\n\n# References\n\n(U) Harbor guide of the year.", []),
      ("# (U) Ice\n\n(S//NF) Ice.\n\n# Quay\n\n(U) Quay.\n\n# Mole\n\n(U) Mole.\n\n# Lamp\n\n(U) Lamp.", []),
    ] as [(String, [Int])])
  func headings(_ body: String, _ lines: [Int]) throws { #expect(try unmarked(body) == lines) }

  @Test(
    "a cell with a text needs a mark where others of its column have one",
    arguments: [
      ("| (S//NF) The ice is thick. | (U) x |\n| The quay is closed to all of the pilots. | (U) x |", [2]),
      ("| (S//NF) The ice is thick. | (U) x |\n| Quay | (U) x |", []),
      ("| (S//NF) Ice. | x |\n| (U) Quay. | The quay is closed to all of the pilots. |", []),
      ("| (S//NF) Ice. | x |\n\n| The quay is closed to all of the pilots. | y |", []),
    ] as [(String, [Int])])
  func cells(_ table: String, _ lines: [Int]) throws {
    #expect(try unmarked("(U) Table\n\n" + table) == lines.map { $0 + 2 })
  }

  @Test(
    "a sentence of a few words is a portion between others",
    arguments: [
      ("He knew it.", [3]), ("The bomb is here.", [3]), ("Nothing follows.", []), ("None.", []), ("Thank you.", []),
      ("John Q. Roe", []), ("The Harbor Board.", []), ("This page is blank.", []), ("The quay:", []),
    ] as [(String, [Int])])
  func brief(_ text: String, _ lines: [Int]) throws {
    #expect(try unmarked("(S//NF) The ice is thick.\n\n\(text)\n\n(U) The quay is closed.") == lines)
    #expect(try unmarked("(S//NF) The ice is thick.\n\n\(text)") == [])
  }

  @Test(
    "a note is a portion, what it cites is none",
    arguments: [
      ("[1] The quay is closed to all of the pilots of the port.", [3]),
      ("[1] Roe, Jane, The quays of the north and of the south.", []),
      ("[1] See the guide of the harbor for the depth of each berth.", []),
      ("[1] The guide of the harbor says on page 12 how deep it is.", []), ("[1] Harbor guide", []),
      ("[1] (U) The quay is closed to all of the pilots of the port.", []),
    ] as [(String, [Int])])
  func notes(_ note: String, _ lines: [Int]) throws {
    #expect(try unmarked("(S//NF) The ice is thick.[1]\n\n\(note)\n\n(U) The end.") == lines)
  }

  @Test(
    "the blocks of a page are portions as those of a text are",
    arguments: [
      ("<ul><li>(S//NF) The ice is thick.</li><li>The quay is closed to all.</li></ul>", ["item false"]),
      (
        "<p>(S//NF) Of note:</p><ul><li>The quay is closed to all.</li><li>The ice is thick.</li></ul>",
        ["item true", "item true"]
      ),
      ("<ul><li><p>(S//NF) The ice is thick.</p></li><li><p>The quay is closed to all.</p></li></ul>", ["item false"]),
      ("<ul><li>(S//NF) Of note:<ul><li>The quay is closed to all.</li></ul></li></ul>", ["item true"]),
      ("<ol><li>1. (S//NF) The ice is thick.</li><li>a. (U) The quay is closed.</li></ol>", []),
      ("<dl><dt>(U) Ice</dt><dd>The quay is closed to all of the pilots.</dd></dl>", ["paragraph false"]),
      (
        "<table><tr><td>(S//NF) The ice is thick.</td></tr><tr><td>The quay is closed to all of the pilots.</td></tr></table>",
        ["paragraph false"]
      ),
      ("<h2>Ice</h2><p>(S//NF) The ice is thick.</p><h2>(U) Quay</h2><p>(U) The quay is closed.</p>", ["title false"]),
      ("<h2>Ice</h2><p>(S//NF) The ice is thick.</p><h2>Quay</h2><p>(U) The quay is closed.</p>", []),
    ] as [(String, [String])])
  func blocksOfPages(_ body: String, _ found: [String]) throws {
    let document = try read(
      "<html><body><h1>SECRET//NOFORN</h1><p>DEPARTMENT OF GOOD WORKS</p><p>Date: 2016-05-03</p>\(body)"
        + "<dl><dt>Classified By:</dt><dd>Jane Doe, Chief, Office of Harbors</dd><dt>Derived From:</dt>"
        + "<dd>Harbor Guide No. 1, dated 20150110</dd><dt>Declassify On:</dt><dd>20400503</dd></dl>"
        + "<h1>SECRET//NOFORN</h1></body></html>")
    #expect(document.table(.unmarked, .kind, .covered) == found)
    #expect(document.nodes(named: .authorityBlock).count == 1)
    #expect(document.root(.banners) == "2")
  }
}
