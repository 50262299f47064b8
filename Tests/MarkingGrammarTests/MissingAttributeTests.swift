import MarkingGrammar
import TestSupport
import Testing

/// What a rendering says in the place of what is missing, in ODNI's words.
@Suite struct MissingAttributeTests {
  private let rendering: ISMRendering

  init() throws { rendering = ISMRendering(vocabulary: try #require(Vocabulary.project)) }

  @Test(arguments: [
    ("disseminationControls=NF", "MISSING CLASSIFICATION MARKING//NOFORN", "(MISSING CLASSIFICATION MARKING//NF)"),
    (
      "classification=S; SCIcontrols=SI",
      "UNABLE TO DETERMINE CLASSIFICATION MARKING - MISSING OWNER/PRODUCER//SI",
      "(UNABLE TO DETERMINE CLASSIFICATION MARKING - MISSING OWNER/PRODUCER//SI)"
    ),
    ("classification=R; ownerProducer=USA", "RESTRICTED", "(UNABLE TO DETERMINE CLASSIFICATION MARKING)"),
    (
      "classification=S; ownerProducer=USA DEU", "//DEU USA SECRET", "(UNABLE TO DETERMINE CLASSIFICATION MARKING)"
    ),
    (
      "classification=S; ownerProducer=USA; disseminationControls=REL DISPLAYONLY; releasableTo=USA",
      "SECRET//DISPLAY ONLY UNABLE TO DETERMINE DISPLAY ONLY/UNABLE TO DETERMINE RELEASABILITY",
      "(S//REL TO USA/DISPLAY ONLY UNABLE TO DETERMINE DISPLAY ONLY)"
    ),
  ])
  func aSentenceStandsInItsPlace(line: String, banner: String, portion: String) throws {
    let ism = try #require(ISMAttributes(line: line))
    #expect(rendering.banner(ism) == [banner])
    #expect(rendering.portion(ism) == portion)
  }

  @Test(arguments: [
    (
      "classification=S; ownerProducer=USA; classifiedBy=J. Doe; derivedFrom=Guide; declassException=25X1",
      [
        "Classified by: J. Doe",
        "(\u{A0}WARNING! This document contains markings for both an originally and derivatively classified document.\u{A0})",
        "(\u{A0}WARNING! The reason for the classification decision should be specified for an originally classified document.\u{A0})",
        "Declassify on: 25X1",
      ]
    ),
    (
      "classification=U; ownerProducer=USA; classifiedBy=J. Doe",
      [
        "(\u{A0}WARNING! This document contains overall markings for both an unclassified and a classified document.\u{A0})",
        "Classified by: J. Doe",
      ]
    ),
    (
      "compliesWith=USA-CUI-ONLY; cuiBasic=LEI",
      [
        "(\u{A0}WARNING! This document contains CUI markings but does not contain a required overall Controlled By: marking.\u{A0})"
      ]
    ),
    ("classification=U; ownerProducer=USA", []),
    (
      "classification=S; ownerProducer=USA; derivedFrom=Guide; declassDate=2035-01-02; declassEvent=The end of it",
      ["Derived from: Guide", "Declassify on: January 2, 2035 or The end of it"]
    ),
  ])
  func aBlockWarns(line: String, lines: [String]) throws {
    let ism = try #require(ISMAttributes(line: line))
    let found = rendering.authority(ism).filter { !$0.contains("25X or 50X") }
    #expect(found == lines)
  }
}
