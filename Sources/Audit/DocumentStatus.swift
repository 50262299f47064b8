/// What became of one document that an audit found. Every one of them has just one.
package enum DocumentStatus: UInt8, Sendable, CaseIterable {
  /// It was read and judged.
  case checked = 0
  /// It is no text: a picture, a program, an empty file, a link.
  case notApplicable = 1
  /// It may hold text, and nobody can say what it says: forbidden, damaged, encrypted.
  case unreadable = 2
  /// It is larger, or lies deeper, than was asked for.
  case overLimit = 3
  /// Judging it took longer than was asked for.
  case timedOut = 4
  /// It ended the worker that judged it.
  case crashed = 5

  /// As the audit file and the reports have it.
  package var word: String {
    switch self {
    case .checked: "checked"
    case .notApplicable: "not-applicable"
    case .unreadable: "unreadable"
    case .overLimit: "over-limit"
    case .timedOut: "timed-out"
    case .crashed: "crashed"
    }
  }

  /// Whether something may stand in it that nobody has looked at.
  package var isIncomplete: Bool { self != .checked && self != .notApplicable }
}
