import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// The banners of the example pages of the Register and Manual, and ODNI's verdicts on banners over portions.
@Suite struct RollUpVectorTests {
  private let vocabulary: Vocabulary
  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  @Test func everyBannerOfTheManualIsExact() throws {
    for row in try Vectors.rows("rollup-manual.tsv") {
      // A bare REL means the list of the banner, so the banner has to be there.
      let line = RollUpLine(row[3], banner: row[2], vocabulary)
      let required = line.required()
      #expect(required.marking == line.given, "\(row[0]): \(row[3]) => \(required.reasons.map(\.token.code))")
      #expect(line.outline() == [], "\(row[0]): \(row[3])")
    }
  }

  /// What ODNI reports is a difference, and what it does not is over-marking or rests on non-IC controls of unclassified
  /// portions alone.
  @Test func everyVerdictOfODNIIsFound() throws {
    for row in try Vectors.rows("odni-rollup.tsv") {
      let parts = row[1].split(separator: "=>").map(String.init)
      let line = RollUpLine(parts[0], banner: parts[1], vocabulary)
      let differences = line.differences()
      if row[2] == "0" {
        #expect(!differences.isEmpty, "\(row[1]) \(row[3])")
      } else {
        #expect(
          differences.allSatisfy { $0.kind == .excess || $0.release == .nonIC }, "\(row[1]): \(line.outline())")
      }
    }
  }
}
