import MarkingGrammar
import MarkingModel

/// What a document says of itself as a whole: nothing in it is above that.
enum DocumentStatement {
  /// Nil where it says nothing, or something that cannot be read.
  static func read(
    _ document: MarkingDocument, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    guard !document.nodes.isEmpty else { return nil }
    let banners = document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "banner" }
    guard banners.isEmpty else { return highest(of: banners, document, in: source, vocabulary) }
    guard var whole = ofTelegram(document) else { return nil }
    for inner in document.quoted {
      guard let statement = read(inner, in: source, vocabulary) else {
        // A telegram that follows says for itself what it is; one that is quoted may have no level of its own.
        if inner.word(.form, of: 0) == "quoted" { continue }
        return nil
      }
      whole.level = max(whole.level, statement.level)
      whole.controls.formUnion(statement.controls)
      whole.categories.formUnion(statement.categories)
    }
    return whole
  }

  /// What all banners say together.
  private static func highest(
    of banners: [Int], _ document: MarkingDocument, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    var whole = PortionStatement(level: .unclassified)
    for banner in banners {
      let range = document.nodes[banner].range
      guard let statement = MarkStatement.read(range, kind: .banner, in: source, vocabulary) else { return nil }
      whole.level = max(whole.level, statement.level)
      whole.controls.formUnion(statement.controls)
      whole.categories.formUnion(statement.categories)
    }
    return whole
  }

  /// Its level, and whether captions control it (5 FAH-1 H-220).
  static func ofTelegram(_ document: MarkingDocument) -> PortionStatement? {
    let isControlled =
      document.flag(.sensitive, of: 0) || (document.number(.restrictions, of: 0) ?? 0) > 0
      || (document.number(.channels, of: 0) ?? 0) > 0
    switch document.word(.level, of: 0) {
    case "U": return PortionStatement(level: isControlled ? .controlled : .unclassified)
    case "LOU": return PortionStatement(level: .controlled)
    case "C": return PortionStatement(level: .confidential)
    case "S": return PortionStatement(level: .secret)
    case "TS": return PortionStatement(level: .topSecret)
    default: return nil
    }
  }
}

extension PortionClause {
  /// Whether it may withhold a portion of a document of which the whole says this.
  func mayFit(under document: PortionStatement) -> Bool {
    if let level { return level <= document.level }
    if let above { return above < document.level }
    return document.level > .unclassified
  }
}
