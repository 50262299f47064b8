package import MarkingModel

/// Whose rules a document is judged by, where the user does not say: that is chosen from what it is.
package enum DocumentProfile {
  /// The profile for cables of the Department of State.
  package static let cables = "state"
  /// The profile for papers of the Department of State: its rules for cables say nothing of them.
  private static let statePapers = "state-papers"

  /// The profile that judges a document where the user names one.
  package static func name(for document: MarkingDocument, under named: String) -> String {
    guard named == cables else { return named }
    let form = document.word(.form, of: 0).flatMap(Form.init(rawValue:))
    return form == .marked || form == .email ? statePapers : named
  }

  /// The name of the profile.
  package static func name(for document: MarkingDocument) -> String {
    switch document.word(.form, of: 0).flatMap(Form.init(rawValue:)) {
    case .marked, .email: marked(document)
    case .marking, .rollup: "ic"
    case .ismXML: labelled(document)
    case .natoXML: "nato"
    case .uk, .ukMarking: "uk"
    case .au, .auMarking: "au"
    case .nz, .nzMarking: "nz"
    default: cables
    }
  }

  /// By what the first resource claims to comply with: DoD's rules without those of the intelligence community, or CUI
  /// without either.
  private static func labelled(_ document: MarkingDocument) -> String {
    let nodes = document.nodes
    let scopes = Set(
      document.nodes(named: .token).filter { token in
        document.word(.name, of: token) == "compliesWith"
          && document.flag(.first, of: nodes[nodes[token].parent].parent)
      }.compactMap { document.word(.value, of: $0) })
    if scopes.contains("USIC") { return "ic" }
    if scopes.contains("USDOD") { return "dod" }
    return scopes.isDisjoint(with: ["USA-CUI", "USA-CUI-ONLY"]) ? "ic" : "nara-cui"
  }

  private static func marked(_ document: MarkingDocument) -> String {
    let isOfDefense = document.word(.agency, of: 0) == "dod"
    if document.flag(.cui, of: 0) { return isOfDefense ? "dod-cui" : "nara-cui" }
    if isOfDefense { return "dod" }
    if isOfNATO(document) { return "nato" }
    if hasCUI(document) { return "nara-cui" }
    return isOfState(document) ? statePapers : "ic"
  }

  /// Whether CUI stands in the banner of a classified document (`SECRET//CUI//SP-CTI`): the intelligence community, which
  /// has not implemented CUI, does not mark so.
  private static func hasCUI(_ document: MarkingDocument) -> Bool {
    guard let overall = document.nodes(named: .marking).first(where: { document.flag(.overall, of: $0) }) else {
      return false
    }
    return document.nodes(named: .control).contains {
      document.nodes[$0].parent == overall && document.word(.category, of: $0) == "cui"
    }
  }

  /// Whether the banner is one of NATO as it marks its own documents, without the slashes that stand for a national
  /// classification (`NATO SECRET`).
  private static func isOfNATO(_ document: MarkingDocument) -> Bool {
    let markings = document.nodes(named: .marking)
    let bare = document.nodes(named: .defect).filter { document.word(.kind, of: $0) == "missing-owner-slashes" }
      .map { document.nodes[$0].parent }
    return !markings.isEmpty && markings.allSatisfy { document.flag(.nato, of: $0) }
      && markings.contains { document.flag(.overall, of: $0) } && markings.allSatisfy(bare.contains)
  }

  /// Whether the Department of State or one of its posts heads the document, or portions have SBU in the place of a
  /// level, as the Department marks them: `(SBU)` beside `(U)`, and nothing that is classified.
  private static func isOfState(_ document: MarkingDocument) -> Bool {
    if document.word(.agency, of: 0) == "state" { return true }
    guard !document.flag(.classified, of: 0), document.number(.portionRank, of: 0) ?? 0 <= 1 else { return false }
    return document.nodes(named: .marking).contains { node in
      document.word(.kind, of: node) == "portion" && document.word(.system, of: node) == "none"
    }
  }
}
