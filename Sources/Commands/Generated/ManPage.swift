import Reporting

/// The manual page, from the table.
package enum ManPage {
  /// Written with the man macros; groff and mandoc read it without a warning.
  package static var text: String {
    var lines = [
      ".\\\" Made from the table of options by 'make generate'; do not edit.",
      ".TH CAVEAT 1 \(Version.day) \"\(Version.line)\" \"User Commands\"", ".SH NAME",
    ]
    lines += body("caveat - \(Table.summary)") + [".SH SYNOPSIS"]
    for row in Table.commands { lines += [".B caveat \(escaped(row.name.rawValue))", arguments(row), ".br"] }
    lines.removeLast()
    lines += [".SH DESCRIPTION"] + body(description)
    lines += [".SH COMMANDS"]
    for row in Table.commands { lines += section(row) }
    lines += [".SH \"OPTIONS WITHOUT A COMMAND\""] + Table.globalOptions.flatMap(option)
    lines += [".SH \"EXIT STATUS\""]
    for (code, meaning) in Table.exitCodes { lines += [".TP", ".B \(code.rawValue)"] + body(meaning) }
    lines += [".SH ENVIRONMENT"]
    for (name, meaning) in Table.environment { lines += [".TP", ".B \(name)"] + body(meaning) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let description =
    "Caveat reads documents that carry classification and handling markings, says where the markings contradict each "
    + "other or the rules, and writes reports. Rules are data: every one names the authority it rests on, and you can "
    + "write your own."

  private static func section(_ row: CommandRow) -> [String] {
    var lines = [".SS \"caveat \(row.name.rawValue)\""] + body(row.summary)
    for paragraph in row.paragraphs { lines += [".PP"] + body(paragraph) }
    lines += row.options.flatMap(option)
    for example in row.examples {
      lines += [".PP"] + body(example.meaning) + [".PP", ".RS", ".B \(escaped(example.line))", ".RE"]
    }
    return lines
  }

  private static func option(_ row: OptionRow) -> [String] {
    let name = row.words.map(escaped).joined(separator: "\\fR, \\fB")
    let value = row.takesValue ? " \\fI\(escaped(row.placeholder))\\fR" : ""
    return [".TP", "\\fB\(name)\\fR\(value)"] + body(Help.meaning(row))
  }

  private static func arguments(_ row: CommandRow) -> String {
    (["[\\fIOPTION\\fR]\\&..."] + row.operands.placeholder.map { escaped($0).replacing("…", with: "\\&...") })
      .joined(separator: " ")
  }

  /// Running text, wrapped so that the source can be read too.
  private static func body(_ text: String) -> [String] {
    Wrapped.lines(text, width: 72).map { line in
      let line = escaped(line)
      return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "…": result += "\\&..."
      default: result.append(character)
      }
    }
    return result
  }
}
