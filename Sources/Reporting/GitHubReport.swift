import MarkingModel

/// Commands to the runner of GitHub Actions, which shows each finding in the file it is about.
///
/// A finding that is known or suppressed is a notice that says so. The runner shows ten of each kind in a step; SARIF has
/// no such limit.
package struct GitHubReport: ReportWriter {
  private var out = ReportBuffer()

  package init() {}

  package mutating func takeOutput() -> [UInt8] { out.take() }
  package mutating func begin(_ run: RunHeader) {}
  package mutating func end() {}

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    for reported in document.reported {
      let finding = reported.finding
      command(
        reported.counts ? Self.name(finding.severity) : "notice",
        [
          ("file", document.path), ("line", String(finding.position.line)), ("col", String(finding.position.column)),
          ("title", finding.rule),
        ], "\(reported.message) [\(finding.authority)]")
    }
  }

  package mutating func add(_ unread: UnreadInput) {
    command("error", [("file", unread.path), ("title", "Not read")], unread.problem)
  }

  private mutating func command(_ name: String, _ properties: [(String, String)], _ message: String) {
    let values = properties.map { "\($0)=\(Self.property($1))" }
    out.write("::\(name) \(values.joined(separator: ","))::\(Self.data(message))\n")
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// A message: the runner gives a meaning to line ends and to the sign of the escape.
  private static func data(_ text: String) -> String { escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" } }

  /// A value of a property: to these also the two marks that part properties.
  private static func property(_ text: String) -> String {
    escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" || $0 == ":" || $0 == "," }
  }

  /// What means something to the runner is percent-encoded; what a terminal or a reader could take for something other
  /// than a character is made visible.
  private static func escaped(_ text: String, _ hasMeaning: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if hasMeaning(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result += VisibleText.escaped(String(scalar))
      }
    }
    return result
  }
}
