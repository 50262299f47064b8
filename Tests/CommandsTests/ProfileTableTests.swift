import Checking
import Commands
import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// What the profiles see differently (markings reference 0.1): the same marking, and what one rule says of it under each.
@Suite struct ProfileTableTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try StandardRules.vocabulary() }

  @Test func theOptionOffersEveryProfile() { #expect(Table.profileNames == StandardRules.profileNames) }

  struct Row: Sendable, CustomTestStringConvertible {
    var marking: String
    var rule: String
    var day: Int?
    /// Profile and severity; a profile that is not named says nothing.
    var expected: [String: Severity]
    var testDescription: String { "\(rule) \(marking)" }

    init(_ marking: String, _ rule: String, day: Int? = nil, _ expected: [String: Severity]) {
      (self.marking, self.rule, self.day, self.expected) = (marking, rule, day, expected)
    }
  }

  @Test(arguments: [
    // Categories and controls of CUI in the banner.
    Row("CUI//SP-CTI//FEDCON", "CUI-032", ["dod": .error, "dod-cui": .error]),
    Row("(CUI//SP-CTI)", "CUI-032", [:]),
    Row("SECRET//CUI//SP-CTI//NOFORN", "CUI-032", ["dod": .warning, "dod-cui": .warning]),
    // CUI is not implemented in the intelligence community.
    Row("CUI", "CUI-046", ["ic": .warning]),
    // UNCLASSIFIED before CUI.
    Row("UNCLASSIFIED//CUI", "CUI-031", ["ic": .error, "nara-cui": .error, "dod": .error, "dod-cui": .error]),
    Row("UNCLASSIFIED//CUI//LEI//FOUO", "CUI-031", ["dod": .error, "dod-cui": .error]),
    // Two special access programs.
    Row("SECRET//SAR-ABC/SAR-DEF//NOFORN", "SAP-002", ["ic": .error, "nara-cui": .error, "nato": .error]),
    Row("SECRET//SAR-ABC/DEF//NOFORN", "SAP-003", ["dod": .info, "dod-cui": .info]),
    // Three programs and more have their own words in DoD's banners.
    Row("SECRET//SAR-ABC/SAR-DEF/SAR-GHI/SAR-JKL//NOFORN", "SAP-010", ["dod": .warning, "dod-cui": .warning]),
    // CNWDI.
    Row("(S//RD-N//NF)", "AEA-019", ["ic": .info, "nara-cui": .info, "nato": .info]),
    // A classified portion without a foreign disclosure or release marking.
    Row("(S)", "DIS-029", ["ic": .error, "dod": .info]),
    // FOUO before and after the Department of Defense changed over.
    Row("UNCLASSIFIED//FOUO", "DIS-025", [:]),
    Row("UNCLASSIFIED//FOUO", "DIS-025", day: 2018_01_01, [:]),
    Row(
      "UNCLASSIFIED//FOUO", "DIS-025", day: 2021_01_01,
      ["ic": .warning, "nara-cui": .warning, "dod": .error, "dod-cui": .error]),
    // Markings of the Department of Defense.
    Row("SECRET//NOFORN//ACCM-TEA LEAF", "NIC-018", ["ic": .error, "nara-cui": .error, "nato": .error]),
    Row("UNCLASSIFIED//NNPI", "NIC-019", ["ic": .error, "nara-cui": .error, "nato": .error]),
    // NATO marks its own documents without the slashes.
    Row("NATO SECRET", "NAT-003", ["ic": .error, "nara-cui": .error, "dod": .error, "dod-cui": .error]),
  ])
  func differs(_ row: Row) throws {
    for profile in ["ic", "nara-cui", "dod", "dod-cui", "nato"] {
      let found = try findings(of: row.marking, day: row.day, profile).filter { $0.rule == row.rule }
      let highest = found.map(\.severity).max { $0.weight < $1.weight }
      #expect(highest == row.expected[profile], "\(profile)")
    }
  }

  /// Portions and their banner: of categories in the banner of CUI, and of notices that one of them alone has.
  @Test(arguments: [
    // Specified categories stand in the banner, but for DoD.
    Row("(CUI//SP-CTI) => CUI", "CUI-033", ["ic": .error, "nara-cui": .error]),
    Row("(CUI//SP-CTI) => CUI//SP-CTI", "CUI-032", ["dod": .error, "dod-cui": .error]),
    // Basic ones where the agency wants them there.
    Row("(CUI//PRVCY) => CUI", "CUI-033", [:]),
    // In a classified document the category goes up with the portion.
    Row("(S//NF) ; (CUI//SP-CTI) => SECRET//CUI//SP-CTI//NOFORN", "CUI-032", ["dod": .warning, "dod-cui": .warning]),
    // Unmarked classified portions.
    Row("(S) ; (S//NF) => SECRET//NOFORN", "DIS-029", ["ic": .error, "dod": .info]),
  ])
  func differsOverPortions(_ row: Row) throws {
    for profile in ["ic", "nara-cui", "dod", "dod-cui", "nato"] {
      var policy = RollUpPolicy(profile.hasPrefix("dod") ? .dod : profile == "nara-cui" ? .nara : .ic)
      policy.day = row.day
      let bytes = Array(row.marking.utf8)
      let document = RollUpReader.read(bytes.span, policy: policy, vocabulary: vocabulary).document
      var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: profile))
      let found = try evaluator.check(document, recordingJudgements: false).findings.filter { $0.rule == row.rule }
      #expect(found.map(\.severity).max { $0.weight < $1.weight } == row.expected[profile], "\(profile)")
    }
  }

  /// Which profile a document is judged by, where the user does not say.
  @Test(arguments: [
    ("ic", "SECRET//NOFORN\n\nDate: 2016-05-03\n\n1. (S//NF) The harbor is deep.\n\nSECRET//NOFORN\n"),
    (
      "dod",
      "SECRET//NOFORN\n\nDEPARTMENT OF THE NAVY\n\nDate: 2016-05-03\n\n1. (S//NF) The harbor is deep.\n\nSECRET//NOFORN\n"
    ),
    (
      "dod",
      "UNCLASSIFIED\n\nDISTRIBUTION STATEMENT A. Approved for public release.\n\nThe harbor is deep.\n\nUNCLASSIFIED\n"
    ),
    ("nara-cui", "CUI//SP-CTI\n\nDEPARTMENT OF GOOD WORKS\n\n1. (CUI//SP-CTI) The harbor is deep.\n\nCUI//SP-CTI\n"),
    ("dod-cui", "CUI\n\nDEPARTMENT OF THE ARMY\n\n1. (CUI//SP-CTI) The harbor is deep.\n\nCUI\n"),
    (
      "state-papers",
      "SECRET//NOFORN\n\nDEPARTMENT OF STATE\n\nDate: 2016-05-03\n\n1. (S//NF) The harbor is deep.\n\nSECRET//NOFORN\n"
    ),
    (
      "state-papers",
      "From: Jane Doe\nSent: Tuesday, May 3, 2016 9:00 AM\nTo: John Roe\nSubject: Harbor\n\n(SBU) The harbor is deep.\n\n(U) It is cold.\n\nUNCLASSIFIED\n"
    ),
    (
      "ic",
      "From: Jane Doe\nSent: Tuesday, May 3, 2016 9:00 AM\nTo: John Roe\nSubject: (U) Harbor\n\nSECRET//NOFORN\n\n(S//NF) The harbor is deep.\n\nSECRET//NOFORN\n"
    ),
    ("state", "UNCLAS REYKJAVIK 000216\n\nE.O. 13526: N/A\nTAGS: ECON, IC\nSUBJECT: A SCALE\n\n1. It is big.\nFINCH\n"),
    (
      "ic",
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:resourceElement=\"true\" ism:classification=\"U\" ism:ownerProducer=\"USA\"/>"
    ),
    (
      "ic",
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:resourceElement=\"true\" ism:compliesWith=\"USGov USIC USDOD\" ism:cuiBasic=\"PRVCY\"/>"
    ),
    (
      "dod",
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:resourceElement=\"true\" ism:compliesWith=\"USGov USDOD USA-CUI\" ism:cuiBasic=\"PRVCY\"/>"
    ),
    (
      "nara-cui",
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:resourceElement=\"true\" ism:compliesWith=\"USA-CUI-ONLY\" ism:cuiBasic=\"PRVCY\"/>"
    ),
    (
      "nato",
      "<s:originatorConfidentialityLabel xmlns:s=\"urn:nato:stanag:4774:confidentialitymetadatalabel:1:0\"><s:ConfidentialityInformation><s:PolicyIdentifier>NATO</s:PolicyIdentifier><s:Classification>SECRET</s:Classification></s:ConfidentialityInformation></s:originatorConfidentialityLabel>"
    ),
  ])
  func isChosenByTheDocument(_ profile: String, _ text: String) {
    let bytes = Array(text.utf8)
    let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
    #expect(DocumentProfile.name(for: document) == profile, "\(document.word(.form, of: 0) ?? "")")
    // The profile of State has one of its own for papers, whoever chooses.
    let isPaper = ["marked", "email"].contains(document.word(.form, of: 0) ?? "")
    #expect(DocumentProfile.name(for: document, under: "state") == (isPaper ? "state-papers" : "state"))
    #expect(DocumentProfile.name(for: document, under: "ic") == "ic")
  }

  @Test(arguments: [
    ("uk", "OFFICIAL-SENSITIVE"), ("uk", "UK SECRET - HMG USE ONLY"), ("au", "[SEC=PROTECTED, CAVEAT=SH:CABINET]"),
    ("nz", "IN-CONFIDENCE COMMERCIAL"), ("dod-cui", "CUI"), ("nara-cui", "CUI//SP-CTI//FEDCON"),
    ("nato", "NATO SECRET"), ("dod", "SECRET//SAR-ABC/SAR-DEF//NOFORN"), ("ic", "SECRET//SAR-ABC/DEF//NOFORN"),
  ])
  func hasNoErrorFor(_ profile: String, _ marking: String) throws {
    #expect(try findings(of: marking, day: nil, profile).filter { $0.severity == .error }.map(\.rule) == [])
  }

  private func findings(of marking: String, day: Int?, _ profile: String) throws -> [Finding] {
    let set = try StandardRules.ruleSet(profile: profile)
    var evaluator = CompiledEvaluator(set)
    let bytes = Array(marking.utf8)
    let document =
      NationalMarking.Scheme(set.markings).map {
        NationalReader.read(bytes.span, scheme: $0, day: day, vocabulary)
      } ?? MarkingReader.read(bytes.span, day: day, vocabulary)
    return try evaluator.check(document, recordingJudgements: false).findings
  }
}

extension Severity {
  fileprivate var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
