import CommandTestSupport
import Commands
import Testing

@Suite("Rules from the command line") struct RuleCommandTests {
  private let folder = TemporaryFolder()

  /// A rule of a user, in a folder of its own.
  private func rules(_ name: String = "OUR-001", _ change: (String) -> String = { $0 }) -> String {
    folder.folder("rules")
    folder.write("rules/\(name).sch", change(Self.rule))
    return folder.path("rules")
  }

  private static let rule = """
    <?xml version="1.0" encoding="UTF-8"?>
    <pattern id="OUR-001" xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:cv="urn:caveat:rule">
      <title>Our cables are unclassified</title>
      <p class="why">Our office has no safe.</p>
      <rule context="/document">
        <assert id="OUR-001-a" role="error" see="Office instruction 1" test="@classified = 'false'">
          The cable has level <value-of select="@level"/>.
        </assert>
      </rule>
      <cv:accept name="unclassified" form="drafted"><![CDATA[
    UNCLAS TALLINN 000123
    SUBJECT: HARBOR TALKS
    ]]></cv:accept>
      <cv:reject name="secret" form="drafted"><![CDATA[
    ↓S E C R E T TALLINN 000123
    SUBJECT: HARBOR TALKS
    ]]></cv:reject>
    </pattern>

    """

  @Test func everyProfileUsesTheUsersRules() {
    let run = Run("rule", "--rules", rules(), "OUR-001")
    #expect(run.text.contains("Profiles        au, dod"), "\(run.text)")
  }

  @Test func anAssertionIsNoRule() {
    for option in ["--select", "--ignore"] {
      let run = Run("check", option, "CAP-003-a", folder.write("in", Cable.clean))
      #expect(run.code == .usage)
      #expect(run.errors.contains("'CAP-003-a' is an assertion of 'CAP-003'"), "\(run.errors)")
    }
  }

  @Test func besideTheStandardRulesAndInsteadOfThem() {
    let wrong = folder.write("wrong", Cable.wrong)
    let beside = Run("check", "--form", "drafted", "--rules", rules(), wrong)
    #expect(beside.code == .findings)
    #expect(beside.text.contains("OUR-001") && beside.text.contains("EOL-003"))
    let instead = Run("check", "--form", "drafted", "--rules", rules(), "--no-standard-rules", wrong)
    #expect(instead.code == .findings)
    #expect(instead.text.contains("OUR-001") && !instead.text.contains("EOL-003"))
    #expect(Run("check", "--no-standard-rules", wrong).code == .usage)
    #expect(Run("check", "--rules", folder.folder("hollow"), wrong).code == .usage)
    #expect(Run("check", "--rules", folder.path("missing"), wrong).code == .usage)
  }

  @Test func examplesAreRun() {
    let good = Run("rules", "test", rules())
    #expect(good.code == .clean)
    #expect(good.text == "2 examples of 1 rule: all hold\n")
    let bad = Run(
      "rules", "test",
      rules {
        $0.replacing("↓", with: "").replacing(
          "SUBJECT: HARBOR TALKS\n]]></cv:rej", with: "↓SUBJECT: HARBOR TALKS\n]]></cv:rej")
      })
    #expect(bad.code == .findings)
    #expect(bad.text.contains("OUR-001.sch:14: “secret”: nothing is reported at line 2, column 1 of the example"))
    #expect(bad.text.contains("it is reported at line 1, column 1 of the example"))
    let accepted = Run("rules", "test", rules { $0.replacing("'false'", with: "'true'") })
    #expect(accepted.code == .findings)
    #expect(accepted.text.contains("OUR-001.sch:10: “unclassified”: it is to be accepted, but is reported at line 1"))
  }

  @Test func aRuleFileThatIsWrongIsNamedWithItsPlace() {
    for change in [
      ("@classified", "@clasified"), ("'false'", "'no'"), ("</rule>", ""), ("role=\"error\"", "role=\"bad\""),
    ] {
      let path = rules { $0.replacing(change.0, with: change.1) }
      for words in [["rules", "test", path], ["check", "--rules", path, folder.write("a", Cable.clean)]] {
        let run = Run(words)
        #expect(run.code == .usage)
        #expect(run.notes.first?.contains("OUR-001.sch:") == true, "\(run.errors)")
        #expect(run.output.isEmpty)
      }
    }
  }

  @Test func anXMLBombIsRefusedAtOnce() {
    var entities = "<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaa\">"
    for level in 1...12 {
      entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE pattern [\(entities)]>\n<pattern id=\"BMB-001\">&a12;</pattern>\n"
    folder.folder("bomb")
    folder.write("bomb/BMB-001.sch", bomb)
    let run = Run(
      "check", "--rules", folder.path("bomb"), "--output", folder.path("report"), folder.write("a", Cable.clean))
    #expect(run.code == .usage)
    #expect(run.notes.count == 1)
    #expect(run.errors.contains("BMB-001.sch"))
    #expect(folder.names == ["a", "bomb"])
    folder.write("bomb/BMB-001.sch", String(repeating: " ", count: 2 << 20))
    #expect(Run("rules", "test", folder.path("bomb")).code == .usage)
  }

  @Test func listAndPage() {
    let list = Run("rules")
    #expect(list.code == .clean)
    #expect(list.text.contains("CAP-003"))
    #expect(Run("rules", "--format", "json").text.contains("\"CAP-003\""))
    #expect(Run("rules", "--rules", rules(), "--no-standard-rules").text.contains("OUR-001"))
    let page = Run("rule", "CAP-003")
    #expect(page.code == .clean)
    #expect(page.text.contains("SENSITIVE"))
    #expect(page.text.contains("caption missing"))
    #expect(Run("rule", "--rules", rules(), "OUR-001").text.contains("Office instruction 1"))
    #expect(Run("rule", "CAP-03").notes == ["caveat: there is no rule 'CAP-03'; did you mean 'CAP-003'?"])
  }

  /// Both evaluators find the same, and the list says which of them evaluates a rule.
  @Test func rulesAreEvaluatedByEither() {
    let wrong = folder.write("wrong", Cable.wrong)
    let outside = rules { $0.replacing("@classified = 'false'", with: "not(@*[. = 'S'])") }
    for options in [[], ["--rules", outside, "--format", "json"]] {
      let reports = [[], ["--evaluator", "compiled"], ["--evaluator", "libxml2"]].map {
        Run(["check", "--form", "drafted", "--timestamp", "0"] + options + $0 + [wrong])
      }
      #expect(reports.allSatisfy { $0.code == .findings && $0.text == reports[0].text })
    }
    #expect(Run("check", "--evaluator", "saxon", wrong).code == .usage)
    let alone = ["rules", "--rules", outside, "--no-standard-rules"]
    #expect(Run(alone).text.contains("Our cables are unclassified (libxml2)\n"))
    #expect(Run(alone).text.contains("1 rule evaluated by libxml2"))
    #expect(Run(alone + ["--format", "json"]).text.contains("\"evaluator\": \"libxml2\""))
    let standard = Run("rules", "--format", "json").text
    #expect(standard.contains("\"evaluator\": \"compiled\"") && !standard.contains("libxml2"))
  }

  @Test func parseShowsWhatRulesSee() {
    let path = folder.write("a", Cable.wrong)
    for (format, start) in [("xml", "<?xml"), ("json", "{"), ("text", "")] {
      let run = Run("parse", "--form", "drafted", "--format", format, path)
      #expect(run.code == .clean)
      #expect(run.text.hasPrefix(start))
      #expect(run.text.contains("classification"))
      #expect(!run.text.contains("surprised"))
    }
    #expect(Run("parse", folder.path).code == .incomplete)
    #expect(Run("parse", "-", input: Array(Cable.clean.utf8)).code == .clean)
  }
}
