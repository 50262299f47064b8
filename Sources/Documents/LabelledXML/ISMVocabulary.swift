import MarkingGrammar
import MarkingModel

/// Which values the attributes of ISM have (the value lists of ISM-v2022-DEC and ISMCAT 2022-NOV).
struct ISMVocabulary: Sendable {
  /// What is known of one token.
  enum State: String {
    case known
    /// It is in its list until a day that is known.
    case ending
    /// It was in a list until a day that is past.
    case retired
    /// Of the shape that unpublished compartments and programs have.
    case unverifiable
    case unknown
  }

  let vocabulary: Vocabulary
  /// The day of the document as yyyymmdd, which decides what is retired.
  var day: Int?

  /// Whether an attribute is a list whose tokens are judged.
  static func isList(_ attribute: String) -> Bool { lists.contains(attribute) }

  private static let lists: Set<String> = [
    "classification", "ownerProducer", "SCIcontrols", "SARIdentifier", "atomicEnergyMarkings", "FGIsourceOpen",
    "FGIsourceProtected", "disseminationControls", "releasableTo", "displayOnlyTo", "nonICmarkings", "nonUSControls",
    "cuiBasic", "cuiSpecified", "compliesWith", "declassException", "secondBannerLine", "noticeType", "exemptFrom",
    "highWaterNATO", "joint", "noAggregation",
  ]

  /// What a token of an attribute is.
  func state(of token: String, in attribute: String) -> State {
    switch attribute {
    case "classification": Classification(rawValue: token) == nil ? .unknown : .known
    case "ownerProducer": token == "FGI" ? .known : country(token)
    case "FGIsourceOpen": token == "UNKNOWN" ? .known : token == "USA" ? .unknown : country(token)
    case "FGIsourceProtected": token == "FGI" ? .known : country(token)
    case "releasableTo", "displayOnlyTo": country(token)
    case "SCIcontrols": system(token)
    case "SARIdentifier": program(token)
    case "atomicEnergyMarkings": atomicEnergy(token)
    case "nonICmarkings": token.hasPrefix("ACCM-") ? nickname(token.dropFirst(5)) : entry(token, .nonic)
    case "nonUSControls": entry(token, .foreign)
    case "disseminationControls": token == "EXEMPT_FROM_ICD501_DISCOVERY" ? .known : entry(token, .dissem)
    case "cuiBasic": category(token, isSpecified: false)
    case "cuiSpecified": category(token, isSpecified: true)
    case "compliesWith": Self.scopes.contains(token) ? .known : .unknown
    case "declassException": exception(token)
    case "noticeType": Self.notices.contains(token) ? .known : token == "DoD-Dist-X" ? .retired : .unknown
    case "exemptFrom": Self.exemptions.contains(token) ? .known : .unknown
    case "highWaterNATO": Self.waterMarks.contains(token) ? .known : .unknown
    case "secondBannerLine": vocabulary.secondLines.text(of: token) == nil ? .unknown : .known
    default: .known
    }
  }

  private static let scopes: Set<String> = [
    "USGov", "USIC", "USDOD", "OtherAuthority", "USA-CUI", "USA-CUI-ONLY",
  ]

  /// CVEnumISMNotice of ISM-v2022-DEC; none of its values has a last day. DoD-Dist-X was in the lists before.
  private static let notices: Set<String> = [
    "FISA", "RAWFISA", "IMC", "CNWDI", "RD", "FRD", "DS", "LES", "LES-NF", "DSEN", "DoD-Dist-A", "DoD-Dist-B",
    "DoD-Dist-C", "DoD-Dist-D", "DoD-Dist-E", "DoD-Dist-F", "US-Person", "pre13526ORCON", "POC", "COMSEC", "SSI",
    "RSEN",
    "IMCON_RSEN", "GEOCAP", "NATO", "RC_Dissemination_Control_Required", "ITAR-EAR",
  ]

  /// CVEnumISMExemptFrom.
  private static let exemptions: Set<String> = ["IC_710_MANDATORY_FDR", "DOD_DISTRO_STATEMENT"]

  /// CVEnumISMHighWaterNATO.
  private static let waterMarks: Set<String> = ["NATO-U", "NATO-R", "NATO-C", "NATO-S", "NATO-TS"]

  private func country(_ token: String) -> State {
    // Activities of NATO are not listed: letters, hyphens and low lines after the colon (ISMCAT).
    if token.hasPrefix("NATO:") {
      let activity = token.utf8.dropFirst(5)
      return !activity.isEmpty && activity.allSatisfy { $0 | 0x20 &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F }
        ? .known : .unknown
    }
    guard let row = vocabulary.countries.find(token), row.code == token else { return .unknown }
    return state(row.period)
  }

  private func entry(_ token: String, _ category: RegisterEntry.Category) -> State {
    guard let entry = vocabulary.register.entry(token), entry.code == token, entry.category == category else {
      return .unknown
    }
    return entry.status == .retired ? .retired : state(entry.period)
  }

  /// A control system, or a compartment of one that is known.
  private func system(_ token: String) -> State {
    let state = entry(token, .sci)
    guard state == .unknown else { return state }
    return Self.isIdentifier(token) ? .unverifiable : .unknown
  }

  /// `SAR-DNI:S:ABC`; the authority may be left out.
  private func program(_ token: String) -> State {
    let fields = token.split(separator: ":", omittingEmptySubsequences: false)
    guard token.hasPrefix("SAR-"), fields.count <= 3, fields.allSatisfy({ !$0.isEmpty }) else { return .unknown }
    return .unverifiable
  }

  private func atomicEnergy(_ token: String) -> State {
    for prefix in ["RD-", "FRD-"] where token.hasPrefix(prefix) {
      let rest = token.dropFirst(prefix.count)
      if rest == "CNWDI" { return prefix == "RD-" ? .known : .unknown }
      return rest.hasPrefix("SG-") && (1...99).contains(Int(rest.dropFirst(3)) ?? 0) ? .known : .unknown
    }
    return entry(token, .aea)
  }

  /// A nickname of ACCM: up to 61 capitals, digits, hyphens and low lines (ISM-ID-00261).
  private func nickname(_ text: Substring) -> State {
    (1...61).contains(text.utf8.count) && Self.isIdentifier(text) ? .unverifiable : .unknown
  }

  private func category(_ token: String, isSpecified: Bool) -> State {
    guard let category = vocabulary.categories.find(token), category.code == token else { return .unknown }
    if category.kind == (isSpecified ? .basic : .specified) { return .unknown }
    return state(category.period)
  }

  /// `25X1`, `50X1-HUM`, `AEA` (ISM CVEnumISM25X); 25X1-human ended with E.O. 12958.
  private func exception(_ token: String) -> State {
    if token == "25X1-human" { return .retired }
    if ["AEA", "NATO", "NATO-AEA", "50X1-HUM", "50X2-WMD", "25X1-EO-12951"].contains(token) { return .known }
    for prefix in ["25X", "50X", "75X"] where token.hasPrefix(prefix) {
      let number = token.dropFirst(prefix.count)
      return prefix == "75X" && number.isEmpty || (1...9).contains(Int(number) ?? 0) ? .known : .unknown
    }
    return .unknown
  }

  /// What a token is on the day of the document; without a day nothing is known to be over.
  private func state(_ period: Period) -> State {
    guard let day, period.to != nil else { return .known }
    return period.isOver(on: day) ? .retired : .ending
  }

  private static func isIdentifier(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F }
  }
}
