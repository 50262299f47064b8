import MarkingModel
import RuleEngine
import Testing

@Suite struct RuleLoaderTests {
  @Test func readsEveryPartOfARule() throws {
    let text = RuleText.with("<rule", as: "<p class='note'>A\n   note.</p><cv:unverified/><rule")
      .replacing("role=\"error\"", with: "role=\"warning\"")
      .replacing("forms=\"drafted\"", with: "forms='drafted\n wire' from='1995-10-01' to='2024-02-29'")
    let rule = try RuleText.load(text)
    #expect(rule.id == "TST-001" && rule.family == "TST" && rule.folder == "own")
    #expect(rule.title == "A title" && rule.why == "Why it matters." && rule.notes == ["A note."])
    #expect(rule.isUnverified && rule.severity == .warning)
    #expect(rule.reach == Rule.Reach(forms: ["drafted", "wire"], from: 19_951_001, to: 20_240_229))
    #expect(
      rule.clauses == [
        Rule.Clause(
          context: "/document/paragraph",
          assertions: [
            Rule.Assertion(
              id: "TST-001-a", severity: .warning, authority: "5 FAH-2 H-442", test: "@marked = 'true'",
              message: [.text("Paragraph "), .value("@n"), .text(" is not marked.")])
          ])
      ])
    #expect(rule.examples.map(\.name) == ["marked", "unmarked"])
    #expect(rule.examples.map(\.text) == ["1. (U) Text.\n", "1. Text.\n"])
    #expect(rule.examples.map(\.marks) == [[], [0]])
    #expect(rule.examples.map(\.form) == [nil, "drafted"])
    #expect(rule.examples.map(\.line) == [13, 16])
  }

  @Test func countsMarksInBytesOfTheText() throws {
    let rule = try RuleText.load(RuleText.with("↓1. Text.", as: "Ünal\n↓1. “Text”. ↓2."))
    #expect(rule.examples[1].text == "Ünal\n1. “Text”. 2.\n")
    #expect(rule.examples[1].marks == [6, 21])
  }

  @Test func keepsLiteralsAsTheyAreWritten() throws {
    let rule = try RuleText.load(
      RuleText.with("@marked = 'true'", as: "  contains(@mark,\n   '  ')\tor  @mark = &quot;U&quot; "))
    #expect(rule.clauses[0].assertions[0].test == "contains(@mark, '  ') or @mark = \"U\"")
  }

  /// One change to the sound rule, and what is said of it.
  @Test(arguments: [
    ("<title>A title</title>", "", "2:2: <pattern> lacks <title>"),
    ("<p class=\"why\">Why it matters.</p>", "", "2:2: <pattern> lacks <p class=\"why\">"),
    ("A title", " ", "3:4: <title> is empty"),
    ("A title", "A <b>title</b>", "3:13: <b> is not allowed in <title>"),
    ("<title>", "<title lang='en'>", "3:10: <title> does not take the attribute “lang”"),
    ("</title>", "</title>\n  <title>B</title>", "4:4: <title> stands here a second time"),
    (
      "class=\"why\"", "class=\"because\"",
      "2:2: <pattern> lacks <p class=\"why\">\n4:13: “because” is no class of <p>: it is why or note"
    ),
    ("<rule", "<let name='x' value='1'/><rule", "6:4: <let> is not allowed in <pattern>"),
    ("<rule", "<cv:aplies/><rule", "6:4: <aplies> is not allowed in <pattern>"),
    ("<rule", "stray <rule", "2:2: text is not allowed in <pattern>"),
    ("<assert", "<report test='1'/><assert", "7:6: <report> is not allowed in <rule>"),
    ("<value-of", "<name/><value-of", "8:18: <name> is not allowed in <assert>"),
    ("<value-of select=\"@n\"/>", "<value-of/>", "8:18: <value-of> lacks the attribute “select”"),
    ("see=\"5 FAH-2 H-442\"", "", "7:6: <assert> lacks the attribute “see”"),
    ("see=\"5 FAH-2 H-442\"", "see=\" \"", "7:46: “see” is empty"),
    ("role=\"error\"", "role=\"fatal\"", "7:34: “fatal” is no role: it is error, warning or info"),
    ("role=\"error\"", "", "7:6: <assert> lacks the attribute “role”"),
    ("<rule", "<cv:unverified/><rule", "7:34: a rule that is not verified cannot be an error"),
    ("TST-001-a", "TST-002-a", "7:17: “TST-002-a” is no id for an assertion of TST-001: it is “TST-001-” and a letter"),
    (
      "id=\"TST-001\"", "id=\"TST-1\"",
      "2:14: “TST-1” is no rule id: it is a family of capital letters or digits, a dash and three digits"
    ),
    ("id=\"TST-001\"", "id=\"TST-009\"", "2:14: the id “TST-009” is not the name of the file, “TST-001”"),
    ("id=\"TST-001\" ", "", "2:2: <pattern> lacks the attribute “id”"),
    ("forms=\"drafted\"", "forms=\"wire drafted-in-haste\"", "5:22: “drafted-in-haste” is no form: it is"),
    ("forms=\"drafted\"", "from=\"1995-02-29\"", "5:21: “1995-02-29” is no date: it is written yyyy-mm-dd"),
    ("forms=\"drafted\"", "to=\"19950201\"", "5:19: “19950201” is no date: it is written yyyy-mm-dd"),
    ("forms=\"drafted\"", "from=\"1995-02-02\" to=\"1995-02-01\"", "5:4: the first day is after the last"),
    ("forms=\"drafted\"/>", "forms=\"drafted\"/>\n<cv:applies/>", "6:2: <applies> stands here a second time"),
    ("<cv:accept name=\"marked\">", "<cv:accept>", "11:4: <accept> lacks the attribute “name”"),
    ("1. (U) Text.", "↓1. (U) Text.", "11:4: an example that is accepted has no ↓"),
    ("↓1. Text.", "1. Text.", "14:4: an example that is rejected has a ↓ before each place"),
    ("form=\"drafted\"><", "form=\"draft\"><", "14:36: “draft” is no form: it is"),
    ("Paragraph <value-of select=\"@n\"/> is not marked.", "", "7:6: <assert> is empty"),
  ])
  func saysWhatIsWrongAndWhere(_ piece: String, _ replacement: String, _ expected: String) throws {
    let said = try RuleText.problems(RuleText.with(piece, as: replacement)) ?? "nothing"
    let lines = expected.split(separator: "\n").map { RuleText.file + ":" + $0 }
    #expect(said.split(separator: "\n").count == lines.count)
    for (line, expected) in zip(said.split(separator: "\n"), lines) { #expect(line.hasPrefix(expected), "\(said)") }
  }

  @Test func needsExamplesOfBothKinds() throws {
    let whole = RuleText.whole
    let start = try #require(whole.firstRange(of: "<cv:accept")).lowerBound
    let none = whole[..<start] + "</pattern>"
    #expect(
      try RuleText.problems(String(none)) == """
        own/TST-001.sch:2:2: <pattern> lacks <cv:accept>
        own/TST-001.sch:2:2: <pattern> lacks <cv:reject>
        """)
  }

  @Test func allowsAnAssertionIDOnce() throws {
    let text = RuleText.with(
      "<rule",
      as: """
        <rule context="/document/caption"><assert id="TST-001-a" role="info" see="x" test="@name = 'NODIS'">m</assert></rule>
          <rule
        """)
    #expect(try RuleText.problems(text) == "own/TST-001.sch:8:17: the id “TST-001-a” stands here a second time")
  }

  @Test func refusesAnIDThatIsInUse() throws {
    #expect(
      try RuleText.problems(RuleText.whole, taken: ["TST-001": "cable/TST-001.sch"])
        == "own/TST-001.sch:2:14: the id “TST-001” is already that of cable/TST-001.sch")
  }

  @Test func refusesWhatIsNoPattern() throws {
    #expect(try RuleText.problems("<schema/>") == "own/TST-001.sch:1:2: <schema> is not allowed in <the file>")
    #expect(
      try RuleText.problems("<pattern id='TST-001'/>") == "own/TST-001.sch:1:2: <pattern> is not allowed in <the file>")
    #expect(
      try RuleText.problems("<pattern>\n  <a></b>\n")
        == "own/TST-001.sch:2:10: not well-formed XML: Opening and ending tag mismatch: a line 2 and b")
    #expect(try RuleText.problems("")?.hasPrefix("own/TST-001.sch:1:1: not well-formed XML") == true)
  }

  @Test func refusesABomb() throws {
    var bomb = "<!DOCTYPE pattern [<!ENTITY a0 \"boom\">"
    for level in 1...30 {
      bomb += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    bomb += "]>\n<pattern id=\"&a30;\">&a30;</pattern>"
    #expect(try RuleText.problems(bomb)?.hasSuffix("a document type declaration is not allowed") == true)
  }
}
