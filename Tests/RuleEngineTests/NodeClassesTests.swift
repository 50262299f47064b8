import MarkingModel
import RuleEngine
import TestSupport
import Testing

/// What is found out once for nodes that are alike holds for each of them, and for no other.
@Suite struct NodeClassesTests {
  private func rule(_ id: String, _ context: String, _ tests: String..., reach: Rule.Reach = Rule.Reach()) -> Rule {
    let assertions = tests.enumerated().map { number, test in
      Rule.Assertion(
        id: "\(id)-\(number)", severity: .error, authority: "", test: test, message: [.text("n "), .value("@n")])
    }
    return Rule(
      id: id, title: "", why: "", notes: [], isUnverified: false, reach: reach,
      clauses: context.split(separator: ";").map { Rule.Clause(context: String($0), assertions: assertions) },
      examples: [], file: "")
  }

  private func pair(_ rules: Rule...) throws -> EvaluatorPair {
    try EvaluatorPair(RuleSet(rules: rules, profile: "", digest: ""))
  }

  /// A document with attributes and children of its own node.
  private func document(
    _ attributes: [(AttributeName, MarkingDocument.Value)] = [], _ add: (inout MarkingDocument) -> Void
  ) -> MarkingDocument {
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, 9), Position(line: 1, column: 1))
    for (name, value) in attributes { document.set(name, value) }
    add(&document)
    return document
  }

  @discardableResult
  private func add(
    _ name: ElementName, _ attributes: [(AttributeName, MarkingDocument.Value)] = [], below parent: Int = 0,
    to document: inout MarkingDocument
  ) -> Int {
    let at = document.nodes.count
    let node = document.add(name, to: parent, at: ByteRange(at, at + 1), Position(line: at, column: 1))
    for (name, value) in attributes { document.set(name, value) }
    return node
  }

  /// The same paragraphs, of which a rule is about some where the document says so.
  @Test func nodesThatAreAlikeAreJudgedByTheDocumentTheyStandIn() throws {
    var pair = try pair(
      rule("AAA-001", "/document[@rank > 0]/paragraph[@n = 1];/document/paragraph", "@mark = 'U'", "@n < 2"),
      rule("AAA-002", "/document[@classified = 'true' and page]/paragraph", "@n = ../@rank", "../@rank < 2"))
    for round in 0..<12 {
      let document = document([(.rank, .number(round % 3)), (.classified, .flag(round % 2 == 0))]) {
        for n in 0..<3 { add(.paragraph, [(.n, .number(n)), (.mark, .word("US"[round % 2]))], to: &$0) }
        if round % 4 < 2 { add(.page, to: &$0) }
      }
      #expect(try pair.differences(over: document) == [], "round \(round)")
    }
    #expect(pair.findings > 0)
  }

  /// Of 3,600 kinds of nodes there is no room for all, in one document and in many.
  @Test func thereAreMoreKindsThanFit() throws {
    let words = (0..<60).map { "w\($0)" }
    let test = words.map { "@mark = '\($0)' or @level = '\($0)'" }.joined(separator: " or ")
    var pair = try pair(
      rule("AAA-001", "/document/paragraph[@mark != 'w7']", "not(\(test)) or @n = 1", "@level != 'w3'"),
      rule("AAA-002", "/document/paragraph/subparagraph", "@mark = 'w1' or ../@level = 'w2'", "@n = 1"))
    for size in [3600, 900, 900, 3600] {
      let document = document {
        for number in 0..<size {
          let node = add(
            .paragraph,
            [(.n, .number(number % 3)), (.mark, .word(words[number % 60])), (.level, .word(words[number / 60]))],
            to: &$0)
          if number % 7 == 0 { add(.subparagraph, [(.mark, .word(words[number % 60]))], below: node, to: &$0) }
        }
      }
      #expect(try pair.differences(over: document) == [], "\(size) paragraphs")
    }
  }

  /// A text that no literal is equal to may be a number, or the same as another one, or become a literal.
  @Test func textsAreToldApartWhereItCounts() throws {
    let later = Rule.Reach(forms: ["smart"])
    var pair = try pair(
      rule("AAA-001", "/document/paragraph", "@mark = 'alpha'", "@label < 5", "@label = @post", "@post"),
      rule("AAA-002", "/document/paragraph[@mark = 'gamma']", "@label = 7", "contains(@mark, 'amm')", reach: later),
      rule("AAA-003", "/document/paragraph[@post = 'beta']", "@mark != 'delta'", reach: later))
    let words = ["alpha", "beta", "gamma", "delta", "04", "4.5", "7", "07", "", "true"]
    for round in 0..<6 {
      let document = document([(.form, .word(round % 3 == 2 ? "smart" : "wire"))]) {
        for number in 0..<100 {
          let (one, other) = (words[number % 10], words[number / 10])
          add(.paragraph, [(.mark, .word(one)), (.label, .word(other)), (.post, .word(one))], to: &$0)
        }
      }
      #expect(try pair.differences(over: document) == [], "round \(round)")
    }
  }

  /// A node that is like another one may stand elsewhere, below another parent or before another sibling.
  @Test func placesAndParentsCount() throws {
    var pair = try pair(
      rule("AAA-001", "/document/paragraph[1]/subparagraph;/document/paragraph/subparagraph[last()]", "@n = 1"),
      rule("AAA-002", "/document/paragraph[not(@mark)][subparagraph[@n = 2]]/subparagraph[@n > 0][1]", "../@n = @n"),
      rule("AAA-003", "/document/paragraph[@n > preceding-sibling::paragraph[1]/@n + 1]", "subparagraph", "@n < 3"),
      rule("AAA-004", "/document/paragraph[position() > 1 and @n];/document/paragraph[@n = 1][1]", "@n != @rank"))
    var dice = Dice(seed: 5)
    for round in 0..<60 {
      let document = document {
        for _ in 0..<dice.next(6) {
          let mark: [(AttributeName, MarkingDocument.Value)] = dice.next(2) == 0 ? [(.mark, .word("U"))] : []
          let node = add(.paragraph, [(.n, .number(dice.next(4))), (.rank, .number(dice.next(3)))] + mark, to: &$0)
          for _ in 0..<dice.next(4) { add(.subparagraph, [(.n, .number(dice.next(3)))], below: node, to: &$0) }
        }
      }
      #expect(try pair.differences(over: document) == [], "round \(round)")
    }
    #expect(pair.findings > 0)
  }

  /// Whole numbers that are one number for XPath and two for whoever compares texts.
  @Test func numbersBeyondWhatADoubleHoldsAreToldApart() throws {
    let (one, next) = (1 << 53, 1 << 53 + 1)
    var pair = try pair(
      rule("AAA-001", "/document/paragraph", "@n = '\(one)'", "@n = \(one)", "@n > 3", "@n = '\(next)'"))
    for number in [one, next, one, 3, 4, -1, next] {
      let document = document { add(.paragraph, [(.n, .number(number))], to: &$0) }
      #expect(try pair.differences(over: document) == [], "\(number)")
    }
  }
}

extension String {
  fileprivate subscript(place: Int) -> String { String(self[index(startIndex, offsetBy: place)]) }
}
