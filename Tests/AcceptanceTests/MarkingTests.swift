import FoundationEssentials
import TestSupport
import Testing

/// Single markings from the reference, through `caveat marking` (`markings.tsv`).
///
/// The verdict is `ok` (no error, no warning), `valid` (no error), or the severity and a rule that is among those that are
/// reported; `any` leaves the severity open, and `alone` is the one error that there is. Where a canonical form is given it is the answer's.
struct AcceptanceMarkingTests {
  private struct Answer: Decodable {
    var text: String
    var canonical: String?
    var findings: [Finding]

    struct Finding: Decodable {
      var rule: String
      var severity: String
      var offset: Int
      var length: Int
    }

    func rules(_ severity: String) -> Set<String> {
      Set(findings.filter { $0.severity == severity }.map(\.rule))
    }
  }

  @Test func markingsAreJudgedByTheReference() throws {
    let rows = Table.rows("markings.tsv")
    #expect(rows.count > 500)
    let folder = try Scratch()
    for group in Dictionary(grouping: rows, by: { [$0[0], $0[1]] }).values {
      let date = group[0][1].isEmpty ? [] : ["--date", group[0][1]]
      let words = ["marking", "--profile", group[0][0], "--format", "json"] + date + ["-"]
      let lines = try folder.output(of: words, input: group.map { $0[2] + "\n" }.joined()).split(separator: 0x0A)
      try #require(lines.count == group.count, "\(group[0][0])")
      for (row, line) in zip(group, lines) {
        let answer = try JSONDecoder().decode(Answer.self, from: Data(line))
        let (errors, warnings) = (answer.rules("error"), answer.rules("warning"))
        let verdict = row[3].split(separator: " ").map(String.init)
        let isRight =
          switch verdict[0] {
          case "ok": errors.isEmpty && warnings.isEmpty
          case "valid": errors.isEmpty
          case "alone": errors == [verdict[1]] && answer.findings.count { $0.severity == "error" } == 1
          case "warning": errors.isEmpty && warnings.contains(verdict[1])
          case "error": errors.contains(verdict[1])
          default: errors.union(warnings).contains(verdict[1])
          }
        #expect(isRight, "\(row): \(errors) \(warnings)")
        if !row[4].isEmpty { #expect(answer.canonical == row[4], "\(row)") }
        let length = row[2].utf8.count
        #expect(answer.findings.allSatisfy { $0.offset >= 0 && $0.offset + $0.length <= length }, "\(row)")
      }
    }
  }
}
