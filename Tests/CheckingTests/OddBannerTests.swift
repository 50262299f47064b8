import MarkingModel
import RuleEngine
import Testing

/// Lines at the edges of a page that no rule knows as a marking, and that are its banner all the same.
@Suite struct OddBannerTests {
  @Test(
    "a line with a level and slashes is a banner, however wrong",
    arguments: [
      ("SECRET//CONFIDENTIAL", "SYN-008"), ("SECRET//SECRET//NOFORN", "SYN-008"),
      ("TOP SECRET//NATO SECRET//NOFORN", "SYN-008"), ("SECRET//COSMIC TOP SECRET", "SYN-008"),
      ("SECRET//JOINT SECRET GBR USA//REL TO USA, GBR", "SYN-008"), ("SECRET//REL TO USA; GBR", "DIS-009"),
      ("SECRET SENSITIVE//NOFORN", "SYN-029"), ("//UK SECRET//NOFORN", "FGI-013"), ("RESTRICTED//NOFORN", "SYN-003"),
      ("RESTRICTED//REL TO USA, GBR", "CLS-006"),
    ])
  func odd(_ banner: String, _ rule: String) throws {
    let text = LampMemorandum.text(banner)
    let found = try JudgedPaper(text, profile: "ic")
    #expect(found.findings.contains { $0.rule == rule && $0.position.line == 1 })
    // At the top alone it is one as well.
    let top = text.replacing("\n\n\(banner)\n", with: "\n")
    #expect(try JudgedPaper.rules(top).isSuperset(of: [rule, "SYN-021"]))
  }

  @Test("between lines of text it is an example", arguments: ["SECRET//CONFIDENTIAL", "RESTRICTED//NOFORN"])
  func example(_ line: String) throws {
    let more = "3. (U) The stamp of the old office says:\n\n\(line)\n\n4. (U) Nobody uses it any more.\n\n"
    #expect(try JudgedPaper.rules(LampMemorandum.text("SECRET//NOFORN", more)) == [])
  }

  @Test("RESTRICTED is the banner of an American paper of any level")
  func restricted() throws {
    for banner in ["RESTRICTED//NOFORN", "RESTRICTED"] {
      let text = """
        \(banner)

        DEPARTMENT OF GOOD WORKS

        3 May 2016

        SUBJECT: (U) Lamps

        1. (U) The north lamp is dark.

        2. (U) The harbor master thanks the crew.

        \(banner)

        """
      let found = try JudgedPaper(text, profile: "ic")
      #expect(found.form == "marked")
      #expect(found.rules().isSuperset(of: ["SYN-003", "CLS-006"]))
    }
  }

  @Test("RESTRICTED of a British paper is theirs")
  func british() throws {
    let text = "RESTRICTED\n\nHM Treasury\n\n3 May 2012\n\n1. (U) The lamp was lit.\n\nRESTRICTED\n"
    #expect(try JudgedPaper(text).form == "uk")
    #expect(try JudgedPaper(text.replacing("HM Treasury", with: "Harbour Board, United Kingdom")).form == "uk")
  }

  /// A paper of CUI that breaks no rule.
  private static func controlled(_ banner: String, _ mark: String = "(CUI)") -> String {
    """
    \(banner)

    DEPARTMENT OF GOOD WORKS

    3 May 2021

    SUBJECT: (U) Lamps

    1. (U) The north lamp is dark.

    2. \(mark) By night the mole is closed.

    Controlled by: Department of Good Works, Office of Lamps

    \(banner)

    """
  }

  @Test(
    "CUI that is written otherwise or has a word beside it",
    arguments: [
      ("C.U.I.", "CUI-001"), ("CONTROLLED UNCLASSIFIED INFORMATION", "CUI-001"), ("CONFIDENTIAL CUI", "CUI-001"),
      ("CUI DRAFT", "CUI-027"), ("DRAFT//CUI", "CUI-027"), ("DRAFT CUI", "CUI-027"), ("DRAFT - CUI", "CUI-027"),
    ])
  func controlledWords(_ banner: String, _ rule: String) throws {
    let found = try JudgedPaper(Self.controlled(banner), profile: "nara-cui")
    #expect(found.findings.contains { $0.rule == rule && $0.position.line == 1 })
  }

  @Test("categories behind such words")
  func controlledCategories() throws {
    let text = Self.controlled("C.U.I.//SP-CTI", "(CUI//SP-CTI)")
    #expect(try JudgedPaper(text, profile: "nara-cui").rules().contains("CUI-001"))
    let commingled = Self.controlled("UNCLASSIFIED (CUI)")
    #expect(try JudgedPaper(commingled, profile: "dod-cui").rules().contains("CUI-031"))
  }

  @Test("DRAFT on a line of its own, or at the other end of the line of the banner, stands outside")
  func draft() throws {
    for banner in ["CUI\nDRAFT", "CUI          DRAFT", "DRAFT          CUI"] {
      #expect(try !JudgedPaper(Self.controlled(banner), profile: "nara-cui").rules().contains("CUI-027"))
    }
    #expect(try JudgedPaper.rules(LampMemorandum.text("SECRET//NOFORN DRAFT")) == [])
  }

  @Test("FOUO beside CUI is an older word and nothing more")
  func officialUse() throws {
    let text = Self.controlled("CUI//FOUO", "(CUI//FOUO)")
    #expect(try JudgedPaper(text, profile: "nara-cui").rules() == ["CUI-040"])
  }
}
