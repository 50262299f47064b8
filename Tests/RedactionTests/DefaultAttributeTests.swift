import Redaction
import Testing

/// A document type may give attributes to elements: they say of them what those that are written do.
@Suite("Attributes that a document type gives") struct DefaultAttributeTests {
  private static func copy(_ type: String, _ body: String) throws -> String {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE doc [\(type)]>
      <doc xmlns:ism="urn:us:gov:ic:ism" ism:resourceElement="true" ism:createDate="2016-05-03" \
      ism:ownerProducer="USA" ism:DESVersion="13" ism:classification="S">\(body)</doc>
      """
    return String(
      decoding: try Releases.release(text, by: try Releases.redactor("public-release")).file, as: UTF8.self)
  }

  @Test func markElements() throws {
    let copy = try Self.copy(
      "<!ATTLIST p ism:classification CDATA \"S\" ism:ownerProducer CDATA \"USA\">",
      "<p>The seekers.</p><p ism:classification=\"U\">The lamps.</p>")
    #expect(!copy.contains("seekers") && copy.contains("The lamps."), "\(copy)")
    #expect(copy.contains("ism:classification=\"S\""), "\(copy)")
  }

  @Test func areTextOfTheirElement() throws {
    let marks = "ism:classification=\"@\" ism:ownerProducer=\"USA\""
    let copy = try Self.copy(
      "<!ATTLIST p note CDATA \"the seekers\">",
      "<p \(marks.replacing("@", with: "S"))>One.</p><q \(marks.replacing("@", with: "U"))>The lamps.</q>")
    #expect(!copy.contains("seekers") && copy.contains("The lamps."), "\(copy)")
  }

  /// Each of many elements would have a long value.
  @Test func mayNotBeTooMuch() throws {
    let long = String(repeating: "ice ", count: 50_000)
    #expect(throws: Refusal.self) {
      try Self.copy("<!ATTLIST p note CDATA \"\(long)\">", String(repeating: "<p/>", count: 2000))
    }
  }

  /// What the document type names in another file is not read.
  @Test func areNotReadFromAnotherFile() throws {
    let text = "<!DOCTYPE r SYSTEM \"file:///nowhere/at/all.dtd\"><r>The lamps.</r>"
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .release
    #expect(String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self).contains("The lamps."))
  }
}
