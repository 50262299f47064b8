import Documents
import MarkingGrammar
import MarkingModel

/// Reads what a portion mark or a banner says to a policy.
struct MarkStatement {
  /// Nil where a part of the mark cannot be read: then nobody can say what stands under it.
  static func read(
    _ range: ByteRange, kind: WrittenMarking.Kind = .portion, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    let written = MarkingParser.parse(source, range, kind: kind, vocabulary)
    let marking = written.meaning(in: source, vocabulary)
    // `(R-OHIO)`: words around a level make another one, or none.
    let hasWords = written.defects.contains { $0.kind == .levelWords }
    // The marks of State before CUI are no markings of the Register.
    if kind == .portion, let mark = vocabulary.marks.mark(in: source, at: range.start, end: range.end), mark.isLegal,
      marking.classification == nil && marking.cui == nil || !marking.unknown.isEmpty || hasWords
    {
      return statement(of: mark)
    }
    if kind == .portion, hasWords { return nil }
    // Limited Official Use, as telegrams of the 1970s write it.
    if kind == .portion, range.count == 3, source.has("(L)", at: range.start, end: range.end) {
      return PortionStatement(level: .controlled, controls: ["LOU"])
    }
    return statement(of: marking)
  }

  /// The same of a marking that was not written as a mark.
  static func statement(of marking: Marking) -> PortionStatement? {
    guard marking.unknown.isEmpty else { return nil }
    let tokens = BannerToken.tokens(of: marking)
    var controls = Set(tokens.map { String($0.code.prefix { $0 != " " && $0 != "-" }) })
    controls.formUnion(tokens.map(\.code))
    controls.formUnion(marking.dissemination)
    // Named sources are tokens of their own, by their countries.
    if marking.foreign != .none { controls.insert("FGI") }
    if !marking.sap.isEmpty || marking.hasMultiplePrograms { controls.insert("SAR") }
    let categories = Set((marking.cui?.specified ?? []) + (marking.cui?.basic ?? []))
    guard let level = level(of: marking) else { return nil }
    return PortionStatement(level: level, controls: controls, categories: categories)
  }

  /// Whoever owns it, what is classified is not for the public; what is unclassified and carries anything more than
  /// its level is controlled.
  private static func level(of marking: Marking) -> ReleaseLevel? {
    switch marking.classification {
    case .topSecret: return .topSecret
    case .secret: return .secret
    case .confidential, .restricted: return .confidential
    case .unclassified: return marking.isPlain && marking.system == .us ? .unclassified : .controlled
    case nil: return marking.isPlain && marking.system != .cui ? nil : .controlled
    }
  }

  static func statement(of mark: PortionMark) -> PortionStatement? {
    var statement: PortionStatement
    switch mark.level {
    case .none: return nil
    case .unclassified: statement = PortionStatement(level: mark.isNoforn ? .controlled : .unclassified)
    case .sbu, .lou, .fouo, .cui:
      statement = PortionStatement(level: .controlled, controls: [mark.level.rawValue])
    case .confidential: statement = PortionStatement(level: .confidential)
    case .secret: statement = PortionStatement(level: .secret)
    case .topSecret: statement = PortionStatement(level: .topSecret)
    }
    if mark.isNoforn { statement.controls.insert("NF") }
    return statement
  }
}
