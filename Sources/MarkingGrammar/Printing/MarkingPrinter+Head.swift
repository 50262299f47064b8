import MarkingModel

extension MarkingPrinter {
  /// What a line begins with: the classification and, where it is not the United States', whose it is.
  func head(_ marking: Marking, _ form: Form) -> String {
    if marking.isControlledAlone { return "CUI" }
    // CUI beside other controls is unclassified without saying so.
    guard let classification = marking.classification ?? (marking.cui == nil ? nil : .unclassified) else { return "" }
    let level = form == .banner ? classification.word : classification.rawValue
    switch marking.system {
    case .us, .cui, .none: return level
    case .joint: return join("//JOINT", level, names(marking.owners))
    case .nonUS:
      if marking.owners.count == 1, let owner = marking.owners.first {
        if owner == "NATO" { return nato(classification, form) }
        if owner.hasPrefix("NATO:") { return activity(owner, classification, form) }
      }
      return join("//" + names(marking.owners).joined(separator: " "), level, [])
    }
  }

  private func join(_ first: String, _ level: String, _ owners: [String]) -> String {
    let start = first == "//" ? first + level : first + " " + level
    return owners.isEmpty ? start : start + " " + owners.joined(separator: " ")
  }

  /// NATO's own words: COSMIC TOP SECRET, and NATO before the others (C16 p36).
  private func nato(_ classification: Classification, _ form: Form) -> String {
    switch form {
    case .banner: (classification == .topSecret ? "//COSMIC " : "//NATO ") + classification.word
    case .portion: classification == .topSecret ? "//CTS" : "//N" + classification.rawValue
    }
  }

  /// A NATO/NAC activity: `//NATO ISAF RESTRICTED`, `//NIR`.
  private func activity(_ owner: String, _ classification: Classification, _ form: Form) -> String {
    switch form {
    case .banner: "//" + owner.asWritten + " " + classification.word
    case .portion: "//N" + vocabulary.activities.letters(of: owner) + classification.rawValue
    }
  }
}
