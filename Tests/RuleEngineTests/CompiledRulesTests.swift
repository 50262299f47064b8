import MarkingModel
import RuleEngine
import TestSupport
import Testing

/// What is compiled, what is not, and what evaluators share.
@Suite struct CompiledRulesTests {
  /// Tables are indexed by what Swift keeps of a case.
  @Test func ordinalsArePositions() {
    for (position, name) in ElementName.allCases.enumerated() { #expect(name.ordinal == position) }
    for (position, name) in AttributeName.allCases.enumerated() { #expect(name.ordinal == position) }
    for (position, word) in Word.allCases.enumerated() { #expect(word.ordinal == position) }
  }

  private func rule(_ id: String, _ test: String, message: String = "@n") -> Rule {
    Rule(
      id: id, title: "", why: "", notes: [], isUnverified: false, reach: Rule.Reach(),
      clauses: [
        Rule.Clause(
          context: "/document/paragraph",
          assertions: [
            Rule.Assertion(id: id + "-a", severity: .error, authority: "", test: test, message: [.value(message)])
          ])
      ], examples: [], file: "")
  }

  private func set(_ rules: [Rule]) -> RuleSet { RuleSet(rules: rules, profile: "", digest: "") }

  @Test(arguments: [
    "$x = 1", "id('x')", "lang('en')", "@*", "@n[1]", "@n/..", "(../page | ../caption)[1]",
    "count(../page | ../caption) = 1",
    "string(../page/@n | ../caption/@n) = ''", "namespace::*", "x:y", "name(@n) = 'n'", "@n = 12345678901234567",
    Array(repeating: "@n", count: 400).joined(separator: " or "),
  ])
  func theseAreOutside(_ test: String) {
    #expect(CompiledRules(set([rule("AAA-001", test)])).outside == ["AAA-001"])
    #expect(CompiledRules(set([rule("AAA-001", "@n = 1", message: test)])).outside == ["AAA-001"])
  }

  /// A rule that libxml2 evaluates and one that is compiled, in one result.
  @Test func rulesOutsideAreJudgedBesideTheOthers() throws {
    let both = set([rule("AAA-001", "not(@*[. = '2'])"), rule("AAA-002", "@n = 1")])
    #expect(CompiledRules(both).outside == ["AAA-001"])
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, 9), Position(line: 1, column: 1))
    for number in 1...3 {
      document.add(.paragraph, to: 0, at: ByteRange(number, number + 1), Position(line: number, column: 1))
      document.set(.n, number)
    }
    var evaluator = CompiledEvaluator(both)
    for _ in 0..<2 {
      let result = try evaluator.check(document, recordingJudgements: true)
      #expect(result.findings.map(\.rule) == ["AAA-001", "AAA-002", "AAA-002"])
      #expect(result.findings.map(\.message) == ["2", "2", "3"])
      #expect(result.judgements.map(\.node) == [1, 2, 3, 1, 2, 3])
      document.quoted = [document]
    }
  }

  /// Numbers of any size, as numbers and as texts.
  @Test func numbersOfAnySizeAreCompared() throws {
    let values: [MarkingDocument.Value] = [
      .number(.max), .number(.min), .number(1 << 61), .number(-(1 << 61)), .word("\(Int.max)"), .word("007"),
      .number(7),
      .word("-0"), .number(0), .word("1e3"), .word(" 7 "), .word("7."), .word("true"), .flag(true), .word("x\u{1}y"),
    ]
    var rules = [rule("AAA-001", "@n = @rank"), rule("AAA-002", "@n < @rank"), rule("AAA-003", "@n != @rank")]
    rules += [rule("AAA-004", "@n = '\(Int.max)'"), rule("AAA-005", "@n = 7"), rule("AAA-006", "@n = '7'")]
    var pair = try EvaluatorPair(set(rules))
    for left in values {
      for right in values {
        var document = MarkingDocument()
        document.add(.document, to: -1, at: ByteRange(0, 9), Position(line: 1, column: 1))
        document.add(.paragraph, to: 0, at: ByteRange(0, 9), Position(line: 1, column: 1))
        document.set(.n, left)
        document.set(.rank, right)
        #expect(try pair.differences(over: document) == [], "\(left) \(right)")
      }
    }
  }

  /// Evaluators of one set compile for each other, at the same time.
  @Test func evaluatorsShareWhatIsCompiled() async throws {
    let contract = try ProjectFiles.loadedContract.get()
    let rules = set(try RuleLibrary(loading: ProjectFiles.rules(), contract: contract).rules)
    let compiled = CompiledRules(rules)
    let found = try await withThrowingTaskGroup(of: [[Finding]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          var evaluator = CompiledEvaluator(compiled)
          var made = RandomDocuments(contract, seed: 7)
          return try (0..<20).map { _ in
            try evaluator.check(made.next(size: 60), recordingJudgements: false).findings
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var alone = CompiledEvaluator(rules)
    var made = RandomDocuments(contract, seed: 7)
    let expected = try (0..<20).map { _ in try alone.check(made.next(size: 60), recordingJudgements: false).findings }
    #expect(found.count == 4 && found.allSatisfy { $0 == expected })
  }
}
