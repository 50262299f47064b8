import Redaction
import RuleEngine
import Testing

/// Messages whose portions are marked, under a policy that goes by the marks.
@Suite("Marked messages") struct MarkedMailTests {
  static func copy(_ message: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    let copy = String(decoding: try Releases.release(message, by: redactor).file, as: UTF8.self)
    let again = String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self)
    #expect(again == copy, "the copy of the copy is another one")
    return copy
  }

  static func message(_ fields: String, type: String = "text/plain", _ body: String) -> String {
    "From: a@agency.example\n\(fields)\nMIME-Version: 1.0\nContent-Type: \(type); charset=utf-8\n\n\(body)\n"
  }

  static let date = "Date: Tue, 03 May 2016 10:00:00 -0400"

  static let body = """
    SECRET//NOFORN

    (U) The ice left the basin.

    (S//NF) The pilots wait for the moles.

    SECRET//NOFORN
    """

  /// Header and page are one document, as header and text are.
  @Test func aPageIsReadWithTheHeader() throws {
    let page =
      "<p>SECRET//NOFORN</p><p>(U) The ice <a href=\"https://example.org/ice\">left</a>.</p><p>(S//NF) The moles.</p><p>SECRET//NOFORN</p>"
    let copy = try Self.copy(Self.message("Subject: (U) Ice\n\(Self.date)", type: "text/html", page))
    #expect(copy.contains("<p>(U) The ice <a href=") && copy.contains("Subject: (U) Ice\n"), "\(copy)")
    #expect(!copy.contains("moles") && copy.contains("~~SECRET//NOFORN~~"))
  }

  @Test func aPageWithoutMarksIsRefused() throws {
    let redactor = try Releases.redactor("public-release")
    let page = Self.message("Subject: Ice\n\(Self.date)", type: "text/html", "<p>SECRET</p><p>The moles.</p>")
    #expect(throws: Refusal.self) { try Releases.release(page, by: redactor) }
  }
}
