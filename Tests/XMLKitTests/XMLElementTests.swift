import Testing
import XMLKit

@Suite struct XMLElementTests {
  private let source = """
    <?xml version="1.0"?>
    <!-- <x y="1"/> -->
    <a xmlns="urn:a" xmlns:p="urn:p" one = "1"
       p:two='a &lt; b&#x20AC;
    c'>text <![CDATA[<b c="d">]]><?pi <e/> ?><p:b/>
      <c d="&gt;>'"/></a>
    """

  @Test func keepsTheOrderOfWhatIsInIt() throws {
    let root = try XMLElement.parse(Array(source.utf8))
    #expect(root.name == "a" && root.namespace == "urn:a")
    #expect(root.attribute("one") == "1")
    #expect(root.attribute("two") == nil)
    #expect(root.attribute("two", namespace: "urn:p") == "a < b\u{20AC} c")
    #expect(root.content.prefix(2) == [.text("text "), .cdata("<b c=\"d\">")])
    #expect(root.text == "text <b c=\"d\">\n  ")
    #expect(root.children.map(\.name) == ["b", "c"])
    #expect(root.children.map(\.namespace) == ["urn:p", "urn:a"])
    #expect(root.children[1].attribute("d") == ">>'")
  }

  @Test func knowsWhereEverythingStands() throws {
    let bytes = Array(source.utf8)
    let root = try XMLElement.parse(bytes)
    func text(from offset: Int, _ count: Int) -> String {
      String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
    }
    #expect(text(from: root.offset, 7) == "a xmlns")
    #expect(text(from: root.attributes[0].nameOffset, 7) == "one = \"")
    #expect(text(from: root.attributes[0].valueOffset, 2) == "1\"")
    let two = root.attributes[1]
    #expect(text(from: two.nameOffset, 6) == "p:two=")
    let places = Array(two.value.utf8.indices).indices.map { two.offset(ofValueByte: $0, in: bytes) - two.valueOffset }
    #expect(places == [0, 1, 2, 6, 7, 8, 8, 8, 16, 17])
    #expect(text(from: root.children[0].offset, 3) == "p:b")
    #expect(text(from: root.children[1].attributes[0].nameOffset, 3) == "d=\"")
  }

  @Test func countsACarriageReturnAndLineFeedOnce() throws {
    let bytes = Array("<a b='x\r\ny'/>".utf8)
    let attribute = try XMLElement.parse(bytes).attributes[0]
    #expect(attribute.value == "x y")
    #expect(bytes[attribute.offset(ofValueByte: 2, in: bytes)] == UInt8(ascii: "y"))
  }
}
