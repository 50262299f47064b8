package import MarkingGrammar
internal import RuleEngine

/// The codes that `<portions>` of a policy may ask for. A code that no mark can have would withhold nothing, in silence.
package struct PortionCodes: Sendable {
  /// Controls by their codes: `NF`, `SI-G`, `RD`, `SBU`, `GBR`.
  private var controls: Set<String> = []
  /// Other ways to write a control, in capitals, and its code: `NOFORN`.
  private var controlForms: [String: String] = [:]
  /// Control systems, of which no table knows the sub-compartments: `SI-G`.
  private var systems: Set<String> = []
  /// CUI categories.
  private var categories: Set<String> = []
  private var categoryNames: [String: String] = [:]

  /// None at all: every code is refused.
  package init() {}

  /// Those of the tables.
  package init(_ vocabulary: borrowing Vocabulary) {
    for entry in vocabulary.register.entries {
      controls.insert(entry.code)
      // SI-G is a control of SI as well.
      controls.insert(String(entry.code.prefix { $0 != "-" }))
      if entry.category == .sci { systems.insert(entry.code) }
      for form in [entry.title, entry.abbreviation, entry.portion] { controlForms[form.uppercased()] = entry.code }
    }
    // What marks say that is no entry of the Register: State's own controls, owners, programs and nuclear weapon data.
    controls.formUnion(["CUI", "LOU", "FGI", "SAR", "CNWDI"])
    controls.formUnion(vocabulary.countries.rows.map(\.code))
    for row in vocabulary.categories.rows {
      categories.insert(row.code)
      categoryNames[row.name.uppercased()] = row.code
    }
  }

  /// What is wrong with the code of a control, as a sentence without its stop; nil where it is one.
  func mistake(inControl code: String) -> String? {
    if controls.contains(code) || isSubordinate(code) { return nil }
    let written = code.uppercased()
    let meant = controls.contains(written) ? written : controlForms[written]
    if meant == nil, categories.contains(Self.plain(written)) {
      return "“\(code)” is a CUI category and no control: category=\"\(Self.plain(written))\""
    }
    return Self.sentence(
      "“\(code)” is the code of no control", meant ?? Nearest.word(to: code, among: controls.sorted()))
  }

  /// The same of a CUI category; `any` is one.
  func mistake(inCategory code: String) -> String? {
    if code == "any" || categories.contains(code) { return nil }
    let written = Self.plain(code.uppercased())
    let meant =
      written == "ANY" ? "any" : categories.contains(written) ? written : named(written)
    return Self.sentence(
      "“\(code)” is the code of no CUI category", meant ?? Nearest.word(to: written, among: categories.sorted()))
  }

  /// Nobody publishes the names of sub-compartments, programs and nicknames: `SI-G ABCD`, `ACCM-PALM`, `RD-SIGMA 20`.
  private func isSubordinate(_ code: String) -> Bool {
    guard code.utf8.allSatisfy({ $0 &- 0x41 < 26 || $0 &- 0x30 < 10 || $0 == 0x20 || $0 == 0x2D }) else { return false }
    for start in ["ACCM-", "RD-SIGMA ", "FRD-SIGMA "] where code.hasPrefix(start) && code.count > start.count {
      return true
    }
    guard let blank = code.firstIndex(of: " ") else { return false }
    return code[..<blank].contains("-") && systems.contains(String(code[..<blank]))
      && (1...6).contains(code[blank...].count - 1)
  }

  /// The category that has a name, with or without "General", or the only one whose name has the word.
  private func named(_ word: String) -> String? {
    if let code = categoryNames[word] ?? categoryNames["GENERAL " + word] { return code }
    let having = categoryNames.filter { $0.key.split(separator: " ").contains { $0 == word } }
    return having.count == 1 ? having.first?.value : nil
  }

  /// A category without what says that it is specified.
  private static func plain(_ code: String) -> String { code.hasPrefix("SP-") ? String(code.dropFirst(3)) : code }

  private static func sentence(_ start: String, _ meant: String?) -> String {
    start + (meant.map { "; did you mean “\($0)”?" } ?? "")
  }
}
