/// The completion for fish, from the table.
package enum FishCompletion {
  package static var text: String {
    var lines = [
      "# Made from the table of options by 'make generate'; do not edit.",
      "complete -c caveat -f",
    ]
    for row in Table.commands where !row.name.rawValue.contains(" ") {
      lines.append(
        "complete -c caveat -n __fish_use_subcommand -a \(row.name.rawValue) -d \(quoted(row.summary))")
    }
    for option in Table.globalOptions { lines.append(line("__fish_use_subcommand", option)) }
    lines.append(
      "complete -c caveat -n '__fish_seen_subcommand_from rules; and not __fish_seen_subcommand_from test' -a test "
        + "-d \(quoted(Table.rulesTest.summary))")
    for row in Table.commands {
      lines += row.options.map { line(condition(row.name), $0) }
      if let operand = operand(row) { lines.append("complete -c caveat -n \(quoted(condition(row.name))) \(operand)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func condition(_ name: CommandName) -> String {
    switch name {
    case .rules: "__fish_seen_subcommand_from rules; and not __fish_seen_subcommand_from test"
    case .rulesTest: "__fish_seen_subcommand_from rules; and __fish_seen_subcommand_from test"
    default: "__fish_seen_subcommand_from \(name.rawValue)"
    }
  }

  private static func line(_ condition: String, _ row: OptionRow) -> String {
    let value =
      switch row.value {
      case .none: ""
      case .oneOf(let words), .name(let words): " -x -a \(quoted(words.joined(separator: " ")))"
      case .file: " -r -F"
      case .folder: " -x -a '(__fish_complete_directories)'"
      case .ruleIDs, .text: " -x"
      }
    let short = row.name == .help ? " -s h" : ""
    return "complete -c caveat -n \(quoted(condition))\(short) -l \(row.name.rawValue)\(value) -d \(quoted(row.help))"
  }

  private static func operand(_ row: CommandRow) -> String? {
    switch row.operands {
    case .paths, .path: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .command: "-a \(quoted(BashCompletion.firstWords.joined(separator: " ")))"
    case .ruleID, .markings, .portions, .none: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
