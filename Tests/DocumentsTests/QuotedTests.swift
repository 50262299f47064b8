import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Telegrams inside telegrams")
struct QuotedTests {
  private let outer = """
    UNCLAS TALLINN 000123

    E.O. 12958: N/A
    TAGS: PREL, EN
    SUBJECT: REPEAT OF LISBON 412

    1. The following is repeated for your information. QUOTE
    C O N F I D E N T I A L LISBON 000412
    EXDIS
    E.O. 12958: DECL: 03/16/2015
    TAGS: SCUL, PO
    SUBJECT: (C) LIBRARY
    1. (C) THE MINISTER SAID QUOTE LATER UNQUOTE AND LEFT.
    MORRIS UNQUOTE

    2. End of the repeated telegram.
    MARLOWE
    """

  @Test("a quoted telegram is a document of its own")
  func quoted() throws {
    let document = try read(outer)
    #expect(document.root(.level) == "U")
    #expect(document.nodes(named: .classification).count == 1)
    #expect(document.nodes(named: .caption).isEmpty)
    #expect(document.values(.value, of: .executiveOrder) == ["na"])
    let inner = try #require(document.quoted.first)
    #expect(document.quoted.count == 1)
    #expect(inner.root(.form) == "quoted")
    #expect(inner.root(.level) == "C")
    #expect(inner.values(.name, of: .caption) == ["EXDIS"])
    #expect(inner.values(.value, of: .executiveOrder) == ["decl"])
    #expect(inner.nodes[0].position.line == 8)
  }

  @Test("a header after QUOTE begins one as well")
  func header() throws {
    let text = outer.replacing(
      "C O N F I D E N T I A L LISBON 000412",
      with: "R 101430Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nC O N F I D E N T I A L LISBON 000412")
    let document = try read(text)
    #expect(document.nodes(named: .transmission).isEmpty)
    #expect(document.quoted.first?.values(.post, of: .from) == ["LISBON"])
    #expect(document.quoted.first?.root(.level) == "C")
  }

  @Test("without UNQUOTE it goes to the end")
  func open() throws {
    let document = try read(outer.replacing("MORRIS UNQUOTE", with: "MORRIS"))
    #expect(document.quoted.count == 1)
    #expect(document.root(.level) == "U")
  }

  @Test("words that are quoted begin no telegram")
  func words() throws {
    let document = try read(Cables.drafted.replacing("a week.", with: "a week QUOTE for now\nUNQUOTE."))
    #expect(document.quoted.isEmpty)
  }

  @Test("telegrams within telegrams end where no reader would follow, without a limit to their number")
  func deep() throws {
    let opening = "P 100900Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\n"
    let telegram = "QUOTE\n" + opening + "SUBJECT: HARBOR\n\n1. (U) One.\n\n"
    let text = Cables.wire + String(repeating: telegram, count: 3000)
    var document = try read(text)
    var depth = 0
    while let inner = document.quoted.first {
      depth += 1
      document = inner
    }
    #expect((1...8).contains(depth))
  }

  @Test("a telegram below another begins with its date where no line of the network is left")
  func following() throws {
    func telegram(_ number: Int, _ name: String) -> String {
      """
      P 10090\(number)Z MAR 09
      FM AMEMBASSY LISBON
      TO SECSTATE WASHDC 000\(number)

      C O N F I D E N T I A L LISBON 00041\(number)

      E.O. 12958: DECL: 03/10/2019
      TAGS: PREL, PO
      SUBJECT: HARBOR TALKS

      1. (C) One thing.

      2. (C) Another.

      \(name)

      """
    }
    let first = telegram(1, "WINDSOR")
    let alone = try read(first)
    let both = try read(first + "\n" + telegram(2, "DOE-ROE"))
    #expect(both.nodes(named: .paragraph).count == alone.nodes(named: .paragraph).count)
    #expect(try read(first + telegram(2, "ROE")).nodes(named: .subject).count == 1)
  }
}
