import RuleEngine
import Testing

@Suite struct XPathParserTests {
  @Test(arguments: [
    "/document", "//caption[@name = 'NODIS']", "not(@rank > ../dtg/@rank) and count(//tag) >= 1",
    "* * *", "div div div", "and and or", "@a[. = 'x'] | ../b", "-1 - -2", "(a | b)[1]/c",
    "child::a/descendant::node()",
    "string-length(normalize-space(.)) mod 2 = 0", ".5 + 1.", "processing-instruction('x')",
    "preceding-sibling::page[1]/@section",
    "concat(' ', @expected, ' ')", "text()", "/", "a//b", "\"it's\"",
  ])
  func readsWhatXPathAllows(_ text: String) throws { _ = try XPathParser.parse(text) }

  @Test(arguments: [
    ("", 0), ("/document/", 10), ("@", 1), ("a b", 2), ("'open", 0), ("a[1", 3), ("f(1,", 4), ("a = ", 4), ("a ! b", 2),
    ("sideways::a", 0), ("$", 0), ("a and", 5), ("#", 0),
  ])
  func saysWhereItIsWrong(_ text: String, _ place: Int) {
    #expect { try XPathParser.parse(text) } throws: { ($0 as? XPathSyntaxError)?.at == place }
  }

  @Test func refusesDeepNestingInsteadOfOverflowing() {
    let deep = String(repeating: "(", count: 100_000) + "1" + String(repeating: ")", count: 100_000)
    #expect(throws: XPathSyntaxError.self) { try XPathParser.parse(deep) }
    let predicates = String(repeating: "a[", count: 100_000)
    #expect(throws: XPathSyntaxError.self) { try XPathParser.parse(predicates) }
  }

  @Test func knowsOperatorsByWhatStandsBefore() throws {
    let product = try XPathParser.parse("* * *")
    guard case .binary(.times, .path(let left), .path(let right)) = product else {
      Issue.record("not a product")
      return
    }
    #expect(left.steps.map(\.test) == [.anyName] && right.steps.map(\.at) == [4])
  }

  @Test func namesStandAtTheirOffsets() throws {
    guard case .path(let path) = try XPathParser.parse("/document/caption[@name]") else {
      Issue.record("not a path")
      return
    }
    #expect(path.steps.map(\.at) == [1, 10])
    guard case .path(let inner) = path.steps[1].predicates.first else {
      Issue.record("no predicate")
      return
    }
    #expect(inner.steps.map(\.at) == [19] && inner.steps.map(\.axis) == [.attribute])
  }
}
