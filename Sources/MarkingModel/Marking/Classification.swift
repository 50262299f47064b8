/// The classification of a marking, in the letters of the IC ISM attribute `classification`.
///
/// Not the same as `Level`, which also knows the controls that stood in the place of a level on old cables: R is a level
/// of other governments and of NATO, never of the United States (C16 p56).
public enum Classification: String, Sendable, Hashable, CaseIterable, Comparable {
  case unclassified = "U"
  case restricted = "R"
  case confidential = "C"
  case secret = "S"
  case topSecret = "TS"

  /// How high it stands, as rules compare it: 1 U, 2 R and C, 3 S, 4 TS. A foreign R is handled as at least C in a U.S.
  /// document (markings reference 1.6).
  public var rank: Int {
    switch self {
    case .unclassified: 1
    case .restricted, .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  /// Whether it is above U.
  public var isClassified: Bool { self != .unclassified }

  /// The word of a banner line.
  public var word: String {
    switch self {
    case .unclassified: "UNCLASSIFIED"
    case .restricted: "RESTRICTED"
    case .confidential: "CONFIDENTIAL"
    case .secret: "SECRET"
    case .topSecret: "TOP SECRET"
    }
  }

  private var order: Int {
    switch self {
    case .unclassified: 0
    case .restricted: 1
    case .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  public static func < (a: Classification, b: Classification) -> Bool { a.order < b.order }
}
