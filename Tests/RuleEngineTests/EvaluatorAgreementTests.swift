import MarkingModel
import RuleEngine
import Testing

/// The compiled evaluator gives what libxml2 gives for the expressions as they are written.
@Suite struct EvaluatorAgreementTests {
  private func expectAgreement(_ rules: [Rule], documents: Int, size: Int, seed: UInt64) throws {
    let set = RuleSet(rules: rules, profile: "", digest: "")
    var compiled = CompiledEvaluator(set)
    var oracle = try LibXML2Evaluator(set)
    var made = RandomDocuments(try ProjectFiles.loadedContract.get(), seed: seed)
    for number in 0..<documents {
      let document = made.next(size: size)
      let found = try compiled.check(document, recordingJudgements: true)
      let expected = try oracle.check(document, recordingJudgements: true)
      compare(found, expected, number)
    }
  }

  private func compare(_ found: CheckResult, _ expected: CheckResult, _ number: Int) {
    for (found, expected) in zip(found.rules, expected.rules) where found != expected {
      Issue.record("document \(number): \(found) instead of \(expected)")
    }
    for (found, expected) in zip(found.findings, expected.findings) where found != expected {
      Issue.record(
        "document \(number): \(found.assertion) \(found.node) \(found.message) instead of \(expected.assertion) \(expected.node) \(expected.message)"
      )
      break
    }
    #expect(found.findings.count == expected.findings.count, "document \(number)")
    #expect(found.judgements.elementsEqual(expected.judgements), "document \(number)")
    #expect(found.quoted.count == expected.quoted.count)
    for (found, expected) in zip(found.quoted, expected.quoted) { compare(found, expected, number) }
  }

  @Test func overTheRulesOfTheProject() throws {
    let contract = try ProjectFiles.loadedContract.get()
    let rules = try RuleLibrary(loading: ProjectFiles.rules(), contract: contract).rules
    try expectAgreement(rules, documents: 60, size: 80, seed: 1)
    try expectAgreement(rules, documents: 100, size: 12, seed: 2)
  }

  /// Every shape of expression that is compiled, and some that are left to libxml2.
  @Test(arguments: [
    "@mark = 'U'", "'U' = @mark", "@mark != 'U'", "@marked = 'true'", "@n = 2", "2 = @n", "@n != 2", "@n = '2'",
    "@n = '02'",
    "@n < 2", "2 <= @n", "@n >= @rank", "@n > ../@rank", "@mark = @level", "@mark != @level", "@rank = @portion-rank",
    "subparagraph/@label = 'é'", "subparagraph/@label = ../page/@post", "subparagraph/@label = 1",
    "subparagraph/@label < 2", "subparagraph/@label != subparagraph/@mark", "number(subparagraph/@label) = 1",
    "@mark", "not(@mark)", "not(not(@mark-legal))", "boolean(subparagraph)", "true()", "false() or @n = 1",
    "@n + 1 = @expected-n", "@n - 1 > ../@marked", "@n * 2 - -@n > 3", "@n mod 2 = 1", "@n div 2 = .5", "-@n < 0 - 1",
    "@n = 1 and @mark = 'U' or @n = 2", "../caption", "../caption[@name = 'NODIS']", "../caption[1]/@name = 'NODIS'",
    "../caption[last()]/@order = 1", "../caption[@duplicate = 'false'][1][@order = 2]", "../@level = 'U'",
    "preceding-sibling::paragraph[1]/@n + 1 = @n", "preceding-sibling::paragraph/@n = @n",
    "preceding-sibling::page[1]/@section = 1", "preceding-sibling::*[1]/@n = 1", "following-sibling::paragraph",
    "following-sibling::page[last()]/@splits = 'none'", "preceding-sibling::paragraph[last()]/@n = 1",
    "count(../caption) > 2", "count(subparagraph[@rank > 1]) = 1", "count(subparagraph/@mark) = 0",
    "count(preceding-sibling::paragraph) > 1", "count(../caption | ../page) = 3", "self::paragraph/@n = 1",
    "./@n = 1", "./subparagraph/../@n = 1", "../../@at", "..", "../..", "@at < ../signature/@at", "@line = 1",
    "@length > 3",
    "@column <= 20", "string-length(@mark) = 1", "string-length(subparagraph/@label) > 2", "contains(@mark, 'S')",
    "contains('SBU NF', @mark)", "starts-with(subparagraph/@label, 'x')", "contains(@mark, '')", "contains('', @mark)",
    "contains(concat(' ', @level, '-', @n), ' U-1')", "starts-with(concat(@n, '/', @rank), '1/')",
    "/document/@level = @level", "/document[@rank > 1]/caption", "/document[@form = 'wire' or @day]/page/@n = @n",
    "/document/transmission/addressee[@role = 'action'][1]/@precedence = 'x'", "sum(../paragraph/@n) > 4",
    "translate(@mark, 'S', 'U') = 'U'", "normalize-space(@mark) = 'U'", "ancestor::document/@rank = 1",
    "(../caption | ../page)[1]/@line = 2", "name(..) = 'document'", "@n = (1 = 1)", "not(@mark) = false()", "'1' < @n",
    "@rank <= '2'", "@n = 1 div 0", "@n != 0 div 0", "substring('RPOZ', @n, 1) = 'P'", "floor(@n div 2) = 1",
    "count(../caption[position() > 1]) = 1", "../caption[position() = last()]/@order = 1", "//caption/@order = @n",
    "../caption[last() - 1]/@order = 1", "../*[@rank][2]/@n = 1", "count(../*[position() mod 2 = 1][@rank]) > 2",
    "count(preceding::*) > count(following::*)", "ancestor-or-self::*[2]/@rank = 1", "count(..//*[@n]) > 3",
    "count(descendant-or-self::node()) > 1", "following::page[1]/@n = preceding::page[1]/@n", "count(/*) = count(/)",
    "string(../caption/@name) = @mark", "substring-before(@mark, 'B') = 'S'", "substring(@mark, 2) = 'BU'",
    "substring(@label, 0 div 0) = ''", "substring('12345', 1.5, 2.6) = '234'", "round(@n div 2) = 1", "@n < true()",
    "ceiling(@n div 2) > round(-@n div 2)", "../caption | ../page/@n", "(@n = 1) = (@rank = 1)", "--@n", "@n = -@n",
    "number(@mark) != number(@mark)", "string(1 div 0) = 'Infinity'", "string(@n div 3) = '0.333333333333333'",
    "@n = '1' or ../@day > 20000101", "string-length('é') = 1", "translate('bar', 'abc', 'AB') = 'BAr'", "name() = 'x'",
    "self::node()[@n = 1]", "child::text()", "@*", "@n[1]", "id('x')", "lang('en')", "namespace::*", "(../page)[1]",
    "1.5 < @n", "12345678901234567 > @n",
  ])
  func overOneExpression(_ test: String) throws {
    let assertion = Rule.Assertion(
      id: "TST-001-a", severity: .error, authority: "", test: test,
      message: [
        .text("n "), .value("@n"), .text(", "), .value("subparagraph/@label"), .value("concat(@mark, '|', ../@level)"),
        .value("count(../*) + 1"), .value("'lit'"), .value("@n + 0.5"),
      ])
    let second = Rule.Assertion(id: "TST-001-b", severity: .info, authority: "", test: "@n = 1", message: [.text("b")])
    let rule = Rule(
      id: "TST-001", title: "", why: "", notes: [], isUnverified: false, reach: Rule.Reach(),
      clauses: [
        Rule.Clause(context: "/document/paragraph[\(test)] | /document/subject", assertions: [second]),
        Rule.Clause(context: "/document[@rank > 0]/*[1] | /document/paragraph[last()]", assertions: [second]),
        Rule.Clause(context: "/document/paragraph", assertions: [assertion]),
      ], examples: [], file: "")
    try expectAgreement([rule], documents: 25, size: 40, seed: 3)
  }

  /// Expressions made by chance, as tests, in contexts and in messages.
  @Test(arguments: 1...20)
  func overRandomExpressions(seed: UInt64) throws {
    var made = RandomExpressions(seed: seed)
    let rules = (0..<50).map { made.rule($0) }
    try expectAgreement(rules, documents: 4, size: 60, seed: seed)
    let outside = CompiledRules(RuleSet(rules: rules, profile: "", digest: "")).outside
    #expect(outside.isEmpty, "\(rules.filter { outside.contains($0.id) }.map(\.clauses))")
  }

  /// Contexts of all kinds, some of which are taken step by step.
  @Test(arguments: [
    "/document", "/document[1]", "/document[2]", "/document[@rank > 0 and @classified = 'true']",
    "/document[@rank > 0][@classified = 'true' or @day]", "/document[caption[@order = 1 and @known = 'true'] and page]",
    "/document[position() = last()]/paragraph", "/nothing/paragraph", "/document/nothing", "/paragraph",
    "/document/paragraph[@n = 1 and @mark = 'U']", "/document/paragraph[@mark = 'U' or @n = 2 and @rank]",
    "/document/paragraph [ @n ]\n [ @rank = 1 ]", "/document/paragraph[2]", "/document/paragraph[@n][2]",
    "/document/paragraph[2][@n]", "/document/paragraph[last() - 1]", "/document/paragraph[position() > 1 and @n]",
    "/document/paragraph[@n + 1]", "/document/paragraph[count(preceding-sibling::paragraph) + 1 = position()]",
    "/document/paragraph[not(position() = 1)]", "/document/paragraph['x']", "/document/paragraph[@n | @rank]",
    "/document/paragraph[true() and (@n or @mark)]", "/document/paragraph/subparagraph[@rank > 0][1]",
    "/document/transmission/addressee[@rank > 1] | /document/transmission[@n]/dtg | /document/paragraph",
    "/document/paragraph[contains(@mark, ']') or @mark = ' and ']", "//paragraph[@n]", "/document/*[@rank]",
    "/document/paragraph[@*[. = '1']]", "/document/paragraph[attribute::n = 1]", "/document/paragraph/@n/..",
    "/document/paragraph[@n[. = 1]]", "/document/paragraph[lang('en')]", "/document/paragraph[string-length() = 0]",
  ])
  func overOneContext(_ context: String) throws {
    let assertion = Rule.Assertion(
      id: "TST-001-a", severity: .error, authority: "", test: "@n = 1 and @rank", message: [.text("x")])
    let rule = Rule(
      id: "TST-001", title: "", why: "", notes: [], isUnverified: false, reach: Rule.Reach(),
      clauses: [
        Rule.Clause(context: context, assertions: [assertion]),
        Rule.Clause(context: "/document/paragraph[@n = 1]", assertions: [assertion]),
      ], examples: [], file: "")
    try expectAgreement([rule], documents: 25, size: 40, seed: 4)
  }
}
