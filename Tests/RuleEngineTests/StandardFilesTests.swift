import RuleEngine
import Testing

@Suite struct StandardFilesTests {
  @Test func everyRuleOfTheProjectLoads() throws {
    let contract = try ProjectFiles.contract()
    for source in try ProjectFiles.rules() {
      do throws(RuleError) {
        _ = try RuleLoader.load(source, contract: contract)
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
