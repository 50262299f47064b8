/// The completion for zsh, from the table.
package enum ZshCompletion {
  package static var text: String {
    var lines = [
      "#compdef caveat",
      "# Made from the table of options by 'make generate'; do not edit.",
      "_caveat() {",
      "  local -a commands=(",
    ]
    for row in Table.commands where !row.name.rawValue.contains(" ") {
      lines.append("    \(quoted(row.name.rawValue + ":" + row.summary))")
    }
    lines += ["  )", "  if ((CURRENT == 2)); then"]
    lines.append("    _describe command commands")
    lines += ["    _arguments \(Table.globalOptions.map(specification).joined(separator: " "))", "    return", "  fi"]
    lines += ["  local command=${words[2]}"]
    lines += ["  [[ $command == rules && ${words[3]} == test && CURRENT -gt 3 ]] && command='rules test'"]
    lines += ["  case $command in"]
    for row in Table.commands {
      lines.append("    '\(row.name.rawValue)')")
      lines.append("      _arguments \\")
      lines += row.options.map { "        \(specification($0)) \\" }
      lines.append("        \(operand(row)) ;;")
    }
    return (lines + ["  esac", "}", "_caveat \"$@\""]).joined(separator: "\n") + "\n"
  }

  private static func specification(_ row: OptionRow) -> String {
    let repeats = row.isRepeatable ? "*" : ""
    let action =
      switch row.value {
      case .none: ""
      case .oneOf(let words), .name(let words): ":\(row.placeholder):(\(words.joined(separator: " ")))"
      case .file: ":\(row.placeholder):_files"
      case .folder: ":\(row.placeholder):_files -/"
      case .ruleIDs, .text: ":\(row.placeholder): "
      }
    let help = row.help.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
    return quoted("\(repeats)\(row.name.typed)[\(help)]\(action)")
  }

  private static func operand(_ row: CommandRow) -> String {
    switch row.operands {
    case .paths: "'*:PATH:_files'"
    case .path: "'*:PATH:_files'"
    case .folder: "'*:FOLDER:_files -/'"
    case .ruleID: "'*:ID: '"
    case .markings: "'*:STRING: '"
    case .portions: "'*:PORTION: '"
    case .command: "'*:COMMAND:(\(BashCompletion.firstWords.joined(separator: " ")))'"
    case .none: row.name == .rules ? "'*:COMMAND:(test)'" : "'*: : '"
    }
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
