import MarkingModel
package import RuleEngine

/// Everything that is known about one rule, for its page in the reference and for `caveat rule`.
package struct RulePage {
  private let rule: Rule
  private let profiles: [String]

  /// - Parameter profiles: the names of the profiles that use the rule, in order.
  package init(_ rule: Rule, profiles: [String]) {
    self.rule = rule
    self.profiles = profiles
  }

  /// The page in Markdown, with the same headings for every rule.
  package var markdown: String {
    var text = "# \(rule.id): \(Self.inline(rule.title))\n\n"
    if rule.isUnverified { text += "> \(Self.unverified)\n\n" }
    text += "## Why\n\n\(Self.inline(rule.why))\n\n"
    text += "## What is checked\n\n| Assertion | Severity | Authority | Message |\n| --- | --- | --- | --- |\n"
    for assertion in rule.clauses.flatMap(\.assertions) {
      let cells = [assertion.id, assertion.severity.rawValue, assertion.authority, Self.message(assertion)]
      text += "| " + cells.map(Self.cell).joined(separator: " | ") + " |\n"
    }
    text += "\n## When it applies\n\n"
    for (label, value) in reach { text += "- \(label): \(Self.inline(value))\n" }
    if !rule.notes.isEmpty {
      text += "\n## Notes\n\n"
      for note in rule.notes { text += "- \(Self.inline(note))\n" }
    }
    text += "\n## Accepted\n"
    for example in rule.examples where example.isAccepted { text += Self.markdown(example) }
    text += "\n## Reported\n\n`↓` stands before each place that is reported; it is not part of the text.\n"
    for example in rule.examples where !example.isAccepted { text += Self.markdown(example) }
    text += "\n## The test\n\n"
    for clause in rule.clauses {
      text += "At `\(clause.context)`:\n\n"
      for assertion in clause.assertions { text += "- `\(assertion.id)`: `\(assertion.test)`\n" }
      text += "\n"
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// The page for a terminal, 80 characters wide.
  package func terminal(isColoured: Bool) -> [UInt8] {
    let style = TextStyle(isColoured: isColoured)
    var out = ReportBuffer()
    for line in TextLayout.wrap("\(rule.id): \(rule.title)", width: 80) { out.line(style.strong(line)) }
    out.line()
    if rule.isUnverified { Self.paragraph(Self.unverified + "\n", to: &out) }
    Self.paragraph(rule.why, to: &out)
    for note in rule.notes { Self.paragraph("Note: " + note, to: &out) }
    for (label, value) in reach {
      for (index, line) in TextLayout.wrap(value, width: 64).enumerated() {
        out.line(TextLayout.pad(index == 0 ? label : "", 16) + line)
      }
    }
    out.line()
    for assertion in rule.clauses.flatMap(\.assertions) {
      let severity = style.severity(assertion.severity, assertion.severity.rawValue)
      out.line("\(style.strong(assertion.id))  \(severity)  \(style.faint(assertion.authority))")
      for line in TextLayout.wrap(Self.message(assertion), width: 78) { out.line("  " + line) }
    }
    for example in rule.examples {
      out.line()
      out.line((example.isAccepted ? "Accepted: " : "Reported: ") + example.name + Self.form(example))
      out.line()
      for line in Self.lines(example) { out.line("    " + VisibleText.flattened(String(line))) }
    }
    return out.take()
  }

  static let unverified =
    "Not verified: this rule is known from general knowledge only. It is never an error."

  /// What the rule is about, as rows of a table.
  private var reach: [(String, String)] {
    let dates =
      switch (rule.reach.from, rule.reach.to) {
      case (nil, nil): "any"
      case (let from?, nil): "from \(TelegramFacts.date(from))"
      case (nil, let to?): "to \(TelegramFacts.date(to))"
      case (let from?, let to?): "from \(TelegramFacts.date(from)) to \(TelegramFacts.date(to))"
      }
    var repairs: [String] = []
    for assertion in rule.clauses.flatMap(\.assertions) {
      if let repair = assertion.repair { repairs.append("\(repair.rawValue) (\(assertion.id))") }
    }
    return [
      ("Severity", rule.severity.rawValue),
      ("Forms", rule.reach.forms.isEmpty ? "all" : rule.reach.forms.joined(separator: ", ")),
      ("Dates", dates),
      ("Profiles", profiles.isEmpty ? "none" : profiles.joined(separator: ", ")),
    ] + (repairs.isEmpty ? [] : [("Repair", repairs.joined(separator: ", "))])
  }

  /// A message with "…" for the values that are filled in.
  static func message(_ assertion: Rule.Assertion) -> String {
    let parts = assertion.message.map { part in
      switch part {
      case .text(let text): text
      case .value: "…"
      }
    }
    return parts.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func paragraph(_ text: String, to out: inout ReportBuffer) {
    for line in TextLayout.wrap(text, width: 80) { out.line(line) }
    out.line()
  }

  private static func form(_ example: Rule.Example) -> String {
    example.form.map { " (read as \($0))" } ?? ""
  }

  /// The lines of an example, with its marks.
  private static func lines(_ example: Rule.Example) -> [Substring] {
    var bytes: [UInt8] = []
    for (offset, byte) in example.text.utf8.enumerated() {
      if example.marks.contains(offset) { bytes.append(contentsOf: "↓".utf8) }
      bytes.append(byte)
    }
    var text = String(decoding: bytes, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func markdown(_ example: Rule.Example) -> String {
    "\n### \(inline(example.name))\(form(example))\n\n```text\n\(lines(example).joined(separator: "\n"))\n```\n"
  }

  /// Text that Markdown would take for markup, made plain.
  static func inline(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_<>[]".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func cell(_ text: String) -> String {
    inline(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
