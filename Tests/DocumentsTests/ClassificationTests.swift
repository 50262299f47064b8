import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("The classification line")
struct ClassificationTests {
  private func line(_ line: String, form: Form? = .drafted) throws -> MarkingDocument {
    try read(
      "\(line)\n\nE.O. 12958: N/A\nTAGS: PREL, EN\nSUBJECT: TALKS\n\n1. The talks went well.\nMARLOWE\n", form: form)
  }

  @Test(
    "levels",
    arguments: [
      ("UNCLAS TALLINN 000123", "U", "none", "false"), ("UNCLASSIFIED TALLINN 000123", "U", "none", "false"),
      ("U N C L A S TALLINN 000123", "U", "none", "true"),
      ("C O N F I D E N T I A L TALLINN 000123", "C", "none", "true"),
      ("CONFIDENTIAL TALLINN 000123", "C", "none", "false"), ("S E C R E T TALLINN 000123", "S", "none", "true"),
      ("T O P  S E C R E T TALLINN 000123", "TS", "none", "true"),
      ("LIMITED OFFICIAL USE TALLINN 0123", "LOU", "none", "false"),
      ("LIMITED OFFFICIAL USE TALLINN 0123", "LOU", "garbled", "false"),
      ("UNCLS TALLINN 0123", "U", "garbled", "false"),
      ("SECRET SENSITIVE TALLINN 000123", "S", "invented", "false"),
      ("AGENCY CONFIDENTIAL TALLINN 000123", "C", "invented", "false"),
      ("UNCLAS CONFIDENTIAL TALLINN 000123", "C", "mixed", "false"),
      ("UNCLASSIFIED//SECRET TALLINN 000123", "S", "joined", "false"),
      ("SECRET RESTRICTED TALLINN 000123", "S", "invented", "false"),
      ("UNCLASSIFIED//FOUO TALLINN 000123", "U", "invented", "false"),
    ])
  func levels(text: String, level: String, defect: String, spaced: String) throws {
    let document = try line(text)
    #expect(document.values(.level, of: .classification) == [level])
    #expect(document.values(.defect, of: .classification) == [defect])
    #expect(document.values(.spaced, of: .classification) == [spaced])
    #expect(document.values(.post, of: .classification) == ["TALLINN"])
    #expect(document.values(.serial, of: .classification) == ["123"])
    let legal = defect == "none" || defect == "garbled"
    #expect(document.values(.legal, of: .classification) == [legal ? "true" : "false"])
    #expect(document.root(.level) == (legal ? level : "none"))
  }

  @Test(
    "sections",
    arguments: [
      ("UNCLAS SECTION 01 OF 02 TALLINN 000123", "1", "2", "2", "2"),
      ("UNCLAS SECTION 1 OF 3 TALLINN 000123", "1", "3", "1", "1"),
      ("UNCLAS TALLINN 000123 SECTION 02 OF 02", "2", "2", "2", "2"),
      ("UNCLAS SECTION 01F02 TALLINN 000123", "1", "2", "2", "2"),
      ("UNCLAS SECTION 010F 02 TALLINN 000123", "1", "2", "2", "2"),
      ("UNCLAS SECTIO 03 OF 03 TALLINN 000123", "3", "3", "2", "2"),
      ("UNCLAS SECTION 1 ON 2 TALLINN 000123", "1", "2", "1", "1"),
      ("UNCLAS SECTION 02 OF 02 SECTION TALLINN 000123", "2", "2", "2", "2"),
      ("UNCLAS SECTION 03 OF 02 TALLINN 000123", "3", "2", "2", "2"),
    ])
  func sections(text: String, section: String, sections: String, digits: String, totalDigits: String) throws {
    let document = try line(text)
    #expect(document.values(.section, of: .classification) == [section])
    #expect(document.values(.sections, of: .classification) == [sections])
    #expect(document.values(.sectionDigits, of: .classification) == [digits])
    #expect(document.values(.sectionsDigits, of: .classification) == [totalDigits])
    #expect(document.values(.serial, of: .classification) == ["123"])
    #expect(document.root(.sections) == sections)
    // A number above the total does not say where the text begins.
    #expect(document.root(.firstSection) == (section > sections ? "1" : section))
  }

  @Test("EFTO and NOFORN on the line")
  func controls() throws {
    #expect(try line("UNCLAS E F T O TALLINN 000123").values(.efto, of: .classification) == ["true"])
    #expect(try line("UNCLAS EFTO TALLINN 000123").values(.efto, of: .classification) == ["true"])
    let document = try line("S E C R E T TALLINN 000123 NOFORN")
    #expect(document.values(.noforn, of: .classification) == ["true"])
    #expect(document.values(.place, of: .caption) == ["line"])
    #expect(document.values(.legal, of: .classification) == ["true"])
  }

  @Test("a post that no table has, and none at all")
  func posts() throws {
    let unknown = try line("UNCLAS PORT NOWHERE 000123")
    #expect(unknown.values(.post, of: .classification) == ["PORT NOWHERE"])
    #expect(unknown.values(.postKnown, of: .classification) == ["false"])
    let sender = try read(
      Cables.wire.replacing("AMEMBASSY TALLINN", with: "AMEMBASSY PORT NOWHERE").replacing(
        "02 TALLINN 000123", with: "02 PORT NOWHERE 000123"))
    #expect(sender.values(.postKnown, of: .classification) == ["true"])
    let none = try line("LIMITED OFFICIAL USE 0526")
    #expect(none.values(.post, of: .classification) == ["-"])
    #expect(none.values(.serial, of: .classification) == ["526"])
    #expect(none.values(.serialDigits, of: .classification) == ["4"])
  }

  @Test("a level alone is the line where no other comes")
  func levelAlone() throws {
    let alone = try line("CONFIDENTIAL")
    #expect(alone.root(.level) == "C")
    #expect(alone.values(.serial, of: .classification) == ["-"])
    let banner = try line("UNCLASSIFIED\n\nUNCLAS TALLINN 000123")
    #expect(banner.values(.level, of: .classification) == ["U"])
    #expect(banner.values(.place, of: .designation) == ["banner"])
  }

  @Test("a telegram without it")
  func missing() throws {
    let document = try read(Cables.wire.replacing("UNCLAS SECTION 01 OF 02 TALLINN 000123\n", with: ""))
    #expect(document.root(.level) == "none")
    #expect(document.nodes(named: .classification).isEmpty)
    #expect(document.values(.name, of: .caption) == ["SENSITIVE", "SIPDIS"])
    #expect(document.root(.hasEO) == "true")
  }

  @Test("repeated lines, one for each section")
  func repeated() throws {
    let text = """
      UNCLAS SECTION 01 OF 02 LISBON 000907

      E.O. 12958: N/A
      TAGS: SCUL, PO
      SUBJECT: NEW LIBRARY HOURS

      1. The embassy library now opens at nine.

      C O N F I D E N T I A L SECTION 02 OF 02 LISBON 000907

      2. On Fridays it closes at noon.
      MORRIS
      """
    let document = try read(text)
    #expect(document.values(.level, of: .classification) == ["U", "C"])
    #expect(document.values(.expectedLevel, of: .classification) == ["U", "U"])
    #expect(document.values(.repeat, of: .classification) == ["false", "false"])
    #expect(document.values(.sectionsFound, of: .classification) == ["2", "-"])
  }

  @Test("only the second section of two")
  func secondOnly() throws {
    let document = try line("UNCLAS SECTION 02 OF 02 TALLINN 000123")
    #expect(document.root(.firstSection) == "2")
    #expect(document.root(.sectionsFound) == "1")
  }

  @Test(
    "words of prose are no classification line",
    arguments: ["SECRETARY SMITH ARRIVED IN 1974", "CONFIDENTIAL TALKS WITH 12 MEN"])
  func prose(text: String) throws {
    let document = try read(Cables.drafted.replacing("2. (S) The ministry", with: "2. (S)\n\(text)\nThe ministry"))
    #expect(document.nodes(named: .classification).count == 1)
  }

  @Test(
    "a level that a sentence says, or that stands in a quoted paper, is no mark of a page",
    arguments: [
      "1. He said that the licence was\nCONFIDENTIAL\nand that the rest was\nSECRET.",
      "1. The film shown will be\nTOP SECRET\n\n2. Nobody came.",
      "1. THE FILM SHOWN WILL BE\nSECRET\n\n2. NOBODY CAME.", "1. IT IS AS OF TODAY\nSECRET\nFOR REASONS OF PRICE.",
      "1. He shouted:\n\nSECRET\n\nand left.",
      "1. BEGIN TEXT\n\nCONFIDENTIAL\n\nDear Sir, come soon.\n\nSECRET\n\nEND TEXT.\n\n2. He came.",
      "1. The letter:\n\nQUOTE\n\nCONFIDENTIAL\n\nCome soon.\n\nCONFIDENTIAL\n\nUNQUOTE",
    ])
  func saidLevels(body: String) throws {
    #expect(try Telegram(body: body).document.table(.designation, .place, .level).isEmpty)
  }

  @Test(
    "a level beside the head of a page, below the signature or between paragraphs is one",
    arguments: [
      ("1. The talks on the harbor went\nSECRET\n\nTALLINN 00000123  001.2 OF 001\n\non.", "page-top S"),
      ("1. BEGIN TEXT:\n\nCome soon,\nSECRET\nTALLINN 00000123  001.2 OF 001\nDear.\n\nEND TEXT.", "page-top S"),
      ("1. They went on.\n\nSECRET\n\n2. They ended.", "banner S"),
      ("1. BEGIN TEXT:\n\nCome soon.\n\nSECRET\n\n2. They ended.", "banner S"),
      ("1. They went on and on until\nSECRET\nSECRET\nthe end.", "banner S,banner S"),
    ])
  func pageLevels(body: String, expected: String) throws {
    #expect(try Telegram(body: body).document.table(.designation, .place, .level).joined(separator: ",") == expected)
  }

  @Test("below the signature a level is the end of the copy")
  func lastLevel() throws {
    let document = try Telegram(signature: "MARLOWE\nSECRET").document
    #expect(document.table(.designation, .place, .level) == ["banner S"])
    #expect(document.nodes(named: .signature).count == 1)
  }

  @Test("in a scan a level in a sentence is the bottom of a page whose head is lost")
  func scannedLevel() throws {
    let document = try Telegram(form: .foiaPaper, body: "1. The talks on the harbor went\nSECRET\non.").document
    #expect(document.table(.designation, .place, .level) == ["page-bottom S"])
  }
}
