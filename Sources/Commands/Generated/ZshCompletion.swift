/// The completion for zsh, from the table.
package enum ZshCompletion {
  package static var text: String {
    var lines = [
      "#compdef caveat",
      "# Made from the table of options by 'make generate'; do not edit.",
      "_caveat() {",
      "  local -a commands=(",
    ]
    for (word, summary) in Table.firstWords { lines.append("    \(quoted(word + ":" + summary))") }
    lines += ["  )", "  if ((CURRENT == 2)); then"]
    lines.append("    _describe command commands")
    lines += ["    _arguments \(Table.globalOptions.map(specification).joined(separator: " "))", "    return", "  fi"]
    lines += ["  local command=${words[2]}"]
    for row in Table.commands {
      guard let second = row.name.second else { continue }
      lines.append(
        "  [[ $command == \(row.name.first) && ${words[3]} == \(second) && CURRENT -gt 3 ]] && "
          + "command='\(row.name.rawValue)'")
    }
    lines += ["  case $command in"]
    for row in Table.commands {
      lines.append("    '\(row.name.rawValue)')")
      lines.append("      _arguments \\")
      lines += row.options.map { "        \(specification($0)) \\" }
      lines.append("        \(operand(row)) ;;")
    }
    for word in Table.bareWords {
      lines.append("    '\(word)') _arguments \(second(word)) ;;")
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
    return row.words.map { quoted("\(repeats)\($0)[\(help)]\(action)") }.joined(separator: " ")
  }

  private static func operand(_ row: CommandRow) -> String {
    switch row.operands {
    case .paths: "'*:PATH:_files'"
    case .audited: "\(second(row.name.rawValue, orFiles: true)) '*:PATH:_files'"
    case .path, .input, .copy, .ledger, .auditFile, .auditFiles, .auditView, .shards:
      "'*:\(row.operands.placeholder.joined()):_files'"
    case .folder: "'*:FOLDER:_files -/'"
    case .ruleID: "'*:ID: '"
    case .markings: "'*:STRING: '"
    case .portions: "'*:PORTION: '"
    case .command: "'*:COMMAND:(\(Table.firstWords.map(\.word).joined(separator: " ")))'"
    case .none: second(row.name.rawValue)
    }
  }

  /// Offers the words that can come behind one, or files there too; nothing where there are none.
  private static func second(_ word: String, orFiles: Bool = false) -> String {
    let words = Table.secondWords(word).compactMap(\.name.second)
    if orFiles {
      // A blank before it: zsh puts its own options behind a command otherwise, which this one does not know.
      let commands = "commands:command:(\(words.joined(separator: " ")))"
      return "'2:COMMAND: _alternative \"\(commands)\" \"files:file:_files\"'"
    }
    return words.isEmpty ? "'*: : '" : "'*:COMMAND:(\(words.joined(separator: " ")))'"
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
