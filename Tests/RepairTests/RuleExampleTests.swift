import MarkingModel
import Repair
import RepairTestSupport
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// The examples of the rules, repaired: what a rule says is wrong and can be put right ends right.
@Suite struct RuleExampleTests {
  static let library: Result<RuleLibrary, RuleError> = {
    do throws(RuleError) {
      let sources = StandardRules.paths.filter { $0.hasSuffix(".sch") }.compactMap { path in
        StandardRules.file(path).map { RuleSource(file: path, bytes: $0) }
      }
      return .success(try RuleLibrary(loading: sources, contract: try StandardRules.contract()))
    } catch {
      return .failure(error)
    }
  }()

  /// By profile, the folders whose rules it has.
  private static let folders = [
    "ic": ["banner"], "nara-cui": ["cui"], "state": ["cable"], "au": ["au"], "nz": ["nz"], "uk": ["uk"],
  ]

  /// Rules whose examples break something that cannot be put right with certainty, or by a higher marking, too; or whose
  /// examples are right in the other profile alone.
  private static let partly: Set<String> = [
    "AEA-007", "AEA-010", "AU-001", "AU-004", "AU-008", "CUI-011", "CUI-036", "DIS-009", "DIS-011", "DIS-013",
    "FDR-008", "FDR-011", "FDR-013", "FDR-016", "FGI-013", "LIN-004", "NIC-020", "SAP-001", "UK-002",
  ]

  @Test func rejectedExamplesAreRepaired() throws {
    let library = try Self.library.get()
    var repairs = 0
    for (profile, folders) in Self.folders {
      var ward = try Ward(CompiledRules(try StandardRules.ruleSet(profile: profile)))
      let rules = library.rules.filter { rule in folders.contains { rule.file.hasPrefix($0 + "/") } }
      for rule in rules where rule.clauses.flatMap(\.assertions).contains(where: { $0.repair != nil }) {
        for example in rule.examples where !example.isAccepted {
          ward.form = example.form.flatMap(Form.init(rawValue:))
          let repaired = try ward.repair(Array(example.text.utf8))
          let faults = try RepairProperties(repaired, by: &ward).faults
          #expect(faults.isEmpty, "\(rule.id) “\(example.name)”: \(faults)")
          let left = repaired.left.filter { $0.finding.rule == rule.id }
          repairs += repaired.changes.count { $0.findings.contains { $0.rule == rule.id } }
          if !Self.partly.contains(rule.id) { #expect(left.isEmpty, "\(rule.id) “\(example.name)”: \(left)") }
        }
      }
    }
    #expect(repairs > 200, "\(repairs)")
  }

  /// What a rule accepts has nothing to repair for it.
  @Test func acceptedExamplesStayAsTheyAre() throws {
    let library = try Self.library.get()
    for (profile, folders) in Self.folders {
      var ward = try Ward(CompiledRules(try StandardRules.ruleSet(profile: profile)))
      for rule in library.rules where folders.contains(where: { rule.file.hasPrefix($0 + "/") }) {
        for example in rule.examples where example.isAccepted {
          ward.form = example.form.flatMap(Form.init(rawValue:))
          let repaired = try ward.repair(Array(example.text.utf8))
          let own = repaired.changes.filter { $0.findings.contains { $0.rule == rule.id } }
          #expect(own.isEmpty, "\(rule.id) “\(example.name)”")
        }
      }
    }
  }

  /// Every repair that the code knows is used by a rule, and the contract has no other.
  @Test func everyRepairIsUsed() throws {
    let used = Set(try Self.library.get().rules.flatMap(\.clauses).flatMap(\.assertions).compactMap(\.repair))
    #expect(used == Set(RepairKind.allCases))
    let known = Set(try StandardRules.contract().elements.values.flatMap(\.repairs))
    #expect(known == Set(RepairKind.allCases.map(\.rawValue)))
  }

  /// docs/fixing.md lists the assertions of each repair.
  @Test func pageListsEveryAssertion() throws {
    var lists: [String: [String]] = [:]
    for assertion in try Self.library.get().rules.flatMap(\.clauses).flatMap(\.assertions) {
      if let repair = assertion.repair { lists[repair.rawValue, default: []].append(assertion.id) }
    }
    let page = String(decoding: try Golden.bytes("docs/fixing.md"), as: UTF8.self)
    for (repair, assertions) in lists {
      let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(repair)` |") }
      let cell = row?.split(separator: "|").last.map {
        $0.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
      }
      #expect(cell == assertions.sorted().joined(separator: ", "), "\(repair)")
    }
  }
}
