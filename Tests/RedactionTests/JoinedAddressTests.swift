import Redaction
import Testing

/// Addresses with a sign between them: RFC 5322 lets it stand in the first part of an address, so that one hides the other.
@Suite("Joined addresses") struct JoinedAddressTests {
  private static func copy(_ text: String) throws -> String {
    String(decoding: try Releases.release(text, by: Releases.redactor("privacy")).file, as: UTF8.self)
  }

  @Test(arguments: [
    "/", "|", "&", "?", "=", "#", "!", "+", "~", "*", "'", "{", "-", "_", ",", ";", ";;", "//", " / ", "&cc=", "?cc=",
    "%2C", "\u{2019}", "><", ":",
  ]) func allOfThemGo(_ sign: String) throws {
    let names = ["ida", "bo", "eva"].map { "\($0)@harbor.example" }
    let copy = try Self.copy("Notes on the ice.\n\nWrite to \(names.joined(separator: sign)) now. Lamps burn.\n")
    #expect(!copy.contains("harbor.example") && !copy.contains("@"), "\(copy)")
    #expect(copy.contains("Write to") && copy.contains("now. Lamps burn."), "\(copy)")
    // What a copy says of itself at its top is no text of it.
    let again = try Self.copy(copy)
    #expect(again.split(separator: "Notes").last == copy.split(separator: "Notes").last, "\(again)")
  }

  @Test(arguments: [
    "<p>Ice <a href=\"mailto:ida@harbor.example?cc=bo@harbor.example&amp;subject=Hi\">lamps</a> burn.</p>",
    "<p>Ice <a href=\"http://x.example/u?a=ida@harbor.example&amp;b=bo@harbor.example\">lamps</a> burn.</p>",
  ]) func inTheTargetOfALink(_ page: String) throws {
    let copy = try Self.copy("<html><head><title>Ice</title></head><body>\(page)</body></html>")
    #expect(!copy.contains("harbor.example") && copy.contains("burn."), "\(copy)")
  }

  @Test(arguments: [
    "<r to=\"ida@harbor.example/bo@harbor.example\">lamps</r>",
    "<r><u>http://x.example/?a=ida@harbor.example&amp;b=bo@harbor.example</u> lamps</r>",
  ]) func inXML(_ text: String) throws {
    let copy = try Self.copy("<?xml version=\"1.0\"?>\n\(text)\n")
    #expect(!copy.contains("harbor.example") && copy.contains("lamps"), "\(copy)")
  }
}

/// Numbers whose signs are written as in web addresses.
@Suite("Numbers in web addresses") struct EscapedNumberTests {
  @Test(arguments: [
    "SSN 514%2D38%2D7793", "SSN 514%2d38%2d7793", "SSN=514%2038%207793", "phone 202%2D555%2D0143",
    "tel: %28202%29%20555%2D0143",
  ]) func theyGo(_ number: String) throws {
    let text = "Notes on the ice.\n\nThe lamp has \(number) on it.\n"
    let copy = String(decoding: try Releases.release(text, by: Releases.redactor("privacy")).file, as: UTF8.self)
    #expect(!copy.contains("7793") && !copy.contains("0143") && copy.contains("on it."), "\(copy)")
  }

  @Test(arguments: ["A share of 5%20 and 514%2038 in all.", "See x.example/a%20b%2Dc?d=12%2D13."])
  func otherSignsStay(_ text: String) throws {
    let text = "Notes on the ice.\n\n\(text)\n"
    let copy = String(decoding: try Releases.release(text, by: Releases.redactor("privacy")).file, as: UTF8.self)
    #expect(copy.hasSuffix(text), "\(copy)")
  }
}
