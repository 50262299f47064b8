import Commands
import Testing

/// The help, the man page and the completions are made from the table, and the committed ones are fresh.
@Suite("Table of options") struct TableTests {
  private static let generated: [(file: String, text: String)] = [
    ("docs/caveat.1", ManPage.text),
    ("docs/completions/caveat.bash", BashCompletion.text),
    ("docs/completions/_caveat", ZshCompletion.text),
    ("docs/completions/caveat.fish", FishCompletion.text),
  ]

  @Test(arguments: Table.commands.map(\.name))
  func everyOptionStandsEverywhere(command: CommandName) {
    let row = Table.row(command)
    #expect(row.name == command)
    for option in row.options {
      #expect(Help.text(command).contains(option.synopsis))
      #expect(ManPage.text.contains(option.name.typed.replacing("-", with: "\\-")))
      #expect(BashCompletion.text.contains(option.name.typed))
      #expect(ZshCompletion.text.contains(option.name.typed))
      #expect(FishCompletion.text.contains("-l \(option.name.rawValue) "))
    }
  }

  @Test func everyNameIsUsed() {
    let used = Table.commands.flatMap(\.options) + Table.globalOptions
    for name in OptionName.allCases { #expect(used.contains { $0.name == name }, "\(name.typed) is in no command") }
    #expect(Table.commands.map(\.name) == CommandName.allCases)
    #expect(Table.exitCodes.map(\.code) == ExitCode.allCases)
  }

  @Test func helpFitsATerminal() {
    for command in CommandName.allCases.map(Optional.some) + [nil] {
      for line in Help.text(command).split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test(arguments: generated.map(\.file))
  func committedFilesAreFresh(file: String) throws {
    let text = try #require(Self.generated.first { $0.file == file }).text
    if Surroundings.process.variable("RECORD") != nil {
      Repository.write(file, text)
      Issue.record("\(file) was recorded; run again without RECORD")
    } else {
      let isFresh = Repository.text(file) == text
      #expect(isFresh, "\(file) is stale: run make generate")
    }
  }

  @Test func theChangelogKnowsTheVersion() {
    #expect(Repository.text("CHANGELOG.md")?.contains("\n## \(Version.number)") == true)
  }
}
