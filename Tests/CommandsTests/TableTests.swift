import Commands
import Reporting
import TestSupport
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
    if let problem = try Golden.difference(Array(text.utf8), from: file) { Issue.record("\(problem)") }
  }

  @Test func theChangelogKnowsTheVersion() throws {
    let changes = try String(decoding: Golden.bytes("CHANGELOG.md"), as: UTF8.self)
    #expect(changes.contains("\n## \(Version.number)"))
  }
}
