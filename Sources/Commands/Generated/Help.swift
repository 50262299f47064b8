/// The text of `--help`, from the table.
package enum Help {
  private static let column = 24

  /// Help for one command, or for the program.
  package static func text(_ command: CommandName?) -> String {
    let lines = command.map { Self.command(Table.row($0)) } ?? program
    return lines.joined(separator: "\n") + "\n"
  }

  private static var program: [String] {
    var lines = Wrapped.lines("caveat \(Table.summary).") + [""]
    lines += ["Usage: caveat COMMAND [OPTION]…", "", "Commands:"]
    for row in Table.commands {
      lines += Wrapped.entry(
        ([row.name.rawValue] + row.operands.placeholder).joined(separator: " "), row.summary, column: column)
    }
    lines += ["", "Options:"] + options(Table.globalOptions)
    lines += ["", "Exit codes:"] + exitCodes
    lines += ["", "'caveat COMMAND --help' has more. Try: caveat check FILE"]
    return lines
  }

  private static func command(_ row: CommandRow) -> [String] {
    var lines = ["Usage: " + row.synopsis, ""] + Wrapped.lines(row.summary)
    for paragraph in row.paragraphs { lines += [""] + Wrapped.lines(paragraph) }
    lines += ["", "Options:"] + options(row.options)
    if !row.examples.isEmpty { lines += ["", "Examples:"] }
    for example in row.examples { lines += ["  " + example.line] + Wrapped.lines(example.meaning, indent: 6) }
    return lines + ["", "Exit codes:"] + exitCodes
  }

  private static func options(_ rows: [OptionRow]) -> [String] {
    rows.flatMap { row in
      Wrapped.entry((row.name.short.map { $0 + ", " } ?? "") + row.synopsis, meaning(row), column: column)
    }
  }

  /// The sentence of the table, and the words it takes.
  static func meaning(_ row: OptionRow) -> String {
    var text = row.help
    if case .oneOf(let words) = row.value { text += " One of: \(words.joined(separator: ", "))." }
    if row.isRepeatable { text += " May be given again." }
    return text
  }

  private static var exitCodes: [String] {
    Table.exitCodes.flatMap { Wrapped.entry(String($0.code.rawValue), $0.meaning, column: 5) }
  }
}
