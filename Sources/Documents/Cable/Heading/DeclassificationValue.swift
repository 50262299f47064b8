import MarkingModel

/// What an E.O. line says about declassification (reference section 5).
struct DeclassificationValue: Sendable {
  /// As the contract names it.
  enum Kind: Sendable {
    case empty, na, decl, gds, ads, xgds, rds, oadr, x, mr, only, event, control, unknown
    case twentyFiveX
    case fiftyX

    /// As the contract names it.
    var word: Word {
      switch self {
      case .empty: .empty
      case .na: .na
      case .decl: .decl
      case .gds: .gds
      case .ads: .ads
      case .xgds: .xgds
      case .rds: .rds
      case .oadr: .oadr
      case .x: .x
      case .mr: .mr
      case .only: .only
      case .event: .event
      case .control: .control
      case .unknown: .unknown
      case .twentyFiveX: .twentyFiveX
      case .fiftyX: .fiftyX
      }
    }
  }

  enum Keyword: Sendable {
    case decl
    case dng
    case gds
    case rds
    case ads
    case xgds

    /// As the contract names it.
    var word: Word {
      switch self {
      case .decl: .capitalDECL
      case .dng: .capitalDNG
      case .gds: .capitalGDS
      case .rds: .capitalRDS
      case .ads: .capitalADS
      case .xgds: .capitalXGDS
      }
    }
  }

  enum DateDefect: Sendable {
    case none, shape, impossible

    /// As the contract names it.
    var word: Word {
      switch self {
      case .none: .nothing
      case .shape: .shape
      case .impossible: .impossible
      }
    }
  }

  var kind: Kind
  var keyword: Keyword?
  /// Whether a date stands where one is expected, and what is wrong with it; nil where none is expected.
  var dateDefect: DateDefect?
  var day: CalendarDay?
  /// `25X1-HUMAN`, `X5` and the like.
  var exemption: ByteRange?
  /// Whether letters had to be repaired (`M/A`).
  var repaired = false
}
