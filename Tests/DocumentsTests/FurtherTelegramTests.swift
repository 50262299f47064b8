import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Telegrams behind the first one")
struct FurtherTelegramTests {
  private let second = """


    VZCZCXRO1299
    RR RUEHLI
    DE RUEHTL #0124 0701415
    ZNY CCCCC ZZH
    R 111401Z MAR 09
    FM AMEMBASSY TALLINN
    TO RUEHLI/AMEMBASSY LISBON 0035
    BT
    C O N F I D E N T I A L TALLINN 000124

    EXDIS

    E.O. 12958: DECL: 03/11/2019
    TAGS: PREL, EN
    SUBJECT: (C) HARBOR TALKS END

    Classified By: DCM John Roe for reasons 1.4 (b) and (d).

    1. (C) The talks ended on Tuesday.
    MARLOWE
    BT
    #0124
    NNNN

    """

  @Test("one with an MRN of its own is a document of its own")
  func further() throws {
    let alone = try read(Cables.wire)
    let document = try read(Cables.wire + second)
    #expect(document.root(.level) == "U")
    #expect(document.nodes(named: .transmission).count == 1)
    #expect(document.nodes(named: .classification).count == 1)
    #expect(document.values(.name, of: .caption) == alone.values(.name, of: .caption))
    #expect(document.nodes(named: .paragraph).count == alone.nodes(named: .paragraph).count)
    let further = try #require(document.quoted.first)
    #expect(document.quoted.count == 1)
    #expect(further.root(.form) == "wire")
    #expect(further.root(.level) == "C")
    #expect(further.nodes(named: .transmission).count == 1)
    #expect(further.nodes(named: .authority).count == 1)
    #expect(further.values(.name, of: .caption) == ["EXDIS"])
    let before = Cables.wire + "\n\n"
    #expect(further.nodes[0].range == ByteRange(before.utf8.count, (Cables.wire + second).utf8.count))
    #expect(further.nodes[0].position.line == before.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test("three are three")
  func three() throws {
    let third = second.replacing("0124", with: "0125").replacing("EXDIS", with: "NODIS")
    let document = try read(Cables.wire + second + third)
    #expect(document.quoted.map { $0.values(.name, of: .caption) } == [["EXDIS"], ["NODIS"]])
    #expect(document.quoted.allSatisfy { $0.quoted.isEmpty })
  }

  @Test("a repeated transmission is the same telegram")
  func repeated() throws {
    let document = try read(Cables.wire + "\n" + Cables.wire)
    #expect(document.quoted.isEmpty)
    #expect(document.nodes(named: .transmission).count == 2)
  }

  @Test("a slip in the MRN makes no other telegram")
  func slip() throws {
    let document = try read(Cables.wire + "\n" + Cables.wire.replacing("TALLINN 000123", with: "TALLINN 000128"))
    #expect(document.quoted.isEmpty)
  }

  @Test("a print of another telegram begins at the head of its page")
  func print() throws {
    let end = try #require(Cables.print1974.firstRange(of: "NNNN\n")?.upperBound)
    let first = String(Cables.print1974[..<end])
    let other = first.replacing("PAGE 01 ", with: "PAGE 01\n").replacing("PAGE 02 ", with: "PAGE 02\n")
    let document = try read(first + other.replacing("1234", with: "1235").replacing("EXDIS", with: "NODIS"))
    #expect(document.nodes(named: .page).count == 2)
    #expect(document.values(.level, of: .designation).count == 4)
    let further = try #require(document.quoted.first)
    #expect(further.values(.name, of: .caption) == ["STADIS", "NODIS"])
    #expect(further.values(.level, of: .designation).count == 4)
    #expect(further.nodes(named: .page).count == 2)
  }

  @Test("what no text should hold is counted once")
  func controls() throws {
    let document = try read(Cables.wire + second.replacing("FM AMEMBASSY", with: "FM\u{1} AMEMBASSY"))
    let repairs = document.nodes(named: .repair).filter { document.word(.kind, of: $0) == "control-characters" }
    #expect(repairs.map { document.number(.count, of: $0) } == [1])
    #expect(document.quoted.count == 1)
    #expect(document.quoted[0].nodes(named: .repair).isEmpty)
  }

  @Test("a slip between its header and its MRN does not make it a section")
  func slipOfHeader() throws {
    let document = try read(Cables.wire + second.replacing("#0124 ", with: "#0125 "))
    #expect(document.root(.level) == "U")
    #expect(document.quoted.map { $0.root(.level) } == ["C"])
    let alone = try read(Cables.wire)
    #expect(document.values(.name, of: .caption) == alone.values(.name, of: .caption))
  }

  private static let drafted = """


    UNCLAS TALLINN 000124

    E.O. 12958: N/A
    TAGS: PREL, EN
    SUBJECT: LAMPS

    1. (SBU) The lamps are dear.
    MARLOWE

    """

  private static let first = """
    UNCLAS TALLINN 000123

    E.O. 12958: N/A
    TAGS: PREL, EN
    SUBJECT: ICE

    1. The ice is thin.
    """

  @Test(
    "one without a header begins with its classification line",
    arguments: ["\nMARLOWE", "", "\nMARLOWE\nBT\n#0123\nNNNN"])
  func drafted(end: String) throws {
    let document = try read(Self.first + end + Self.drafted)
    #expect(document.nodes(named: .classification).count == 1)
    #expect(document.nodes(named: .paragraph).count == 1)
    #expect(document.quoted.map { $0.root(.form) } == ["drafted"])
    #expect(document.quoted.first?.root(.controlledPortions) == "1")
  }

  @Test("one behind a transmission, too")
  func draftedBehindWire() throws {
    let document = try read(Cables.wire + Self.drafted)
    #expect(document.nodes(named: .classification).count == 1)
    #expect(document.quoted.map { $0.root(.form) } == ["drafted"])
    let turned = try read(Self.first + "\nMARLOWE\n" + second)
    #expect(turned.nodes(named: .transmission).isEmpty)
    #expect(turned.quoted.map { $0.root(.level) } == ["C"])
  }

  @Test("one that the text announces is quoted", arguments: ["The following was received:", "TEXT FOLLOWS", "QUOTE"])
  func announced(words: String) throws {
    let document = try read(Self.first + "\n\n" + words + Self.drafted)
    #expect(document.quoted.map { $0.root(.form) } == ["quoted"])
  }

  private static func smart(_ level: String, _ serial: Int, _ body: String) -> String {
    """
    \(level)

    MRN: 13 TALLINN \(serial)
    Date/DTG: Jun 11, 2013 / 111208Z JUN 13
    From: AMEMBASSY TALLINN
    Action: WASHDC, SECSTATE ROUTINE
    E.O.: 13526
    TAGS: ECON, EN
    Subject: Lamps

    \(body)

    Signature: Brand

    \(level)

    """
  }

  @Test("what SMART prints one after the other are telegrams of their own")
  func smart() throws {
    let text =
      Self.smart("UNCLASSIFIED\nSBU", 412, "1. (U) Ten lamps.") + "\n\n"
      + Self.smart("CONFIDENTIAL", 413, "1. (C) Ice.")
    let document = try read(text)
    #expect(document.root(.level) == "U")
    #expect(document.values(.level, of: .designation) == ["U", "none", "U", "none"])
    #expect(document.nodes(named: .from).count == 1)
    let further = try #require(document.quoted.first)
    #expect(further.root(.form) == "smart")
    #expect(further.root(.level) == "C")
    #expect(further.values(.level, of: .designation) == ["C", "C"])
  }

  @Test("so are those of a thread of messages, whose own fields are none of theirs")
  func thread() throws {
    let mail = "\nFrom: Roe, Jane\nSent: Tuesday, June 11, 2013 9:10 AM\nTo: Doe, Ida\nSubject: Lamps\n\n"
    let first = Self.smart("UNCLASSIFIED", 412, "1. Ten lamps.")
    let document = try read(mail + first + mail + Self.smart("CONFIDENTIAL", 413, "1. (C) Ice."))
    #expect(document.root(.level) == "U")
    #expect(document.nodes(named: .from).count == 1)
    #expect(document.quoted.map { $0.root(.level) } == ["C"])
    let alone = try read(mail + first + mail + "Have the lamps come?\n")
    #expect(alone.nodes(named: .from).count == 1)
    #expect(alone.quoted.isEmpty)
  }
}
