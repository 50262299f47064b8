import MarkingGrammar
import MarkingModel

/// What a rule may know and say of one thing in a banner: names that are in a vocabulary. Identifiers that are not
/// published are described, never repeated.
struct PublishedToken {
  /// Nil where no vocabulary has it.
  private(set) var code: String?
  private(set) var name = ""
  private(set) var isSpecified = false

  init(_ token: BannerToken, _ vocabulary: borrowing Vocabulary) {
    switch token.category {
    case .level:
      code = token.code
      name = token.text(vocabulary)
    case .system: setSystem(token.code)
    case .sci: setControl(token.code, "SCI control", vocabulary)
    case .sap: name = token.code == "MULTIPLE PROGRAMS" ? "SAR-MULTIPLE PROGRAMS" : "a special access program"
    case .aea:
      code = token.code.split(separator: " ").first.map(String.init)
      name = token.text(vocabulary)
    case .fgi:
      code = token.code == "FGI" ? token.code : vocabulary.countries.find(token.code)?.code
      name = code == nil ? "a source of foreign government information" : token.text(vocabulary)
    case .cui: setCategory(token.code, vocabulary)
    case .foreign, .dissem, .fdr, .nonic:
      code = vocabulary.register.entry(token.code)?.code
      name = code == nil ? "a control of no vocabulary" : token.text(vocabulary)
      if token.code.hasPrefix("ACCM-") { (code, name) = ("ACCM", "an ACCM nickname") }
    }
  }

  private mutating func setSystem(_ owners: String) {
    let isNATO = owners.split(separator: " ").contains { $0.hasPrefix("NATO") }
    code = owners == "JOINT" ? owners : isNATO ? "NATO" : "foreign"
    name = owners == "JOINT" ? owners : isNATO ? "a NATO classification" : "a foreign classification"
  }

  /// The published system or compartment that a path is, or that it hangs on.
  private mutating func setControl(_ path: String, _ kind: String, _ vocabulary: borrowing Vocabulary) {
    if let entry = vocabulary.register.entry(path), entry.category == .sci {
      code = entry.code
      name = entry.code
      return
    }
    var prefix = path[...]
    while let end = prefix.lastIndex(where: { $0 == " " || $0 == "-" }) {
      let isSub = prefix[end] == " "
      prefix = prefix[..<end]
      if let entry = vocabulary.register.entry(String(prefix)), entry.category == .sci {
        name = "a \(isSub ? "sub-compartment" : "compartment") of \(entry.code)"
        return
      }
    }
    name = "an unpublished " + kind
  }

  private mutating func setCategory(_ written: String, _ vocabulary: borrowing Vocabulary) {
    guard written != "CUI" else {
      (code, name) = (written, written)
      return
    }
    isSpecified = written.hasPrefix("SP-")
    let category = isSpecified ? String(written.dropFirst(3)) : written
    code = vocabulary.categories.find(category)?.code
    name = code == nil ? "a category of no registry" : written
  }
}
