import CommandTestSupport
import Commands
import RuleEngine
import StandardRules
import Testing

/// A run over documents that are judged by different profiles: every report says of each by which, and lists its rules.
@Suite("documents of different profiles in one run") struct MixedProfileTests {
  private let folder = TemporaryFolder()

  private func run(_ format: String) -> String {
    let papers = [
      folder.write("1-cable", Cable.clean),
      folder.write("2-paper", "SECRET//NOFORN\n\nDate: 2016-05-03\n\n1. (S) The harbor is deep.\n\nSECRET//NOFORN\n"),
      folder.write("3-cui", "CUI//SP-CTI\n\nDEPARTMENT OF THE ARMY\n\n1. (CUI//SP-CTI) It is deep.\n\nCUI//SP-CTI\n"),
      folder.write("4-paper", "SECRET//NOFORN\n\nDate: 2016-05-03\n\n1. (S//NF) It is deep.\n\nSECRET//NOFORN\n"),
    ]
    return Run("check", "--format", format, "--fail-on", "never", papers[0], papers[1], papers[2], papers[3]).text
  }

  private func digest(_ profile: String) throws -> String { try StandardRules.ruleSet(profile: profile).digest }

  @Test func theTextNamesTheProfileOfEachDocument() throws {
    let text = run("text")
    for profile in ["ic", "dod-cui"] {
      #expect(text.contains("Profile         \(profile), "))
      #expect(text.contains(try digest(profile)))
    }
    #expect(text.hasPrefix("CAVEAT COMPLIANCE REPORT\n"))
  }

  /// Every rule that a result names is listed, with its title, before the document.
  @Test func theXMLListsTheRulesOfEachProfileOnce() throws {
    let xml = run("xml")
    for profile in ["state", "ic", "dod-cui"] {
      #expect(xml.ranges(of: "<rule-set profile=\"\(profile)\"").count == 1)
    }
    #expect(xml.ranges(of: "<rule-set ").count == 3)
    let paper = try #require(xml.firstRange(of: "<result rule=\"CAB-001\" outcome=\"failed\""))
    let listed = try #require(xml.firstRange(of: "<rule id=\"CAB-001\""))
    #expect(listed.lowerBound < paper.lowerBound)
    #expect(xml.ranges(of: " profile=\"ic\" rules-sha256=\"\(try digest("ic"))\"").count == 2)
  }

  @Test func theSVRLSaysWhoseRulesAPatternIs() throws {
    let svrl = run("svrl")
    #expect(svrl.contains("title=\"Profile state, SHA-256 \(try digest("state"))\""))
    for line in svrl.split(separator: "\n") where line.contains("<active-pattern id=") {
      let role =
        line.contains("-paper\"") ? " role=\"profile-ic\"" : line.contains("-cui\"") ? " role=\"profile-dod-cui\"" : nil
      #expect(role.map { line.contains($0) } ?? !line.contains(" role="), "\(line)")
    }
  }

  @Test func theJSONHasTheRuleSetOfEachDocument() throws {
    let json = run("json")
    #expect(json.ranges(of: "\"digest\": \"\(try digest("ic"))\"").count == 2)
    #expect(json.ranges(of: "\"digest\": \"\(try digest("dod-cui"))\"").count == 1)
    #expect(json.ranges(of: "\"digest\": \"\(try digest("state"))\"").count == 1)
  }

  /// With a profile that was asked for there is one for all.
  @Test func aProfileThatIsNamedHoldsForAll() {
    let paper = folder.write("p", "SECRET//NOFORN\n\n1. (S) The harbor is deep.\n\nSECRET//NOFORN\n")
    let xml = Run("check", "--profile", "ic", "--format", "xml", "--fail-on", "never", paper).text
    #expect(xml.ranges(of: "<rule-set ").count == 1 && !xml.contains("rules-sha256"))
  }
}
