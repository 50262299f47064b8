import MarkingModel

/// What a control in a mark does to it.
enum MarkControl: Sendable {
  case noforn, fgi, sbu, fouo
  /// Says how far the mark reaches, and no more.
  case entireText
  /// A list of country codes follows.
  case countries
  /// Stands on classified information alone.
  case classified
  case other

  init(_ name: String) {
    self =
      switch name {
      case "NOFORN": .noforn
      case "FGI": .fgi
      case "ENTIRE TEXT": .entireText
      case "SBU": .sbu
      case "FOUO": .fouo
      case "REL TO", "DISPLAY ONLY": .countries
      case "SI", "TK", "HCS", "ORCON", "IMCON", "WNINTEL", "NOCONTRACT", "RD", "FRD": .classified
      default: .other
      }
  }
}

/// A mark while it is being read.
struct Spelling {
  private var name: Word
  private(set) var level: PortionLevel
  private var hasFGI = false
  private var hasOthers = false
  private var isForClassified = false
  private(set) var isNoforn = false
  var style = PortionMark.Style.state
  private(set) var isEntireText = false
  var isSpaced = false
  var hasSmallLetters = false

  init(_ name: Word, _ level: PortionLevel) {
    self.name = name
    self.level = level
  }

  mutating func add(_ control: MarkControl) {
    switch control {
    case .noforn: isNoforn = true
    case .fgi: hasFGI = true
    case .entireText: isEntireText = true
    case .sbu where level == .unclassified: (name, level) = (.sbu, .sbu)
    case .fouo where level == .unclassified: (name, level) = (.fouo, .fouo)
    case .classified: (hasOthers, isForClassified) = (true, true)
    default: hasOthers = true
    }
  }

  /// Whether an unclassified level has a control that needs more: `(U/SI)`, `(U/NF)`. Other controls let NF stand on what
  /// is unclassified (`(U//LES-NF)`, `(U//NF//SSI)`).
  var exceedsLevel: Bool { level == .unclassified && (isForClassified || isNoforn && !hasOthers) }

  var mark: PortionMark {
    let text: Word =
      switch (level, hasOthers, hasFGI, isNoforn) {
      case (.cui, _, _, _), (_, false, false, false): name
      case (.sbu, false, false, true): .sbuNoforn
      case (.confidential, false, false, true): .confidentialNoforn
      case (.secret, false, false, true): .secretNoforn
      case (.topSecret, false, false, true): .topSecretNoforn
      case (.confidential, false, true, false): .confidentialFGI
      case (.secret, false, true, false): .secretFGI
      default: .other
      }
    return PortionMark(
      standing: .legal, text: text, level: level, isNoforn: isNoforn, isEntireText: isEntireText,
      exceedsLevel: exceedsLevel, style: style,
      defect: hasSmallLetters ? .letterCase : isSpaced ? .spacing : .none, range: ByteRange(0, 0))
  }
}
