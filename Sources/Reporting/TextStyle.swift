import MarkingModel

/// Colours on a terminal, or none.
struct TextStyle {
  /// Whether to write ANSI escape sequences at all.
  var isColoured: Bool

  func strong(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "33")
    case .info: paint(text, "36")
    }
  }

  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .passed: paint(text, "1;32")
    case .passedWithWarnings: paint(text, "1;33")
    case .failed, .notRead: paint(text, "1;31")
    case .unmarked: paint(text, "1;36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
