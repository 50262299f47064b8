import Documents
import MarkingModel
import TestSupport
import Testing

/// A telegram that is repeated with all lines of its transmission, between words that fence it in.
@Suite("Telegrams in a fence")
struct FencedTelegramTests {
  private static let inner = """
    VZCZCXYZ0001
    RR RUEHTL
    DE RUEHLI #0512 0681010
    ZNR UUUUU ZZH
    R 091005Z MAR 09
    FM AMEMBASSY LISBON
    TO RUEHTL/AMEMBASSY TALLINN 3311
    BT
    UNCLAS LISBON 000512

    SENSITIVE

    E.O. 12958: N/A
    TAGS: AMGT, PO
    SUBJECT: LAMPS ON THE PIER

    REF: LISBON 480

    1. (SBU) The lamps were counted (reftel).

    LISBON 00000512  002 OF 002

    2. (U) They will be counted again.
    MANZANO
    BT
    #0512
    NNNN
    """

  private static func outer(_ opening: String, _ closing: String, _ inner: String) -> String {
    """
    VZCZCXYZ0008
    RR RUEHLI
    DE RUEHTL #1201 0701830
    ZNR UUUUU ZZH
    R 111822Z MAR 09
    FM AMEMBASSY TALLINN
    TO RUEHLI/AMEMBASSY LISBON 2210
    BT
    UNCLAS TALLINN 001201

    E.O. 12958: N/A
    TAGS: AMGT, EN
    SUBJECT: REPEAT OF LISBON 512

    1. Lisbon 512 is repeated below for the harbor.

    \(opening)

    \(inner)

    \(closing)

    2. Questions go to the pilot.
    MARLOWE
    BT
    #1201
    NNNN

    """
  }

  @Test(
    "it ends with its fence, not with its own last lines",
    arguments: [
      ("QUOTE", "UNQUOTE"), ("QTE", "UNQTE"), ("BEGIN TEXT OF LISBON 512:", "END TEXT OF LISBON 512."),
      ("BEGIN TEXT", "END TEXT"), ("BEGIN MESSAGE", "END MESSAGE"), ("Begin cable from the pier:", "(End cable.)"),
      ("BEGIN TEXT:\n\nThe pilot has asked for this.", "END TEXT."),
    ])
  func fence(opening: String, closing: String) throws {
    let document = try read(Self.outer(opening, closing, Self.inner))
    #expect(document.nodes(named: .transmission).count == 1)
    #expect(document.values(.name, of: .caption).isEmpty)
    #expect(document.table(.validation, .serial) == ["1201"])
    #expect(document.table(.paragraph, .n, .expected) == ["1 1", "2 2"])
    #expect(document.nodes(named: .page).isEmpty)
    #expect(document.nodes(named: .signature).count == 1)
    let inner = try #require(document.quoted.first)
    #expect(document.quoted.count == 1)
    #expect(inner.root(.form) == "quoted")
    #expect(inner.root(.level) == "U")
    #expect(inner.values(.name, of: .caption) == ["SENSITIVE"])
    #expect(inner.nodes(named: .paragraph).count == 2)
  }

  @Test("one line of the end is enough to show it")
  func oneLine() throws {
    let inner = Self.inner.replacing("\nBT\n#0512\nNNNN", with: "\nNNNN")
    let document = try read(Self.outer("QUOTE", "UNQUOTE", inner))
    #expect(document.table(.passage, .kind, .closed) == ["quote true"])
    #expect(document.nodes(named: .paragraph).count == 2)
  }

  @Test("several in one fence are several")
  func several() throws {
    let second = Self.inner.replacing("0512", with: "0513")
    let document = try read(Self.outer("QUOTE", "UNQUOTE", Self.inner + "\n\n" + second))
    #expect(document.quoted.map { $0.root(.level) } == ["U", "U"])
    #expect(document.quoted.allSatisfy { $0.nodes(named: .classification).count == 1 })
    #expect(document.nodes(named: .paragraph).count == 2)
  }

  @Test("where the fence is never closed, the telegram ends with its own lines")
  func open() throws {
    let document = try read(Self.outer("QUOTE", "", Self.inner.replacing("\nBT\n#0512\nNNNN", with: "")))
    #expect(document.quoted.count == 1)
    #expect(document.table(.validation, .serial) == ["1201"])
  }

  @Test("the level of what is quoted is known to the telegram")
  func rank() throws {
    let secret = Self.inner.replacing("UNCLAS LISBON", with: "S E C R E T LISBON")
    #expect(try read(Self.outer("QUOTE", "UNQUOTE", secret)).root(.quotedRank) == "3")
    #expect(try read(Cables.wire).root(.quotedRank) == "-")
  }

  @Test("thousands of them cost what they are long")
  func many() throws {
    let fenced = "QUOTE\n\n\(Self.inner)\n\nUNQUOTE\n\nThe next.\n\n"
    let document = try read(Self.outer("", "", String(repeating: fenced, count: 2000)))
    #expect(document.quoted.count == 2000)
    #expect(document.table(.validation, .serial) == ["1201"])
  }
}
