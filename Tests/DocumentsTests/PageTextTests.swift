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
}
