import MarkingModel
import Repair
import RepairTestSupport
import RuleEngine
import StandardRules
import Testing

/// Every mutation of the set, repaired.
@Suite struct RepairedMutationTests {
  /// The mutations after which the repair gives back the very cable that was broken.
  private static let undone: Set<String> = [
    "CAP-003: SBU portions without SENSITIVE", "LIN-006: one digit",
  ]

  private static let rules = Result { CompiledRules(try StandardRules.ruleSet(profile: "state")) }

  @Test(arguments: Mutation.all) func repaired(_ mutation: Mutation) throws {
    var ward = try Ward(try Self.rules.get())
    for name in mutation.bases {
      let base = try #require(Bases.named(name)).cable
      var cable = base
      _ = try mutation.edit(&cable)
      let bytes = Array(cable.text.utf8)
      let repaired = try ward.repair(bytes)
      let faults = try RepairProperties(repaired, by: &ward).faults
      #expect(faults.isEmpty, "\(mutation) in \(name): \(faults)\n\(text(repaired))")
      try everyProposalIsMade(repaired, &ward, "\(mutation) in \(name)")
      if Self.undone.contains(mutation.description) { #expect(text(repaired) == base.text, "\(mutation) in \(name)") }
      try lineEndsMakeNoDifference(repaired, &ward, "\(mutation) in \(name)")
    }
  }

  @Test func cleanCablesStayAsTheyAre() throws {
    var ward = try Ward(try Self.rules.get())
    for base in Bases.all {
      let repaired = try ward.repair(Array(base.cable.text.utf8))
      #expect(!repaired.isChanged, "\(base.name): \(repaired.edits)")
    }
  }

  private func text(_ repaired: Repaired) -> String { String(decoding: repaired.reading.bytes, as: UTF8.self) }

  /// What a report says can be repaired ends repaired.
  private func everyProposalIsMade(_ repaired: Repaired, _ ward: inout Ward, _ name: String) throws {
    let proposals = try Repairer(vocabulary: ward.vocabulary).proposals(repaired.original, by: &ward)
    for (finding, proposal) in zip(repaired.original.result.findings, proposals) where proposal != nil {
      let places = [repaired.edits.map(finding.range.start), repaired.edits.map(finding.range.start, isBehind: true)]
      let isThere = repaired.reading.result.findings.contains {
        $0.assertion == finding.assertion && places.contains($0.range.start)
      }
      #expect(!isThere, "\(name): \(finding.assertion) is left")
    }
  }

  /// CRLF, a mark of the byte order and a missing last line end stay, and the rest is repaired in the same way.
  private func lineEndsMakeNoDifference(_ repaired: Repaired, _ ward: inout Ward, _ name: String) throws {
    guard repaired.isChanged else { return }
    func pairs(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let windows = try ward.repair(pairs(repaired.original.bytes))
    #expect(windows.reading.bytes == pairs(repaired.reading.bytes), "\(name) with CRLF")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let marked = try ward.repair(mark + repaired.original.bytes)
    #expect(marked.reading.bytes == mark + repaired.reading.bytes, "\(name) with a byte order mark")
    let open = try ward.repair(Array(repaired.original.bytes.dropLast()))
    #expect(open.reading.bytes == Array(repaired.reading.bytes.dropLast()), "\(name) without a last line end")
  }
}
