import Redaction
import Testing

/// Marks behind which a page has nothing but a picture or a link: they are of that.
@Suite("Marks of pictures and links alone") struct LoneMarkTests {
  private static func copy(_ body: String, _ banner: String, by redactor: Redactor) throws -> String {
    let page =
      "<!DOCTYPE html><html><head><title>(U) T</title></head><body><p>\(banner)</p><p>(U) The lamps.</p>\(body)"
      + "<p>(U) The end.</p><p>Controlled by: Harbor Office</p><p>\(banner)</p></body></html>"
    return String(decoding: try Releases.release(page, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "<p>(@) <img alt='the seekers'></p>", "<p><b>(@)</b> <img alt='the seekers'></p>",
    "<p>(@) <a href='https://example.org/seekers'></a></p>",
    "<p>(@) <a href='https://example.org/seekers'><img alt='the seekers'></a></p>",
    // A mark at the end of a row may be of the cells before it as well.
    "<table><tr><td>(U) Ice</td><td>(@) <img alt='the seekers'></td></tr></table>",
    "<table><tr><td>(@) <img alt='the seekers'></td><td>(U) Photo</td></tr></table>",
    "<ul><li>(U) Photo</li><li>(@) <img alt='the seekers'></li></ul>",
  ]) func go(_ body: String) throws {
    // The rules for releases do not see the label in the text for a picture.
    let redactors = [
      ("S//NF", "SECRET//NOFORN", try Releases.redactor(file: "<portions above=\"U\" exemption=\"(b)(5)\"/>")),
      ("CUI", "CUI", try Releases.redactor("cui-decontrol-review")),
    ]
    for (mark, banner, redactor) in redactors {
      let copy = try Self.copy(body.replacing("@", with: mark), banner, by: redactor)
      #expect(!copy.contains("seekers"), "\(copy)")
      if body.contains("Photo") { #expect(copy.contains("(U) Photo"), "\(copy)") }
    }
  }

  @Test(arguments: [
    "<p>(U) <img alt='the lights'></p>", "<p>(@) Ice.</p><p>(U) <img alt='the lights'></p>",
    "<table><tr><td>(@) Ice</td><td>(U) <img alt='the lights'></td></tr></table>",
    "<p>(U) <a href='https://example.org/lights'></a></p><p>(@) Ice.</p>",
  ]) func stay(_ body: String) throws {
    let copy = try Self.copy(
      body.replacing("@", with: "S//NF"), "SECRET//NOFORN",
      by: try Releases.redactor("public-release"))
    #expect(copy.contains("lights") && !copy.contains("Ice"), "\(copy)")
  }
}
