import Reporting

/// A marking explained token by token, in Markdown.
enum HoverText {
  static func markdown(_ tokens: [ExplainedToken]) -> String {
    tokens.map(line).joined(separator: "\n")
  }

  private static func line(_ token: ExplainedToken) -> String {
    var line = "- \(code(token.text)) \(escaped(token.meaning))"
    let forms = [("banner", token.banner), ("portion", token.portion)].compactMap { name, form in
      form.map { "\(name) \(code($0))" }
    }
    if !forms.isEmpty { line += "; " + forms.joined(separator: ", ") }
    if let authority = token.authority { line += " (\(escaped(authority)))" }
    return line
  }

  /// A span of code. A text with a backtick gets longer ones around it.
  private static func code(_ text: String) -> String {
    let flat = VisibleText.flattened(text)
    return flat.contains("`") ? "`` \(flat) ``" : "`\(flat)`"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
