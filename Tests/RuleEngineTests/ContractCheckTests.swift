import RuleEngine
import Testing

@Suite struct ContractCheckTests {
  /// The test of the sound rule exchanged; it begins at line 7, column 67.
  @Test(arguments: [
    ("@controled = 'true'", "7:68: the contract has no attribute “controled”"),
    ("@name = 'NODIS'", "7:68: paragraph has no attribute “name”"),
    ("/document/@level = 'SCERET'", "7:86: “SCERET” is no value of @level: it is U, LOU, C, S, TS or none"),
    ("'SCERET' != ../@level", "7:67: “SCERET” is no value of @level: it is U, LOU, C, S, TS or none"),
    ("../captoin", "7:70: the contract has no element “captoin”"),
    ("subject", "7:67: there is no “subject” to be found here from paragraph"),
    ("../caption[@name = 'NODISS']", "7:86: “NODISS” is no value of @name"),
    ("@n = 'one'", "7:72: @n is a number and never “one”"),
    ("@n = 3 or @marked = 3", "7:87: “3” is no value of @marked: it is true or false"),
    ("@level &gt; 'C'", "7:79: @level is a number and never “C”"),
    ("@marked", "7:68: @marked is always there, so that this is always true; compare it with a value"),
    ("not(@marked)", "7:72: @marked is always there, so that this is always true; compare it with a value"),
    (
      "@marked = true()",
      "7:77: true() and false() ask whether there is a @marked at all; compare it with 'true' or 'false'"
    ),
    ("matches(@mark, 'U')", "7:67: XPath 1.0 has no function “matches”"),
    ("contains(@mark)", "7:67: contains() does not take that many arguments"),
    ("count('x') = 1", "7:73: a path is needed here, not a value"),
    ("$n = 1", "7:67: there are no variables, so $n is nothing"),
    ("../cv:caption", "7:70: names have no prefix in a marking document: “cv:caption”"),
    ("text() = 'U'", "7:67: a marking document has elements and attributes only"),
    ("../caption = 'NODIS'", "7:70: an element has no text; use one of its attributes"),
    ("position() = 1", "7:67: position() has a meaning only between [ and ]"),
    (
      "//caption",
      "7:67: this would reach into quoted telegrams, which are judged on their own; name the elements on the way"
    ),
    (
      "/document/document",
      "7:77: this would reach into quoted telegrams, which are judged on their own; name the elements on the way"
    ),
    (
      "count(../*) = 1",
      "7:76: this would reach into quoted telegrams, which are judged on their own; name the elements on the way"
    ),
    ("name(..) = 'documents'", "7:78: the contract has no element “documents”"),
    ("@marked = ", "7:77: a name is missing here"),
    ("@marked = 'true' and @controlled='yes'", "7:100: “yes” is no value of @controlled: it is true or false"),
    ("@marked =\n 'ture'\n and\n @mark = 'SUB'", "8:2: “ture” is no value of @marked: it is true or false"),
    ("1 &lt; 2 and @marked = &quot;ü&quot;", "7:90: “ü” is no value of @marked: it is true or false"),
  ])
  func saysWhatCanNeverBeMet(_ test: String, _ expected: String) throws {
    let text = RuleText.with("@marked = 'true'", as: test)
    let said = try RuleText.problems(text) ?? "nothing"
    #expect(said.split(separator: "\n").first?.hasPrefix(RuleText.file + ":" + expected) == true, "\(said)")
  }

  @Test(arguments: [
    "not(@mark)", "@mark-legal", "@mark = 'U' or ../@level != 'none'", "preceding-sibling::paragraph[1]/@n + 1 = @n",
    "count(../caption[@name = 'NODIS']) &lt; 2", "subparagraph[last()]/@level = @level", "@n mod 2 = 1",
    "name(following-sibling::page) = 'page'", "ancestor::document/@level = 'U'", "descendant::subparagraph",
    "sum(../paragraph/@n) &gt; 0", "../transmission/addressee/@role = 'action'", "string-length(@mark) = 1",
    "../transmission/transmission-id/@fl = 1", "@at &lt; ../signature/@at", "@line = 1",
    "starts-with(@mark, 'S') = true()", "not(../caption) = false()", "self::paragraph", "(../page | ../passage)[1]/@at",
    "boolean(../caption)", "@*[. = 'true']",
  ])
  func acceptsWhatTheContractHas(_ test: String) throws {
    #expect(try RuleText.problems(RuleText.with("@marked = 'true'", as: test)) == nil)
  }

  @Test(arguments: [
    ("paragraph", "6:18: a context begins with /document"), ("//paragraph", "6:18: a context begins with /document"),
    ("/document//paragraph", "6:27: a context goes down by element names only"),
    ("/document/paragraph/@n", "6:39: a context goes down by element names only"),
    ("/document/paragraph/..", "6:38: a context goes down by element names only"),
    ("/document/paragraph | caption", "6:40: a context begins with /document"),
    ("/document/paragraf", "6:28: the contract has no element “paragraf”"),
    ("/document/tag", "6:28: there is no “tag” to be found here from document"),
    ("/document[@day]/paragraph[@markd]", "6:45: the contract has no attribute “markd”"),
    ("/document/paragraph[", "6:38: a name is missing here"), ("'x'", "6:18: a context begins with /document"),
  ])
  func contextsAreAbsoluteAndGoDown(_ context: String, _ expected: String) throws {
    let said = try RuleText.problems(RuleText.with("/document/paragraph", as: context)) ?? "nothing"
    #expect(said.split(separator: "\n").first?.hasPrefix(RuleText.file + ":" + expected) == true, "\(said)")
  }

  @Test(arguments: [
    ("/document/signature", "8:45: an element has no text; use one of its attributes"),
    ("subparagraph/@label", "8:49: @label may hold words of the document, which no message may repeat"),
    ("count(subparagraph[@label = 'a'])", "8:55: @label may hold words of the document, which no message may repeat"),
    ("subparagraph/@*", "8:49: @label may hold words of the document, which no message may repeat"),
    (".", "8:35: an element has no text; use one of its attributes"),
    ("string()", "8:35: an element has no text; use one of its attributes"),
  ])
  func messagesRepeatNoText(_ select: String, _ expected: String) throws {
    let said = try RuleText.problems(RuleText.with("\"@n\"", as: "\"\(select)\"")) ?? "nothing"
    #expect(said == RuleText.file + ":" + expected)
  }

  @Test func everyMistakeOfAFileIsSaidAtOnce() throws {
    let text = RuleText.with("@marked = 'true'", as: "@markd = 'x' or caption").replacing("\"@n\"", with: "\"@m\"")
    #expect(
      try RuleText.problems(text) == """
        own/TST-001.sch:7:68: the contract has no attribute “markd”
        own/TST-001.sch:7:83: there is no “caption” to be found here from paragraph
        own/TST-001.sch:8:36: the contract has no attribute “m”
        """)
  }
}
