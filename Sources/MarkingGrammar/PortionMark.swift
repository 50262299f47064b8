package import MarkingModel

/// The level or control that a portion mark states.
@usableFromInline
package enum PortionLevel: String, Sendable, Hashable, CaseIterable {
  case none
  case unclassified = "U"
  case sbu = "SBU"
  case lou = "LOU"
  case fouo = "FOUO"
  case cui = "CUI"
  case confidential = "C"
  case secret = "S"
  case topSecret = "TS"

  /// How high it stands among document levels: a control never stands above U (E.O. 13526 1.6).
  @inlinable package var rank: Int {
    switch self {
    case .none: 0
    case .unclassified, .sbu, .lou, .fouo, .cui: 1
    case .confidential: 2
    case .secret: 3
    case .topSecret: 4
    }
  }

  /// Whether it is of the SBU family, the controls of State before CUI.
  @inlinable package var isControlled: Bool { self == .sbu || self == .lou || self == .fouo }

  /// As the contract names it.
  package var word: Word {
    switch self {
    case .none: .nothing
    case .unclassified: .unclassified
    case .sbu: .sbu
    case .lou: .lou
    case .fouo: .fouo
    case .cui: .cui
    case .confidential: .confidential
    case .secret: .secret
    case .topSecret: .topSecret
    }
  }
}

/// A portion mark as a cable carries it: `(SBU)`, `(C/NF)`, `( S )`.
///
/// This is the reading for cables. A general grammar of U.S. markings reads more of what stands after the level.
@usableFromInline
package struct PortionMark: Sendable, Hashable {
  /// What stands in the parentheses.
  @usableFromInline
  package enum Standing: Sendable, Hashable {
    case legal
    /// Close to a legal mark, but none: `(SUB)`, `(SBV)`.
    case illegal
    /// A letter or a pair of them that is a mark only beside other marks: `(X)`, `(S/L)`.
    case doubtful
  }

  /// How it is written: `ic` with a double slash.
  @usableFromInline
  package enum Style: Sendable, Hashable {
    case state, ic

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .state: .state
      case .ic: .ic
      }
    }
  }

  /// What is unusual about its writing.
  package enum Defect: String, Sendable, Hashable {
    case none, spacing
    /// Small letters.
    case letterCase = "case"
    /// Two pairs of parentheses: `(C)(NF)`.
    case doubled
    /// Brackets for parentheses: `[C]`.
    case brackets
    /// Characters that look like those of a keyboard.
    case lookAlike = "look-alike"
  }

  @usableFromInline package var standing: Standing
  /// U, SBU/NF …, as paragraph/@mark lists them; `other` for a legal one with further controls; blank where not legal.
  package var text: Word
  package var level: PortionLevel
  package var isNoforn: Bool
  /// Whether it says that it holds for the entire text: `(C - ENTIRE TEXT)`.
  package var isEntireText = false
  /// Whether a control stands on it that only what is classified can have: `(U/NF)`, `(U//SI)`.
  package var exceedsLevel = false
  /// Whether a second one behind it states another level: `(S/NF) (U)`.
  package var contradictsItself = false
  package var style: Style
  package var defect: Defect
  /// With its parentheses.
  package var range: ByteRange

  @inlinable package var isLegal: Bool { standing == .legal }
}
