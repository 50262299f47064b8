import MarkingGrammar
import MarkingModel

/// What a release made of a telegram, by its stamps and records.
enum ReleaseState: Int, Sendable, Comparable {
  case part
  /// Declassified or released in full: its level no longer holds.
  case whole

  /// As the contract names it.
  var word: Word {
    switch self {
    case .part: .part
    case .whole: .whole
    }
  }

  static func < (a: ReleaseState, b: ReleaseState) -> Bool { a.rawValue < b.rawValue }
}

extension CableReader {
  /// What its own stamps, record and banner say; nil where they say nothing.
  mutating func releaseState() -> ReleaseState? {
    guard isReleased() else { return nil }
    let expected = expectedLevel()
    let levels = releasedLevels()
    let isWhole =
      currentLevel() == .unclassified || designations.contains { $0.isCurrent(expected: expected, release: levels) }
      || stamps.contains { $0.kind == .declassified || $0.kind == .releasedFull }
    if isWhole { return .whole }
    return stamps.contains { $0.kind == .releasedPart } ? .part : nil
  }
}
