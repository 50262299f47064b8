import Documents
import MarkingModel
import TestSupport
import Testing

/// Lines of a header and blocks of a heading that a copy breaks in two.
@Suite("Lines that a copy breaks in two")
struct WrappedLineTests {
  private static let line = "UNCLAS SECTION 01 OF 02 TALLINN 000123"

  @Test(
    "a classification line goes on in the next one",
    arguments: [
      "UNCLAS SECTION 01 OF 02\nTALLINN 000123", "UNCLAS SECTION 01 OF 02 TALLINN\n000123",
      "UNCLAS SECTION 01\nOF 02 TALLINN 000123", "UNCLAS\nSECTION 01 OF 02 TALLINN 000123",
    ])
  func classification(lines: String) throws {
    let whole = try read(Cables.wire)
    let document = try read(Cables.wire.replacing(Self.line, with: lines))
    #expect(document.values(.level, of: .classification) == ["U"])
    #expect(document.values(.post, of: .classification) == ["TALLINN"])
    #expect(document.values(.serial, of: .classification) == ["123"])
    #expect(document.values(.sections, of: .classification) == ["2"])
    #expect(document.values(.name, of: .caption) == whole.values(.name, of: .caption))
    #expect(document.nodes.count == whole.nodes.count)
  }

  @Test(
    "what stands below a level is not always the rest of it",
    arguments: ["SECRET\n\(line)", "UNCLASSIFIED\nHarbor 2009\n\(line)", "UNCLAS\nE.O. 12958"])
  func apart(lines: String) throws {
    let document = try read(Cables.wire.replacing(Self.line, with: lines))
    #expect(document.values(.serial, of: .classification).filter { $0 != "-" && $0 != "123" }.isEmpty)
  }

  @Test("a further telegram, too")
  func further() throws {
    let second = Cables.wire.replacing("0123", with: "0124").replacing("1432", with: "1533")
      .replacing("101430Z", with: "101530Z")
      .replacing("UNCLAS SECTION 01 OF 02 TALLINN 000124", with: "C O N F I D E N T I A L TALLINN\n000124")
    let document = try read(Cables.wire + "\n" + second)
    #expect(document.root(.level) == "U")
    #expect(document.quoted.map { $0.root(.level) } == ["C"])
  }

  @Test("so does a FM line that names an office alone")
  func from() throws {
    let document = try read(Cables.wire.replacing("FM AMEMBASSY TALLINN", with: "FM AMEMBASSY\nTALLINN"))
    let whole = try read(Cables.wire)
    #expect(document.values(.post, of: .from) == ["TALLINN"])
    #expect(document.nodes(named: .addressee).count == whole.nodes(named: .addressee).count)
    let bare = try read(Cables.wire.replacing("FM AMEMBASSY TALLINN", with: "FM AMEMBASSY"))
    #expect(bare.nodes(named: .addressee).count == whole.nodes(named: .addressee).count)
  }

  private func blocks(_ gap: String) throws -> MarkingDocument {
    try read(
      Cables.wire.replacing(
        "REF: TALLINN 98\n",
        with: "REF: A. TALLINN 98\n     B. TALLINN 99\n\(gap)     C. TALLINN 100\n\n"
          + "Classified By: DCM John Roe for reasons\n\(gap)1.4 (b) and (d).\n"))
  }

  @Test(
    "the head of a page or a blank line does not end references and reasons",
    arguments: ["\n", "\nTALLINN 00000123  001.2 OF 002\n\n\n"])
  func heading(gap: String) throws {
    let document = try blocks(gap)
    let whole = try blocks("")
    #expect(document.values(.letter, of: .reference) == ["A", "B", "C"])
    #expect(document.values(.letters, of: .reason) == ["2"])
    #expect(document.values(.n, of: .paragraph) == whole.values(.n, of: .paragraph))
    #expect(document.nodes(named: .authority).count == 1)
  }

  @Test(
    "below a block that is whole the text begins", arguments: ["1.4 million lamps are lit.", "(b) The ice is thin."])
  func text(line: String) throws {
    let whole = "Classified By: DCM John Roe for reasons 1.4 (b).\n\n"
    let document = try read(Cables.wire.replacing("1. (SBU) Summary", with: whole + line + "\n\n1. (SBU) Summary"))
    #expect(document.values(.letters, of: .reason) == ["1"])
  }

  @Test("references of a copy from the web have its sign before each", arguments: ["¶", "&para;", "[1](#)"])
  func signs(sign: String) throws {
    let document = try read(
      Cables.wire.replacing("REF: TALLINN 98", with: "REF: A. TALLINN 98 \(sign)B. TALLINN 99 \(sign)C. OSLO 12"))
    #expect(document.values(.letter, of: .reference) == ["A", "B", "C"])
  }
}
