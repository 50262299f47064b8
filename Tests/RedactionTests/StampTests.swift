import Redaction
import Testing

/// The lines of a policy on copies of XML, and records in XML within messages.
@Suite("Stamps of XML, and XML in messages") struct StampTests {
  private static let record = """
    <?xml version="1.0"?><r who="Sar Kheng"><a>Call 514-38-<b>7793</b>, the SSN of Sar Kheng</a><c>Lights</c></r>
    """

  @Test func aCopyOfXMLBeginsWithTheStamp() throws {
    let redactor = try Releases.redactor("privacy", terms: "Sar Kheng\n")
    let release = try Releases.release(Self.record, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    #expect(copy.hasPrefix(declaration + "<?release-stamp RELEASED IN PART (b)(6)?>\n<r "))
    #expect(!copy.contains("Kheng") && !copy.contains("7793"))
    #expect(release.ledger.additions.map(\.text) == ["RELEASED IN PART (b)(6)\n\n"])
    #expect(try Releases.release(release.file, by: redactor).file == release.file)
    let full = try Releases.release("<r><a>Lights</a></r>", by: redactor)
    #expect(String(decoding: full.file, as: UTF8.self).contains("<?release-stamp RELEASED IN FULL?>\n<r>"))
  }

  @Test func linesOfEveryPlaceAreInOneStamp() throws {
    let redactor = try Releases.redactor(
      file: "<terms exemption=\"(b)(6)\"/><copy><line place=\"bottom\">End</line><line place=\"top\">Top</line></copy>")
    let copy = try Releases.release("<r/>", by: redactor).file
    #expect(String(decoding: copy, as: UTF8.self).contains("<?release-stamp Top\nEnd?>\n<r/>"))
  }

  @Test func aStampCannotEndItself() throws {
    let redactor = try Releases.redactor(
      file: "<terms exemption=\"(b)(6)\"/><copy><line place=\"top\">a ?&gt; b</line></copy>")
    #expect(throws: Refusal.self) { try Releases.release("<r/>", by: redactor) }
  }

  @Test func anInstructionOfTheDocumentIsNoStamp() throws {
    let redactor = try Releases.redactor("privacy")
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?release-stamp Sar Kheng?>\n<r>a</r>"
    let release = try Releases.release(text, by: redactor)
    #expect(!String(decoding: release.file, as: UTF8.self).contains("Kheng"))
    #expect(release.ledger.dropped.contains { $0.name == "processing instruction" })
  }

  // MARK: In messages

  private static func message(_ head: String, _ record: String) -> String {
    "From: Ann <ann@agency.example>\nSubject: a\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\n\nText.\n--cut\nContent-Type: \(head)\n"
      + "Content-Disposition: attachment; filename=\"record.xml\"\n\n\(record)\n--cut--\n"
  }

  @Test(arguments: ["application/xml", "text/xml; charset=utf-8"])
  func aRecordInAMessageIsRead(type: String) throws {
    let redactor = try Releases.redactor(file: "<terms exemption=\"(b)(6)\"/>", terms: "Sar Kheng\n")
    let text = Self.message(type, Self.record + "<!-- Sar Kheng -->")
    for ending in ["\n", "\r\n"] {
      let release = try Releases.release(text.replacing("\n", with: ending), by: redactor)
      let copy = String(decoding: release.file, as: UTF8.self)
      #expect(copy.contains("the SSN of [(b)(6)]</a>") && copy.contains("record.xml"))
      #expect(!copy.contains("Kheng"))
      #expect(try Releases.release(release.file, by: redactor).file == release.file)
    }
  }

  @Test func aRecordThatIsReadOtherwiseIsRefused() throws {
    let redactor = try Releases.redactor(file: "<terms exemption=\"(b)(6)\"/>", terms: "Sar Kheng\n")
    let labelled = """
      <r xmlns:ism="urn:us:gov:ic:ism" ism:classification="S" ism:ownerProducer="USA">a</r>
      """
    let latin = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><r>\u{E9}</r>"
    for record in [labelled, latin, "<r>", "<!DOCTYPE r [<!ENTITY e SYSTEM \"/etc/passwd\">]><r>&e;</r>"] {
      #expect(throws: Refusal.self) {
        try Releases.release(Self.message("text/xml; charset=utf-8", record), by: redactor)
      }
    }
  }
}
