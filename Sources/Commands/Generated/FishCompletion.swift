/// The completion for fish, from the table.
package enum FishCompletion {
  package static var text: String {
    var lines = [
      "# Made from the table of options by 'make generate'; do not edit.",
      "complete -c caveat -f",
      "# Whether the line begins with this command: its words may be files of another one.",
      "function __caveat_is",
      "    set -l words (commandline -opc)",
      "    set -l last (math 1 + (count $argv))",
      "    set -l begin $words[2..$last]",
      "    test \"$begin\" = \"$argv\"",
      "end",
    ]
    for (word, summary) in Table.firstWords {
      lines.append("complete -c caveat -n __fish_use_subcommand -a \(word) -d \(quoted(summary))")
    }
    for option in Table.globalOptions { lines.append(line("__fish_use_subcommand", option)) }
    for row in Table.commands {
      guard let second = row.name.second else { continue }
      lines.append(
        "complete -c caveat -n \(quoted(alone(row.name.first))) -a \(second) -d \(quoted(row.summary))")
    }
    for row in Table.commands {
      lines += row.options.map { line(condition(row.name), $0) }
      if let operand = operand(row) { lines.append("complete -c caveat -n \(quoted(condition(row.name))) \(operand)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A first word without one of those that can come behind it.
  private static func alone(_ word: String) -> String {
    let seconds = Table.secondWords(word).compactMap(\.name.second)
    return (["__caveat_is \(word)"] + seconds.map { "not __caveat_is \(word) \($0)" }).joined(separator: "; and ")
  }

  private static func condition(_ name: CommandName) -> String {
    guard let second = name.second else { return alone(name.first) }
    return "__caveat_is \(name.first) \(second)"
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
    let short = row.name.short.map { " -s \($0.dropFirst())" } ?? ""
    return "complete -c caveat -n \(quoted(condition))\(short) -l \(row.name.rawValue)\(value) -d \(quoted(row.help))"
  }

  private static func operand(_ row: CommandRow) -> String? {
    switch row.operands {
    case .paths, .path, .input, .copy, .ledger, .audited, .auditFile, .auditFiles, .auditView, .shards: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .command: "-a \(quoted(Table.firstWords.map(\.word).joined(separator: " ")))"
    case .ruleID, .markings, .portions, .none: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
