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
}
