import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Prints with the furniture of their pages, and what a scan makes of them")
struct WornPrintTests {
  private static let paper = """
    RELEASED IN FULL

                        UNCLAS                        SECSTATE 53577
    VZCZCTV0494100253
    RR RUEHLI
    DE RUEHC #3577 0751956
    ZNR UUUUU 22H
    R 151947Z MAR 96
    FM SECSTATE WASHDC
    TO RUEHLI/AMEMBASSY LISBON 2131
    BT
    UNCLAS STATE 053577

    E.O. 12958: N/A
    TAGS: CGEN, PO
    SUBJECT: LAMPS ON THE PIER

    1. THE LAMPS ARE NEW.

                        UNCLAS                        SECSTATE 53577

    2. REPLY BY APRIL 15.
    TARNOFF
    BT
    #3577
    NNNN
                        UNCLAS                        SECSTATE 53577
    """

  @Test("the head of a page above the header is no classification line")
  func headOfPage() throws {
    let document = try read(Self.paper)
    #expect(document.values(.serial, of: .classification) == ["53577"])
    #expect(document.values(.serialDigits, of: .classification) == ["6"])
    #expect(document.values(.place, of: .designation) == ["print", "print", "print"])
    #expect(document.nodes(named: .transmission).count == 1)
    #expect(document.root(.day) == "19960315")
    #expect(document.nodes(named: .caption).isEmpty)
    #expect(document.nodes(named: .signature).count == 1)
    // Where no other comes, it is the classification line.
    let alone = try read(Self.paper.replacing("BT\nUNCLAS STATE 053577\n", with: "BT\n"))
    #expect(alone.root(.level) == "U")
    #expect(alone.values(.serial, of: .classification) == ["53577"])
  }

  @Test(
    "letters that a scan makes of digits in the header, and digits of letters",
    arguments: [
      ("UNCLAS STATE 053577", "UNCLAS STATE O53577"), ("TO RUEHLI", "T0 RUEHLI"), ("151947Z", "1519472"),
      ("E.O. 12958", "E.0. I2958"), ("R 151947Z", "0 151947Z"),
    ])
  func slips(right: String, misread: String) throws {
    let document = try read(Self.paper.replacing(right, with: misread))
    #expect(document.root(.level) == "U")
    #expect(document.root(.day) == "19960315")
    #expect(document.values(.serial, of: .classification) == ["53577"])
    #expect(document.values(.number, of: .executiveOrder) == ["12958"])
    #expect(document.nodes(named: .addressee).count == 1)
    #expect(document.values(.defect, of: .dtg) == ["none"])
  }

  @Test("the post of a scan")
  func post() throws {
    let text = Self.paper.replacing("FM SECSTATE WASHDC", with: "FM AMEMBASSY LISB0N")
      .replacing("UNCLAS STATE 053577", with: "UNCLAS LISBON 053577")
    #expect(try read(text).values(.post, of: .from) == ["LISBON"])
  }

  @Test("a print whose classification line has lost its level has that of its pages, or of its record")
  func lostLevel() throws {
    let text = Cables.print1974.replacing("C O N F I D E N T I A L LISBON", with: "LISBON")
      .replacing("CONFIDENTIAL LISBON", with: "LISBON")
    let document = try read(text)
    #expect(document.nodes(named: .classification).isEmpty)
    #expect(document.root(.level) == "C")
    let record = try read(text.replacing("\nCONFIDENTIAL\n", with: "\n"))
    #expect(record.root(.level) == "C")
    #expect(
      try read(
        "FM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\nLISBON 000907\n\nE.O. 12958: N/A\nTAGS: PO\nSUBJECT: ICE\n\n1. Ice."
      ).root(.level) == "none")
  }

  @Test("a section of the order in place of a date")
  func sectionOfOrder() throws {
    for value in ["1.6X6", "1.6 X6", "X6"] {
      let text = Self.paper.replacing("E.O. 12958: N/A", with: "E.O. 12958: DECL: \(value)")
      #expect(try read(text).values(.value, of: .executiveOrder) == ["x"])
    }
  }
}
