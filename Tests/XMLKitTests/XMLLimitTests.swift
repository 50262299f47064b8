import Testing
import XMLKit

/// What is well-formed and more than is read, and what is in another encoding.
@Suite struct XMLLimitTests {
  private func error(_ text: String) -> XMLError? {
    do throws(XMLError) {
      _ = try XMLElement.parse(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private func limit(_ text: String) -> XMLLimit? {
    guard case .limit(let limit, _) = error(text) else { return nil }
    return limit
  }

  private func element(attributes count: Int) -> String {
    "<r" + (0..<count).map { " a\($0)=\"x\"" }.joined() + "/>"
  }

  @Test func everyLimitIsTold() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(limit(deep) == .depth)
    // A text in one piece is taken however long it is.
    let half = String(repeating: "x", count: 6_000_000)
    #expect(limit("<a>" + half + "&amp;" + half + "</a>") == .length)
    #expect(limit("<a b=\"" + String(repeating: "x", count: 11_000_000) + "\"/>") == .length)
    #expect(limit("<" + String(repeating: "x", count: 60_000) + "/>") == .length)
    #expect(limit(element(attributes: 513)) == .attributes)
    #expect(error(element(attributes: 512)) == nil)
  }

  @Test func entitiesAreALimitToo() {
    let laughs = (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
    let bomb = "<!DOCTYPE r [<!ENTITY a0 \"haha\">" + laughs + "]><r>&a30;</r>"
    #expect {
      _ = try XMLMarkup.parse(Array(bomb.utf8))
    } throws: { error in
      guard case .limit(.expansion, _) = error as? XMLError else { return false }
      return true
    }
  }

  /// libxml2 2.9 compares each attribute of an element with all others: eighty thousand took half a minute.
  @Test(.timeLimit(.minutes(1))) func attributesCostTheirNumber() {
    #expect(limit(element(attributes: 400_000)) == .attributes)
    // Behind what it cannot read, the parser goes on to read tags.
    let hidden = "<a><!-- \u{1} --><b>" + element(attributes: 100_000) + "-->"
    #expect(error(hidden) != nil)
    let entity =
      "<!DOCTYPE r [<!ENTITY e '" + element(attributes: 100_000).replacing("'", with: "\"") + "'>]><r>&e;</r>"
    #expect(throws: XMLError.self) { _ = try XMLMarkup.parse(Array(entity.utf8)) }
  }

  @Test func equalsSignsInTextAreNoAttributes() {
    let ruler = String(repeating: "=", count: 4000)
    for text in [
      "<a>\(ruler)</a>", "<a b=\"\(ruler)\"/>", "<a><!-- \(ruler) --></a>", "<a><![CDATA[<\(ruler)]]></a>",
      "<?x \(ruler)?><a/>", "<a b='>' c=\">\"/>\(ruler)".replacing("/>\(ruler)", with: ">\(ruler)</a>"),
    ] {
      #expect(error(text) == nil)
    }
    #expect(throws: Never.self) {
      _ = try XMLMarkup.parse(Array("<!DOCTYPE a [<!ENTITY e '\"'>]><a>\(ruler)</a>".utf8))
    }
  }

  @Test func encodingsOfOneByte() throws {
    let latin = try #require(ByteEncoding(named: "ISO-8859-1"))
    #expect((0...255).allSatisfy { latin[$0] == Unicode.Scalar($0) })
    let windows = try #require(ByteEncoding(named: "windows-1252"))
    #expect(windows[0x80] == "\u{20AC}" && windows[0x93] == "\u{201C}" && windows[0xE9] == "é")
    let russian = try #require(ByteEncoding(named: "KOI8-R"))
    #expect(russian[0xC1] == "\u{430}")
    let ascii = try #require(ByteEncoding(named: "us-ascii"))
    #expect(ascii[0x41] == "A" && (0x80...0xFF).allSatisfy { ascii[$0] == nil })
    for name in ["UTF-16", "UTF-32", "UTF-7", "IBM037", "no-such-encoding", ""] {
      #expect(ByteEncoding(named: name) == nil, "\(name)")
    }
  }

  @Test(
    arguments: [
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "ISO-8859-1", 30),
      ("\u{FEFF}<?xml version='1.0'\n encoding = 'utf-8' standalone='yes'?><a/>", "utf-8", 36),
      ("<?xml version=\"1.0\"?><a encoding=\"x\"/>", nil, 0),
      ("<a encoding=\"x\"/>", nil, 0),
      ("<?xml encoding=\"x", nil, 0),
      ("", nil, 0),
    ] as [(String, String?, Int)])
  func aDeclarationSaysItsEncoding(text: String, name: String?, offset: Int) {
    let declaration = XMLDeclaration(of: text.utf8.span)
    #expect(declaration?.encoding == name)
    if let declaration { #expect(declaration.range.lowerBound == offset) }
  }
}
