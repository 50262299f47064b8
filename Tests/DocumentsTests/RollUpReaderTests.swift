import Documents
import MarkingGrammar
import MarkingModel
import StandardRules
import TestSupport
import Testing

@Suite struct RollUpReaderTests {
  private let vocabulary: Vocabulary
  init() throws { vocabulary = try StandardRules.vocabulary() }

  private func read(_ text: String) -> RollUpReader.Reading {
    RollUpReader.read(Array(text.utf8).span, vocabulary: vocabulary)
  }

  @Test(arguments: [
    ("", RollUpLineProblem.noPortions), ("  ;(U)", .noPortions), (" => SECRET", .noPortions),
    ("(U) ; ; (S)", .emptyPortion(2)), ("(U) ;", .emptyPortion(2)), ("(U) =>", .emptyBanner), ("(U) => ", .emptyBanner),
    ("(U) => S => S", .secondBanner), ("(U);=>S", .emptyPortion(2)),
  ])
  func whatIsNoLineIsSaid(text: String, problem: RollUpLineProblem) {
    let reading = read(text)
    #expect(reading.problem == problem)
    #expect(reading.required == nil && reading.document.nodes(named: .rollup).isEmpty)
  }

  @Test func differencesStandAtTheBanner() {
    let text = "(S//NF) ; (C//OC/NF) => SECRET//REL TO USA, GBR"
    let document = read(text).document
    #expect(document.values(.kind, of: .marking) == ["portion", "portion", "banner"])
    #expect(document.values(.code, of: .difference) == ["OC", "NF"])
    #expect(document.values(.portionList, of: .difference) == ["portion 2", "portions 1 and 2"])
    for node in document.nodes(named: .difference) {
      #expect(document.nodes[node].range == ByteRange(24, text.utf8.count))
    }
    #expect(document.placeFaults(length: text.utf8.count).isEmpty)
  }

  @Test func withoutABannerNothingIsCompared() {
    let document = read("(S//NF) ; (U)").document
    #expect(document.nodes(named: .difference).isEmpty)
    #expect(document.values(.requiredLevel, of: .rollup) == ["S"])
    #expect(document.placeFaults(length: 13).isEmpty)
  }

  @Test func aDateBeforeTheLineCounts() {
    #expect(read("Date: 2015-03-02\n(S//RELIDO) ; (S) => SECRET//RELIDO").document.nodes(named: .difference).isEmpty)
    #expect(!read("(S//RELIDO) ; (S) => SECRET//RELIDO").document.nodes(named: .difference).isEmpty)
  }

  /// A name that no vocabulary has may be a word that must not be repeated.
  @Test func unpublishedNamesAreDescribed() {
    let text = "(TS//SI-G QQZW/ZQX-YYY//OC/NF) ; (S//SAR-WWX//NF) ; (CUI//QQCAT) => SECRET//NOFORN"
    let document = read(text).document
    let names = document.values(.name, of: .difference)
    #expect(names.contains("a sub-compartment of SI-G"))
    #expect(names.contains("an unpublished SCI control"))
    #expect(names.contains("a special access program"))
    for node in document.nodes(named: .difference) {
      for secret in ["QQZW", "ZQX", "YYY", "WWX", "QQCAT"] { #expect(!document.describe(node).contains(secret)) }
    }
  }

  @Test func manyPortionsAreCounted() {
    #expect(PortionList.words([]) == nil)
    #expect(PortionList.words([3]) == "portion 3")
    #expect(PortionList.words([7, 3]) == "portions 3 and 7")
    #expect(PortionList.words(PortionSet(1...20)) == "portions 1, 2, 3, 4, 5, 6 and 14 more")
  }
}
