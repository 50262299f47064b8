import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Pages, transcriptions and records")
struct PageTextTests {
  private func portions(_ document: MarkingDocument) -> [Int] {
    document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "portion" }
  }

  /// What a report may show of a document.
  private func shown(_ document: MarkingDocument, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return document.nodes.map { String(decoding: bytes[$0.excerpt.start..<$0.excerpt.end], as: UTF8.self) }
  }

  private func banners(_ document: MarkingDocument) -> Int {
    document.nodes(named: .marking).count { document.word(.kind, of: $0) == "banner" }
  }

  @Test("what a page shows is read, whatever its elements")
  func elements() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Weekly</title><style>p { margin: 0 }</style></head><body>
      <header>SECRET//NOFORN</header><main><section><p>(S//NF) One.</p><div>(U) Two.</div></section></main>
      <script>var s = "(TS) three";</script><!-- (TS) four --><template>(TS) five</template>
      <footer>SECRET//NOFORN</footer></body></html>
      """
    let document = try read(page)
    #expect(document.root(.form) == "marked")
    #expect(banners(document) == 2)
    #expect(portions(document).count == 2)
    #expect(document.placeFaults(length: page.utf8.count).isEmpty)
  }

  @Test("the dateline of a transcription does not go on with the source note above it")
  func dateline() throws {
    let text = """
      <div type="document"><head>114. Telegram From the Embassy in Israel to the Department of State<note
      type="source">Source: National Archives. Confidential; Exdis.</note></head>
      <dateline><placeName>Tel Aviv</placeName>, <date when="1976-03-04">March 4, 1976, 1530Z</date></dateline>
      <p>1. One.</p></div>
      """
    let document = try read(text)
    #expect(document.root(.form) == "frus")
    #expect(document.root(.day) == "19760304")
  }

  @Test("references stand for their characters, by name and by number, with a semicolon and without")
  func references() throws {
    for (open, slash, close) in [
      ("&lpar;", "&sol;", "&rpar;"), ("&#40;", "&#47;", "&#41;"), ("&#x28;", "&#x2F;", "&#X29;"),
      ("&#0040", "&#x002f", "&#41"),
    ] {
      let page = "<html><body><p>SECRET//NOFORN</p><p>\(open)S\(slash)\(slash)NF\(close) One.</p><p>SECRET//NOFORN</p>"
      #expect(try portions(read(page)).count == 1, "\(open)")
    }
  }

  @Test("no words that are left out within a marking are shown as a part of it")
  func excerpts() throws {
    for hidden in ["<style>Zebra</style>", "<!-- Zebra -->", "<b title='Zebra'>", "<script>Zebra</script>"] {
      let page =
        "<html><body><p>SECRET\(hidden)//NOFORN</p><p>(S//\(hidden)NF) One.</p><p>SECRET//NOFORN</p></body></html>"
      let document = try read(page)
      #expect(banners(document) == 2, "\(hidden)")
      #expect(portions(document).count == 1, "\(hidden)")
      #expect(!shown(document, page).contains { $0.contains("Zebra") }, "\(hidden)")
    }
    // A tag without words hides nothing.
    let plain = "<html><body><p>SECRET//NOFORN</p><p>(S//NF) One.</p><p>SECRET//NOFORN</p></body></html>"
    #expect(try shown(read(plain), plain).contains("(S//NF)"))
  }

  @Test("what the elements of a record hold stands apart, and a transcription's blocks are lines")
  func records() throws {
    let record = "<?xml version=\"1.0\"?>\n<sizes><size>(S) small</size><size>(C) cot</size><note>SECRET</note></sizes>"
    #expect(try read(record).root(.form) == "unknown")
    let transcription = """
      <?xml version="1.0"?><TEI><div><head>SECRET//NOFORN</head><p>(S//NF) One.</p><closer>SECRET//NOFORN</closer></div></TEI>
      """
    #expect(try banners(read(transcription)) == 2)
  }

  private static let lines = [
    "S E C R E T TALLINN 000123", "", "SIPDIS", "", "E.O. 12958: DECL: 03/10/2019", "TAGS: PREL, EN",
    "SUBJECT: (U) ICE",
    "", "1. (S) The ice is thin.", "MARLOWE",
  ]

  @Test(
    "a part of a page is one, whatever its first tag",
    arguments: [
      "<p>\(lines.joined(separator: "<br>\n"))</p>", "<p>\(lines.joined(separator: "</p>\n<p>"))</p>",
      "<pre>\(lines.joined(separator: "\n"))</pre>", "<span>\(lines.joined(separator: "<br/>"))</span>",
      "<b>\(lines[0])</b>\n\(lines.dropFirst().joined(separator: "\n"))", "<br>\n\(lines.joined(separator: "<br>\n"))",
      "<!--StartFragment--><P CLASS=x>\(lines.joined(separator: "<BR>\r\n"))</P>",
      "<table><tr><td>\(lines.joined(separator: "</td></tr><tr><td>"))</td></tr></table>",
      "<DIV>\(lines.joined(separator: "</DIV><DIV>"))</DIV>",
    ])
  func fragment(text: String) throws {
    let document = try read(text)
    #expect(document.root(.form) == "drafted", "\(text)")
    #expect(document.root(.level) == "S", "\(text)")
    #expect(document.values(.name, of: .caption) == ["SIPDIS"], "\(text)")
    #expect(document.nodes(named: .paragraph).count == 1)
    #expect(document.placeFaults(length: text.utf8.count).isEmpty)
  }

  @Test("a sign in front of a text is no tag", arguments: ["<ida@harbor.example>\n", "<C> The plan.\n", "< b > c\n"])
  func noFragment(text: String) throws { #expect(try read(text + "The lamps are new.").root(.form) == "unknown") }
}
