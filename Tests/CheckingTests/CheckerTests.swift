import Checking
import MarkingModel
import RuleEngine
import StandardRules
import Testing

@Suite struct CheckerTests {
  private static let texts = [
    "SECRET//NOFORN\n\n(S//NF) One.\n\n(TS//SI//NF) Two.\n\nSECRET//NOFORN\n",
    "UNCLASSIFIED\n\n(U) One.\n\nUNCLASSIFIED\n",
    "UNCLAS STATE 000123\n\nE.O. 12958: N/A\nTAGS: PREL, CB\nSUBJECT: HARBORS\n\n1. (SBU) One.\n\n3. (C) Two.\n\nRICE\n",
    "Nothing is marked here.\n",
  ]

  private static func check(_ checker: Checker, _ text: String) throws -> Checker.Checked {
    let bytes = Array(text.utf8)
    return try checker.check(bytes.span)
  }

  @Test func manyThreadsGetWhatOneGets() async throws {
    let alone = try Self.texts.map { try Self.check(Checker(profile: nil), $0).result }
    #expect(alone.contains { !$0.findings.isEmpty })
    let checker = try Checker(profile: nil)
    try await withThrowingTaskGroup(of: (Int, CheckResult).self) { group in
      for round in 0..<40 {
        let index = round % Self.texts.count
        group.addTask { (index, try Self.check(checker, Self.texts[index]).result) }
      }
      for try await (index, result) in group {
        #expect(result.findings == alone[index].findings)
        #expect(result.rules == alone[index].rules)
      }
    }
  }

  @Test func theProfileIsChosenByTheDocumentOrNamed() throws {
    let chosen = try Checker(profile: nil)
    #expect(try Self.texts.map { try Self.check(chosen, $0).rules.profile } == ["ic", "ic", "state", "state"])
    let named = try Checker(profile: "dod")
    #expect(try Self.check(named, Self.texts[0]).rules.profile == "dod")
    #expect(named.firstRules.profile == "dod")
    // The rules for cables say nothing of papers.
    #expect(try Self.check(Checker(profile: "state"), Self.texts[0]).rules.profile == "state-papers")
  }

  @Test func aProfileThatIsNotThereIsRefused() {
    #expect(throws: Checker.Problem.self) { try Checker(profile: "no-such-profile") }
  }

  @Test(arguments: [
    ([], ContentProblem.empty), (Array("text\u{0}text".utf8), .hasNUL), ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], .utf32),
    (Array("U\u{0}N\u{0}C\u{0}L\u{0}".utf8), .utf16(bigEndian: false)),
  ])
  func whatIsNoTextIsRefused(_ bytes: [UInt8], _ expected: ContentProblem) throws {
    let checker = try Checker(profile: nil)
    do throws(Checker.Problem) {
      let checked = try checker.check(bytes.span)
      Issue.record("\(checked.rules.profile) judged it")
    } catch {
      guard case .content(expected) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.sentence.contains("; "))
    }
  }
}
