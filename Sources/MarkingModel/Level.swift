/// The level of a document or portion, in the letter forms that reports use.
@frozen
public enum Level: String, Sendable, CaseIterable {
  case none
  case unclassified = "U"
  /// LIMITED OFFICIAL USE: a control of the years before 1995, never a classification.
  case limitedOfficialUse = "LOU"
  case confidential = "C"
  case secret = "S"
  case topSecret = "TS"

  /// How high it stands: 0 none, 1 U and LOU, 2 C, 3 S, 4 TS. A control does not raise the level.
  @inlinable public var rank: Int {
    switch self {
    case .none: 0
    case .unclassified, .limitedOfficialUse: 1
    case .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  @inlinable public var isClassified: Bool { rank >= 2 }

  /// As the contract names it.
  @inlinable package var word: Word {
    switch self {
    case .none: .nothing
    case .unclassified: .unclassified
    case .limitedOfficialUse: .lou
    case .confidential: .confidential
    case .secret: .secret
    case .topSecret: .topSecret
    }
  }
}
