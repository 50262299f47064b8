import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Recognising forms")
struct FormTests {
  @Test("each form is recognised", arguments: Cables.all.indices)
  func recognised(index: Int) throws {
    let cable = Cables.all[index]
    #expect(try read(cable.text).root(.form) == cable.form.rawValue)
  }

  @Test("one line less changes nothing", arguments: Cables.all.indices)
  func robust(index: Int) throws {
    let cable = Cables.all[index]
    let lines = cable.text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.indices where !lines[line].allSatisfy({ $0 == " " }) {
      // Without its source note or head a transcription has nothing left to be known by.
      if cable.form == .frus { continue }
      var others = lines
      others.remove(at: line)
      let form = try read(others.joined(separator: "\n")).root(.form)
      #expect(form == cable.form.rawValue, "without “\(lines[line])”")
    }
  }

  @Test("links of a web copy")
  func scraped() throws {
    let text = Cables.wire.replacing("TAGS: PREL, ETRD, EN", with: "TAGS: [PREL](#) [ETRD](#) [EN](#)")
    let document = try read(text)
    #expect(document.root(.form) == "scraped-web")
    #expect(document.values(.kind, of: .repair) == ["anchor"])
    #expect(document.values(.count, of: .repair) == ["3"])
  }

  @Test(
    "a listing that quotes telegrams is none",
    arguments: [
      ("Record,Draft Date,From,Subject,Message Text\n1,1979,TALLINN,\"HARBOR\",\"", "unknown"),
      ("\n\"Record\";\"From\";\"TAGS\";\"To\";\"Text\"\n1;TALLINN;PREL;STATE;\"", "unknown"),
      ("id\tfrom\tto\tsubject\ttext\n1\tA\tB\tC\t", "unknown"),
      // Prose, and too few columns.
      ("Berths, ice, depth, customs, and books\n", "drafted"), ("From,To,Text\n", "drafted"),
    ])
  func listing(head: String, form: String) throws {
    #expect(try read(head + Cables.drafted).root(.form) == form)
  }

  @Test("stamps of a release make it a copy on paper")
  func paper() throws {
    let document = try read("RELEASED IN PART B1,1.4(D)\n\n" + Cables.drafted + "\nREVIEW AUTHORITY: Jane Roe\n")
    #expect(document.root(.form) == "foia-paper")
    #expect(document.root(.released) == "true")
    #expect(document.root(.level) == "S")
    #expect(document.values(.kind, of: .stamp) == ["released-part", "exemption", "review-authority"])
  }

  @Test(
    "a print that the Department releases is one of the archive only in the archive's years",
    arguments: [
      ("R 071922Z MAR 03", "foia-paper"), ("R 071922Z MAR 83", "foia-paper"), ("R 071922Z MAR 79", "nara-aad"),
      // Without a date the stamps tell.
      ("", "foia-paper"),
    ])
  func departmentPrint(dtg: String, form: String) throws {
    let text = """
      UNCLASSIFIED
      RELEASED IN FULL

      PAGE 01        TALLIN  01312  071933Z
      ACTION NEA-00

      INFO  LOG-00   NP-00    AID-00   AMAD-00  CIAE-00  INL-00   DODE-00
        /005W
                        ------------------4E11A1  071934Z /38
      \(dtg)
      FM AMEMBASSY TALLINN
      TO SECSTATE WASHDC 1412

      UNCLAS TALLINN 001312

      TAGS: PREL, EN
      SUBJECT: HARBOR TALKS

      1. The talks went well.
      MARLOWE

      REVIEW AUTHORITY: Jane Roe
      """
    let document = try read(text)
    #expect(document.root(.form) == form)
    #expect(document.root(.ocr) == "true")
  }

  @Test("the years without a transmission identifier")
  func seventies() throws {
    let text = """
      NNNNVV
      RR RUTLI
      DE RUEHTL #4567 0151630
      *ZNY CCCCC 22H
      R 151600Z JAN 78
      FM AMEMBASSY TALLINN
      TO RUEHC/SECSTATE WASHDC 1234
      BT
      LIMITED OFFICIAL USE TALLINN 4567
      E.O. 11652: N/A
      TAGS: PREL, EN
      SUBJECT: HARBOR TALKS
      1. THE TALKS WENT WELL.
      MARLOWE
      BT
      #4567
      NNNN
      """
    let document = try read(text)
    #expect(document.root(.form) == "wire-1970s")
    #expect(document.root(.level) == "LOU")
    #expect(document.values(.signal, of: .security) == ["ZNY"])
    #expect(document.values(.letter, of: .security) == ["C"])
    #expect(document.values(.kind, of: .repair) == ["ocr"])
    #expect(document.values(.fl, of: .separator) == ["11", "13"])
  }

  @Test(
    "other papers are no telegrams",
    arguments: [
      "", "\n\n\n", "Dear colleagues,\n\nthe minutes are attached.\n",
      "MEMORANDUM FOR THE RECORD\n\nSUBJECT: Budget\nREF: Your note of 3 May\n\n1. The budget grew.\n",
      "From: A\nSent: Monday\nTo: B\nSubject: E.O. 13526\n\nE.O. 13526 says so. UNCLAS\n",
      "{\"level\": \"SECRET\"}", "SECRET 121415Z\n\nTO DIRECTOR\n",
    ])
  func unknown(text: String) throws {
    let document = try read(text)
    #expect(document.root(.form) == "unknown")
    #expect(document.root(.level) == "none")
    #expect(document.nodes(named: .transmission).isEmpty)
  }

  @Test("a memorandum with marks is a marked paper and no telegram")
  func memorandum() throws {
    let document = try read(
      "MEMORANDUM FOR THE RECORD\n\nSECRET\n\nSUBJECT: Budget\nREF: Your note of 3 May\n\n1. (S) The budget grew.\n")
    #expect(document.root(.form) == "marked")
    #expect(document.nodes(named: .transmission).isEmpty)
  }

  @Test("a form that is given is kept")
  func given() throws {
    #expect(try read(Cables.wire, form: .drafted).root(.form) == "drafted")
    #expect(try read("", form: .wire).root(.form) == "wire")
  }
}
