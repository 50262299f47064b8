/// Fills in the lines that a copy carries.
package struct CopyText: Sendable {
  package enum Placeholder: String, Sendable, Hashable, CaseIterable {
    case disposition, exemptions
    case `case`
    case document, date
  }

  private var values: [Placeholder: String]

  package init(_ values: [Placeholder: String]) { self.values = values }

  /// The line, blanks that an empty value leaves taken out.
  package func fill(_ text: String) -> String {
    var filled = text
    for placeholder in Placeholder.allCases {
      filled = filled.split(separator: "{\(placeholder.rawValue)}", omittingEmptySubsequences: false)
        .joined(separator: values[placeholder] ?? "")
    }
    return filled.split(separator: " ").joined(separator: " ")
  }

  /// The names between braces.
  package static func placeholders(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) }
  }

  /// Those that a text asks for.
  package static func needed(_ lines: [CopyMarks.Line]) -> Set<Placeholder> {
    Set(lines.flatMap { placeholders(in: $0.text) }.compactMap(Placeholder.init(rawValue:)))
  }
}
