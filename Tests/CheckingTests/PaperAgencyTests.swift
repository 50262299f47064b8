import MarkingModel
import RuleEngine
import Testing

/// Whether it is evident which agency classified a paper (32 CFR 2001.21(a)(2)).
@Suite struct PaperAgencyTests {
  private static let block = """
    Classified By: Jane Roe, Chief
    Derived From: Lamp Guide 2, dated 20050110
    Declassify On: 20270314
    """

  private static func paper(_ head: String, _ signature: String = "", from source: String = "dated 20050110") -> String
  {
    LampMemorandum.text(block: signature + block.replacing("dated 20050110", with: source))
      .replacing("DEPARTMENT OF GOOD WORKS\nWashington, DC 20500\n\n", with: head)
  }

  @Test(
    "a letterhead that names an office of the nation",
    arguments: ["NATIONAL LAMP OFFICE", "GOVERNMENT LIGHTING OFFICE", "U.S. Harbor and Lamp Office"])
  func offices(_ head: String) throws {
    #expect(try JudgedPaper.rules(Self.paper(head + "\n\n")) == [])
  }

  @Test("an office of any agency", arguments: ["FRONT OFFICE\n\n", "Chief of the Lamp Office\n\n", ""])
  func others(_ head: String) throws {
    #expect(try JudgedPaper.rules(Self.paper(head)) == ["CAB-003"])
  }

  @Test(
    "a signature above the block",
    arguments: ["Federal Lamp Administration", "Office of Lamps\nU.S. Department of Good Works", "Harbor Safety Board"])
  func signatures(_ agency: String) throws {
    #expect(try JudgedPaper.rules(Self.paper("", "(U) Thanks.\n\nJane Roe\nChief, Lamps\n\(agency)\n\n")) == [])
  }

  @Test("the agency of a source is not that of the classifier, wherever its line stands")
  func source() throws {
    let source = "Department of Good Works,\nOffice of Lamps, dated 20050110"
    #expect(try JudgedPaper.rules(Self.paper("", from: source)) == ["CAB-003"])
    let number = Self.paper("", from: source).replacing("Jane Roe, Chief", with: "5512087")
    #expect(try JudgedPaper.rules(number) == [])
    let long = "3. (U) The lamps of the second mole are lit at dusk on every day of the year.\n\n"
    let signature = String(repeating: long, count: 9)
    #expect(try JudgedPaper.rules(Self.paper("", signature, from: source)) == ["CAB-003"])
  }

  private static func mail(_ address: String, _ copies: String = "", block: String = block) -> String {
    """
    From: Roe, Jane <jane.roe@\(address)>
    To: Doe, John <john.doe@\(address)>\(copies)
    Date: Tue, 14 Mar 2017 10:22:31 -0400
    Subject: (U) Lamps

    SECRET//NOFORN

    (S//NF) The north lamp was dark on four nights in February.

    Jane Roe
    Chief, Lamps

    \(block)

    SECRET//NOFORN

    """
  }

  @Test("the address of the sender, in a short message and a long one")
  func addresses() throws {
    let copies = "\nCc: " + String(repeating: "Harbor Desk <desk@lamps.gov>; ", count: 30)
    for text in [Self.mail("lamps.gov"), Self.mail("lamps.gov", copies), Self.mail("mole.lamps.mil")] {
      #expect(try JudgedPaper.rules(text) == [])
      #expect(try JudgedPaper.rules(text.replacing("\n", with: "\r")) == [])
    }
    #expect(try JudgedPaper.rules(Self.mail("lamps.example")) == ["CAB-003"])
  }

  @Test("the block of a message stands before the banner that closes it")
  func closed() throws {
    let text = Self.mail("lamps.gov", block: "").replacing("\n\n\n", with: "\n") + "\n" + Self.block + "\n"
    #expect(try JudgedPaper.rules(text) == ["CAB-027"])
  }
}
