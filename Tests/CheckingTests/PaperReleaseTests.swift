import MarkingModel
import RuleEngine
import Testing

/// Papers of the United States with words of other countries, and those of which parts were taken out or enclosed.
@Suite struct PaperReleaseTests {
  /// A paper of a time when such levels were usual.
  private static func paper(_ banner: String, _ head: String = "THE WHITE HOUSE\nWASHINGTON") -> String {
    "\(banner)\n\n\(head)\n\nDATE: July 9, 1971\n\nYou will meet the harbor master on the north mole.\n\n\(banner)\n"
  }

  @Test(
    "SENSITIVE and EYES ONLY stand behind American levels, too",
    arguments: [
      "SECRET/SENSITIVE", "TOP SECRET/SENSITIVE/EXCLUSIVELY EYES ONLY", "SECRET/NODIS/SENSITIVE", "SECRET/EYES ONLY",
      "TOP SECRET SENSITIVE", "CONFIDENTIAL/LIMITED DISTRIBUTION",
    ])
  func sensitive(_ banner: String) throws {
    #expect(try JudgedPaper(Self.paper(banner)).form != "uk")
  }

  @Test("the level of such a paper is read")
  func level() throws {
    let found = try JudgedPaper(Self.paper("SECRET/SENSITIVE"))
    #expect(found.form == "marked")
    #expect(found.document.word(.level, of: 0) == "S")
  }

  @Test(
    "OFFICIAL below an American level is a title",
    arguments: ["LAMP OFFICE\nOFFICIAL DISPATCH", "DEPARTMENT OF STATE\n\nOFFICIAL - INFORMAL"])
  func official(_ head: String) throws {
    let found = try JudgedPaper(Self.paper("SECRET", head))
    #expect(found.form == "marked")
    #expect(found.document.word(.level, of: 0) == "S")
  }

  @Test(
    "a paper of another country stays one",
    arguments: ["SECRET UK EYES ONLY", "SECRET/UK EYES ONLY", "OFFICIAL-SENSITIVE"])
  func british(_ banner: String) throws {
    #expect(try JudgedPaper(Self.paper(banner, "Harbour Board")).form == "uk")
  }

  @Test(
    "a letterhead says whose a bare level is",
    arguments: [
      ("Foreign and Commonwealth Office\nLondon SW1A 2AH", "uk"), ("New Zealand Ministry of Piers", "nz"),
      ("DEPARTMENT OF GOOD WORKS\nTo: Foreign and Commonwealth Office", "marked"),
      ("Ministry of Piers\nWellington, New Zealand", "nz"), ("Department of Piers\nCanberra, Australia", "au"),
      ("Office of Piers, Embassy of the United States\nCanberra, Australia", "marked"),
      ("DEPARTMENT OF GOOD WORKS\nThe piers of Wellington, New Zealand, and their lamps at night", "marked"),
      ("Government of Canada\nDepartment of Piers", "unknown"),
      ("DEPARTMENT OF GOOD WORKS\nTo: Government of Canada", "marked"),
    ])
  func office(_ head: String, _ form: String) throws {
    #expect(try JudgedPaper(Self.paper("SECRET", head)).form == form)
  }

  @Test("an American paper under the name of such an office stays one")
  func americanOffice() throws {
    let text = LampMemorandum.text("SECRET").replacing(
      "DEPARTMENT OF GOOD WORKS", with: "Ministry of Defence Liaison Office")
    #expect(try JudgedPaper(text).form == "marked")
  }

  /// A released paper of which a portion is gone with its mark.
  private static func released(_ banner: String, _ gone: String) -> String {
    LampMemorandum.text(banner).replacing(
      "1. (S//NF) The north lamp was dark on four nights in February.", with: "1. (U) The talks were held.\n\n\(gone)"
    )
    .replacing("DEPARTMENT", with: "RELEASED IN PART\n\nDEPARTMENT")
  }

  @Test(
    "what is gone with its mark may explain the banner",
    arguments: [
      "B1\n1.4(D)", "[B1, 1.4(D)]", "(b)(1) 1.4(d)", "[REDACTED B1 1.4(D)]", "B1 1.4(D)  B1 1.4(D)", "[REDACTED]",
      "(b)(3)",
    ])
  func withheld(_ gone: String) throws {
    let found = try JudgedPaper.rules(Self.released("TOP SECRET//SI//NOFORN", gone))
    #expect(found.isDisjoint(with: ["CLS-002", "SCI-022", "DIS-024"]))
  }

  @Test(
    "what is gone for another reason explains nothing", arguments: ["B6", "[REDACTED B6]", "The captain left.    B6"])
  func withheldNames(_ gone: String) throws {
    #expect(try JudgedPaper.rules(Self.released("SECRET//NOFORN", gone)).contains("CLS-002"))
  }

  @Test(
    "the marking of what is attached is none of a portion",
    arguments: [
      "Attachment: Annual Survey (TOP SECRET//SI/TK//NOFORN)", "Tab A - Annual Survey (TOP SECRET//SI/TK//NOFORN)",
      "Annex A: Annual Survey (TOP SECRET//SI/TK//NOFORN)", "Encl 1. Survey of the North Mole (SECRET//NOFORN)",
    ])
  func attached(_ line: String) throws {
    let text = LampMemorandum.text(
      "TOP SECRET//SI/TK//NOFORN", "\(line)\n\nUpon removal of attachment, this document is SECRET//NOFORN\n\n")
    #expect(try JudgedPaper.rules(text).isDisjoint(with: ["SYN-015", "SYN-016", "SYN-025"]))
  }

  @Test(
    "a title with its mark behind it is one",
    arguments: ["The Annual Survey (SECRET//NOFORN)", "Annex A: Survey (S//NF)"])
  func titled(_ line: String) throws {
    #expect(
      try JudgedPaper.rules(LampMemorandum.text("SECRET//NOFORN", "\(line)\n\n3. (U) The mole is long.\n\n")).contains(
        "SYN-015"))
  }

  @Test("FOUO never stands in a classified banner")
  func controlled() throws {
    let statement = "Classified by compilation: The individual portions are unclassified. Together they are SECRET.\n\n"
    let text = LampMemorandum.text("SECRET", statement).replacing("1. (S//NF)", with: "1. (U//FOUO)")
    #expect(try !JudgedPaper.rules(text).contains("DIS-024"))
  }
}
