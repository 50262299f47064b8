import Reporting

/// Lines of comma-separated values (RFC 4180). What a terminal would obey stands in them as elsewhere, as `\u{…}`: the
/// name of a file can be anybody's, and the lines are often looked at before a program reads them.
package enum CSVText {
  package static func line(_ values: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, to: &bytes)
    }
    return bytes + [0x0D, 0x0A]
  }

  private static func append(_ value: String, to bytes: inout [UInt8]) {
    var value = VisibleText.escaped(value)
    // A program that calculates would take it for a formula; a name in an archive can be anybody's.
    if let first = value.utf8.first, "=+-@".utf8.contains(first), Int(value) == nil { value = "'" + value }
    guard value.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      bytes += value.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// One finding as values of a line.
enum AuditCSV {
  static let columns = [
    "document", "path", "status", "form", "level", "date", "post", "rule", "assertion", "severity", "line", "column",
    "offset", "length", "telegram", "message",
  ]

  static func values(_ document: AuditDocument, _ finding: AuditDocument.Finding) -> [String] {
    func fact(_ name: String) -> String { document.facts.first { $0.name == name }?.value.text ?? "" }
    return [
      String(document.id), document.path, document.status, fact("form"), fact("level"), fact("date"), fact("post"),
      finding.rule, finding.assertion, finding.severity, String(finding.line), String(finding.column),
      String(finding.offset), String(finding.length), String(finding.telegram), finding.message,
    ]
  }
}
