/// The completion for bash, from the table.
package enum BashCompletion {
  package static var text: String {
    var lines = [
      "# bash completion for caveat. Made from the table of options by 'make generate'; do not edit.",
      "_caveat() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=",
      "  COMPREPLY=()",
      "  ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}",
    ]
    for row in Table.commands {
      guard let second = row.name.second else { continue }
      lines.append(
        "  [[ $command == \(row.name.first) && ${COMP_WORDS[2]} == \(second) && COMP_CWORD -gt 2 ]] && "
          + "command='\(row.name.rawValue)'")
    }
    lines.append("  case $command:$before in")
    for row in Table.commands {
      for option in row.options where option.takesValue {
        for typed in option.words {
          lines.append("    '\(row.name.rawValue):\(typed)') \(offer(option.value)); return ;;")
        }
      }
    }
    lines += ["  esac", "  case $command in"]
    let names = Table.firstWords.map(\.word) + Table.globalOptions.map(\.name.typed)
    lines.append("    '') \(offer(.oneOf(names))) ;;")
    for row in Table.commands {
      var words = row.options.map(\.name.typed)
      words += Table.secondWords(row.name.rawValue).compactMap(\.name.second)
      lines.append("    '\(row.name.rawValue)')")
      lines.append("      if [[ $word == -* ]]; then \(offer(.oneOf(words))); else \(operand(row)); fi ;;")
    }
    for word in Table.bareWords {
      lines.append("    '\(word)') \(offer(.oneOf(Table.secondWords(word).compactMap(\.name.second)))) ;;")
    }
    return (lines + ["  esac", "}", "complete -o filenames -F _caveat caveat"]).joined(separator: "\n") + "\n"
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
    let seconds = Table.secondWords(row.name.rawValue).compactMap(\.name.second)
    return switch row.operands {
    case .audited: "mapfile -t COMPREPLY < <(compgen -f -W '\(seconds.joined(separator: " "))' -- \"$word\")"
    case .paths, .path, .input, .copy, .ledger, .auditFile, .auditFiles, .auditView, .shards: offer(.file)
    case .folder: offer(.folder)
    case .command: offer(.oneOf(Table.firstWords.map(\.word)))
    case .none: offer(.oneOf(seconds))
    case .ruleID, .markings, .portions: ":"
    }
  }
}
