package import MarkingModel

/// Compares a banner with the one that its portions require.
///
/// What is written differently and says the same (a tetragraph and its members, another order) is no difference.
package struct BannerComparison {
  private let required: RequiredBanner
  private let given: Marking
  private let rollUp: RollUp
  /// In the order of a line.
  package private(set) var differences: [BannerDifference] = []

  package init(
    _ given: Marking, with required: RequiredBanner, over rollUp: RollUp, _ vocabulary: borrowing Vocabulary
  ) {
    self.given = given
    self.required = required
    self.rollUp = rollUp
    guard !rollUp.isEmpty else { return }
    compareLevels()
    compareSystems()
    compareTokens()
    compareSources()
    differences += ReleaseComparison(given, required, rollUp, vocabulary.countries).differences
  }

  private func portions(_ category: BannerToken.Category) -> RollUp.Portions {
    required.reasons.first { $0.token.category == category }?.portions ?? []
  }

  private mutating func compareLevels() {
    let level = required.marking.classification ?? .unclassified
    let rank = given.classification?.rank ?? (given.system == .cui ? 1 : 0)
    if rank < level.rank {
      differences.append(
        BannerDifference(.missing, BannerToken(.level, level.rawValue), portions: portions(.level)))
    } else if rank > level.rank, let written = given.classification {
      differences.append(BannerDifference(.excess, BannerToken(.level, written.rawValue)))
    }
  }

  /// A JOINT or foreign banner over portions of others, or of other owners (C16 p57, p59, p127).
  private mutating func compareSystems() {
    guard given.system == .joint || given.system == .nonUS else { return }
    let isSame =
      required.marking.system == given.system && Set(required.marking.owners) == Set(given.owners)
    guard !isSame else { return }
    let code = given.system == .joint ? "JOINT" : given.owners.sorted().joined(separator: " ")
    let others: RollUp.Portions =
      required.marking.system == given.system
      ? portions(.system)
      : rollUp.portions(.system(.us)).union(
        rollUp.portions(.system(given.system == .joint ? .nonUS : .joint)))
    differences.append(BannerDifference(.contradicts, BannerToken(.system, code), portions: others))
  }

  private mutating func compareTokens() {
    let wanted = BannerToken.tokens(of: required.marking)
    let written = Self.renamed(Self.abbreviated(BannerToken.tokens(of: given), as: wanted), as: wanted)
    let missing = wanted.filter { $0.category != .fgi && !written.contains($0) && !isCovered($0, by: written) }
    for token in leaves(missing) {
      differences.append(BannerDifference(.missing, token, portions: reason(token)))
    }
    for token in leaves(written.filter { $0.category != .fgi && !wanted.contains($0) }) {
      if let said = required.superseded.first(where: { $0.token == token }) {
        // Of an unclassified banner over classified portions the level is what is wrong.
        if isUnclassified, Self.unclassified.contains(token.code) { continue }
        differences.append(BannerDifference(.contradicts, token, portions: said.portions))
      } else if !isSaid(token) {
        differences.append(BannerDifference(.excess, token))
      }
    }
  }

  /// What a banner says, with the programs that it spells out (`SAR-BUTTER POPCORN`) by the designators of two or three
  /// characters that portions have in their place (`SAR-BP`; C16 p101). Nobody can know a designator: one that begins
  /// with the same letter and has the others in order is taken for it.
  private static func abbreviated(_ written: [BannerToken], as wanted: [BannerToken]) -> [BannerToken] {
    let missing = wanted.filter {
      $0.category == .sap && (2...3).contains($0.code.utf8.count) && !written.contains($0)
    }
    guard !missing.isEmpty else { return written }
    return written.map { token in
      guard token.category == .sap else { return token }
      let program = token.code.prefix { $0 != "-" }
      guard program.utf8.count > 3, let found = missing.first(where: { isDesignator($0.code, of: program) }) else {
        return token
      }
      return BannerToken(.sap, found.code + token.code.dropFirst(program.count))
    }
  }

  /// What a banner says, with SI by the name that the portions have for it: COMINT was its name. That the name is an old one
  /// is said by itself.
  private static func renamed(_ written: [BannerToken], as wanted: [BannerToken]) -> [BannerToken] {
    let names = ["SI", "COMINT"].map { BannerToken(.sci, $0) }
    let used = names.filter(wanted.contains)
    guard used.count == 1, names.filter(written.contains).count == 1 else { return written }
    return written.map { names.contains($0) ? used[0] : $0 }
  }

  private static func isDesignator(_ code: String, of program: Substring) -> Bool {
    guard code.utf8.first == program.utf8.first else { return false }
    var rest = program.utf8
    for byte in code.utf8 {
      guard let index = rest.firstIndex(of: byte) else { return false }
      rest = rest[rest.index(after: index)...]
    }
    return true
  }

  /// Whether the banner is unclassified though the portions are not.
  private var isUnclassified: Bool {
    given.classification?.isClassified != true && required.marking.classification?.isClassified == true
  }

  /// Controls that stand in unclassified banners alone.
  private static let unclassified: Set<String> = ["FOUO", "DS", "SBU", "SBU-NF", "DCNI", "UCNI"]

  /// The portions of a token; of a system or compartment, those of what is below it.
  private func reason(_ token: BannerToken) -> RollUp.Portions {
    let own = required.portions(token)
    guard own.isEmpty else { return own }
    return required.reasons.filter { $0.token.category == token.category && Self.isAbove(token, $0.token) }
      .reduce(into: []) { $0.formUnion($1.portions) }
  }

  /// Without systems and compartments of which something below is there too.
  private func leaves(_ tokens: [BannerToken]) -> [BannerToken] {
    tokens.filter { token in !tokens.contains { Self.isAbove(token, $0) } }
  }

  private static func isAbove(_ a: BannerToken, _ b: BannerToken) -> Bool {
    guard a.category == b.category, a.category == .sci || a.category == .sap else { return false }
    return b.code.hasPrefix(a.code + "-") || b.code.hasPrefix(a.code + " ")
  }

  /// Whether something stricter stands in the banner for a token. That it is stricter is said by itself, as an excess.
  private func isCovered(_ token: BannerToken, by written: [BannerToken]) -> Bool {
    func has(_ codes: String...) -> Bool {
      written.contains { $0.category == token.category && codes.contains($0.code) }
    }
    return switch (token.category, token.code) {
    case (.dissem, "OC-USGOV"): has("OC")
    case (.aea, "FRD"): has("RD")
    case (.aea, "TFNI"): has("RD", "FRD")
    case (.nonic, "SBU"): has("SBU-NF")
    case (.nonic, "LES"): has("LES-NF")
    case (.sap, "MULTIPLE PROGRAMS"): !given.sap.isEmpty
    case (.sap, _): given.hasMultiplePrograms
    default: false
    }
  }

  /// Whether portions say what this banner leaves out by another custom (DoD: categories of CUI and limited
  /// dissemination controls; names of programs).
  private func isSaid(_ token: BannerToken) -> Bool {
    switch token.category {
    case .cui where token.code == "CUI": !rollUp.portions(.cui).isEmpty
    case .cui where token.code.hasPrefix("SP-"): !rollUp.portions(.specified(String(token.code.dropFirst(3)))).isEmpty
    case .cui: !rollUp.portions(.basic(token.code)).isEmpty
    case .dissem: BannerToken.limited.contains(token.code) && !rollUp.portions(.dissemination(token.code)).isEmpty
    case .sap:
      required.marking.hasMultiplePrograms || token.code == "MULTIPLE PROGRAMS" && !required.marking.sap.isEmpty
    default: false
    }
  }

  /// Foreign government information: every source, or bare FGI (C16 p28, p124; ISM-ID-00064, 00065).
  private mutating func compareSources() {
    let code = BannerToken(.fgi, "FGI")
    switch (required.marking.foreign, given.foreign) {
    case (.concealed, .open):
      differences.append(BannerDifference(.contradicts, code, portions: required.portions(code)))
    case (.concealed, .none):
      differences.append(BannerDifference(.missing, code, portions: required.portions(code)))
    case (.concealed, .concealed): break
    case (_, .concealed): differences.append(BannerDifference(.excess, code))
    case (.open(let wanted), .open(let written)): compare(wanted, written)
    case (.open(let wanted), .none): compare(wanted, [])
    case (.none, .open(let written)): compare([], written)
    case (.none, .none): break
    }
  }

  private mutating func compare(_ wanted: [String], _ written: [String]) {
    // A foreign or JOINT banner names its owners itself.
    let owners = given.system == .us ? [] : given.owners
    for source in wanted where !written.contains(source) && !owners.contains(source) {
      let token = BannerToken(.fgi, source)
      differences.append(BannerDifference(.missing, token, portions: required.portions(token)))
    }
    for source in written where !wanted.contains(source) {
      differences.append(BannerDifference(.excess, BannerToken(.fgi, source)))
    }
  }
}
