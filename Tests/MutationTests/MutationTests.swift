import MarkingModel
import RuleEngine
import StandardRules
import Testing

@Suite struct MutationTests {
  @Test(arguments: Bases.all.map(\.name)) func cleanCable(_ name: String) throws {
    let spec = try #require(Bases.named(name))
    let check = try #require(try Check.run([spec.cable.text]).first)
    #expect(check.form == spec.form)
    #expect(check.level == spec.level)
    let findings = check.findings.filter { $0.severity > .info || spec.form == .wire }
    #expect(findings.isEmpty, "\(findings)\n\(spec.cable.text)")
  }

  @Test(arguments: Mutation.all) func mutant(_ mutation: Mutation) throws {
    var mutants: [(base: String, text: String, line: Int)] = []
    for name in mutation.bases {
      var cable = try #require(Bases.named(name), "no base \(name)").cable
      let place = try mutation.edit(&cable)
      mutants.append((name, cable.text, try cable.line(of: place)))
    }
    for (mutant, check) in zip(mutants, try Check.run(mutants.map(\.text))) {
      let hit = check.findings.first {
        $0.rule == mutation.rule && $0.line == mutant.line && $0.severity > .info
      }
      #expect(hit != nil, "\(mutation) in \(mutant.base): nothing at line \(mutant.line), but \(check.findings)")
      if let hit, !check.isScan { #expect(hit.severity == mutation.severity, "\(mutation) in \(mutant.base): \(hit)") }
      let others = check.findings.filter { $0.severity == .error && $0.rule != mutation.rule }
      #expect(others.isEmpty, "\(mutation) in \(mutant.base): \(others)")
    }
  }

  @Test func everyRuleHasMutation() throws {
    let weighty = try StandardRules.ruleSet(profile: "state").rules.filter { $0.severity > .info }.map(\.id)
    let covered = Set(Mutation.all.map(\.rule))
    #expect(weighty.filter { !covered.contains($0) } == [])
    #expect(covered.subtracting(weighty).isEmpty)
  }

  @Test func everyBaseIsUsed() {
    let used = Set(Mutation.all.flatMap(\.bases))
    #expect(Bases.all.map(\.name).filter { !used.contains($0) } == [])
  }
}
