/// The completion for bash, from the table.
package enum BashCompletion {
  package static var text: String {
    var lines = [
      "# bash completion for caveat. Made from the table of options by 'make generate'; do not edit.",
      "_caveat() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=",
      "  COMPREPLY=()",
      "  ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}",
      "  [[ $command == rules && ${COMP_WORDS[2]} == test && COMP_CWORD -gt 2 ]] && command='rules test'",
      "  case $command:$before in",
    ]
    for row in Table.commands {
      for option in row.options where option.takesValue {
        lines.append("    '\(row.name.rawValue):\(option.name.typed)') \(offer(option.value)); return ;;")
      }
    }
    lines += ["  esac", "  case $command in"]
    let names = firstWords + Table.globalOptions.map(\.name.typed)
    lines.append("    '') \(offer(.oneOf(names))) ;;")
    for row in Table.commands {
      var words = row.options.map(\.name.typed)
      if row.name == .rules { words.append("test") }
      lines.append("    '\(row.name.rawValue)')")
      lines.append("      if [[ $word == -* ]]; then \(offer(.oneOf(words))); else \(operand(row)); fi ;;")
    }
    return (lines + ["  esac", "}", "complete -o filenames -F _caveat caveat"]).joined(separator: "\n") + "\n"
  }

  /// The first words of the commands, each once.
  static var firstWords: [String] {
    Table.commands.map(\.name.rawValue).filter { !$0.contains(" ") }
  }

  private static func offer(_ value: OptionRow.Value) -> String {
    switch value {
    case .oneOf(let words), .name(let words):
      "mapfile -t COMPREPLY < <(compgen -W '\(words.joined(separator: " "))' -- \"$word\")"
    case .file: "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")"
    case .folder: "mapfile -t COMPREPLY < <(compgen -d -- \"$word\")"
    case .none, .ruleIDs, .text: ":"
    }
  }

  private static func operand(_ row: CommandRow) -> String {
    switch row.operands {
    case .paths, .path: offer(.file)
    case .folder: offer(.folder)
    case .command: offer(.oneOf(firstWords))
    case .none: row.name == .rules ? offer(.oneOf(["test"])) : ":"
    case .ruleID, .markings, .portions: ":"
    }
  }
}
