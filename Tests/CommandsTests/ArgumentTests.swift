import Commands
import Testing

@Suite("Arguments") struct ArgumentTests {
  private func parse(_ words: String...) throws(UsageError) -> Arguments {
    guard case .run(let arguments) = try ArgumentParser.parse(words.map { Array($0.utf8) }) else {
      return Arguments(.help)
    }
    return arguments
  }

  private func error(_ words: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try ArgumentParser.parse(words.map { Array($0.utf8) })
      return nil
    } catch {
      return error
    }
  }

  @Test func optionsAndOperandsMix() throws {
    let arguments = try parse("check", "a", "--form", "smart", "b", "--fail-on=warning", "-")
    #expect(arguments.command == .check)
    #expect(arguments.operands == ["a", "b", "-"].map { Array($0.utf8) })
    #expect(arguments.value(.form) == "smart")
    #expect(arguments.value(.failOn) == "warning")
  }

  @Test func twoDashesEndTheOptions() throws {
    let arguments = try parse("check", "--show-text", "--", "--form", "-x")
    #expect(arguments.has(.showText))
    #expect(arguments.operands == ["--form", "-x"].map { Array($0.utf8) })
  }

  @Test func namesNeedNotBeUTF8() throws {
    let name: [UInt8] = [0x61, 0xFF, 0x62]
    let request = try ArgumentParser.parse([Array("check".utf8), name, Array("--output=".utf8) + name])
    guard case .run(let arguments) = request else {
      Issue.record("no run")
      return
    }
    #expect(arguments.operands == [name])
    #expect(arguments.bytes(.output) == name)
  }

  @Test func idsAreSeparatedByCommas() throws {
    #expect(
      try parse("check", "--select", "CAP-003,LIN", "--select=PAR", "x").words(.select) == ["CAP-003", "LIN", "PAR"])
  }

  @Test func commandsOfTwoWords() throws {
    #expect(try parse("rules", "test", "x").command == .rulesTest)
    #expect(try parse("rules").command == .rules)
  }

  @Test(
    arguments: CommandName.allCases.flatMap {
      [[$0.rawValue, "--help"], [$0.rawValue, "-h"], ["help", $0.rawValue]]
    })
  func helpEverywhere(words: [String]) throws {
    let words = words.flatMap { $0.split(separator: " ") }.map { Array($0.utf8) }
    guard case .help(let command) = try ArgumentParser.parse(words) else {
      Issue.record("no help for \(words)")
      return
    }
    #expect(command != nil || words.count == 2)
  }

  @Test func helpWinsOverWhatIsMissing() throws {
    guard case .help(.check) = try ArgumentParser.parse(["check", "--form", "smart", "--help"].map { Array($0.utf8) })
    else {
      Issue.record("no help")
      return
    }
  }

  @Test func misspeltWordsGetASuggestion() {
    #expect(error("chek", "x") == .unknownCommand("chek", nearest: "check"))
    #expect(error("check", "--formt", "x") == .unknownOption("--formt", command: "check", nearest: "--format"))
    #expect(error("check", "--fial-on", "x") == .unknownOption("--fial-on", command: "check", nearest: "--fail-on"))
    #expect(error("check", "--zzzzzz", "x") == .unknownOption("--zzzzzz", command: "check", nearest: nil))
    #expect(error("--versoin") == .unknownOption("--versoin", command: "caveat", nearest: "--version"))
    let forms = Table.row(.check).options.first { $0.name == .form }?.words ?? []
    #expect(
      error("check", "--form", "smrat", "x") == .wrongValue(.form, given: "smrat", allowed: forms, nearest: "smart"))
  }

  @Test func wrongUse() {
    #expect(error() == .noCommand)
    #expect(error("check") == .missingOperand("check", placeholder: "PATH…"))
    #expect(error("parse", "a", "b") == .extraOperand("b", command: "parse"))
    #expect(error("check", "--form") == .missingValue(.form, placeholder: "NAME"))
    #expect(error("check", "--output", "--format", "xml") == .missingValue(.output, placeholder: "FILE"))
    #expect(error("check", "--output=", "x") == .missingValue(.output, placeholder: "FILE"))
    #expect(error("check", "--show-text=yes", "x") == .unwantedValue(.showText))
    #expect(error("check", "--form", "smart", "--form", "wire", "x") == .repeatedOption(.form))
    let commands = ["check", "fix", "baseline write", "baseline prune", "parse", "redact", "audit", "worker"]
    #expect(error("--form", "smart") == .misplacedOption(.form, commands: commands))
    #expect(error("check", "-x") == .unknownOption("-x", command: "check", nearest: nil))
  }

  @Test func everyMessageIsOneLine() {
    let errors: [UsageError] = [
      .noCommand, .unknownCommand("x\n", nearest: "y"), .unpairedOutput(outputs: 2, formats: 1),
      .unpairedOutput(outputs: 0, formats: 2), .wrongTime(nil), .wrongTime(.timestamp), .standardInputTwice,
    ]
    for error in errors { #expect(error.message.count(where: \.isNewline) == (error == errors[1] ? 1 : 0)) }
  }
}

extension OptionRow {
  /// The words of a closed list.
  var words: [String] { if case .oneOf(let words) = value { words } else { [] } }
}
