import MarkingModel
import RuleEngine
import Testing

@Suite struct ProfileTests {
  private func rule(_ id: String, folder: String = "cable") -> Rule {
    Rule(
      id: id, title: "", why: "", notes: [], isUnverified: false, reach: Rule.Reach(),
      clauses: [
        Rule.Clause(
          context: "/document",
          assertions: ["a", "b"].map {
            Rule.Assertion(id: "\(id)-\($0)", severity: .error, authority: "", test: "true()", message: [])
          })
      ], examples: [], file: "\(folder)/\(id).sch")
  }

  private func library(_ rules: Rule...) -> RuleLibrary {
    RuleLibrary(rules: rules, digests: Dictionary(uniqueKeysWithValues: rules.map { ($0.id, "digest of \($0.id)") }))
  }

  private func profile(_ content: String) throws(RuleError) -> Profile {
    let text =
      "<profile name='own' xmlns='urn:caveat:profile'>\n<title>Own</title><rules folder='cable'/>\n\(content)</profile>"
    return try Profile.load(RuleSource(file: "profiles/own.xml", bytes: Array(text.utf8)))
  }

  @Test func choosesWeighsAndLeavesOut() throws {
    let own = try profile(
      "<p>For tests.</p><severity rule='CAP' role='info'/><severity rule='CAP-002-b' role='warning'/><ignore rule='SEC-001'/>"
    )
    #expect(own.name == "own" && own.title == "Own" && own.notes == ["For tests."] && own.folders == ["cable"])
    let set = try RuleSet(
      profile: own,
      library: library(rule("CAP-001"), rule("CAP-002"), rule("CUI-001", folder: "cui"), rule("SEC-001")))
    #expect(set.profile == "own")
    #expect(set.rules.map(\.id) == ["CAP-001", "CAP-002", "SEC-001"])
    #expect(set.unselected == ["SEC-001"])
    let severities = set.rules.map { $0.clauses[0].assertions.map(\.severity) }
    #expect(severities == [[.info, .info], [.info, .warning], [.error, .error]])
  }

  @Test func leavesOutOneAssertion() throws {
    let own = try profile("<ignore rule='CAP-001-a'/>")
    let set = try RuleSet(profile: own, library: library(rule("CAP-001")))
    #expect(set.unselected.isEmpty)
    #expect(set.rules[0].clauses.map { $0.assertions.map(\.id) } == [["CAP-001-b"]])
    #expect(throws: RuleError.self) {
      try RuleSet(profile: try self.profile("<ignore rule='CAP-001-c'/>"), library: self.library(self.rule("CAP-001")))
    }
  }

  @Test func saysWhatMarkingsAreReadAs() throws {
    func load(_ form: String) throws(RuleError) -> Profile {
      let text =
        "<profile name='own' markings='\(form)' xmlns='urn:caveat:profile'><title>Own</title><rules folder='uk'/></profile>"
      return try Profile.load(RuleSource(file: "profiles/own.xml", bytes: Array(text.utf8)))
    }
    #expect(try load("uk-marking").markings == .ukMarking)
    #expect(try profile("").markings == .marking)
    #expect(throws: RuleError.self) { try load("wire") }
  }

  @Test func theUsersRulesStandBesideOrInstead() throws {
    let own = try profile("<ignore rule='CAP-001'/>")
    let standard = library(rule("CAP-001"))
    let users = library(rule("ABC-001", folder: "anywhere"))
    let beside = try RuleSet(profile: own, library: standard, own: users)
    #expect(beside.rules.map(\.id) == ["ABC-001", "CAP-001"])
    let instead = try RuleSet(profile: own, library: RuleLibrary(), own: users)
    #expect(instead.rules.map(\.id) == ["ABC-001"])
    #expect(instead.digest != beside.digest)
  }

  @Test func selectsByIDAndFamily() throws {
    let set = try RuleSet(
      profile: try profile("<ignore rule='CAP-002'/>"),
      library: library(rule("CAP-001"), rule("CAP-002"), rule("SEC-001")))
    #expect(try set.selecting([]).unselected == ["CAP-002"])
    #expect(try set.selecting(["CAP"]).unselected == ["SEC-001"])
    #expect(try set.selecting(["CAP", "SEC-001"], ignoring: ["CAP-001"]).unselected == ["CAP-001"])
    #expect(throws: RuleError.unknown(names: ["SEC-009", "XYZ"])) { try set.selecting(["SEC-009"], ignoring: ["XYZ"]) }
    #expect(try set.selecting(["CAP"]).digest == set.digest)
  }

  @Test func theDigestDependsOnWhatTheFilesHold() throws {
    let own = try profile("")
    let set = try RuleSet(profile: own, library: library(rule("CAP-001"), rule("CAP-002")))
    #expect(set.digest.utf8.count == 64)
    var digests: Set = [set.digest]
    let changed = RuleLibrary(rules: [rule("CAP-001"), rule("CAP-002")], digests: ["CAP-001": "x", "CAP-002": "y"])
    #expect(digests.insert(try RuleSet(profile: own, library: changed).digest).inserted)
    #expect(digests.insert(try RuleSet(profile: try profile("<p>p</p>"), library: changed).digest).inserted)
    #expect(digests.insert(try RuleSet(profile: own, library: library(rule("CAP-001"))).digest).inserted)
  }

  @Test(arguments: [
    ("<severity rule='CAP-001' role='fatal'/>", "3:32: “fatal” is no role: it is error, warning or info"),
    ("<ignore/>", "3:2: <ignore> lacks the attribute “rule”"),
    ("<title>Two</title>", "3:2: <title> stands here a second time"),
    ("<include file='x'/>", "3:2: <include> is not allowed in <profile>"),
    ("text", "1:2: text is not allowed in <profile>"),
    ("<ignore rule='XYZ-001'/>", "3:15: there is no “XYZ-001”"),
  ])
  func saysWhatIsWrongAndWhere(_ content: String, _ expected: String) {
    do throws(RuleError) {
      _ = try RuleSet(profile: try profile(content), library: library(rule("CAP-001")))
      Issue.record("it was taken")
    } catch {
      #expect(error.description == "profiles/own.xml:" + expected)
    }
  }

  @Test func saysWhatIsMissing() {
    do throws(RuleError) {
      _ = try Profile.load(
        RuleSource(file: "other.xml", bytes: Array("<profile name='own' xmlns='urn:caveat:profile'/>".utf8)))
      Issue.record("it was taken")
    } catch {
      #expect(
        error.description == """
          other.xml:1:2: <profile> lacks <title>
          other.xml:1:2: <profile> lacks <rules>
          other.xml:1:16: the id “own” is not the name of the file, “other”
          """)
    }
  }
}
