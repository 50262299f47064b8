import MarkingModel
import TestSupport
import Testing

/// What may stand before the mark of a portion: numbers of every kind, bullets, a few words that head it.
@Suite struct PortionLeadTests {
  /// The errors of a paper with one more paragraph.
  private func errors(_ paragraph: String, banner: String = "SECRET//NOFORN") throws -> Set<String> {
    try JudgedPaper.rules(FictionalPaper.text(paragraph, banner: banner), .error)
  }

  private static let leads = [
    "- ", "-- ", "--- ", "-> ", "=> ", "+ ", "++ ", "• ", "→ ", "⇒ ", "◆ ", "☐ ", "✓ ", "➢ ", "\u{F0A7} ", "\u{F0B7}\t",
    "2. ", "2.1 ", "2 - ", "2) ", "I. ", "II. ", "III. ", "IV. ", "VI. ", "xii) ", "1.a. ", "1a. ", "A.1. ", "1-1. ",
    "A-1. ", "C.2.3. ", "[1] ", "1 ", "(A) ", "(C) ", "(IV) ", "1. Purpose. ", "2. BACKGROUND. ", "1. (U) Purpose. ",
    "Background: ", "Q: ", "A: ", "NOTE: ", "Comment: ", "Finding 1. ", "Annex A: ", "Annex A - ", "Annex A — ",
    "Section 1. ", "REF: (A) ", "References: 1. ", "> ", "> 2. ", "   -- ", "**Cost** ",
  ]

  @Test(arguments: leads) func aMarkBehindItIsRead(_ lead: String) throws {
    #expect(try errors(lead + "(TS) The delegation will call on him next week.") == ["CLS-001"])
    #expect(try errors(lead + "(TS//NF) The delegation will call on him next week.") == ["CLS-001"])
    #expect(try errors(lead + "(U) The delegation will call on him next week.") == [])
  }

  /// What only a mark with slashes can be told behind.
  @Test(arguments: [
    "0712Z (TS//NF) The crane fell.", "SUMMARY (TS//NF) The crane fell.", "IMPACT (TS//NF): The crane fell.",
    "Annex B (TS//NF) Cranes", "Tab C (TS//NF) Cranes", "(Analyst Comment: (TS//NF) The crane fell.)",
    "[Note: (TS//NF) The crane fell.]", "Keywords: (TS//NF) crane, harbor", "_(TS//NF)_ The crane fell.",
    "`(TS//NF)` The crane fell.", "<p>(TS//NF) The crane fell.</p>", "<ul><li>(TS//NF) The crane fell.</li></ul>",
    "Crane 4;(TS//NF) fell;(U) May", "Attachments: (TS//NF) crane.pdf; (U) list.doc",
    "Distribution:\nDirector, Works\nChief, Cranes\n\nAttachments:\nTab A - (S//NF) Plan\nTab B - (TS//NF) Clips",
  ]) func aMarkWithSlashesBehindOtherWordsIsRead(_ paragraph: String) throws {
    #expect(try errors(paragraph) == ["CLS-001"])
  }

  /// Marks without their parentheses, and behind a few words.
  @Test func marksOfWrongFormAreRead() throws {
    for paragraph in [
      "S//REL TO USA, GBR The quay was sold.", "S//REL TO USA, FVEY We think that the quay was sold.",
      "S//NF: The quay was sold.", "[U] It is so.",
    ] { #expect(try errors(paragraph).contains("SYN-014"), "\(paragraph)") }
    #expect(try errors("The quay fell. [TS//NF]") == ["CLS-001", "SYN-014", "SYN-015"])
    #expect(try errors("The Quay is Sold (TS//NF)") == ["CLS-001", "SYN-015"])
    let first = FictionalPaper.text("2. (U) It is so.", first: "[U] Thank you for your letter on the harbor.")
    #expect(try JudgedPaper.rules(first, .error).contains("SYN-014"))
  }

  @Test func marksBelowEachOtherAreRead() throws {
    for list in [
      "References:\n[1] (U) Paper on the harbor, dated\n    20150401\n[2] (TS) Law on harbors, dated 20140401",
      "REF: (A) (U) Paper on the harbor, dated 20150401\n     (B) (TS) Law on harbors, dated 20140401",
      "REF: (A) Paper on the harbor, dated 20150401\n     (B) (TS) Law on harbors, dated 20140401",
      "I. (U) The ice left the basin\nII. (TS) The quay was sold",
    ] { #expect(try errors(list) == ["CLS-001"], "\(list)") }
  }

  /// What looks like one and is none.
  private static let others = [
    "2. (U) He read Annex\nA.1. The pilots like it.", "2. (U) He wrote to Henry\nIV. The pilots like it.",
    "2. (U) Ask Dr. Doe (S) or the pilots.", "2. (U) The pump takes\n12 (C) and no more.",
    "2. (U) Answers:\n\n(U) Answer: (A) the quay, see there.\n\nAnswer: (C) The quay, see there.",
    "2. (U) The pilots asked.\n-- End of the excerpt --", "2. (U) It is so.\n\n-- Jane Doe", "☐ Yes  ☐ No, see me",
    "2. (U) Sizes: (M) Medium (L) Large (S) Small", "2. (U) They say of it:\nS//NF is not what it was.",
    "References: Paper on the quay (TS//NF)", "Attachment: Law on the quay (TS//NF)",
    "2. (U) He read the paper on the quay (TS//NF), and left.", "2. (U) The paper NIE 12 (TS//NF) is not new.",
  ]

  @Test(arguments: others) func otherTextIsNone(_ text: String) throws {
    #expect(try errors(text, banner: "SECRET//NOFORN") == [])
  }

  /// A paper that says how to mark: nothing in it is as high as its examples.
  @Test(arguments: ["Example: ", "Wrong: ", "Secret: ", "1. Secret. "]) func anExampleIsNone(_ label: String) throws {
    let text = """
      UNCLASSIFIED

      (U) How to mark a paper

      (U) Every paragraph begins with its portion mark.

      \(label)(S) The pilots keep a book of the depth.

      UNCLASSIFIED
      """
    #expect(try JudgedPaper(text).document.number(.portionRank, of: 0) == 1)
  }
}
