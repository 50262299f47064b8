import CommandTestSupport
import Commands
import Testing

@Suite("Texts from ISM attributes") struct FromISMTests {
  private static let secret = "classification=S; ownerProducer=USA; disseminationControls=NF"

  @Test func theThreeTextsArePrinted() {
    let run = Run("marking", "--from-ism", Self.secret + "; derivedFrom=Harbor Guide; declassDate=2049-12-31")
    #expect(run.code == .clean)
    #expect(
      run.text == """
        banner: SECRET//NOFORN
        portion: (S//NF)
        authority: Derived from: Harbor Guide
        authority: Declassify on: December 31, 2049

        """)
  }

  @Test func attributesMayBeWrittenAsInXML() {
    let run = Run("marking", "--format", "json", "--from-ism", "ism:classification=\"C\" ism:ownerProducer=\"GBR\"")
    #expect(run.text.contains("\"ism\": {\"classification\": \"C\", \"ownerProducer\": \"GBR\"}"))
    #expect(run.text.contains("\"banner\": \"//GBR CONFIDENTIAL\", \"portion\": \"(//GBR C)\""))
  }

  /// ODNI's vector Overall-REL-NATO-AUS: under a banner with the same list a portion has REL alone.
  @Test func aPortionUnderTheSameListIsPrintedToo() {
    let rel = "classification=S; ownerProducer=USA; disseminationControls=REL; releasableTo=USA AUS NATO"
    #expect(Run("marking", "--from-ism", rel).text.contains("\noverall portion: (S//REL)\n"))
    #expect(
      Run("marking", "--format", "json", "--from-ism", rel).text.contains("\"overallPortion\": \"(S//REL)\""))
    #expect(!Run("marking", "--from-ism", Self.secret).text.contains("overall"))
  }

  @Test func theProfileSaysWhoseWayOfWriting() {
    let programs = "classification=S; ownerProducer=USA; SARIdentifier=SAR-DNI:A SAR-DNI:B"
    #expect(Run("marking", "--from-ism", programs).text.contains("banner: SECRET//SAR-A/B\n"))
    #expect(Run("marking", "--profile", "dod", "--from-ism", programs).text.contains("SECRET//SAR-A/SAR-B\n"))
    #expect(Run("marking", "--profile", "nobody", "--from-ism", programs).code == .usage)
  }

  @Test func whatIsNoSetOfAttributesIsRefused() {
    #expect(Run("marking", "--from-ism", "SECRET//NOFORN").code == .usage)
    #expect(Run("marking", "--from-ism", "").code == .usage)
  }

  @Test func aMarkingHasItsAttributes() {
    let text = Run("marking", "--format", "json", "(TS//SI-G WXYZ//OC-USGOV)").text
    #expect(text.contains("\"canonical\": \"(TS//SI-G WXYZ//OC-USGOV)\""))
    #expect(text.contains("\"SCIcontrols\": \"SI SI-G SI-G-WXYZ\", \"disseminationControls\": \"OC OC-USGOV\""))
  }
}
