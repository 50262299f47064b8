package import MarkingGrammar
package import MarkingModel

/// What one token of a marking means.
package struct ExplainedToken: Sendable, Hashable {
  /// As it stands in the marking.
  package var text: String
  package var range: ByteRange
  /// The category of the line that it belongs to; `level` and `owner` for what stands first.
  package var category: String
  package var meaning: String
  /// Where it is registered.
  package var authority: String?
  /// How a banner and a portion write it.
  package var banner: String?
  package var portion: String?
}

/// Explains a marking token by token, from the vocabulary.
package enum MarkingExplanation {
  /// The tokens of a marking, in order.
  package static func tokens(
    of written: WrittenMarking, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ExplainedToken] {
    var explained: [ExplainedToken] = []
    if let level = written.classification { explained.append(self.level(level, of: written, source)) }
    // NATO's abbreviations are level and owner in one.
    let isOneWord = written.ownerCount == 1 && written.owners.first?.range == written.levelRange
    for owner in written.owners where !isOneWord {
      explained.append(country(owner, "owner", "owner of the classification", source, vocabulary))
    }
    var path = SystemPath()
    for token in written.tokens {
      path.take(token, source, vocabulary)
      explained.append(self.token(token, path, of: written, source, vocabulary))
      for country in written.list(of: token) {
        explained.append(self.country(country, token.category.rawValue, "of the list", source, vocabulary))
      }
    }
    return explained
  }

  // MARK: Parts

  private static func level(
    _ level: Classification, of written: WrittenMarking, _ source: Span<UInt8>
  ) -> ExplainedToken {
    let isNATO = written.system == .nonUS && source.isNATO(written.levelRange)
    let whose =
      switch written.system {
      case .us: "classification of the United States"
      case .joint: "classification that several governments own together"
      case .nonUS: isNATO ? "classification of NATO" : "classification of another government or organisation"
      case .cui, .none: "classification"
      }
    let word = isNATO ? level == .topSecret ? "COSMIC TOP SECRET" : "NATO \(level.word)" : level.word
    let letters = isNATO ? level == .topSecret ? "CTS" : "N\(level.rawValue)" : level.rawValue
    return ExplainedToken(
      text: source.text(written.levelRange), range: written.levelRange, category: "level",
      meaning: "\(word), \(whose)", authority: "IC Register 2016 p36", banner: word, portion: letters)
  }

  private static func country(
    _ country: WrittenMarking.Country, _ category: String, _ what: String, _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> ExplainedToken {
    var token = ExplainedToken(
      text: source.text(country.range), range: country.range, category: category,
      meaning: "no registered code, \(what)")
    guard country.entry >= 0 else { return token }
    let row = vocabulary.countries.rows[country.entry]
    let members = row.members.isEmpty ? "" : " (\(row.members.joined(separator: ", ")))"
    token.meaning = "\(row.name)\(members), \(what)"
    token.authority = row.source
    token.banner = row.code
    token.portion = row.code
    return token
  }

  private static func token(
    _ token: WrittenMarking.Token, _ path: SystemPath, of written: WrittenMarking, _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> ExplainedToken {
    var explained = ExplainedToken(
      text: source.text(token.range), range: token.range, category: token.category.rawValue, meaning: "")
    switch token.category {
    case .cuiCategory: category(token, &explained, vocabulary)
    case .cui:
      explained.meaning = "controlled unclassified information"
      explained.authority = "32 CFR 2002.20"
      (explained.banner, explained.portion) = ("CUI", "CUI")
    case .fgi:
      explained.meaning =
        token.countryCount == 0
        ? "foreign government information whose source is concealed" : "foreign government information"
      explained.authority = "IC Register 2016 p122"
      let form = (["FGI"] + codes(of: token, written, source, vocabulary)).joined(separator: " ")
      (explained.banner, explained.portion) = (form, form)
    case .sap: program(token, path, &explained)
    case .declassification:
      explained.meaning = "declassification instruction, no part of a marking since February 2008"
      explained.authority = "IC Register 2016 p192"
    case .unknown: explained.meaning = "not known"
    case .sci, .aea, .foreign, .dissem, .nonic: registered(token, of: written, path, &explained, source, vocabulary)
    }
    return explained
  }

  private static func registered(
    _ token: WrittenMarking.Token, of written: WrittenMarking, _ path: SystemPath, _ explained: inout ExplainedToken,
    _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard token.entry >= 0 else {
      explained.meaning =
        token.category == .sci
        ? "\(depth(token.depth, "control system")) that is not published: neither confirmed nor denied"
        : "Critical Nuclear Weapon Design Information"
      explained.authority = token.category == .sci ? "IC Register 2016 p61" : "IC Register 2016 p106"
      if token.category == .sci { (explained.banner, explained.portion) = (path.banner, path.portion) }
      return
    }
    let entry = vocabulary.register.entries[token.entry]
    let kind = token.category == .sci ? depth(token.depth, "control system") : kinds[entry.category] ?? "control"
    explained.meaning = "\(entry.title), \(kind)"
    if token.isCriticalDesign { explained.meaning += ", with Critical Nuclear Weapon Design Information" }
    let sigmas = written.sigmas(of: token).map(String.init).joined(separator: " ")
    if !sigmas.isEmpty { explained.meaning += ", SIGMA \(sigmas)" }
    if token.category == .nonic, token.depth == 1 { explained.meaning = "nickname of an \(entry.title.lowercased())" }
    explained.authority = entry.source
    explained.banner = token.depth > 0 && token.category == .nonic ? "ACCM-\(explained.text)" : entry.abbreviation
    explained.portion = token.depth > 0 && token.category == .nonic ? "ACCM-\(explained.text)" : entry.portion
    if token.isBare { explained.meaning += ", for the list of the banner" }
    let design = token.isCriticalDesign ? "-CNWDI" : ""
    explained.banner? += design + (sigmas.isEmpty ? "" : "-SIGMA " + sigmas)
    explained.portion? += design + (sigmas.isEmpty ? "" : "-SG " + sigmas)
    let list = codes(of: token, written, source, vocabulary)
    guard !list.isEmpty else { return }
    if entry.code == "EYES" {
      explained.banner = list.joined(separator: "/") + " EYES ONLY"
      explained.portion = list.joined(separator: "/") + " EYES"
    } else {
      explained.banner? += " " + list.joined(separator: ", ")
      explained.portion? += " " + list.joined(separator: ", ")
    }
  }

  /// The list of a token as codes; what is none stays as it stands.
  private static func codes(
    of token: WrittenMarking.Token, _ written: WrittenMarking, _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [String] {
    var codes: [String] = []
    for country in written.list(of: token) {
      codes.append(country.entry >= 0 ? vocabulary.countries.rows[country.entry].code : source.text(country.range))
    }
    return codes
  }

  private static func category(
    _ token: WrittenMarking.Token, _ explained: inout ExplainedToken, _ vocabulary: borrowing Vocabulary
  ) {
    guard token.entry >= 0 else {
      explained.meaning = "no category of the CUI Registry"
      return
    }
    let row = vocabulary.categories.rows[token.entry]
    let kind = token.isSpecified ? "specified" : "basic"
    explained.meaning = "\(row.name), \(kind) category of CUI (\(row.group))"
    if row.status == .provisional { explained.meaning += ", provisional" }
    explained.authority = row.source
    let form = row.kind == .specified || (row.kind == .both && token.isSpecified) ? "SP-\(row.code)" : row.code
    (explained.banner, explained.portion) = (form, form)
  }

  private static func program(
    _ token: WrittenMarking.Token, _ path: SystemPath, _ explained: inout ExplainedToken
  ) {
    explained.meaning = depth(token.depth, "special access program")
    explained.authority = "IC Register 2016 p100"
    (explained.banner, explained.portion) = (path.banner, path.portion)
  }

  private static func depth(_ depth: Int, _ system: String) -> String {
    switch depth {
    case 0: system
    case 1: "compartment of a \(system)"
    default: "sub-compartment of a \(system)"
    }
  }

  private static let kinds: [RegisterEntry.Category: String] = [
    .aea: "atomic energy marking", .foreign: "control of NATO", .dissem: "dissemination control",
    .nonic: "non-IC dissemination control",
  ]
}

/// The system or program that a token hangs on, as a banner and a portion write both together.
private struct SystemPath {
  private(set) var banner = ""
  private(set) var portion = ""
  private var system = ""
  private var compartment = ""

  mutating func take(
    _ token: WrittenMarking.Token, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard token.category == .sci || token.category == .sap else { return }
    let text = source.text(token.range)
    let name =
      token.category == .sap ? text : token.entry >= 0 ? vocabulary.register.entries[token.entry].portion : text
    switch token.depth {
    case 0:
      system = token.category == .sap ? "SAR-\(name)" : name
      banner = system
    case 1:
      // The register names a compartment with its system.
      compartment = name.hasPrefix(system + "-") ? name : "\(system)-\(name)"
      banner = compartment
    default: banner = "\(compartment) \(name)"
    }
    portion = banner
  }
}

extension Span where Element == UInt8 {
  /// The bytes of a range as text.
  func text(_ range: ByteRange) -> String {
    var bytes: [UInt8] = []
    for i in range.start..<range.end { bytes.append(self[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the words of a level are NATO's.
  fileprivate func isNATO(_ range: ByteRange) -> Bool {
    let text = text(range).uppercased()
    return text.hasPrefix("NATO") || text.hasPrefix("COSMIC") || text == "CTS"
      || (text.utf8.count == 2 && text.hasPrefix("N"))
  }
}
