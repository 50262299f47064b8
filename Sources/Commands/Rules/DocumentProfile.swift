import MarkingModel

/// Whose rules a document is judged by, where the user does not say: that is chosen from what it is.
enum DocumentProfile {
  /// The name of the profile.
  static func name(for document: MarkingDocument) -> String {
    switch document.word(.form, of: 0).flatMap(Form.init(rawValue:)) {
    case .marked, .email: marked(document)
    case .marking, .rollup, .ismXML: "ic"
    case .natoXML: "nato"
    default: "state"
    }
  }

  private static func marked(_ document: MarkingDocument) -> String {
    let isOfDefense = document.word(.agency, of: 0) == "dod"
    if document.flag(.cui, of: 0) { return isOfDefense ? "dod-cui" : "nara-cui" }
    return isOfDefense ? "dod" : "ic"
  }
}
