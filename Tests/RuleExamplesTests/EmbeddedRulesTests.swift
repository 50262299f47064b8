import FoundationEssentials
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// What was embedded when the program was built is what stands under `Rules/`, and the compact form of the rules says
/// the same as their files.
@Suite struct EmbeddedRulesTests {
  @Test func everyFileIsEmbedded() throws {
    let paths = StandardRules.paths
    #expect(paths == paths.sorted() && Set(paths).count == paths.count)
    for path in paths { #expect(StandardRules.file(path) == (try Golden.bytes("Rules/" + path)), "\(path)") }
    let found = try FileManager.default.subpathsOfDirectory(atPath: Golden.project + "/Rules")
    let files = found.filter { $0.contains(".") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    #expect(Set(files) == Set(paths))
    #expect(StandardRules.file("cable/NOT-001.sch") == nil)
  }

  @Test func theCompactFormSaysWhatTheFilesSay() throws {
    let sources = StandardRules.paths.filter { $0.hasSuffix(".sch") }.compactMap { path in
      StandardRules.file(path).map { RuleSource(file: path, bytes: $0) }
    }
    let loaded = try RuleLibrary(loading: sources, contract: try StandardRules.contract())
    let embedded = StandardRules.library()
    #expect(!loaded.rules.isEmpty && loaded.digests == embedded.digests)
    let bare = loaded.rules.map { rule in
      var rule = rule
      rule.examples = []
      return rule
    }
    #expect(bare == embedded.rules)
  }

  @Test func everyProfileLoads() throws {
    #expect(StandardRules.profileNames.contains("state"))
    for name in StandardRules.profileNames { #expect(try StandardRules.ruleSet(profile: name).rules.count > 0) }
    #expect(throws: RuleError.self) { try StandardRules.ruleSet(profile: "nobody") }
  }
}
