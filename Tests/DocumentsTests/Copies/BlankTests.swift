import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// Every blank is one blank (reference section 9, step 1), whoever reads the line.
@Suite("Blanks of every kind")
struct BlankTests {
  private static let blanks: [Unicode.Scalar] = [
    "\u{A0}", "\u{1680}", "\u{2000}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}",
    "\u{3000}",
  ]

  /// The telegrams with two lines more in which a blank parts words of a label.
  private static let texts: [String] =
    Cables.all.map(\.text) + [
      Cables.drafted.replacing("(U) The embassy", with: "(C) SUMMARY: The embassy").replacing(
        "at nine.", with: "at nine. END SUMMARY.\n\n    a. (C) One.\n    b. (U) Two.")
    ]

  private func outline(_ document: MarkingDocument) -> [String] {
    document.outline.split(separator: "\n").map(String.init).filter { !$0.contains("repair ") }
  }

  @Test("of Unicode", arguments: Self.blanks)
  func unicode(blank: Unicode.Scalar) throws {
    for text in Self.texts {
      let expected = try read(text)
      let other = text.replacing(" ", with: String(blank))
      let document = try read(other)
      #expect(outline(document) == outline(expected))
      #expect(document.placeFaults(length: other.utf8.count).isEmpty)
    }
  }

  @Test("of Latin-1: the bytes count as another encoding, once each")
  func latin1() throws {
    for text in Self.texts {
      let expected = try read(text)
      let bytes = text.utf8.map { $0 == 0x20 ? 0xA0 : $0 }
      let document = try read(bytes)
      #expect(outline(document) == outline(expected))
      #expect(document.placeFaults(length: bytes.count).isEmpty)
      #expect(document.values(.kind, of: .repair).filter { $0 == "encoding" }.count == 1)
      let node = try #require(document.nodes(named: .repair).first { document.word(.kind, of: $0) == "encoding" })
      #expect(document.number(.count, of: node) == bytes.count { $0 == 0xA0 })
      #expect(document.nodes[node].range.start == bytes.firstIndex(of: 0xA0))
    }
  }

  @Test("a byte of Latin-1 is none inside a letter of UTF-8")
  func insideLetters() throws {
    let document = try read(Cables.drafted.replacing("The ministry", with: "The ministère à\u{2020} Paris"))
    #expect(document.values(.kind, of: .repair).isEmpty)
    let text = Array("à b\u{E9A0}\u{A0}".utf8)
    #expect((0..<text.count).map { text.span.blank(at: $0, end: text.count) } == [0, 0, 1, 0, 0, 0, 0, 2, 0])
  }

  @Test("the first of the bytes of another encoding has the place")
  func firstStrayByte() throws {
    for (first, second) in [(UInt8(0xA0), UInt8(0xE9)), (0xE9, 0xA0)] {
      var bytes = Array(Cables.drafted.utf8)
      bytes.insert(second, at: bytes.count - 2)
      bytes.insert(first, at: bytes.count - 20)
      let document = try read(bytes)
      let node = try #require(document.nodes(named: .repair).first)
      #expect(document.number(.count, of: node) == 2)
      #expect(document.nodes[node].range == ByteRange(bytes.count - 21, bytes.count - 20))
    }
  }

  @Test("as references of a page", arguments: ["&nbsp;", "&#160;", "&#xA0;", "&#XA0;", "&ensp;", "&emsp;", "&thinsp;"])
  func references(reference: String) throws {
    for text in Self.texts {
      let page = "<!DOCTYPE html><html><body><pre>\n\(text)</pre></body></html>\n"
      let other = page.replacing(" ", with: reference).replacing("<!DOCTYPE\(reference)", with: "<!DOCTYPE ")
      let document = try read(other)
      #expect(document.withoutColumns == (try read(page)).withoutColumns)
      #expect(document.placeFaults(length: other.utf8.count).isEmpty)
    }
  }

  @Test("a paper's marks and banner", arguments: Self.blanks)
  func papers(blank: Unicode.Scalar) throws {
    let text = """
      SECRET//NOFORN

      MEMORANDUM FOR: The Harbor Master

      SUBJECT: (U) Opening hours

      DATE: 10 March 2009

      1. (S//NF) The ministry asked that we wait a week.

      2. (U) The library opens at nine.

      Classified By: Jane Roe, Director
      Derived From: Multiple Sources
      Declassify On: 20350310

      SECRET//NOFORN

      """
    let document = try read(text.replacing(" ", with: String(blank)))
    #expect(outline(document) == outline(try read(text)))
  }

  @Test("of a marking it is said that they are others")
  func markings() throws {
    let text = "TOP SECRET//SI\u{A0}//NOFORN\n\n1. (TS//SI//NF)\u{A0}The ministry asked us.\n\nTOP SECRET//SI//NOFORN\n"
    let document = try read(text)
    #expect(document.values(.kind, of: .defect).contains("look-alike"))
    #expect(document.placeFaults(length: text.utf8.count).isEmpty)
  }
}

extension MarkingDocument {
  /// Its nodes with their lines and attributes.
  var withoutColumns: [String] {
    outline.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        let parts = word.split(separator: ":")
        return parts.count == 2 && parts.allSatisfy { Int($0) != nil } ? String(parts[0]) : String(word)
      }.joined(separator: " ")
    }
  }
}
