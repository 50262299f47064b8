import MarkingModel
import RuleEngine
import Testing

@Suite struct EvaluationTests {
  /// A document of the given form and day with captions of these names at offsets 10, 20, 30 …
  private func document(form: String = "wire", day: Int? = 20_091_214, captions: [String]) -> MarkingDocument {
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, 100), Position(line: 1, column: 1))
    document.set(.form, form)
    document.set(.day, day)
    document.set(.rank, 1)
    for (number, name) in captions.enumerated() {
      let start = (number + 1) * 10
      let place = ByteRange(start, start + 5)
      document.add(.caption, to: 0, at: place, Position(line: number + 2, column: 1), excerpt: place)
      document.set(.name, name)
      document.set(.order, number)
      document.set(.known, true)
    }
    return document
  }

  private func rule(
    id: String = "AAA-001", reach: Rule.Reach = Rule.Reach(),
    _ clauses: [(context: String, severity: Severity, test: String)],
    message: [Rule.MessagePart] = [.text("It is so.")]
  ) -> Rule {
    Rule(
      id: id, title: "t", why: "w", notes: [], isUnverified: false, reach: reach,
      clauses: clauses.enumerated().map { number, clause in
        Rule.Clause(
          context: clause.context,
          assertions: [
            Rule.Assertion(
              id: "\(id)-\(number)", severity: clause.severity, authority: "§\(number)", test: clause.test,
              message: message)
          ])
      }, examples: [], file: "")
  }

  private func check(_ rules: [Rule], _ document: MarkingDocument, recording: Bool = false) throws -> CheckResult {
    var evaluator = CompiledEvaluator(RuleSet(rules: rules, profile: "", digest: ""))
    return try evaluator.check(document, recordingJudgements: recording)
  }

  @Test func theFirstClauseThatSelectsANodeJudgesIt() throws {
    let two = rule([
      ("/document/caption[@name = 'NODIS']", .warning, "false()"), ("/document/caption", .error, "@name = 'EXDIS'"),
    ])
    let result = try check([two], document(captions: ["EXDIS", "NODIS", "SIPDIS"]), recording: true)
    #expect(result.findings.map(\.assertion) == ["AAA-001-0", "AAA-001-1"])
    #expect(result.findings.map(\.severity) == [.warning, .error])
    #expect(result.findings.map(\.range.start) == [20, 30])
    #expect(result.rules == [RuleResult(rule: "AAA-001", outcome: .failed, judged: 3)])
    #expect(result.judgements.map(\.clause) == [1, 0, 1] && result.judgements.map(\.node) == [1, 2, 3])
  }

  /// Readers add the elements as they find them and sort them by place: the attributes stay where they were.
  @Test func messagesQuoteTheRightElementAfterSorting() throws {
    var document = document(captions: ["EXDIS"])
    let place = ByteRange(3, 8)
    document.add(.caption, to: 0, at: place, Position(line: 1, column: 4), excerpt: place)
    document.set(.known, false)
    document.set(.name, "NODIS")
    document.sortChildren()
    let quoting = rule([("/document/caption", .error, "false()")], message: [.text("Caption "), .value("@name")])
    #expect(try check([quoting], document).findings.map(\.message) == ["Caption NODIS", "Caption EXDIS"])
  }

  @Test func messagesQuoteValuesWithWhiteSpaceFolded() throws {
    let quoting = rule(
      [("/document/caption", .info, "@order = 7")],
      message: [.text("\n  Caption "), .value("@name"), .text("\n stands "), .value("count(../caption)"), .text(".")])
    let result = try check([quoting], document(captions: ["EXDIS"]))
    #expect(result.findings.map(\.message) == ["Caption EXDIS stands 1."])
    #expect(result.findings.first?.excerpt == ByteRange(10, 15))
    #expect(result.findings.first?.position == Position(line: 2, column: 1))
  }

  @Test func findingsStandInOrderOfPlace() throws {
    let all = ["BBB-001", "AAA-002"].map { rule(id: $0, [("/document/caption", .info, "false()")]) }
    let result = try check(all, document(captions: ["EXDIS", "NODIS"]))
    #expect(result.findings.map(\.rule) == ["AAA-002", "BBB-001", "AAA-002", "BBB-001"])
  }

  static let reaches: [(Rule.Reach, Int?, RuleResult.Outcome)] = [
    (Rule.Reach(forms: ["smart"]), 20_091_214, RuleResult.Outcome.notApplicable(.form)),
    (Rule.Reach(forms: ["smart", "wire"]), 20_091_214, .passed),
    (Rule.Reach(from: 20_091_215), 20_091_214, .notApplicable(.date)),
    (Rule.Reach(from: 20_091_214, to: 20_091_214), 20_091_214, .passed),
    (Rule.Reach(to: 20_091_213), 20_091_214, .notApplicable(.date)),
    (Rule.Reach(to: 20_091_213), nil, .notApplicable(.unknownDate)),
    (Rule.Reach(), nil, .passed),
  ]

  @Test(arguments: reaches)
  func rulesReachFormsAndDates(_ reach: Rule.Reach, _ day: Int?, _ outcome: RuleResult.Outcome) throws {
    let gated = rule(reach: reach, [("/document/caption", .error, "true()")])
    #expect(try check([gated], document(day: day, captions: ["EXDIS"])).rules.map(\.outcome) == [outcome])
  }

  @Test func aRuleWithoutItsElementJudgesNothing() throws {
    let other = rule([("/document/paragraph", .error, "false()"), ("/document/caption[@order > 5]", .error, "false()")])
    let result = try check([other], document(captions: ["EXDIS"]))
    #expect(result.rules.map(\.outcome) == [.notApplicable(.nothingToJudge)] && result.findings.isEmpty)
  }

  @Test func oneEvaluatorJudgesManyDocuments() throws {
    var evaluator = CompiledEvaluator(
      RuleSet(rules: [rule([("/document/caption", .error, "@name != 'NODIS'")])], profile: "", digest: ""))
    for count in [0, 3, 1, 50, 0, 2] {
      let captions = Array(repeating: "NODIS", count: count) + ["EXDIS"]
      let result = try evaluator.check(document(captions: captions), recordingJudgements: false)
      #expect(result.findings.count == count)
    }
  }

  @Test func quotedTelegramsAreJudgedOnTheirOwn() throws {
    var outer = document(captions: ["EXDIS"])
    outer.quoted = [document(form: "quoted", captions: ["NODIS", "NODIS"])]
    let result = try check([rule([("/document", .error, "count(caption) = 1")])], outer)
    #expect(result.findings.isEmpty && result.quoted.map(\.findings.count) == [1])
  }

  @Test func attributesOfThePlaceCanBeUsed() throws {
    let placed = rule([("/document/caption", .error, "@line = 2 and @column = 1 and @at = 10 and @length = 5")])
    #expect(try check([placed], document(captions: ["EXDIS", "NODIS"])).findings.map(\.position.line) == [3])
  }

  @Test func anExpressionThatFailsNamesItsRule() throws {
    #expect { try check([rule([("/document/caption", .error, "$x = 1")])], document(captions: ["EXDIS"])) } throws: {
      ($0 as? EvaluationError)?.rule == "AAA-001"
    }
  }
}
