import Testing
import XMLKit

@Suite struct XMLTreeTests {
  private func error(_ text: String) -> XMLError? {
    error(Array(text.utf8))
  }

  private func error(_ bytes: [UInt8]) -> XMLError? {
    do throws(XMLError) {
      _ = try XMLTree(parsing: bytes.span)
      return nil
    } catch {
      return error
    }
  }

  @Test func saysWhereTheFirstMistakeIs() throws {
    guard case .malformed(let problem) = error("<a>\n  <b></c>\n</a>") else {
      Issue.record("not refused as malformed")
      return
    }
    #expect(problem.line == 2)
    #expect(problem.offset == 13)
    #expect(problem.message == "Opening and ending tag mismatch: b line 2 and c")
  }

  @Test(arguments: ["", " ", "text", "<a", "<a/><b/>", "<a>&nbsp;</a>", "<p:a/>", "<a b='1' b='2'/>", "\u{0}<a/>"])
  func refuses(_ text: String) {
    guard case .malformed = error(text) else {
      Issue.record("not refused as malformed")
      return
    }
  }

  @Test func refusesADocumentTypeBeforeItsEntities() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;&y;&y;">]>
      <a b="&z;">&z;&z;&z;</a>
      """
    guard case .documentType(let problem) = error(bomb) else {
      Issue.record("not refused for its document type")
      return
    }
    #expect(problem.line == 2)
  }

  @Test(arguments: [
    #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#, #"<!DOCTYPE a PUBLIC "x" "http://127.0.0.1:9/x.dtd"><a/>"#,
    #"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>"#,
  ])
  func fetchesNothing(_ text: String) {
    guard case .documentType = error(text) else {
      Issue.record("not refused for its document type")
      return
    }
  }

  @Test func readsUTF8Only() {
    #expect(error(#"<?xml version="1.0" encoding="utf-8"?><a b="ß"/>"#) == nil)
    #expect(error("\u{FEFF}<a/>") == nil)
    for bytes in [
      [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00], Array("<a>".utf8) + [0xE4] + Array("</a>".utf8),
      Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a/>"#.utf8),
    ] as [[UInt8]] {
      guard case .malformed = error(bytes) else {
        Issue.record("not refused as malformed")
        continue
      }
    }
  }

  @Test func keepsTheLimitsOnDepth() {
    let depth = 100_000
    let deep = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    guard case .limit(.depth, _) = error(deep) else {
      Issue.record("not refused as too deep")
      return
    }
  }

  /// Found by fuzzing: while libxml2 converts from another encoding it cannot say how far it is, and said -1.
  @Test func aPlaceThatIsNotKnownIsNone() {
    let text = "<?xml version=\"1.\" encoding=\"UTF7\">>e\"><![n>>.\n>>\n>n>>"
    guard case .malformed(let problem) = error(text) else {
      Issue.record("not refused as malformed")
      return
    }
    #expect(problem.offset ?? 0 >= 0)
  }

  @Test func evaluatesExpressions() throws {
    let bytes = Array(#"<a xmlns="urn:x"><b n="1"/><b n="2">two</b></a>"#.utf8)
    let tree = try XMLTree(parsing: bytes.span)
    let numbers = try XPath("/x:a/x:b/@n", namespaces: ["x": "urn:x"])
    #expect(try numbers.strings(in: tree) == ["1", "2"])
    #expect(try numbers.boolean(in: tree))
    let sum = try XPath("sum(//@n)")
    #expect(try sum.strings(in: tree) == ["3"])
    #expect(try sum.string(in: tree) == "3")
  }

  @Test(arguments: ["/a[", "@", "nope()", "$x", "p:a"])
  func refusesTheExpression(_ text: String) throws {
    let tree = try XMLTree(parsing: "<a/>".utf8.span)
    #expect(throws: XMLError.self) {
      let expression = try XPath(text)
      _ = try expression.boolean(in: tree)
    }
  }
}
