import MarkingModel

/// Findings as a table: place, severity, rule, then the message with the marking underlined and the authority below it.
struct TextFindings {
  let style: TextStyle
  let showsText: Bool
  /// The width of a line.
  static let width = 80

  func write(_ findings: [Finding], _ standings: Standings, bytes: Span<UInt8>, to out: inout ReportBuffer) {
    let place = max(5, findings.map { Self.place($0).count }.max() ?? 0)
    let rule = findings.map(\.rule.count).max() ?? 0
    let indent = 2 + place + 2 + 7 + 2 + rule + 2
    let margin = String(repeating: " ", count: indent)
    for (index, finding) in findings.enumerated() {
      let severity = style.severity(finding.severity, finding.severity.rawValue)
      let head =
        "  " + TextLayout.pad(Self.place(finding), place) + "  " + severity
        + String(repeating: " ", count: 9 - finding.severity.rawValue.count) + style.strong(finding.rule)
        + String(repeating: " ", count: rule - finding.rule.count + 2)
      let message = TextLayout.wrap(
        VisibleText.escaped(ReportedFinding(finding: finding, standing: standings[index]).message),
        width: max(40, Self.width - indent))
      for (row, line) in message.enumerated() { out.line((row == 0 ? head : margin) + line) }
      if let source = SourceLine(finding, in: bytes, showsText: showsText) {
        out.line(margin + source.text)
        out.line(
          margin + String(repeating: " ", count: source.indent) + style.severity(finding.severity, source.underline))
      }
      let authority = "[" + VisibleText.escaped(finding.authority) + "]"
      for line in TextLayout.wrap(authority, width: max(40, Self.width - indent)) {
        out.line(margin + style.faint(line))
      }
    }
  }

  private static func place(_ finding: Finding) -> String { "\(finding.position.line):\(finding.position.column)" }
}
