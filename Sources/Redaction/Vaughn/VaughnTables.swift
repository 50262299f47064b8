extension VaughnIndex {
  /// The columns, in the order of a court's table.
  static let columns = [
    "document", "date", "from", "to", "pages", "description", "disposition", "exemption", "withheld", "justification",
    "foreseeable harm", "segregability",
  ]

  /// A row for each claim; one without a claim where nothing is withheld.
  var rows: [[String]] {
    let claims = claims.isEmpty ? [Claim(exemption: "", justification: "", harm: "", withheld: [])] : claims
    return claims.map {
      [
        document, date, from, to, String(pages), description, disposition, $0.exemption,
        $0.withheld.joined(separator: "; "), $0.justification, $0.harm, segregability,
      ]
    }
  }

  /// Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.
  package func csv() -> [UInt8] {
    let lines = ([Self.columns] + rows).map { row in row.map(Self.cell).joined(separator: ",") }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A })
    else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// For people: a line for each fact.
  package func text() -> [UInt8] {
    var lines = ["VAUGHN INDEX", "", "Document:       \(document)"]
    for (name, value) in [
      ("Date", date), ("From", from), ("To", to), ("Pages", String(pages)), ("Description", description),
      ("Disposition", disposition),
    ] where !value.isEmpty {
      lines.append(name + ":" + String(repeating: " ", count: 15 - name.count) + value)
    }
    for claim in claims {
      lines += ["", claim.exemption.isEmpty ? "Without an exemption" : "Exemption \(claim.exemption)"]
      lines.append("  Withheld:     \(claim.withheld.joined(separator: "; "))")
      lines += Self.wrapped("  Because:      ", claim.justification)
      if !claim.harm.isEmpty { lines += Self.wrapped("  Harm:         ", claim.harm) }
    }
    lines += [""] + Self.wrapped("Segregability:  ", segregability)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func wrapped(_ label: String, _ text: String) -> [String] {
    var lines: [String] = []
    var line = label
    for word in text.split(separator: " ") {
      let isFirst = line == label || line.allSatisfy { $0 == " " }
      if !isFirst, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = String(repeating: " ", count: label.count) + word
      } else {
        line += isFirst ? String(word) : " " + word
      }
    }
    return lines + [line]
  }

  /// One page without scripts or anything from elsewhere.
  package func html() -> [UInt8] {
    var html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Vaughn index</title>
      <style>
      body { font: 1rem/1.4 serif; margin: 2rem; color: #111; background: #fff }
      table { border-collapse: collapse; width: 100% }
      th, td { border: 1px solid #555; padding: .3rem .5rem; text-align: left; vertical-align: top }
      </style>
      </head>
      <body>
      <main>
      <h1>Vaughn index</h1>
      <table>
      <thead><tr>\(Self.columns.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
      <tbody>

      """
    for row in rows { html += "<tr>" + row.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n" }
    html += "</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    return Array(html.utf8)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
