import MarkingModel
import RuleEngine

extension MarkingDocument {
  /// Whether the reader recognised nothing in it.
  var isNoCable: Bool { nodes.isEmpty || word(.form, of: 0) == Form.unknown.rawValue }
}

extension CheckResult {
  /// Whether something of this severity, or a higher one, was found in the document or in what it repeats.
  func has(_ severity: Severity) -> Bool {
    findings.contains { $0.severity >= severity } || quoted.contains { $0.has(severity) }
  }
}
