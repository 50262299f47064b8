import MarkingGrammar
import MarkingModel

extension NATOLabel {
  /// The line that the label stands for: `//NATO SECRET//BOHEMIA`. Nil where its classification is not known,
  /// or its policy neither NATO's nor that of a country by its code.
  func marking(by vocabulary: Vocabulary) -> Marking? {
    // A label with more categories than a line could hold is no marking.
    guard let level, categories.count <= 100, categories.allSatisfy({ $0.values.count <= 100 }) else { return nil }
    let owner = isNATO ? "NATO" : policy?.uppercased() ?? ""
    guard vocabulary.countries.find(owner) != nil else { return nil }
    var marking = Marking()
    marking.classification = level
    marking.system = owner == "USA" ? .us : .nonUS
    marking.owners = [owner]
    for category in categories { add(category, to: &marking, vocabulary) }
    return marking
  }

  /// A category of the policy: of that of the United States the countries that it may be released to, and the controls
  /// ATOMAL, BALK, BOHEMIA. All other values have no place in a line of the Register: whom NATO releases to is no REL TO
  /// list, which begins with USA.
  private func add(_ category: Category, to marking: inout Marking, _ vocabulary: Vocabulary) {
    let values = category.values.map { $0.uppercased() }
    if category.tag == "Releasable To" {
      guard marking.system == .us else { return }
      let codes = values.filter { vocabulary.countries.find($0) != nil }
      if codes.isEmpty { return }
      if !marking.dissemination.contains("REL") { marking.dissemination.append("REL") }
      marking.releasableTo += codes
    } else {
      marking.foreignControls += values.filter { vocabulary.register.entry($0)?.category == .foreign }
    }
  }
}
