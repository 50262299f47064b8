import Documents
import MarkingModel
import TestSupport
import Testing

/// Telegrams of different forms, one after the other in a file.
@Suite("Telegrams of another form behind the first one")
struct OtherFormTests {
  private static let secretWire = """
    PP RUEHC RUEHLI
    DE RUEHTL #0124 0701415
    ZNY SSSSS ZZH
    P 111401Z MAR 09
    FM AMEMBASSY TALLINN
    TO RUEHC/SECSTATE WASHDC PRIORITY 0035
    BT
    S E C R E T TALLINN 000124

    NOFORN

    E.O. 12958: DECL: 03/11/2019
    TAGS: PREL, EN
    SUBJECT: HARBOR TALKS END

    Classified By: DCM John Roe for reasons 1.4 (b) and (d).

    1. (S/NF) The seekers wait for ice.
    MARLOWE
    BT
    #0124
    NNNN

    """

  private static let secretPrint = """
    SECRET

    PAGE 01 LISBON 01235 151030Z

    63
    ACTION CU-04

    INFO OCT-01 EUR-12 ISO-00 /017 W
                --------------------- 052087
    R 150915Z MAR 74
    FM AMEMBASSY LISBON
    TO SECSTATE WASHDC 8813

    S E C R E T LISBON 1235

    NODIS

    E.O. 11652: GDS
    TAGS: SCUL, PO
    SUBJ: VISITING SEEKERS

    1. THE SEEKERS ARRIVE ON MONDAY.
    SCOTT

    SECRET

    NNNN

    """

  private static let smartPrint = """
    CONFIDENTIAL

    MRN: 13 TALLINN 413
    Date/DTG: Jun 11, 2013 / 111208Z JUN 13
    From: AMEMBASSY TALLINN
    Action: WASHDC, SECSTATE ROUTINE
    E.O.: 13526
    TAGS: ECON, EN
    Captions: EXDIS
    Subject: Ice

    1. (C) The seekers wait for ice.

    Signature: Brand

    Drafted By: TALLINN:Doe, Jane
    Info: HELSINKI, AMEMBASSY ROUTINE

    CONFIDENTIAL

    """

  private static func transcript(_ number: Int) -> String {
    """
    \(number). Telegram From the Embassy in Estonia to the Department of State

    Tallinn, March 9, 1972, 1425Z.

    461\(number). Subject: Harbor.

    1. The seekers called at noon.

    Marlowe

    1 Source: National Archives, RG 59, Central Files 1970–73, POL 23–9. Secret; Exdis. Repeated to Oslo.

    """
  }

  @Test(
    "one behind the record of a print is a document of its own",
    arguments: [
      (secretWire, "wire", "S"), (secretPrint, "nara-aad", "S"), ("Message Text\n\n" + secretPrint, "nara-aad", "S"),
      (smartPrint, "smart", "C"), (transcript(7), "frus", "S"),
    ])
  func behindRecord(text: String, form: String, level: String) throws {
    let document = try read(Cables.print1974 + text)
    let alone = try read(Cables.print1974)
    #expect(document.root(.level) == "C")
    #expect(document.values(.originalLevel, of: .record) == ["C"])
    #expect(document.nodes.count == alone.nodes.count)
    #expect(document.quoted.map { $0.root(.form) } == [form])
    #expect(document.quoted.map { $0.root(.level) } == [level])
    #expect(try document.quoted.map { $0.nodes.count } == [read(text).nodes.count])
  }

  @Test("one print behind the other begins with the stamp and the level at its top")
  func prints() throws {
    let second = Cables.print1974.replacing("1234", with: "1236").replacing("EXDIS", with: "NODIS")
    let document = try read(Cables.print1974 + second + second.replacing("1236", with: "1237"))
    #expect(document.values(.kind, of: .stamp) == ["declassified", "declassified"])
    #expect(document.quoted.map { $0.values(.name, of: .caption) } == [["STADIS", "NODIS"], ["STADIS", "NODIS"]])
    #expect(document.quoted.map { $0.values(.kind, of: .stamp).count } == [2, 2])
    #expect(document.quoted.map { $0.values(.originalLevel, of: .record) } == [["C"], ["C"]])
  }

  @Test(
    "one behind what SMART prints, too",
    arguments: [(secretWire, "wire", "S"), (secretPrint, "nara-aad", "S"), (transcript(7), "frus", "S")])
  func behindSmart(text: String, form: String, level: String) throws {
    let alone = try read(Cables.smart)
    for gap in ["", "\n\n"] {
      let document = try read(Cables.smart + gap + text)
      #expect(document.root(.level) == alone.root(.level))
      #expect(document.nodes.count == alone.nodes.count, "\(form)")
      #expect(document.quoted.map { $0.root(.form) } == [form])
      #expect(document.quoted.map { $0.root(.level) } == [level])
    }
  }

  @Test("an edited one begins with its head and the place and date below", arguments: [7, 41, 118])
  func behindAny(number: Int) throws {
    for first in [Cables.wire, Cables.wire.replacing("BT\n#0123\nNNNN\n", with: ""), Self.transcript(4)] {
      let document = try read(first + "\n" + Self.transcript(number))
      #expect(document.quoted.map { $0.root(.form) } == ["frus"])
      #expect(document.quoted.map { $0.root(.level) } == ["S"])
      #expect(document.quoted.map { $0.values(.name, of: .caption) } == [["EXDIS"]])
      #expect(try document.nodes.count == read(first).nodes.count)
    }
  }

  @Test("a paragraph that speaks of a telegram is none")
  func speaksOfTelegram() throws {
    let text = "2. (U) The delegation leaves on Friday."
    let document = try read(
      Cables.wire.replacing(text, with: "2. Telegram From the Embassy came late.\nOslo, March 9, had it.\n\n" + text))
    #expect(document.quoted.isEmpty)
  }

  private static let mail = "From: Roe, Jane\nSent: Tuesday, June 11, 2013 9:10 AM\nTo: Doe, Ida\nSubject: Lamps\n\n"

  @Test("a message may hold a wire above what SMART printed")
  func message() throws {
    let document = try read(Self.mail + "Both below.\n\n" + Cables.wire + "\n" + Self.smartPrint)
    #expect(document.root(.form) == "wire")
    #expect(document.root(.level) == "U")
    #expect(document.quoted.map { $0.root(.form) } == ["smart"])
    #expect(document.quoted.map { $0.root(.level) } == ["C"])
    let turned = try read(Self.mail + "Both below.\n\n" + Self.smartPrint + "\n" + Cables.wire)
    #expect(turned.root(.form) == "smart")
    #expect(turned.quoted.map { $0.root(.form) } == ["wire"])
  }

  @Test("the last field of SMART is of its own transmission")
  func lastField() throws {
    let document = try read(Self.smartPrint + "\n\n" + Self.smartPrint.replacing("413", with: "414"))
    #expect(document.nodes(named: .transmission).count == 1)
    #expect(document.quoted.map { $0.nodes(named: .transmission).count } == [1])
  }

  @Test("the bottom of a page is no banner of what SMART prints")
  func banner() throws {
    let own = Self.smartPrint.replacing("CONFIDENTIAL", with: "UNCLASSIFIED\nSBU")
    let document = try read(Cables.wire.replacing("NNNN", with: "NNNN\n\nSECRET") + own)
    #expect(document.quoted.map { $0.root(.level) } == ["U"])
  }

  @Test("a transmission that stands twice begins with its first pages again")
  func twice() throws {
    let document = try read(Cables.wire + "\n" + Cables.wire.replacing("002 OF 002", with: "001.2 OF 002"))
    #expect(document.quoted.isEmpty)
    #expect(document.values(.previousSection, of: .page) == ["1", "1"])
  }

  @Test("the record of a database above a telegram is no listing")
  func recordHead() throws {
    let head = "Reference ID\tCreated\tReleased\tClassification\tOrigin\n"
    let row = "09TALLINN124\t2009-03-11 14:01\t2011-08-30 01:44\tSECRET//NOFORN\tEmbassy Tallinn\n"
    let document = try read(head + row + "\n" + Self.secretWire)
    #expect(document.root(.form) == "wire")
    #expect(document.root(.level) == "S")
    for list in [head + row + row, head + row + "\n" + row + "\n" + Self.secretWire, head + "\n" + Self.secretWire] {
      #expect(try read(list).root(.form) == "unknown")
    }
  }
}
