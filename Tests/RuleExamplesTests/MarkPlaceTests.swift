import Documents
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// Marks where papers have them besides the beginning of a line: what is too high for the banner is found there, and a
/// marking that goes on on the next line is one.
@Suite struct MarkPlaceTests {
  /// A paper under one banner, with one more paragraph.
  private func paper(_ paragraph: String, banner: String = "SECRET//NOFORN") -> String {
    FictionalPaper.text(paragraph, banner: banner)
  }

  private func rules(_ text: String, profile: String = "ic") throws -> Set<String> {
    let bytes = Array(text.utf8)
    let document = DocumentReader.read(bytes.span, vocabulary: try StandardRules.vocabulary())
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: profile))
    let findings = try evaluator.check(document, recordingJudgements: false).findings
    return Set(findings.filter { $0.severity == .error }.map(\.rule))
  }

  /// Each has a mark above the banner, where a reader of the paper sees it.
  private static let tooHigh = [
    "Item | Number\n(U) Bolts | (U) 40\n(S//NF) Seekers | (TS//NF) 12",
    "Item\tNumber\n(U) Bolts\t(U) 40\n(S//NF) Seekers\t(TS//NF) 12",
    "Item            Number\n(U) Bolts       (U) 40\n(S//NF) Lamps   (TS//NF) 12",
    "2. BACKGROUND. (TS//NF) The lights were put up there last year.",
    "Source: (TS//NF) The pilots keep a second book of the depth.",
    "[1] (TS//NF) The pilots keep a second book of the depth.",
    "2. (S//NF) The lights are new. (TS//NF) The pilots keep a second book.",
    "2. (TS//REL TO USA, AUS,\nCAN) The delegation will call on him next week.",
    "2. (TS//\nNF) The delegation will call on him next week.",
    "2. (TOP SECRET) The delegation will call on him next week.",
    "2. (TOP SECRET//NF) The delegation will call on him next week.",
  ]

  @Test(arguments: tooHigh) func aMarkAboveTheBannerIsFound(_ paragraph: String) throws {
    #expect(try rules(paper(paragraph)).contains("CLS-001"))
    // The same copy with an unclassified banner must not go out.
    #expect(try rules(paper(paragraph, banner: "UNCLASSIFIED"), profile: "release").contains("DCL-004"))
  }

  /// Words about marks are none.
  private static let words = [
    "2. (U) Mark each paragraph that names him with (TS//NF) at its beginning.",
    "Wrong:   (TS//NOFORN)\nRight:   (TS//NF)",
    "2. (U) Paragraphs with (TS//NF) and those with (TS//SI//NF) are kept apart.",
  ]

  @Test(arguments: words) func aWordAboutMarksIsNone(_ paragraph: String) throws {
    #expect(try rules(paper(paragraph)).isEmpty)
  }

  @Test func markingsGoOnOnTheNextLine() throws {
    let wrapped = paper(
      "2. (S//REL TO USA, AUS,\n    CAN, GBR, NZL) The delegation will call on him next week.",
      banner: "SECRET//REL TO USA, AUS, CAN,\n          GBR, NZL"
    ).replacing("(S//NF)", with: "(S//REL TO USA, AUS, CAN, GBR, NZL)")
    #expect(try rules(wrapped) == [])
    #expect(try rules(paper("2. (TS//SI/TK//OC/NF) It is so.", banner: "TOP SECRET//SI/TK//\nORCON/NOFORN")) == [])
  }

  @Test func abbreviatedBannersAreBanners() throws {
    #expect(try rules(paper("2. (U) It is so.", banner: "S//NF")).contains("SYN-002"))
    // A list of what portions may have is no page.
    let list = "Marks\n\nS//NF\nU//FOUO\nC//REL\n\nare examples of what a clerk may meet in a file.\n"
    #expect(try !rules(list).contains("SYN-002"))
  }

  @Test func aPaperWithoutABannerIsFound() throws {
    let text = paper("2. (U) It is so.").replacing("SECRET//NOFORN\n", with: "")
    #expect(try rules(text).contains("SYN-021"))
  }
}
