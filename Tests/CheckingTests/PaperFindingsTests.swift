import MarkingModel
import RuleEngine
import Testing

/// What the rules say of fictional papers that another reading would get wrong: whose they are, of when, and what they are
/// about.
@Suite struct PaperFindingsTests {
  @Test(
    "a word of another country does not make an American paper another's",
    arguments: [
      ("PROTECTED", ["SYN-021"]), ("OFFICIAL", ["SYN-021"]), ("OFFICIAL USE ONLY", ["SYN-021"]),
      ("SENSITIVE", ["SYN-021"]), ("SECRET SENSITIVE", ["FDR-001", "SYN-029"]),
      ("SECRET-SENSITIVE", ["FDR-001", "SYN-029"]), ("RESTRICTED//NOFORN", ["CLS-001", "CLS-006", "SYN-003"]),
    ])
  func american(_ banner: String, _ rules: [String]) throws {
    let found = try JudgedPaper(LampMemorandum.text(banner))
    #expect(found.form == "marked")
    #expect(found.profile == "ic")
    #expect(found.rules() == Set(rules))
  }

  @Test(
    "a paper of New Zealand has a level of New Zealand", arguments: [("OFFICIAL", "NZ-001"), ("COMMERCIAL", "NZ-002")])
  func newZealand(_ banner: String, _ rule: String) throws {
    let office = "New Zealand Ministry of Harbours\nWellington"
    let text = "\(banner)\n\n\(office)\n\n4 March 2024\n\nThe cranes are new.\n\n\(banner)\n"
    let found = try JudgedPaper(text)
    #expect(found.profile == "nz")
    #expect(found.rules() == [rule])
    // What a British paper is about does not make it another's.
    let british = text.replacing(office, with: "HM Treasury\n\nNew Zealand cranes")
    #expect(try JudgedPaper(british).profile != "nz")
  }

  @Test("CONTROLLED alone makes a paper one of CUI that says what it is without its enclosure")
  func controlledAlone() throws {
    func rules(_ text: String) throws -> Set<String> {
      try JudgedPaper("CONTROLLED\n\n9 May 2018\n\nThe list of cranes is enclosed.\n\n\(text)\n\nCONTROLLED\n").rules()
    }
    let statement = "When enclosure is removed, this document is Uncontrolled Unclassified Information."
    #expect(try rules(statement).contains("CUI-021"))
    #expect(try rules("The doors are controlled at night.") == [])
  }

  @Test("a British paper stays one")
  func british() throws {
    let text = "OFFICIAL-SENSITIVE\n\nCabinet Office\n\n3 May 2022\n\nThe lamp (C) was lit.\n\nOFFICIAL-SENSITIVE\n"
    #expect(try JudgedPaper(text).profile == "uk")
  }

  @Test(
    "a mark of the United States that a sentence quotes does not make a paper theirs",
    arguments: [("SECRET", "HM Government", "uk"), ("OFFICIAL", "Cabinet Office", "uk"), ("PROTECTED", "Lamps", "au")])
  func quoted(_ level: String, _ head: String, _ profile: String) throws {
    let quotations = [
      "Americans mark such paragraphs (S//NF) as their own rules require.",
      "Our colleagues wrote at the head of their paper that it was for others, and\nClassified By: stands below it.",
      "The banner of their paper said SECRET//NOFORN, and nobody here could read it.",
    ]
    for words in quotations {
      #expect(try JudgedPaper("\(level)\n\n\(head)\n\n3 May 2022\n\n\(words)\n\n\(level)\n").profile == profile)
    }
  }

  @Test("OFFICIAL-SENSITIVE is British above American portions, too")
  func exchanged() throws {
    let text = "OFFICIAL-SENSITIVE\n\nCabinet Office\n\n3 May 2022\n\n(S//NF) The lamp was lit.\n\nOFFICIAL-SENSITIVE\n"
    #expect(try JudgedPaper(text).profile == "uk")
  }

  @Test(
    "a headline that begins with a level classifies no paper",
    arguments: ["SECRET SERVICE", "TOP SECRET AMERICA", "CONFIDENTIAL REPORT"])
  func headline(_ line: String) throws {
    let text = "\(line)\n\n3 May 2016\n\nSUBJECT: (U) Lamps\n\n(U//FOUO) The lamps of the harbor were lit.\n\n\(line)\n"
    #expect(try JudgedPaper(text).document.word(.level, of: 0) == "U")
    let classified = text.replacing("(U//FOUO)", with: "(C//NF)")
    #expect(try JudgedPaper(classified).rules().contains("SYN-029"))
  }

  @Test("a banner below its portions is an error in papers of every year", arguments: ["1975", "1996", "2009"])
  func historic(_ year: String) throws {
    let (date, until) = ("March 14, \(year)", "\((Int(year) ?? 0) + 10)0314")
    #expect(
      try JudgedPaper(
        LampMemorandum.text("CONFIDENTIAL//NOFORN", date: date, until: until)
      ).rules() == ["CLS-001"])
    #expect(
      try JudgedPaper(LampMemorandum.text("UNCLASSIFIED", date: date, until: until))
        .rules() == ["CLS-004"])
    #expect(
      try JudgedPaper(LampMemorandum.text("SECRET//NOFORN", date: date, until: until))
        .rules().isEmpty)
    let released = "Approved for Release: 2012/12/04 C00000001\n\n"
    #expect(
      try JudgedPaper(
        released + LampMemorandum.text("UNCLASSIFIED", date: date, until: until)
      ).rules().isDisjoint(
        with: ["CLS-001", "CLS-004"]))
  }

  @Test("the stamp of a release is no E.O. line")
  func stamp() throws {
    let text =
      "Approved for Release: 2012/12/04 C00000001\nEO 13526 3.5(c)\n\nCONFIDENTIAL\n\nA Study of Lamps\n\n"
      + "Classified by 184\nExempt from general declassification schedule of E.O. 11652\n\nCONFIDENTIAL\n"
    #expect(try JudgedPaper(text).form == "marked")
  }

  @Test(
    "a text that explains marks has none of its own",
    arguments: [
      """
      GLOSSARY

      CONFIDENTIAL
      The lowest level of classified information.

      SECRET
      What could cause serious damage.

      TOP SECRET
      What could cause exceptionally grave damage.

      CUI
      Controlled Unclassified Information.

      """,
      """
      Marking Syntax

      SECRET//REL TO USA, GBR
               |
               +-- dissemination control

      • Two slashes stand between categories
      • (S//REL TO USA, GBR) is the portion form

      UNCLASSIFIED - FOR TRAINING ONLY

      """,
      "MARKING EXAMPLES\n\nCorrect:\nCUI\n\nIncorrect:\nCUI//SP-CTI\nUNCLASSIFIED//CUI\nCUI//NOFORN\n",
    ])
  func about(_ text: String) throws {
    let paper = try JudgedPaper(text)
    #expect(paper.form == "unknown")
    #expect(paper.findings.isEmpty)
  }

  @Test(
    "what is no instruction for declassification",
    arguments: [
      ("N/A", "CAB-009"), ("Not Applicable", "CAB-009"),
      ("N/A to RD portions. See source list for NSI portions.", "CAB-009"),
      ("Never", "CAB-012"), ("X9", "CAB-012"),
    ])
  func instructions(_ value: String, _ rule: String) throws {
    #expect(
      try JudgedPaper(LampMemorandum.text("SECRET//NOFORN", until: value)).rules() == [
        rule
      ])
  }

  @Test("an old codeword beside the level is part of a banner")
  func codeword() throws {
    let text = LampMemorandum.text(
      "TOP SECRET UMBRA", date: "12 May 1985", until: "19950512")
    let paper = try JudgedPaper(text)
    #expect(paper.document.word(.level, of: 0) == "TS")
    #expect(paper.findings.isEmpty)
  }

  // MARK: E-mail

  private static func message(_ from: String, _ day: Int, _ banner: String, _ text: String) -> String {
    """
    From: \(from), Jane
    Sent: Tuesday, May \(day), 2016 10:14 AM
    To: Doe, David
    Subject: (U) Lamps

    \(banner)

    (U) David,

    \(text)

    Jane \(from)
    Office of Lamps, Department of Good Works

    \(LampMemorandum.authority)
    Declassify On: 20410503

    \(banner)

    """
  }

  @Test("each message of a string has banners of its own")
  func messages() throws {
    let top = Self.message("Roe", 4, "SECRET//NOFORN", "(S//NF) The plan slipped by two months.")
    let line = "\n-----Original Message-----\n"
    let older = Self.message("Poe", 3, "CONFIDENTIAL//NOFORN", "(C//NF) The pier is behind the plan.")
    #expect(try JudgedPaper(top + line + older).rules().isEmpty)
    #expect(try JudgedPaper(top + line + older + "\nSECRET//NOFORN\n").rules().isEmpty)
    let low = older.replacing("(C//NF)", with: "(S//NF)")
    let found = try JudgedPaper(top + line + low)
    #expect(found.form == "email")
    #expect(found.rules() == ["CLS-001", "SYN-023"])
    #expect(found.findings.allSatisfy { $0.repair == nil || $0.edits.isEmpty })
  }
}
