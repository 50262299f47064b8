import MarkingModel
import RuleEngine
import Testing

/// What a paper says of who may have it, and whose it is.
@Suite struct PaperHandlingTests {
  @Test(
    "a statement about the handling of the paper needs no mark",
    arguments: [
      "WARNING: This document contains U.S. person information which the recipient needs to understand the ice. It should be\n"
        + "handled in accordance with the recipient's oversight procedures.",
      "This material contains information affecting the national defense of the United States within the meaning of the\n"
        + "Espionage Laws, Title 18, U.S.C., Sections 793 and 794, and its transmission to an unauthorized person is prohibited.",
      "NOFORN: This document is subject to special export controls and each transmittal to foreign nationals may be made only\n"
        + "with prior approval of the Office of Lamps.",
      "This document contains information exempt from mandatory disclosure under the FOIA. Exemption 5 applies.",
      "DESTRUCTION NOTICE: For classified documents, follow the procedures of the harbor. For others, destroy by any method that\n"
        + "will prevent disclosure of the contents.",
      "PRIVACY ACT STATEMENT: This record contains information covered by the Privacy Act and must be protected from release.",
      "Dissemination and use of this information is governed by ORCON policy. Recipients must ask the originator first.",
      "DISPLAY ONLY WARNING: The information in this document may be shown to the countries listed but not left with them.",
      "The contents of this report are not to be copied or further distributed without the approval of the originator.",
      "Classification markings in this document are for training purposes only. The content is unclassified throughout.",
      "Further dissemination only as directed by the Director of Lamps, 14 March 2017, or higher authority.",
      "This paper must be safeguarded and may not be disclosed to anybody without a need to know.",
    ])
  func statement(_ text: String) throws {
    #expect(try !JudgedPaper.rules(LampMemorandum.text("SECRET//NOFORN", text + "\n\n")).contains("SYN-025"))
  }

  @Test(
    "a paragraph that speaks of something else needs one",
    arguments: [
      "This report contains the results of the survey of the mole, which the harbor board asked for.",
      "This information was collected by the watch on the north mole and may be wrong by a night.",
      "WARNING: The lamps of the north mole must not be handled by anybody without gloves.",
      "This document may not be reproduced without approval. The seekers reached the north mole before the ice left it.",
      "NOTICE: The harbor master has released the crew of the second boat from all duties.",
      "This report must reach the harbor board before the ice leaves the basin in the spring.",
    ])
  func text(_ text: String) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text("SECRET//NOFORN", text + "\n\n")).contains("SYN-025"))
  }

  /// A letter of CUI without a block.
  private static func letter(_ head: String, _ signature: String = "Dana Whit\nChief, Records") -> String {
    """
    CUI//SP-PRVCY

    \(head)

    May 14, 2021

    Dear Mr. Lund:

    The record holds the names of three keepers and their home addresses.

    Sincerely,

    \(signature)

    CUI//SP-PRVCY

    """
  }

  @Test(
    "an institution in the letterhead or the signature says whose a paper is",
    arguments: [
      "HARBOR SAFETY COMMISSION\nWASHINGTON, D.C. 20555-0001", "National Lamps and Records Administration",
      "Inland Ice Service", "Northern Harbor Authority", "U.S. Lamp Guard", "Peace Corps",
      "NASA\nMole Space Flight Center",
      "Centers for Ice Control and Prevention", "Library of Congress", "Federal Harbor Board",
      "National Ice Foundation",
      "HEADQUARTERS\n3D LAMP REGIMENT",
    ])
  func letterhead(_ head: String) throws {
    #expect(try !JudgedPaper(Self.letter(head), profile: "nara-cui").rules().contains("CUI-021"))
    let signed = Self.letter("Lamp Branch", "Dana Whit, Chief\nLamp Branch\n" + head)
    #expect(try !JudgedPaper(signed, profile: "nara-cui").rules().contains("CUI-021"))
  }

  @Test(
    "a title or an address says nothing of it",
    arguments: [
      "Lamp Branch", "Report of the Harbor Commission", "Service Records of the Keepers",
      "FROM: Head of Records Service",
      "The guard of the north mole is a service of the board",
    ])
  func noLetterhead(_ head: String) throws {
    #expect(try JudgedPaper(Self.letter(head), profile: "nara-cui").rules().contains("CUI-021"))
  }

  @Test("the addressee's institution is not the writer's")
  func addressee() throws {
    let text = Self.letter("Lamp Branch").replacing(
      "Dear Mr. Lund:", with: "Mr. Lund\nHarbor Commission\n\nDear Mr. Lund:")
    #expect(try JudgedPaper(text, profile: "nara-cui").rules().contains("CUI-021"))
  }
}
