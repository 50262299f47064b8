import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Attributes from text: the other direction of ODNI's renderings and the attributes beside its portions.
@Suite struct ISMAttributeTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  private func attributes(_ text: String, _ kind: WrittenMarking.Kind) -> ISMAttributes {
    let bytes = Array(text.utf8)
    let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
    return written.meaning(in: bytes.span, vocabulary).normalized(by: vocabulary).ism
  }

  /// What of the attributes a line can say: no authority of a program, nothing that only ODNI's rendering leaves out.
  private func sayable(_ ism: ISMAttributes) -> ISMAttributes { Marking(ism: ism).normalized(by: vocabulary).ism }

  @Test func everyRenderingIsReadBack() {
    var count = 0
    for vector in RenderingVector.all where vector.mode == "banner" || vector.mode == "portionmark" {
      guard Self.isDefined(vector) else { continue }
      count += 1
      let text = String(vector.expected.prefix { $0 != "|" })
      let found = attributes(text, vector.mode == "banner" ? .banner : .portion)
      #expect(found == sayable(vector.ism), "\(vector): \(text)")
    }
    #expect(count == 385)
  }

  /// Whether the text of a rendering says what the attributes say.
  private static func isDefined(_ vector: RenderingVector) -> Bool {
    let ism = vector.ism
    // A hyphen in DoD's programs is no compartment, small letters are no marking, and three programs are not named.
    if ism.tokens("SARIdentifier").contains(where: { $0.hasPrefix("SAR-DOD:") && $0.contains("-", after: 4) }) {
      return false
    }
    if vector.expected.contains("ProgramID") || vector.expected.contains("MULTIPLE PROGRAMS") { return false }
    // What ODNI's rendering leaves out.
    if ism.has("disseminationControls", "EXEMPT_FROM_ICD501_DISCOVERY") { return false }
    if ism.has("nonUSControls", "ATOMAL"), ism["ownerProducer"] == "USA", ism["atomicEnergyMarkings"] == nil {
      return false
    }
    if ism.has("releasableTo", "NATO"), ism.tokens("releasableTo").contains(where: { $0.hasPrefix("NATO:") }) {
      return false
    }
    // Two words that are in no list of countries.
    return !ism.has("releasableTo", "FAKE_TETRA")
  }

  @Test func everyPortionOfODNIHasItsAttributes() throws {
    var count = 0
    for row in try Vectors.rows("odni-portions.tsv") where row[0] == "portion" {
      let ism = try #require(ISMAttributes(line: String(row[4].drop { $0 != ":" }.dropFirst(2))))
      count += 1
      #expect(attributes(row[1], .portion) == sayable(ism), "\(row[1])")
    }
    #expect(count == 1880)
  }
}

extension String {
  /// Whether it has a character behind the first `count`.
  fileprivate func contains(_ character: Character, after count: Int) -> Bool { dropFirst(count).contains(character) }
}
