import MarkingModel
import RuleEngine
import Testing

/// Statements and headings of a paper for which no words are prescribed.
@Suite struct PaperStatementTests {
  private static let multiple =
    "Classified By: Jane Roe, Chief, Office of Lamps, Department of Good Works\n"
    + "Derived From: Multiple Sources\nDeclassify On: 20270314"
  private static let guides = "1. Lamp Guide 2, dated 20050110\n2. Mole Guide 1, dated 20060110"

  @Test(
    "the heading of a list of sources",
    arguments: [
      "Source list for NSI portions:", "List of Sources:", "(U) List of sources", "Classified Sources:",
      "Enclosure 1: Source List", "ANNEX A - SOURCE DOCUMENTS", "(U) Source Documents", "Sources cited",
      "(U) Bibliography", "SOURCES USED", "Derivative Classification Sources", "Source Material:",
    ])
  func sources(_ heading: String) throws {
    let block = Self.multiple + "\n\n\(heading)\n\(Self.guides)"
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block)) == [])
  }

  @Test(
    "a line that speaks of sources is no list of them",
    arguments: ["Sources of light on the mole", "Source: the harbor master", "Sources say that the lamp was dark."])
  func noSources(_ line: String) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: Self.multiple + "\n\n\(line)")).contains("CAB-007"))
  }

  @Test("sources listed in the block itself")
  func sourcesInBlock() throws {
    let listed = Self.multiple.replacing(
      "Multiple Sources\n",
      with: "Multiple Sources\n  1. Lamp Guide 2, dated 20050110\n  2. Mole Guide 1, dated 20060110\n")
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: listed)) == [])
    let bare = Self.multiple.replacing("Multiple Sources\n", with: "Multiple Sources\n  that the office keeps\n")
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: bare)).contains("CAB-007"))
  }

  /// A classified paper whose portions are all unclassified.
  private static func compiled(_ statement: String) -> String {
    LampMemorandum.text("SECRET//NOFORN", statement + "\n\n").replacing("1. (S//NF)", with: "1. (U)")
  }

  @Test(
    "a statement that the whole is classified by compilation",
    arguments: [
      "3. (U) The information in this report, individually unclassified, is classified SECRET when compiled because it shows\n"
        + "when the mole is dark.",
      "3. (U) The aggregate of the information in this paper is classified SECRET; separately each portion is unclassified.",
      "(U) The overall classification of this document is SECRET by compilation. Separately, each paragraph is unclassified.",
      "(U) The individual portions are unclassified. The compilation shows when the mole is dark and is classified SECRET.",
      "NOTE: (U) Paragraphs 1 and 2 are UNCLASSIFIED when standing alone. In compilation they are SECRET because they show\n"
        + "when the mole is dark.",
      "(U) Compilation of the above unclassified parts is classified SECRET since it shows when the mole is dark; the parts\n"
        + "remain unclassified when separate.",
      "CLASSIFIED BY COMPILATION\n\nThe portions are unclassified when they stand alone and SECRET when they stand together.",
      "(U) Although each paragraph is unclassified by itself, taken together they are SECRET.",
    ])
  func compilation(_ statement: String) throws {
    #expect(
      try JudgedPaper.rules(Self.compiled(statement)).isDisjoint(with: ["CLS-002", "CLS-003", "CAB-004", "CAB-009"]))
  }

  @Test(
    "a text that speaks of compiling, of secrets or of parts is no such statement",
    arguments: [
      "3. (U) The compilation of individual reports took the crew a week.",
      "3. (U) The reports were compiled from confidential letters, each read separately.",
      "3. (U) The lamps stand together on the mole, and each of them alone is dim.",
      "3. (U) The secret of the harbor is that the lamps are put together by night.",
    ])
  func noCompilation(_ text: String) throws {
    #expect(try JudgedPaper.rules(Self.compiled(text)).contains("CLS-002"))
  }

  @Test("a claim alone explains nothing")
  func claim() throws {
    #expect(try JudgedPaper.rules(Self.compiled("Classified SECRET by compilation.")).contains("CLS-003"))
    #expect(try JudgedPaper.rules(Self.compiled("CLASSIFIED BY COMPILATION")).contains("CLS-003"))
  }

  /// A letter without portion marks that encloses something classified.
  private static func letter(_ statement: String) -> String {
    """
    SECRET

    DEPARTMENT OF GOOD WORKS
    Office of Lamps

    \(statement)

    14 March 2017

    MEMORANDUM FOR THE HARBOR BOARD

    SUBJECT: Survey of the mole

    The survey of the north mole is enclosed.

    Enclosure: Survey (SECRET)

    \(LampMemorandum.block())

    SECRET

    """
  }

  @Test(
    "what a paper is without its enclosures",
    arguments: [
      "UNCLASSIFIED upon removal of the enclosure", "Unclassified upon removal of enclosure (1)",
      "UNCLASSIFIED WITHOUT ENCLOSURE", "This memorandum is unclassified when separated from its enclosure",
      "Downgrade to UNCLASSIFIED when separated from enclosure 1",
      "Regraded UNCLASSIFIED when separated from classified enclosure",
      "This transmittal letter is UNCLASSIFIED when attachments are removed",
      "If the enclosure is detached, UNCLASSIFIED",
      "LETTER BECOMES UNCLASSIFIED ONCE DETACHED FROM ENCLOSURE",
    ])
  func transmittal(_ statement: String) throws {
    #expect(try JudgedPaper.rules(Self.letter(statement)).isDisjoint(with: ["CAB-030", "SYN-025"]))
  }

  @Test(
    "a sentence about enclosures says nothing of the paper",
    arguments: [
      "The enclosure was removed from the secret file.", "The unclassified survey has no enclosure.",
      "This letter came without enclosures.",
    ])
  func noTransmittal(_ statement: String) throws {
    #expect(try JudgedPaper.rules(Self.letter(statement)).contains("CAB-030"))
  }

  @Test(
    "labels in capitals without a colon",
    arguments: [
      "CL BY 2174663\nCL REASON 1.4(c)\nDECL ON 20270314", "CL BY 2174663\nREASON 1.4(c)\nDECL ON 20270314",
      "CL BY 2174663\nDRV FRM Lamp Guide 2, Department of Good Works, dated 20050110\nDECL ON 20270314",
    ])
  func labels(_ block: String) throws {
    #expect(
      try JudgedPaper.rules(LampMemorandum.text(block: block)).isDisjoint(with: ["CAB-001", "CAB-004", "CAB-008"]))
    #expect(try JudgedPaper(LampMemorandum.text(block: block)).document.nodes(named: .authorityLine).count == 3)
  }

  @Test("a list of recipients on one line")
  func recipients() throws {
    let text = """
      CUI//DL ONLY

      DEPARTMENT OF GOOD WORKS

      3 May 2021

      SUBJECT: (U) Lamps

      1. (CUI//DL ONLY) By night the mole is closed.

      Controlled by: Department of Good Works, Office of Lamps

      Dissemination List: Director of Harbors; Harbor Master, North Mole; Counsel of the Office of Lamps

      CUI//DL ONLY

      """
    #expect(try !JudgedPaper(text, profile: "nara-cui").rules().contains("CUI-019"))
    let without = text.replacing("Dissemination List:", with: "Dissemination listed:")
    #expect(try JudgedPaper(without, profile: "nara-cui").rules().contains("CUI-019"))
  }
}
