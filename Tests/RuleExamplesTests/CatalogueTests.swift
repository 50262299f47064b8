import RuleEngine
import Testing

/// The catalogue of checkable rules that the project was written from (477 rows): each of its ids is a rule, or the page
/// of a neighbouring rule says why it is none. An id never changes its meaning, so that the list only grows.
@Suite struct CatalogueTests {
  /// How many ids each family has, from 1 on.
  private static let families = [
    "WIR": 19, "LIN": 10, "CAP": 19, "EOL": 16, "TAG": 18, "PAR": 14, "SEC": 7, "BOD": 8, "SBU": 4, "SYN": 34, "CLS": 8,
    "SCI": 24, "SAP": 10, "AEA": 20, "FGI": 13, "JNT": 7, "NAT": 11, "DIS": 33, "FDR": 20, "NIC": 19, "CAB": 30,
    "CUI": 45, "DCL": 12, "FOI": 30, "DST": 8, "ISM": 13, "N47": 8, "UK": 7, "AU": 8, "NZ": 2,
  ]

  /// What no rule can judge on one document, and the rule whose page says so.
  private static let notes = [
    "BOD-008": "BOD-007", "SBU-002": "SBU-001", "CLS-007": "CLS-001", "DCL-012": "DCL-011", "FOI-024": "FOI-028",
    "FOI-025": "FOI-028", "FOI-026": "FOI-028", "FOI-027": "FOI-028",
  ]

  @Test func everyIdIsARuleOrANote() throws {
    let rules = Dictionary(uniqueKeysWithValues: try RuleExamplesTests.rules.get().map { ($0.id, $0) })
    var count = 0
    for (family, last) in Self.families {
      for number in 1...last {
        count += 1
        let digits = String(number)
        let id = family + "-" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
        if let page = Self.notes[id] {
          #expect(rules[id] == nil, "\(id) is a rule")
          #expect(rules[page]?.notes.contains { $0.contains(id) } == true, "\(page) has no note about \(id)")
        } else {
          #expect(rules[id] != nil, "\(id) is neither a rule nor a note")
        }
      }
    }
    #expect(count == 477)
  }
}
