/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Style, an artefact of the copy, coverage.
  case info
  /// A strong convention with known exceptions.
  case warning
  /// A contradiction with an explicit rule.
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
