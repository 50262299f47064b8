import MarkingModel
import Redaction
import RuleEngine
import Testing
import XMLKit

/// XML whose portions are marked by the attributes of ISM.
@Suite("Releases of ISM") struct ISMReleaseTests {
  static let ism = """
    <?xml version="1.0"?>
    <doc xmlns:ism="urn:us:gov:ic:ism" ism:resourceElement="true" ism:classification="S" ism:ownerProducer="USA" \
    ism:disseminationControls="NF" version="1.0">
      <title ism:classification="U" ism:ownerProducer="USA">(U) Harbor depth</title>
      <p ism:classification="S" ism:ownerProducer="USA" ism:disseminationControls="NF" who="pilots">(S//NF) The harbor \
    <b>master</b> wrote that nobody will wait.</p>
      <p ism:classification="U" ism:ownerProducer="USA">The lights <q ism:classification="C" \
    ism:ownerProducer="USA">of the pilots</q> are on.</p>
    </doc>
    """

  @Test func attributesOfISMDriveARelease() throws {
    let copy = try MarkupReleaseTests.copy(Self.ism, "public-release")
    for kept in [
      ">(U) Harbor depth</title>", ">(S//NF) [(b)(1) 1.4(d), 1 line withheld]<b/></p>", ">The lights <q ",
      "> are on.</p>", "version=\"1.0\"", "ism:classification=\"S\"",
    ] { #expect(copy.contains(kept), "\(kept) is not in \(copy)") }
    for withheld in ["pilots", "master", "harbor"] { #expect(!copy.contains(withheld)) }
    #expect(try MarkupReleaseTests.copy(copy, "public-release") == copy)
  }

  /// What is written and what the attributes say is not the same: nobody knows which of them holds.
  @Test(arguments: [
    "The lights are on. (S//NF) The pilots wait.", "(C) The pilots wait.", "The pilots wait. (S)",
    "On: (TS) the pilots",
    "The pilots, as was said (S//REL TO USA, GBR), wait.", "The lights.<b> (S//NF) The pilots</b> wait.",
  ])
  func aMarkInTheTextThatContradictsTheAttributesIsRefused(text: String) throws {
    let page = Self.ism.replacing("(U) Harbor depth", with: text)
    let refusal = try MarkupReleaseTests.refusal(Array(page.utf8), "public-release")
    guard case .contradiction("element 2 with marks") = refusal else {
      Issue.record("it was released, or refused for another reason")
      return
    }
  }

  @Test(arguments: [
    "(U) The lights (S) and the pilots.", "Either (A) the lights, (B) the ice, or (C) the pilots.",
    "The pilot (S. Ek).",
    "(A) The lights. (B) The ice. (C) The pilots.",
  ])
  func whatIsNoMarkContradictsNothing(text: String) throws {
    let page = Self.ism.replacing("(U) Harbor depth", with: text)
    #expect(try MarkupReleaseTests.copy(page, "public-release").contains(text))
  }

  /// Reasons, events and names are words: they go with their element, and codes stay.
  @Test func textsAmongTheAttributesOfISMGoWithTheirElement() throws {
    let page = Self.ism
      .replacing(
        " version=\"1.0\">", with: " ism:classifiedBy=\"Ann Finch\" ism:compilationReason=\"The moles tell it\">"
      )
      .replacing("who=", with: "ism:declassEvent=\"When the reef is sold\" ism:declassDate=\"2041-05-03\" who=")
      .replacing("<title ", with: "<title ism:noticeReason=\"The fair is open\" ")
    let copy = try MarkupReleaseTests.copy(page, "public-release")
    for kept in [
      "ism:declassEvent=\"[(b)(1) 1.4(d), 1 line withheld]\"", "ism:classifiedBy=\"[(b)(1) 1.4(d), 1 line withheld]\"",
      "ism:declassDate=\"2041-05-03\"", "ism:noticeReason=\"The fair is open\"",
    ] { #expect(copy.contains(kept), "\(kept) is not in \(copy)") }
    for withheld in ["Finch", "moles", "reef"] { #expect(!copy.contains(withheld)) }
    #expect(try MarkupReleaseTests.copy(copy, "public-release") == copy)
    // Without an element that is marked nobody can say what they are.
    let unmarked = Self.ism.replacing("<title ", with: "<x ism:noticeReason=\"The reef is sold\"/><title ")
      .replacing("ism:classification=\"S\" ism:ownerProducer=\"USA\" ism:disseminationControls=\"NF\" v", with: "v")
    guard case .unmarked = try MarkupReleaseTests.refusal(Array(unmarked.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
  }

  /// What others than ISM say at an element is said under its mark, at the root and of a resource too.
  @Test func textsOfOtherAttributesGoWithTheirElement() throws {
    let page = Self.ism
      .replacing(
        "<doc ",
        with: "<doc title=\"The reef is sold\" xml:lang=\"en\" DESVersion=\"201903.2019-05\" "
          + "releaseVersion=\"of the moles\" xmlns:x=\"http://www.w3.org/1999/xlink\" "
          + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:a a.xsd\" "
      )
      .replacing("who=", with: "x:title=\"Of moles\" ism:declassDate=\"when the reef is sold\" who=")
      .replacing("<title ", with: "<title x:title=\"The fair is open\" contact=\"ann.finch@example.org\" ")
    let copy = try MarkupReleaseTests.copy(page, "public-release")
    for kept in [
      "<doc ", " title=\"[(b)(1) 1.4(d), 1 line withheld]\"", "xml:lang=\"en\"", "version=\"1.0\"",
      "DESVersion=\"201903.2019-05\"", "xsi:schemaLocation=\"urn:a a.xsd\"", "x:title=\"The fair is open\"",
      "contact=\"[(b)(6)]\"", "ism:declassDate=\"[(b)(1) 1.4(d), 1 line withheld]\"",
    ] { #expect(copy.contains(kept), "\(kept) is not in \(copy)") }
    for withheld in ["reef", "moles", "finch"] { #expect(!copy.contains(withheld), "\(withheld) is in \(copy)") }
    #expect(try MarkupReleaseTests.copy(copy, "public-release") == copy)
    // No label is a name.
    let named = Self.ism.replacing("who=", with: "xml:id=\"moles\" who=")
    let refusal = try MarkupReleaseTests.refusal(Array(named.utf8), "public-release")
    #expect(refusal?.sentence.contains("an xml:id holds what is withheld") == true)
    #expect(
      try MarkupReleaseTests.copy(Self.ism.replacing("<title ", with: "<title xml:id=\"t1\" "), "public-release")
        .contains("xml:id=\"t1\""))
    // What stays may not say that it would go.
    let marked = Self.ism.replacing("<title ", with: "<title note=\"(S//NF) The reef is sold\" ")
    guard case .contradiction = try MarkupReleaseTests.refusal(Array(marked.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
  }

  @Test func ismThatCannotBeReadIsRefused() throws {
    let unread = Self.ism.replacing("\"C\"", with: "\"Q\"")
    guard case .unreadableMark = try MarkupReleaseTests.refusal(Array(unread.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
    let unmarked = Self.ism.replacing("xmlns:ism", with: "xmlns:x=\"urn:us:gov:ic:ism\" xmlns:ism").replacing(
      "urn:us:gov:ic:ism\" ism:r", with: "urn:other\" ism:r"
    ).replacing("<p ism:classification=\"U\"", with: "<p x:classification=\"U\"")
    guard case .unmarked = try MarkupReleaseTests.refusal(Array(unmarked.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
  }

  @Test func labelsOfNATOAreRefusedWherePortionsMatter() throws {
    let text =
      "<?xml version=\"1.0\"?><d xmlns:s=\"urn:nato:stanag:4774:confidentialitymetadatalabel:1:0\"><s:originatorConfidentialityLabel/>a</d>"
    guard case .structure = try MarkupReleaseTests.refusal(Array(text.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
    #expect(try MarkupReleaseTests.refusal(Array(text.utf8)) == nil)
  }
}
