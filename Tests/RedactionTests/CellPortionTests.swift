import Redaction
import Testing

/// Cells of a page's table without marks, and texts that have nothing but marked lines.
@Suite("Cells without marks, and lines with them") struct CellPortionTests {
  private static func page(_ rows: String) -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>(U) T</title></head><body><p>SECRET//NOFORN</p>\
    <p>(U) The quay is open.</p><table>\(rows)</table><p>(U) The end.</p><p>SECRET//NOFORN</p></body></html>
    """
  }

  private static func mail(_ page: String) -> String {
    "From: a@example.org\r\nTo: b@example.org\r\nSubject: (U) T\r\nDate: Tue, 3 May 2016 10:00:00 +0000\r\n"
      + "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(page)\r\n"
  }

  /// Withheld by the mark of its column, whatever stands before it.
  @Test(arguments: [
    "<tr><th>(U) Item</th><th>(S//NF) Fish</th></tr><tr><td>(U) a</td><td>zebrafish</td></tr>",
    "<tr><th>(U) Item</th><th>(S//NF) Fish</th><th>(U) B</th></tr><tr><td>(U) a</td><td>zebrafish</td><td>(U) c</td></tr>",
  ]) func byTheMarkOfTheColumn(rows: String) throws {
    let copy = try MarkupReleaseTests.copy(Self.page(rows), "public-release")
    #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
    let mail = try MarkupReleaseTests.copy(Self.mail(Self.page(rows)), "public-release").replacing("=\r\n", with: "")
    #expect(!mail.contains("zebrafish") && mail.contains("(U) The end."), "\(mail)")
  }

  @Test(arguments: [
    "<tr><td>(U) a</td><td>zebrafish</td></tr>",
    "<tr><th>(U) Item</th><th>(U) Fish</th></tr><tr><td>(U) a</td><td>zebrafish</td></tr>",
  ]) func refused(rows: String) throws {
    #expect(throws: Refusal.self) { try MarkupReleaseTests.copy(Self.page(rows), "public-release") }
    #expect(throws: Refusal.self) { try MarkupReleaseTests.copy(Self.mail(Self.page(rows)), "public-release") }
  }

  /// Without a banner, and too short to be a document for its reader.
  @Test(arguments: ["(U) fine", "(U) fine\n\n(U) good", "(U) The ice left.\n"]) func everyLineIsMarked(text: String)
    throws
  {
    #expect(try MarkupReleaseTests.copy(text, "public-release").hasSuffix(text))
    let mail =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: (U) T\r\nDate: Tue, 3 May 2016 10:00:00 +0000\r\n"
      + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(text)\r\n"
    #expect(try MarkupReleaseTests.copy(mail, "public-release").contains("(U)"))
  }

  @Test func aMarkedLineIsWithheld() throws {
    #expect(!(try MarkupReleaseTests.copy("(U) fine\n\n(S) zebrafish", "public-release")).contains("zebrafish"))
    for text in ["fine (S) zebrafish", "(U) fine (S) zebrafish", "(U) fine\n\nzebrafish"] {
      #expect(try !Releases.leaves("zebrafish") { try MarkupReleaseTests.copy(text, "public-release") })
    }
  }
}
