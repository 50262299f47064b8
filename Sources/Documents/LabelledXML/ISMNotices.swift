import MarkingGrammar
import MarkingModel

/// What the types of notices belong to, and whether the document has it (ISM-v2022-DEC, NoticeHasCorrespondingData):
/// worked out once, so that a rule about each notice need not look at all portions.
struct ISMNotices {
  /// The tokens of the portions that count for the roll-up, by attribute.
  private var tokens: [String: Set<String>] = [:]
  private var hasCompartmentOfTK = false
  private let isUnclassified: Bool
  /// Whether ODNI's rules for the United States, or those for CUI alone, hold for the document.
  private let isJudged: Bool

  init(_ labels: [ISMLabel], first: Int?) {
    let resource = first.map { labels[$0].ism } ?? ISMAttributes()
    isUnclassified = resource["classification"] == "U"
    isJudged =
      resource.has("ownerProducer", "USA") && resource.has("compliesWith", "USGov")
      || resource.has("compliesWith", "USA-CUI-ONLY")
    guard isJudged else { return }
    for (index, label) in labels.enumerated() where index != first && label.ism["excludeFromRollup"] != "true" {
      for name in ["atomicEnergyMarkings", "disseminationControls", "nonICmarkings", "cuiSpecified", "cuiBasic"] {
        tokens[name, default: []].formUnion(label.ism.tokens(name))
      }
      hasCompartmentOfTK = hasCompartmentOfTK || label.ism.tokens("SCIcontrols").contains { $0.hasPrefix("TK-") }
    }
  }

  private func has(_ name: String, _ token: String) -> Bool { tokens[name]?.contains(token) ?? false }

  /// Whether a portion has the marking that a type of notice belongs to; nil for one that belongs to none, and where the
  /// rules are not about the document.
  func isAnswered(_ type: String) -> Bool? {
    guard isJudged else { return nil }
    return switch type {
    case "RD", "FRD": has("atomicEnergyMarkings", type)
    case "CNWDI": has("atomicEnergyMarkings", "RD-CNWDI")
    case "FISA": has("disseminationControls", "FISA") || has("cuiSpecified", "FISA")
    case "RAWFISA", "IMC": has("disseminationControls", type)
    case "RSEN": has("disseminationControls", "RS")
    case "IMCON_RSEN": has("disseminationControls", "RS") && has("disseminationControls", "IMC")
    case "LES": has("nonICmarkings", "LES") || has("cuiBasic", "LEI")
    case "LES-NF": has("nonICmarkings", "LES-NF")
    case "SSI": has("nonICmarkings", "SSI") || has("cuiSpecified", "SSI")
    case "DS": isUnclassified ? has("nonICmarkings", "DS") : nil
    case "GEOCAP": hasCompartmentOfTK
    default: nil
    }
  }
}
