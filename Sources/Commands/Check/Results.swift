import MarkingModel
import Reporting

extension MarkingDocument {
  /// Whether the reader recognised nothing in it.
  var isNoCable: Bool { nodes.isEmpty || word(.form, of: 0) == Form.unknown.rawValue }
}

extension CheckedDocument {
  /// Whether a finding of this severity, or a higher one, counts in the document or in what it repeats.
  func counts(_ severity: Severity) -> Bool {
    let counts = SeverityCounts(result, standings)
    return switch severity {
    case .error: counts.errors > 0
    case .warning: counts.errors + counts.warnings > 0
    case .info: counts.total > 0
    }
  }
}
