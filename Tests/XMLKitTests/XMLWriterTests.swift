import Testing
import XMLKit

@Suite struct XMLWriterTests {
  @Test func indentsElementsAndLeavesTextAlone() {
    var writer = XMLWriter()
    writer.start("a", ["x": "1"])
    writer.element("b")
    writer.element("c", ["y": "2"], text: "some text")
    writer.start("d")
    writer.text("mixed ")
    writer.element("e")
    writer.text(" text")
    writer.end()
    writer.comment("one -- two")
    writer.end()
    #expect(
      String(decoding: writer.takeOutput(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="1">
          <b/>
          <c y="2">some text</c>
          <d>mixed <e/> text</d>
          <!-- one - - two -->
        </a>

        """)
  }

  @Test func parsersReadBackWhatWasWritten() throws {
    let awkward = "<&>\"' \t\n\r]]> \u{1}\u{FFFE}\u{1F4DC}"
    let kept = "<&>\"' \t\n\r]]> \u{FFFD}\u{FFFD}\u{1F4DC}"
    var writer = XMLWriter(indented: false)
    writer.start("a")
    writer.attribute("b", awkward)
    writer.text(awkward)
    writer.end()
    let element = try XMLElement.parse(writer.takeOutput())
    #expect(element.attribute("b").map { Array($0.unicodeScalars) } == Array(kept.unicodeScalars))
    #expect(Array(element.text.unicodeScalars) == Array(kept.unicodeScalars))
  }

  @Test func givesItsOutputInPieces() {
    var writer = XMLWriter(declaration: false, indented: false)
    writer.start("a")
    writer.text("1")
    #expect(writer.takeOutput() == Array("<a>1".utf8))
    writer.end()
    #expect(writer.takeOutput() == Array("</a>".utf8))
    #expect(writer.takeOutput().isEmpty)
  }
}
