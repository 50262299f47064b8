import RuleEngine
import Testing

@Suite struct RuleLibraryTests {
  private func source(_ id: String, _ folder: String) -> RuleSource {
    RuleSource(
      file: "\(folder)/\(id).sch", bytes: Array(RuleText.whole.replacing("TST-001", with: id).utf8))
  }

  @Test func ordersByIDWhateverTheOrderOfTheFiles() throws {
    let contract = try ProjectFiles.loadedContract.get()
    let sources = [source("TST-002", "b"), source("ABC-001", "z"), source("TST-001", "c")]
    let library = try RuleLibrary(loading: sources, contract: contract)
    #expect(library.rules.map(\.id) == ["ABC-001", "TST-001", "TST-002"])
    let again = try RuleLibrary(loading: sources.reversed(), contract: contract)
    #expect(again.rules == library.rules && again.digests == library.digests)
    #expect(library.rule("TST-001")?.file == "c/TST-001.sch")
  }

  @Test func givesAnIDOnce() throws {
    let contract = try ProjectFiles.loadedContract.get()
    let standard = try RuleLibrary(loading: [source("TST-001", "cable")], contract: contract)
    do throws(RuleError) {
      _ = try RuleLibrary(
        loading: [source("TST-001", "own"), source("TST-002", "a"), source("TST-002", "b")], contract: contract,
        beside: standard)
      Issue.record("it was taken")
    } catch {
      #expect(
        error.description == """
          b/TST-002.sch:2:14: the id “TST-002” is already that of a/TST-002.sch
          own/TST-001.sch:2:14: the id “TST-001” is already that of cable/TST-001.sch
          """)
    }
  }
}
